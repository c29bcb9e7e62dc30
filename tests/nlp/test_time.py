"""Time expressions: a table of cases, and properties that hold for any text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from kg.lexicon.time import load_time_grammar
from kg.model import When
from kg.nlp.time import Kind, Shift, TimeExpression, find_times, from_event

NLP = spacy.blank("en")
GRAMMAR = load_time_grammar()
CASES = [line.rstrip("\n") for line in (Path(__file__).parent / "time_cases.txt").open(encoding="utf-8")
         if line.strip() and not line.startswith("#")]
WORDS = ["on", "October", "13", "and", "14", ",", "2019", "May", "MARCH", "two", "weeks", "ago", "later", "the", "day",
         "after", "before", "last", "next", "this", "Friday", "to", "-", "from", "between", "in", "of", "week", "year",
         "31", "February", "tonight", "within", "1990s", "'", "s", "12/11", "0001", "9999", "hours", "late", "by",
         "\n\n", ".", "(", "will", "999", "decades", "same", "past", "until", "29", "6", "summer", "a", "90"]
DATES = st.one_of(st.none(), st.sampled_from(["2019-10-17", "2019-10", "2019", "0001-01-01", "9999-12-31", "nonsense"]))


def find(text: str, reference: str | None = "2019-10-17") -> list[TimeExpression]:
    return find_times(NLP(text), reference, GRAMMAR)


def shown(expression: TimeExpression) -> str:
    when = expression.when
    dates = f"{when.start or '..'}/{when.end or '..'}" if expression.dated else "-"
    return f"{when.text} = {dates} {expression.kind}"


@pytest.mark.parametrize("case", CASES)
def test_expressions_of_a_sentence_have_their_dates(case: str) -> None:
    reference, text, expected = (part.strip() for part in case.split("|"))
    found = [shown(expression) for expression in find(text, None if reference == "-" else reference)]
    assert found == [part.strip() for part in expected.split(" ; ") if part.strip()]


def test_the_table_has_at_least_120_cases() -> None:
    assert len(CASES) >= 120


def test_trying_patterns_only_around_their_anchors_loses_nothing() -> None:
    everywhere = replace(GRAMMAR, patterns=tuple(replace(one, anchor=frozenset()) for one in GRAMMAR.patterns))
    doc = NLP(("\n\n" + "Nothing happened there. " * 20).join(case.split("|")[1] for case in CASES))
    assert find_times(doc, "2019-10-17", GRAMMAR) == find_times(doc, "2019-10-17", everywhere)


def test_characters_and_tokens_are_those_of_the_expression() -> None:
    text = "Police said (on Sept. 30, 2019) that it was over."
    (expression,) = find(text)
    doc = NLP(text)
    assert text[expression.start_char:expression.end_char] == "Sept. 30, 2019"
    assert doc[expression.start_token:expression.end_token].text == "Sept. 30, 2019"


def test_a_token_that_holds_more_than_the_expression_is_taken_whole() -> None:
    doc = spacy.tokens.Doc(NLP.vocab, ["A", "three-year", "term"])
    (expression,) = find_times(doc, None, GRAMMAR)
    assert (expression.start_token, expression.end_token, expression.start_char) == (1, 2, 2)


def test_a_paragraph_ends_an_expression() -> None:
    assert [e.when.text for e in find("He left on October 13\n\n2018 was quiet.")] == ["October 13", "2018"]


def test_a_line_break_does_not_end_an_expression() -> None:
    assert [e.when.start for e in find("He left on October\n13, 2018.")] == ["2018-10-13"]


def test_time_against_an_event_tells_how_far_it_is_from_it() -> None:
    assert [e.shift for e in find("Four days after the attack and two weeks before the vote.")] == [
        Shift(4, "day"), Shift(-2, "week")]


def test_time_within_so_long_of_an_event_is_marked() -> None:
    assert [e.shift for e in find("All were held within 48 hours of the blast.")] == [Shift(48, "hour", within=True)]


def test_weeks_without_a_number_have_no_shift() -> None:
    assert [(e.kind, e.shift) for e in find("Weeks after the attack he fled.")] == [(Kind.EVENT, None)]


@pytest.mark.parametrize(("text", "start", "end", "dates"), [
    ("Four days after the attack he fled.", "2017-08-17", "2017-08-17", ("2017-08-21", "2017-08-21")),
    ("He fled the day before the siege.", "2016-07-01", "2016-07-03", ("2016-06-30", "2016-06-30")),
    ("He fled two days after the siege.", "2016-07-01", "2016-07-03", ("2016-07-05", "2016-07-05")),
    ("All were held within 48 hours of the blast.", "2015-11-12", "2015-11-12", ("2015-11-12", "2015-11-14")),
    ("Hours after the blast all were held.", "2015-11-12", None, ("2015-11-12", "2015-11-12")),
    ("Two years after the blast all were held.", "2015-11-12", "2015-11-12", ("2017", "2017")),
    ("Four days after the attack he fled.", "2017-08", "2017-08", (None, None)),
    ("Four days after the attack he fled.", None, None, (None, None)),
], ids=str)
def test_the_date_of_the_event_gives_the_date_of_a_time_against_it(
        text: str, start: str | None, end: str | None, dates: tuple[str | None, str | None]) -> None:
    when = from_event(find(text)[0], When(start, end, ""))
    assert (when.start, when.end) == dates


def test_a_date_that_is_only_a_bound_is_no_anchor_for_the_next() -> None:
    found = find("The deadline was to pass by October 20. Two days earlier he fled.")
    assert [e.when.start for e in found] == [None, "2019-10-15"]


@given(st.lists(st.sampled_from(WORDS), max_size=25), DATES)
def test_any_row_of_time_words_gives_ordered_expressions_inside_the_doc(words: list[str], date: str | None) -> None:
    check(" ".join(words), date)


@given(st.text(max_size=200), DATES)
def test_any_text_gives_ordered_expressions_inside_the_doc(text: str, date: str | None) -> None:
    check(text, date)


def check(text: str, date: str | None) -> None:
    doc, last = NLP(text), 0
    for expression in find_times(doc, date, GRAMMAR):
        start, end = expression.when.start, expression.when.end
        assert last <= expression.start_char < expression.end_char <= len(doc.text)
        assert 0 <= expression.start_token < expression.end_token <= len(doc)
        assert doc[expression.start_token].idx <= expression.start_char
        assert expression.when.text == doc.text[expression.start_char:expression.end_char]
        assert not (start and end) or start.startswith("--") or start[:len(end)] <= end
        last = expression.end_char
