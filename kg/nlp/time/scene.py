"""What a time expression is read against, and what reading it gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kg.lexicon.timepattern import Value
from kg.nlp.time.partial import Partial


class Kind(StrEnum):
    """How a time expression gets its dates, or why it has none."""

    DATE = "date"  # by itself: a day, month or year (the year of "October 13" may come from the document's date)
    RANGE = "range"  # from one date to another
    RELATIVE = "relative"  # against the document's date
    ANAPHORIC = "anaphoric"  # against the date before it in the text
    EVENT = "event-relative"  # against an event that the text names: no dates, but a shift
    VAGUE = "vague"  # "months ago": it has a time, but none that can be told
    DURATION = "duration"
    REPEATED = "repeated"
    NONE = "none"  # looks like a time and is none (an age, February 30): never given out


@dataclass(frozen=True, slots=True)
class Shift:
    """How far from an event: `amount` units (negative: before it). `within`: at any time up to then."""

    amount: int
    unit: str
    within: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """The document's date, the date before in the text, and whether the expression lies ahead (None: not told)."""

    reference: Partial | None
    previous: Reading | None
    ahead: bool | None
    reach: int


@dataclass(frozen=True, slots=True)
class Reading:
    """First and last date of an expression, both None where no date can be told."""

    start: Partial | None
    end: Partial | None
    kind: Kind
    shift: Shift | None = None


Kept = Mapping[str, Value]  # the words of an expression that its pattern keeps, by name


def point(partial: Partial | None, kind: Kind) -> Reading:
    """One date; none at all if it cannot be told."""
    return Reading(partial, partial, kind)


def stretch(start: Partial | None, end: Partial | None, kind: Kind = Kind.RANGE) -> Reading:
    """From one date to another; none at all if either cannot be told."""
    return Reading(start, end, kind) if start and end else Reading(None, None, kind)


def number(kept: Kept, name: str) -> int | None:
    """A kept number."""
    value = kept.get(name)
    return value if isinstance(value, int) else None


def count(kept: Kept, name: str, otherwise: int) -> int:
    """A kept number, or another."""
    value = number(kept, name)
    return otherwise if value is None else value
