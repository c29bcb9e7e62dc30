"""What an article says about itself: title, publisher, author, labels, language."""

from tests.read.pages import LEAD, SECOND, one

TITLE = "Court jails four for arson in Riga"


def test_labels_above_an_article_are_read():
    document = one(f"Title: {TITLE}\nSource: Baltic Desk\nDate: 3 June 2024\nAuthor: Maris Berg\n"
                   f"URL: https://example.org/1\n\n{LEAD}\n")
    assert (document.title, document.publisher, document.date) == (TITLE, "Baltic Desk", "2024-06-03")
    assert (document.author, document.url) == ("Maris Berg", "https://example.org/1")


def test_a_byline_names_the_author_and_perhaps_the_publisher():
    document = one(f"{TITLE}\n\nBy Maris Berg, Great Hill Press\n\n{LEAD}\n")
    assert (document.author, document.publisher) == ("Maris Berg", "Great Hill Press")


def test_a_byline_may_name_only_the_publisher_and_the_date():
    document = one(f"{TITLE}\n\nBy the Hill Digest, 6 January 2015\n\n{LEAD}\n")
    assert (document.publisher, document.author, document.date) == ("Hill Digest", None, "2015-01-06")


def test_the_initials_of_an_agency_are_spelled_out_by_the_byline():
    assert one(f"{TITLE}\n\nBy Maris Berg, Great Hill Press\n\nRIGA (GHP) -- {LEAD}\n").publisher == "Great Hill Press"


def test_copyright_names_the_publisher():
    assert one(f"{TITLE}\n\n{LEAD}\n\n© 2024 Baltic Desk. All rights reserved.\n").publisher == "Baltic Desk"


def test_the_credit_of_a_picture_is_not_the_publisher():
    assert one(f"{TITLE}\n\nThe court on Monday. Photo: Baltic Desk\n\n{LEAD}\n").publisher is None


def test_a_slug_is_not_the_title():
    assert one(f"RIGA-FIRE-COURT (2ND LEAD)\n\n{TITLE.upper()}\n\n{LEAD.upper()}\n").title == TITLE.upper()


def test_a_headline_may_be_a_question():
    assert one(f"Who paid for the fire in Riga?\n\n{LEAD}\n\n{SECOND}\n").title == "Who paid for the fire in Riga?"


def test_an_article_that_begins_with_news_has_no_title():
    assert one(f"{LEAD}\n\n{SECOND}\n").title is None


def test_english_is_told_from_other_languages():
    german = ("Ein Gericht in Riga hat vier Männer zu je fünf Jahren Haft verurteilt, weil sie im vergangenen Winter "
              "ein Lagerhaus angezündet hatten. Die Richterin sagte, ein Offizier im Ausland habe sie dafür bezahlt.")
    assert [one(text).language for text in (LEAD, LEAD.upper(), german)] == ["en", "en", "und"]
