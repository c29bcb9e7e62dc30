"""Saved web pages: the main text and what metadata says."""

import pytest

from tests.read.pages import LEAD, SECOND, THIRD, aside, body, read_all, read_bytes

TITLE = "Court jails four for arson in Riga"
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in (LEAD, SECOND, THIRD))
LINKED = ('<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle", '
          f'"headline": "{TITLE}", "datePublished": "2024-06-03T18:20:00+03:00", "dateModified": "2024-06-05", '
          '"author": [{"@type": "Person", "name": "Maris Berg"}], '
          '"publisher": {"@type": "Organization", "name": "Baltic Desk"}}]}</script>')
META = ('<meta property="og:site_name" content="Baltic Desk"><meta name="author" content="Maris Berg">'
        '<meta property="article:published_time" content="2024-06-03T18:20:00Z">'
        '<link rel="canonical" href="https://example.org/fire">')


def page(head="", main=PARAGRAPHS, title=TITLE):
    return (f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>'
            f'<nav><a href="/">Home</a></nav><article><h1>{TITLE}</h1>{main}</article>'
            "<footer>© 2026 Someone</footer></body></html>")


def read_page(folder, markup):
    document, = read_bytes(folder, "a.html", markup.encode())[0]
    return document


@pytest.mark.parametrize("head", [LINKED, META], ids=["json-ld", "meta"])
def test_metadata_tells_title_date_publisher_and_author(tmp_path, head):
    document = read_page(tmp_path, page(head))
    assert (document.title, document.date) == (TITLE, "2024-06-03")
    assert (document.publisher, document.author) == ("Baltic Desk", "Maris Berg")


def test_the_address_of_the_page_is_kept(tmp_path):
    assert read_page(tmp_path, page(META)).url == "https://example.org/fire"


def test_the_main_text_is_read_and_the_furniture_is_not(tmp_path):
    document = read_page(tmp_path, page())
    assert body(document) == [LEAD, SECOND, THIRD]
    assert "Home" not in document.text
    assert TITLE in document.text


def test_the_year_of_the_copyright_is_no_date_of_publication(tmp_path):
    assert read_page(tmp_path, page()).date is None


def test_a_visible_date_and_a_dateline_are_read_like_in_plain_text(tmp_path):
    assert read_page(tmp_path, page(main=f"<p>Published 3 June 2024, 18:20</p>{PARAGRAPHS}")).date == "2024-06-03"
    with_dateline = page(main=f"<p>RIGA, June 3, 2024 (Hill Agency) - {LEAD}</p>{PARAGRAPHS}")
    assert read_page(tmp_path, with_dateline).publisher == "Hill Agency"


def test_the_name_behind_the_title_is_the_publisher(tmp_path):
    assert read_page(tmp_path, page(title=f"{TITLE} | Baltic Desk")).publisher == "Baltic Desk"


def test_subheadings_are_headings(tmp_path):
    document = read_page(tmp_path, page(main=f"<p>{LEAD}</p><h2>What the judge said</h2><p>{SECOND}</p><p>{THIRD}</p>"))
    assert body(document) == [LEAD, SECOND, THIRD]
    assert "What the judge said" in document.text


def test_links_that_the_extraction_leaves_are_set_aside(tmp_path):
    links = ["Warehouse burns down in Vilnius", "Three held over parcel fires", "Bomb threat closes airport"]
    listed = "".join(f"<li>{link}</li>" for link in links)
    document = read_page(tmp_path, page(main=f"{PARAGRAPHS}<div><b>Read also</b><ul>{listed}</ul></div>"))
    assert body(document) == [LEAD, SECOND, THIRD]
    assert set(aside(document)) <= {*links, *(f"- {link}" for link in links), "Read also"}


def test_a_declared_character_set_is_obeyed(tmp_path):
    main = f"{PARAGRAPHS}<p>The paper Известия reported it first, in Moscow.</p>"
    markup = page(main=main).replace("utf-8", "windows-1251")
    document, = read_bytes(tmp_path, "a.html", markup.encode("cp1251", "replace"))[0]
    assert "Известия" in document.text


@pytest.mark.parametrize("name", ["rot13", "hex", "undefined", "no-such-set"])
def test_a_nonsense_character_set_is_not(tmp_path, name):
    main = f"{PARAGRAPHS}<p>The café in Orléans is closed, the owner told reporters.</p>"
    markup = page(main=main).replace("utf-8", name)
    document, = read_bytes(tmp_path, "a.html", markup.encode("cp1252"))[0]
    assert "café" in document.text


@pytest.mark.parametrize("tag", ["div", "b", "ul><li", "table><tr><td", "blockquote", "p"])
def test_ten_thousand_nested_tags_do_no_harm(tmp_path, tag):
    bomb = f"<html><body>{f'<{tag}>' * 10_000}{LEAD * 5}"
    (tmp_path / "good.html").write_text(page())
    (tmp_path / "bomb.html").write_text(bomb)
    documents, messages = read_all(tmp_path)
    assert f"{tmp_path}/good.html" in [document.source for document in documents]
    assert len(documents) + len(messages) == 2
    assert all("no article found" in message for message in messages)


def test_a_page_without_an_article_says_so(tmp_path):
    _, messages = read_bytes(tmp_path, "a.html", b"<html><body><form><input></form><p>Log in</p></body></html>")
    assert messages == [f"{tmp_path}/a.html: no article found in this page; save its text as .txt if there is one"]


def test_entities_never_open_files(tmp_path):
    (tmp_path / "secret").write_text("a secret")
    markup = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]>{page(main=PARAGRAPHS + "<p>&x;</p>")}'
    assert "a secret" not in read_page(tmp_path, markup).text
