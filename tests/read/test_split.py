"""Several articles in one file are told apart, and one article never is."""

from kg.ids import document_id
from kg.read.article import articles
from tests.read.pages import LEAD, SECOND, THIRD, body

FIRST_TITLE, SECOND_TITLE = "Court jails four for arson in Riga", "Minister visits border post in the hills"


def titles(text):
    return [document.title for document in articles("a.txt", text, "")]


def web_copy(title, caption, *paragraphs):
    return "\n\n".join([title, f"{caption}\n{caption}\nTT", title, f"{caption}\n{caption}", *paragraphs])


def test_two_copied_pages_in_one_file_are_two_articles():
    text = "\n\n\n\n".join([web_copy(FIRST_TITLE, "The court in Riga", LEAD, THIRD),
                            web_copy(SECOND_TITLE, "A post in the hills", SECOND, THIRD)])
    first, second = articles("a.txt", text, "")
    assert [first.title, second.title] == [FIRST_TITLE, SECOND_TITLE]
    assert [body(first), body(second)] == [[LEAD, THIRD], [SECOND, THIRD]]
    assert [first.id, second.id] == [f"{document_id('a.txt', text)}-1", f"{document_id('a.txt', text)}-2"]


def test_each_article_has_its_own_text():
    pages = web_copy(FIRST_TITLE, "The court in Riga", LEAD), web_copy(SECOND_TITLE, "A post in the hills", SECOND)
    text = "\n\n".join(pages) + "\n"
    first, second = articles("a.txt", text, "")
    assert first.text + "\n\n" + second.text + "\n" == text


def test_a_dateline_under_a_headline_behind_blank_lines_begins_an_article():
    text = f"{FIRST_TITLE}\n\nRIGA, June 3 (HA) - {LEAD}\n\n\n\n{SECOND_TITLE}\n\nTBILISI, June 4 (HA) - {SECOND}\n"
    assert titles(text) == [FIRST_TITLE, SECOND_TITLE]


def test_a_separator_and_a_date_begin_an_article():
    text = f"{FIRST_TITLE}\n3 June 2024\n\n{LEAD}\n\n-----\n{SECOND_TITLE}\n4 June 2024\n\n{SECOND}\n"
    assert titles(text) == [FIRST_TITLE, SECOND_TITLE]


def test_numbered_messages_are_articles():
    messages = [f"TST9-RIGA-000{n} (HA)\n\nRIGA, 3 JAN 90 (HA) -- [TEXT] {text.upper()}" for n, text in
                enumerate([LEAD, SECOND, LEAD], 1)]
    assert len(titles("\n\n".join(messages))) == 3


def test_subheadings_between_blank_lines_do_not_begin_articles():
    text = "\n\n\n".join([FIRST_TITLE, "By Ann Smith", LEAD, "A long search", SECOND, "What comes next", THIRD + LEAD])
    assert titles(text) == [FIRST_TITLE]


def test_a_section_break_is_not_the_end_of_an_article():
    assert titles("\n\n".join([FIRST_TITLE, LEAD, "* * *", "The price of fire", SECOND, THIRD])) == [FIRST_TITLE]


def test_headlines_of_other_articles_do_not_begin_articles():
    links = "\n\n".join(f"Fire number {n} breaks out in the port\n\n26 June 2024 - 14:3{n}" for n in range(9))
    assert titles(f"{FIRST_TITLE}\n\n{LEAD}\n\n\n{links}\n") == [FIRST_TITLE]


def test_a_brief_is_too_short_to_be_an_article():
    text = f"{FIRST_TITLE}\n\n{LEAD}\n\n\n\n{SECOND_TITLE}\n\nTBILISI, June 4 (HA) - Two smugglers were detained.\n"
    assert titles(text) == [FIRST_TITLE]
