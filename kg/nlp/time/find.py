"""Time expressions of a spaCy Doc, in the order of the text, each with its dates."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
from spacy.tokens import Doc

from kg.lexicon.time import TimeGrammar
from kg.lexicon.timepattern import START, Pattern
from kg.model import When
from kg.nlp.time import absolute, relative
from kg.nlp.time.atoms import Atoms, atoms
from kg.nlp.time.partial import parse, shifted
from kg.nlp.time.scene import Kept, Kind, Reading, Scene, Shift

_REACH = 100  # characters of encoded text: no pattern stretches so far from the word that it needs
_WINDOW = 90  # characters of encoded text on each side that are looked at for tense: about a clause

_MEANINGS: Mapping[str, Callable[[Kept, Scene], Reading | None]] = {
    "day": absolute.day, "numeric": absolute.numeric, "day of month": absolute.day_of_month,
    "month": absolute.month, "two months": absolute.two_months, "season": absolute.season, "year": absolute.year,
    "year or month": absolute.year_or_month, "decade": absolute.decade,
    "part of year": absolute.part_of_year, "weekday": relative.weekday,
    "neighboring weekday": relative.neighboring_weekday, "deictic day": relative.deictic_day,
    "overnight": relative.overnight, "span": relative.span, "this weekend": relative.this_weekend, "ago": relative.ago,
    "hours ago": relative.hours_ago, "from now": relative.from_now, "in future": relative.in_future,
    "within": relative.within, "past span": relative.past_span, "next span": relative.next_span,
    "shift": relative.shift, "hours later": relative.hours_later, "neighbor": relative.neighbor,
    "event": relative.event,
}
_DATELESS = {"vague": Kind.VAGUE, "duration": Kind.DURATION, "repeated": Kind.REPEATED, "age": Kind.NONE}
_NAMED_DAY = "named day"
MEANINGS = frozenset({*_MEANINGS, *_DATELESS, _NAMED_DAY})


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A stretch of a Doc that tells a time: tokens and characters, both half open; its dates; and how it got them.

    Without a date `when` has neither start nor end. "Since" leaves the end open, "until" and "by" the start.
    `shift` is set where `kind` is `event-relative`: how far the time is from the event that the text names there.
    """

    start_token: int
    end_token: int
    start_char: int
    end_char: int
    when: When
    kind: Kind
    shift: Shift | None = None

    @property
    def dated(self) -> bool:
        """Whether it gives a date."""
        return self.when.start is not None or self.when.end is not None


@dataclass(frozen=True, slots=True, order=True)
class _Candidate:
    """A match: where it starts, its negative length and the pattern's number, so that sorting puts the best first."""

    start: int
    shortness: int
    order: int
    end: int
    match: re.Match[str]


def find_times(doc: Doc, reference: str | None, grammar: TimeGrammar) -> list[TimeExpression]:
    """The time expressions of a doc, resolved against the ISO date, month or year of the document.

    They do not overlap. Needs no annotation of the doc. A `reference` that is no ISO date counts as none.
    """
    written = doc.text
    text = atoms(written, grammar)
    begins: list[int] = doc.to_array(["IDX"]).ravel().astype(np.int64).tolist()
    found, taken = [], 0
    scene = Scene(parse(reference), None, None, grammar.tense.reach)
    for candidate in sorted(_candidates(text, grammar)):
        if candidate.start < taken:
            continue
        pattern = grammar.patterns[candidate.order]
        scene = replace(scene, ahead=_ahead(text.encoded, candidate, grammar))
        reading = _read(pattern, candidate.match, scene, grammar)
        if reading is None:
            continue
        floor, taken = taken, candidate.end
        if reading.kind == Kind.NONE:
            continue
        start, end = _with_time_of_day(text.encoded, candidate, floor, grammar)
        bounded, start = _bounded(text.encoded, start, end, reading, floor, grammar)
        taken = max(taken, end)
        found.append(_expression(written, begins, text.characters(start, end), bounded))
        if reading.start and bounded.start:
            scene = replace(scene, previous=reading)
    return found


def from_event(expression: TimeExpression, event: When) -> When:
    """The dates of an `event-relative` expression once those of its event are known; none if they do not tell them."""
    shift = expression.shift
    if shift is None:
        return expression.when
    first, last = parse(event.start or event.end), parse(event.end or event.start)
    there = shifted(first if shift.amount < 0 else last, shift.amount, shift.unit)
    here = shifted(first, 0, shift.unit) if shift.within else there
    if here is None or there is None:
        return expression.when
    return When(here.iso(), there.iso(), expression.when.text)


def _candidates(text: Atoms, grammar: TimeGrammar) -> Iterator[_Candidate]:
    stretches: dict[frozenset[str], list[tuple[int, int]]] = {}
    for order, pattern in enumerate(grammar.patterns):
        if pattern.anchor not in stretches:
            stretches[pattern.anchor] = text.around(pattern.anchor, _REACH)
        for first, last in stretches[pattern.anchor]:
            for match in pattern.regex.finditer(text.encoded, first, last):
                start = match.start(START) if START in pattern.regex.groupindex else match.start()
                if start < match.end():
                    yield _Candidate(start, start - match.end(), order, match.end(), match)


def _read(pattern: Pattern, match: re.Match[str], scene: Scene, grammar: TimeGrammar) -> Reading | None:
    if pattern.means == _NAMED_DAY:
        return relative.named_day(grammar.named_days[pattern.text.removeprefix("the? ")], scene)
    if pattern.means in _DATELESS:
        return relative.dateless(_DATELESS[pattern.means])
    return _MEANINGS[pattern.means](grammar.values(pattern, match), scene)


def _ahead(encoded: str, candidate: _Candidate, grammar: TimeGrammar) -> bool | None:
    """Whether the words of the clause tell that its time lies ahead: those before the expression first."""
    tense = grammar.tense
    left = encoded[max(0, candidate.start - _WINDOW):candidate.start]
    if left.endswith(tense.toward):
        return True
    left = left[max((stop.end() - 1 for stop in tense.stops.finditer(left)), default=0):]
    future = max((cue.start() for cue in tense.future.finditer(left)), default=-1)
    past = max((cue.start() for words in (tense.past, tense.past_form) for cue in words.finditer(left)), default=-1)
    if future >= 0 or past >= 0:
        return future >= past
    right = encoded[candidate.end - 1:candidate.end + _WINDOW]
    stop = tense.stops.search(right)
    right = right[:stop.start()] if stop else right
    cues = [(cue.start(), order) for order, words in enumerate((tense.future, tense.past, tense.past_form))
            if (cue := words.search(right))]
    return min(cues)[1] == 0 if cues else None


def _with_time_of_day(encoded: str, candidate: _Candidate, floor: int, grammar: TimeGrammar) -> tuple[int, int]:
    """The expression with what tells the time of day on either side."""
    before = grammar.before.search(encoded, floor, candidate.start)
    after = grammar.after.match(encoded, candidate.end)
    return before.start() if before else candidate.start, after.end() if after else candidate.end


def _bounded(encoded: str, start: int, end: int, reading: Reading, floor: int,
             grammar: TimeGrammar) -> tuple[Reading, int]:
    """The reading open on one side after "since", "until" or "by", and the start with that word.

    Not where the time belongs to something else ("since Tuesday's attack").
    """
    if encoded.startswith("' ", end):
        return reading, start
    if match := grammar.since.search(encoded, floor, start):
        return replace(reading, end=None), match.start()
    if match := grammar.until.search(encoded, floor, start):
        return replace(reading, start=None), match.start()
    return reading, start


def _expression(text: str, begins: list[int], characters: tuple[int, int], reading: Reading) -> TimeExpression:
    start, end = characters
    dates = [one.iso() if one else None for one in (reading.start, reading.end)]
    when = When(dates[0], dates[1], text[start:end])
    first, last = bisect_right(begins, start) - 1, bisect_right(begins, end - 1)
    return TimeExpression(first, last, start, end, when, reading.kind, reading.shift)
