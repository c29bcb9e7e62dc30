"""Calendar dates in a line of text, as ISO dates as precise as the text; lines that are nothing but a date."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from re import Match

from kg.lexicon.layout import Layout

CENTURY_PIVOT = 50  # `90` is 1990 and `24` is 2024: no wire service that is read here is older than 1950
MAX_LINE = 160  # characters; a longer line is a paragraph
MAX_OTHER_WORDS = 6  # beside the date: a place, a section of the paper, an agency


@dataclass(frozen=True, slots=True)
class Found:
    """A date of a line: where it stands, and its ISO form (`2019-10-17`, `2019-10`, `2019`)."""

    start: int
    end: int
    iso: str


def find(text: str, layout: Layout) -> list[Found]:
    """All dates that have a year, in order."""
    found: list[Found] = []
    for pattern in layout.dates:
        for match in pattern.finditer(text):
            iso = _iso(match, layout)
            if iso and all(match.end() <= other.start or match.start() >= other.end for other in found):
                found.append(Found(match.start(), match.end(), iso))
    return sorted(found, key=lambda date: date.start)


def published(text: str, layout: Layout) -> str | None:
    """The publication date in a line that may also say when the page was updated."""
    found = find(text, layout)
    labeled = [date for date in found if layout.published_label.search(text[:date.start])]
    plain = [date for date in found if not layout.updated_label.search(text[:date.start])]
    return next((date.iso for date in [*labeled, *plain, *found]), None)


def is_date_line(text: str, layout: Layout) -> bool:
    """Whether a line only dates the page, perhaps with a time, a place or a section of the paper."""
    found = find(text, layout) if len(text) <= MAX_LINE else []
    if not found:
        return False
    rest = other_than_dates(text, found, layout)
    before = layout.weekday_before.sub("", text[:found[0].start]).rstrip()
    set_apart = not before or not before[-1].isalnum() or before.upper() == before
    labeled = layout.published_label.search(before) or layout.updated_label.search(before)
    byline = rest and layout.lines["bylines"].fullmatch(rest.strip(" ,.|"))
    return not rest or bool(byline) or bool((set_apart or labeled) and _is_name(rest))


def other_than_dates(text: str, found: list[Found], layout: Layout) -> str:
    """What is left of a line without its dates, times, weekdays and labels."""
    for date in reversed(found):
        text = f"{text[:date.start]} {text[date.end:]}"
    for pattern in layout.beside_dates:
        text = pattern.sub(" ", text)
    return " ".join(text.split())


def partial(text: str, year: int, layout: Layout) -> str | None:
    """The ISO date of a day and month without a year, in a given year."""
    return next((date.iso for date in find(f"{text.strip(' .,')} {year}", layout)), None)


def _is_name(rest: str) -> bool:
    words = rest.split()
    return len(words) <= MAX_OTHER_WORDS and rest[-1] not in ".?!" and not any(word[0].islower() for word in words)


def _iso(match: Match[str], layout: Layout) -> str | None:
    groups = match.groupdict()
    year = int(groups["year"]) if groups.get("year") else _century(int(groups["short"]))
    if groups.get("first"):
        return _ambiguous(year, int(groups["first"]), int(groups["second"]))
    month = int(groups["number"]) if groups.get("number") else layout.months[groups["month"].casefold()]
    return _valid(year, month, int(groups["day"]) if groups.get("day") else None)


def _century(short: int) -> int:
    return short + (1900 if short >= CENTURY_PIVOT else 2000)


def _ambiguous(year: int, first: int, second: int) -> str | None:
    """`29/6` and `6/29` can only be one day; of `5/6` nothing but the year is sure."""
    days = set(_both(year, first, second))
    return (days.pop() if len(days) == 1 else str(year)) if days else None


def _both(year: int, first: int, second: int) -> Iterator[str]:
    for month, day in ((first, second), (second, first)):
        if iso := _valid(year, month, day):
            yield iso


def _valid(year: int, month: int, day: int | None) -> str | None:
    try:
        date = datetime.date(year, month, day or 1)
    except ValueError:
        return None
    return date.isoformat() if day else f"{year}-{month:02}"
