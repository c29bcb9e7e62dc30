"""Furniture of pages is set aside; the article's own lines are not."""

from itertools import pairwise

import pytest

from tests.read.pages import LEAD, SECOND, THIRD, aside, body, one, shown

TITLE = "Court jails four for arson in Riga"


def page(*lines):
    return one("\n\n".join(lines) + "\n")


@pytest.mark.parametrize("line", [
    "Share on Facebook   Tweet   WhatsApp", "A-  A+   Print   Email   Share", "Home / World / Courts",
    "Subscribe to our Telegram channel", "Follow us on Facebook | Download our app | Comments (37)",
    "Read also: Bomb threat closes airport in Vilnius", "ALSO READ: Three held over parcel fires in Warsaw",
    "Tags: #arson #riga", "© 2024 Baltic Desk. All rights reserved.", "(Reporting by Maris Berg; editing by Jane Doe)",
    "TT", "ADVERTISEMENT", "12:17 Bomb threat closes airport in Vilnius", "-30-", "* * *", "26 June 2024 - 14:34",
    "Sign up for our newsletter to get the news every morning!", "Media contact: Jane Doe, 555-0101",
    "We and our 12 partners use cookies to personalize content.", "https://example.org/live", "Baltic.Desk",
])
def test_a_line_of_furniture_is_set_aside(line):
    assert aside(page(TITLE, LEAD, line, SECOND)) == [line]


@pytest.mark.parametrize("line", [
    "“It was a cheap operation,” she said.", "Nobody was hurt.", "The men denied it.", "He had no comment.",
    "Follow-up raids in June brought nothing.", "The copyright of the video belongs to the police, they said.",
    "Police shared the tip with Warsaw.", "Related charges were dropped.", "At 12:17 a bomb exploded outside the bank.",
    "10:42 Two hostages have been freed, the ministry says.", "More news is expected.",
    "Latest reports speak of six dead.",
])
def test_a_short_paragraph_stays(line):
    assert line in body(page(TITLE, LEAD, line, SECOND))


def test_a_caption_said_twice_is_a_heading_once():
    document = page(TITLE, "Logo of the security service\nLogo of the security service\nTT", TITLE, LEAD)
    assert shown(document, document.headings) == [TITLE, "Logo of the security service"]
    assert aside(document) == ["Logo of the security service", "TT", TITLE]


@pytest.mark.parametrize("caption", [
    "The warehouse after the fire, February 2024. REUTERS/Jane Doe", "The warehouse after the fire on Monday. (AFP)",
    "FILE - The warehouse after the fire on Monday, 3 June 2024, in the port of Riga, where nobody was hurt.",
    "Firefighters outside the warehouse on Monday night. AP", "The judge on Monday. Credit: Maris Berg/Baltic Desk",
])
def test_a_caption_with_a_credit_is_a_heading(caption):
    document = page(TITLE, caption, LEAD)
    assert shown(document, document.headings) == [TITLE, caption]


def test_a_whole_sentence_said_twice_in_a_row_is_a_caption_and_the_date_below_it_counts():
    document = page(TITLE, f"{THIRD}\n{THIRD}", "3 June 2024", f"RIGA (HA) - {LEAD}")
    assert (document.date, document.publisher) == ("2024-06-03", "HA")
    assert shown(document, document.headings) == [TITLE, THIRD, "RIGA (HA) -"]


def test_a_title_said_twice_in_a_row_is_the_title():
    document = page(f"{TITLE}\n{TITLE}", LEAD)
    assert (document.title, aside(document)) == (TITLE, [TITLE])


def test_a_paragraph_said_twice_counts_once():
    document = page(TITLE, LEAD, SECOND, LEAD)
    assert body(document) == [LEAD, SECOND]


def test_links_under_an_announcement_are_set_aside_until_the_article_goes_on():
    links = ["Related:", "Warehouse burns in Vilnius", "Three held over parcel fires in Warsaw"]
    document = page(TITLE, LEAD, *links, THIRD)
    assert aside(document) == links
    assert body(document) == [LEAD, THIRD]


def test_short_paragraphs_behind_links_are_the_article_again():
    document = page(TITLE, LEAD, "Related:", "Warehouse burns in Vilnius", "“It was cheap,” she said.", THIRD)
    assert body(document) == [LEAD, "“It was cheap,” she said.", THIRD]


def test_a_last_sentence_without_a_full_stop_stays():
    assert body(page(TITLE, LEAD, "He was not hurt"))[-1] == "He was not hurt"
    assert aside(page(TITLE, LEAD, "Press Office of the Court")) == ["Press Office of the Court"]


def test_teasers_with_a_sentence_each_are_set_aside_to_the_end():
    teasers = ["More stories", "Warehouse burns in Vilnius", SECOND, "Bomb threat closes airport", THIRD]
    assert aside(page(TITLE, LEAD, *teasers)) == teasers


def test_headlines_with_the_time_of_their_publication_are_set_aside():
    teasers = ["Warehouse burns in Vilnius", "26 June 2024 - 14:34", "Can the port be trusted?", "26 June 2024 - 12:31"]
    assert aside(page(TITLE, LEAD, *teasers)) == teasers


def test_a_list_of_headlines_behind_the_article_is_set_aside_without_an_announcement():
    links = ["- Warehouse burns in Vilnius", "- Three held over parcel fires in Warsaw", "- Bomb threat closes airport"]
    assert aside(page(TITLE, LEAD, SECOND, *links)) == links


def test_the_list_of_a_press_release_stays():
    items = ["- two rifles", "- Four kilograms of explosives", "- A car with false plates of Warsaw"]
    assert body(page(TITLE, LEAD, "The following items were seized:", *items))[-3:] == items


def test_a_list_within_the_article_stays():
    items = ["* WHERE: a warehouse in the port of Riga", "* ALSO HELD: two drivers and a clerk of the port"]
    assert body(page(TITLE, LEAD, *items, SECOND)) == [LEAD, *items, SECOND]


def test_a_subheading_is_a_heading_and_splits_nothing():
    document = page(TITLE, LEAD, "What comes next?", SECOND)
    assert shown(document, document.headings) == [TITLE, "What comes next?"]


def test_a_signature_is_set_aside_and_names_the_publisher():
    document = page(TITLE, LEAD, SECOND, "Baltic.Desk")
    assert (aside(document), document.publisher) == (["Baltic.Desk"], "Baltic.Desk")


def test_a_telegram_in_capitals_is_all_body():
    lines = [LEAD.upper(), "NOBODY WAS HURT.", SECOND.upper()]
    document = page("RIGA, 3 JUN 24 (RADIO RIGA) -- [TEXT] " + lines[0], *lines[1:])
    assert not document.boilerplate
    assert body(document) == lines
    assert (document.title, document.date, document.publisher) == (None, "2024-06-03", "Radio Riga")


def test_the_head_of_a_release_is_set_aside():
    document = page("FOR IMMEDIATE RELEASE", "Riga, 3 June 2024", TITLE, LEAD, "###", "About the court")
    assert (document.title, document.date) == (TITLE, "2024-06-03")
    assert aside(document) == ["FOR IMMEDIATE RELEASE", "Riga, 3 June 2024", "###", "About the court"]


def test_a_menu_above_the_title_is_set_aside():
    document = page("Home\nWorld\nCourts and prisons\nBusiness", TITLE, LEAD)
    assert (document.title, aside(document)) == (TITLE, ["Home", "World", "Courts and prisons", "Business"])


def test_a_title_that_is_split_by_width_is_whole():
    document = one(f"{TITLE}, the capital of Latvia, and asks for the names\nof those who paid for it all\n\n{LEAD}\n")
    assert body(document) == [LEAD]


def test_a_paragraph_broken_at_a_fixed_width_is_one_line_of_news():
    wrapped = LEAD.replace(" for setting", "\nfor setting").replace("judge said", "judge\nsaid")
    document = one(f"{TITLE}\n\n{wrapped}\n\n{SECOND}\n")
    assert body(document) == [*wrapped.split("\n"), SECOND]


def test_a_single_line_is_news_not_a_title():
    document = one("Police arrested three men in Lyon")
    assert (document.title, body(document)) == (None, ["Police arrested three men in Lyon"])


def test_spans_are_sorted_and_apart():
    document = page("Home", TITLE, "Share Tweet", LEAD, "Related:", "Warehouse burns in Vilnius", SECOND)
    spans = sorted([*document.boilerplate, *document.headings])
    assert list(document.boilerplate) == sorted(document.boilerplate)
    assert all(left.end <= right.start for left, right in pairwise(spans))
