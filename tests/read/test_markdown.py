"""Markdown: the words without the markup, front matter and headings kept."""

from kg.read.markdown import without_markup
from tests.read.pages import LEAD, SECOND, body, read_bytes, shown


def read_markdown(folder, text):
    return read_bytes(folder, "a.md", text.encode())[0][0]


def test_headings_links_and_emphasis_lose_their_signs():
    text = "# Title\n\nThe **court** in [Riga](https://example.org) _jailed_ `four` men.\n\n> “So be it.”\n"
    assert without_markup(text) == "Title\n\nThe court in Riga jailed four men.\n\n“So be it.”\n"


def test_names_with_underscores_and_sums_keep_them():
    assert without_markup("file_name_here and 2 * 3 * 4") == "file_name_here and 2 * 3 * 4"


def test_pictures_comments_and_definitions_go():
    assert without_markup("![A fire](fire.png)<!-- to do -->\n[1]: https://example.org\nText.").strip() == "Text."


def test_front_matter_tells_what_is_known(tmp_path):
    document = read_markdown(tmp_path, "---\ntitle: Court jails four\ndate: 2024-06-03\nsource: Baltic Desk\n"
                                       f"author: Maris Berg\nurl: https://example.org/1\n---\n\n{LEAD}\n")
    assert (document.title, document.date, document.publisher) == ("Court jails four", "2024-06-03", "Baltic Desk")
    assert (document.author, document.url) == ("Maris Berg", "https://example.org/1")
    assert body(document) == [LEAD]


def test_the_first_heading_is_the_title_and_the_others_are_headings(tmp_path):
    document = read_markdown(tmp_path, f"# Court jails four\n\n{LEAD}\n\n## What the *judge* said\n\n{SECOND}\n")
    assert document.title == "Court jails four"
    assert shown(document, document.headings) == ["Court jails four", "What the judge said"]
    assert body(document) == [LEAD, SECOND]


def test_broken_front_matter_is_only_text(tmp_path):
    assert LEAD in read_markdown(tmp_path, f"---\n[: {{\n---\n\n{LEAD}\n").text


def test_a_file_with_nothing_but_front_matter_says_so(tmp_path):
    assert "no text" in read_bytes(tmp_path, "a.md", b"---\ntitle: x\n---\n")[1][0]
