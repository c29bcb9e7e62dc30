"""Two times as precise as their texts in, the days between them out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from kg.model import When

_AHEAD = timedelta(days=31)  # a date without a year, later than this after the article, is last year's


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from `first` to `last`; `exact` if both are given to the day."""

    first: date
    last: date
    exact: bool


def interval(when: When | None, document_date: str | None) -> Interval | None:
    """The days a time covers; a date without year takes it from the document. None if nothing is known."""
    if when is None or not (when.start or when.end):
        return None
    start, end = when.start or when.end or "", when.end or when.start or ""
    if start.startswith("--"):
        return _without_year(start, end, document_date)
    first, last = _first(start), _last(end)
    return Interval(first, last, len(start) == len(end) == 10) if first and last and first <= last else None


def day(text: str | None) -> Interval | None:
    """The days of a document's date, which may be a month or a year."""
    return interval(When(text, text, ""), None) if text else None


def gap(left: Interval, right: Interval) -> int:
    """Days between two intervals; 0 if they touch."""
    return max(0, (right.first - left.last).days, (left.first - right.last).days)


def contains(outer: When, inner: When, document_date: str | None = None) -> bool:
    """Whether a less precise time says nothing that a more precise one does not."""
    if outer == inner:
        return False
    if (outer.start or "").startswith("--"):
        return (inner.start or "").endswith((outer.start or "")[1:]) and not (inner.start or "").startswith("--")
    wide, narrow = interval(outer, document_date), interval(inner, document_date)
    return bool(wide and narrow and not wide.exact and wide.first <= narrow.first and narrow.last <= wide.last
                and (wide.last - wide.first) > (narrow.last - narrow.first))


def _without_year(start: str, end: str, document_date: str | None) -> Interval | None:
    written = day(document_date)
    if written is None:
        return None
    year = written.last.year
    first = _first(f"{year}{start[1:]}")
    if first and first > written.last + _AHEAD:
        first = _first(f"{year - 1}{start[1:]}")
    last = _last(f"{first.year}{end[1:]}") if first else None
    return Interval(first, max(first, last), len(start) == 7) if first and last else None


def _first(text: str) -> date | None:
    try:
        return date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        return None


def _last(text: str) -> date | None:
    first = _first(text)
    if first is None or len(text) >= 10:
        return first
    following = date(first.year + 1, 1, 1) if len(text) == 4 else _first_of_next_month(first)
    return following - timedelta(days=1)


def _first_of_next_month(first: date) -> date:
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)
