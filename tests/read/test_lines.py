"""Lines of a page: paragraphs broken at a fixed width are one line, everything else stays as it is."""

import textwrap

import pytest

from kg.lexicon import layout
from kg.read.lines import is_capitals, logical_lines
from tests.read.pages import LEAD, SECOND


def texts(text):
    return [line.text for line in logical_lines(text, layout.load())]


@pytest.mark.parametrize("width", [35, 65, 120])
def test_a_paragraph_broken_at_a_fixed_width_is_one_line(width):
    assert texts(textwrap.fill(LEAD, width) + "\n\n" + textwrap.fill(SECOND, width)) == [LEAD, SECOND]


def test_a_telegram_broken_at_a_fixed_width_is_one_line_a_paragraph():
    assert texts(textwrap.fill(LEAD.upper(), 68)) == [LEAD.upper()]


def test_ragged_lines_that_go_on_in_lower_case_are_one_line():
    assert texts("A court in Riga\nsentenced four men to five years each on Monday for\nsetting fire to it.") == [
        "A court in Riga sentenced four men to five years each on Monday for setting fire to it."]


def test_paragraphs_without_blank_lines_between_them_stay_apart():
    assert texts(f"{LEAD}\n{SECOND}") == [LEAD, SECOND]


def test_headlines_and_items_stay_apart():
    lines = ["Warehouse burns in Vilnius", "Three held over parcel fires", "- two rifles", "- a car"]
    assert texts("\n".join(lines)) == lines


def test_offsets_lead_back_to_the_text():
    text = "  Title \n\n\n\u00a0 One line.\u00a0\n"
    assert [(text[line.start:line.end], line.gap) for line in logical_lines(text, layout.load())] == [
        ("Title", 0), ("One line.", 2)]


def test_capitals_are_told_even_with_a_few_small_letters():
    assert is_capitals("RIGA, 3 JAN 90 -- THE COURT OF RIGA JAILED McCOY")
    assert not is_capitals("The FBI and the CIA")
    assert not is_capitals("1990")
