"""Dates of publication, in the ways in which pages and wires write them."""

import pytest

from kg.lexicon import layout
from kg.read import dates
from tests.read.pages import LEAD, one


@pytest.mark.parametrize(("text", "iso"), [
    ("18 June 2024 - 12:17", "2024-06-18"), ("June 18, 2024", "2024-06-18"), ("Tue 18th of Jun. 2024", "2024-06-18"),
    ("2024-06-18T06:15:00Z", "2024-06-18"), ("2024/06/18", "2024-06-18"), ("18.06.2024 06:15", "2024-06-18"),
    ("3 JAN 90", "1990-01-03"), ("6/29/2019", "2019-06-29"), ("29/6/2019", "2019-06-29"), ("June 2024", "2024-06"),
    ("18-Jun-2024", "2024-06-18"), ("5/5/2019", "2019-05-05"),
])
def test_a_date_is_as_precise_as_its_text(text, iso):
    assert [found.iso for found in dates.find(text, layout.load())] == [iso]


def test_of_an_ambiguous_date_only_the_year_is_sure():
    assert dates.published("5/6/2019", layout.load()) == "2019"


@pytest.mark.parametrize("text", ["2024-13-01", "45/50/2019", "a flight MH17 2014 bombs", "June", "18:20"])
def test_what_is_no_date_is_none(text):
    assert dates.find(text, layout.load()) == []


def test_publication_comes_before_update_whatever_their_order():
    assert dates.published("Updated: 6 July 2016 | Published: 5 July 2016", layout.load()) == "2016-07-05"
    assert dates.published("5 July 2016, 18:20 | Updated: 6 July 2016, 21:04", layout.load()) == "2016-07-05"


@pytest.mark.parametrize("line", [
    "REGION  18 June 2024 - 12:17", "Tuesday, July 2, 2019 | 09:14 WIB", "Sun Nov 15, 2015 7:42pm GMT",
    "Paris, 6 June 2020", "Toronto, Ontario - April 22, 2013", "RIGA, March 1, 2020 (Hill Agency)",
    "Published: 3 June 2024 at 18:20", "MADRID, Sunday 14 March 2004", "By the city desk · 16 August 2018 · 4 min read",
])
def test_a_line_that_only_dates_the_page(line):
    assert dates.is_date_line(line, layout.load())


@pytest.mark.parametrize("line", [
    "The bombing of 4 July 2016", "What happened on 11 September 2001?", "Coalition strikes, March 24-26, 2017",
    "Istanbul attack 1 January 2017", "He was held on 3 June 2024.",
])
def test_a_headline_with_a_date_is_not_a_date_line(line):
    assert not dates.is_date_line(line, layout.load())


@pytest.mark.parametrize(("opening", "date", "publisher"), [
    ("RIGA, June 3, 2024 (Hill Agency) - ", "2024-06-03", "Hill Agency"),
    ("RIGA, June 3 (Hill Agency) - ", None, "Hill Agency"),
    ("RIGA, 3 JUN 24 (HA) -- [REPORT] [TEXT] ", "2024-06-03", "HA"),
    ("RIGA. June 3, 2024 (Hillfax) - ", "2024-06-03", "Hillfax"),
    ("RIGA, June 3. /HILL/. ", None, "HILL"),
    ("RIGA, Latvia (HA) — ", None, "HA"),
    ("RIGA, Latvia - ", None, None),
    ("RIGA: ", None, None),
    ("(Hill Agency) - ", None, "Hill Agency"),
    ("Riga, Baltic Daily - ", None, "Baltic Daily"),
    ("Riga, 3 June 2024, 20:15 - ", "2024-06-03", None),
    ("SAN SALVADOR, 3 June 2024 -- ", "2024-06-03", None),
    ("RIGA/TALLINN (Hill Agency) - ", None, "Hill Agency"),
    ("RIGA, June 3 (HA) ", None, "HA"),
    ("Riga, Latvia (HA)", None, "HA"),
    ("(HA) ", None, "HA"),
    ("BROOKLYN, N.Y. – ", None, None),
    ("3 June 2024 – ", "2024-06-03", None),
    ("Riga, June 3, HILL – ", None, "HILL"),
    ("RIGA (HA) _ ", None, "HA"),
    ("New Riga: ", None, None),
])
def test_a_dateline_gives_date_and_agency_and_is_read_apart(opening, date, publisher):
    document = one(f"Court jails four for arson\n\n{opening}{LEAD}\n")
    assert (document.date, document.publisher) == (date, publisher)
    start = document.headings[-1]
    assert document.text[start.start:start.end] == opening.strip()


@pytest.mark.parametrize("opening", ["The Force (RCF) - a police body - said so. ", "Riga is calm. ", "FBI - so. "])
def test_an_ordinary_first_sentence_has_no_dateline(opening):
    assert len(one(f"Court jails four for arson\n\n{opening}{LEAD}\n").headings) == 1


def test_a_dateline_without_a_year_takes_that_of_the_copyright():
    text = f"Court jails four for arson\n\nRIGA, June 3 (HA) - {LEAD}\n\nCopyright 2024 Hill Agency\n"
    assert one(text).date == "2024-06-03"


def test_the_date_of_a_caption_is_not_that_of_the_article():
    caption = "Firefighters outside the warehouse, Riga, 19 December 2024. Photo: Baltic Desk"
    assert one(f"Court jails four for arson\n\n{caption}\n\n{LEAD}\n").date is None
