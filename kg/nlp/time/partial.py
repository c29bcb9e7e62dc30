"""Dates as precise as a text gives them: reading, writing and moving them. No text, no spaCy."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\d-])")
_LEAP_YEAR = 2000  # a year that has every day, for checking a day whose year is not known
DAYS = {"minute": 0, "hour": 0, "day": 1, "week": 7, "fortnight": 14}  # units that are counted in days
_HOURS_A_DAY, _MINUTES_A_DAY = 24, 1440


@dataclass(frozen=True, slots=True)
class Partial:
    """A year, a month of a year, a day, or a day whose year is not known."""

    year: int | None
    month: int | None = None
    day: int | None = None

    def iso(self) -> str | None:
        """`2019-10-13`, `2019-10`, `2019` or `--10-13`; None for a month alone."""
        if self.year is None:
            return f"--{self.month:02}-{self.day:02}" if self.month and self.day else None
        rest = "".join(f"-{part:02}" for part in (self.month, self.day) if part is not None)
        return f"{self.year:04}{rest}"

    def date(self) -> date | None:
        """The day, where it is one."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)

    def weekday(self) -> int | None:
        """0 for Monday, where it is a day."""
        day = self.date()
        return day.weekday() if day else None

    def valid(self) -> bool:
        """Whether there is such a date."""
        try:
            date(self.year or _LEAP_YEAR, self.month or 1, self.day or 1)
        except ValueError:
            return False
        return True


def parse(text: str | None) -> Partial | None:
    """The date of an ISO date (perhaps with a time), month or year; None for anything else."""
    match = _ISO.match(text) if text else None
    if not match:
        return None
    partial = Partial(*(int(part) if part else None for part in match.groups()))
    return partial if partial.valid() else None


def of(day: date) -> Partial:
    """A day as a partial date."""
    return Partial(day.year, day.month, day.day)


def days_later(anchor: Partial | None, days: int) -> Partial | None:
    """So many days later, where the anchor is a day and the calendar reaches so far."""
    day = anchor.date() if anchor else None
    try:
        return of(day + timedelta(days)) if day else None
    except OverflowError:
        return None


def months_later(anchor: Partial, months: int) -> Partial | None:
    """The month so many months later."""
    if anchor.year is None or anchor.month is None:
        return None
    year, month = divmod(anchor.year * 12 + anchor.month - 1 + months, 12)
    return Partial(year, month + 1) if 0 < year <= date.max.year else None


def years_later(anchor: Partial, years: int) -> Partial | None:
    """The year so many years later; one year from a month is known to the month."""
    if anchor.year is None or not 0 < anchor.year + years <= date.max.year:
        return None
    return Partial(anchor.year + years, anchor.month if abs(years) == 1 else None)


def shifted(anchor: Partial | None, amount: int, unit: str) -> Partial | None:
    """So many units later (earlier, if negative), as precise as the unit: days for days and weeks, months, years."""
    if anchor is None:
        return None
    if unit in DAYS:
        return days_later(anchor, in_days(amount, unit))
    if unit == "month":
        return months_later(anchor, amount)
    return years_later(anchor, amount * (10 if unit == "decade" else 1))


def in_days(amount: int, unit: str) -> int:
    """Whole days in so many units of at most a fortnight."""
    parts = {"hour": _HOURS_A_DAY, "minute": _MINUTES_A_DAY}.get(unit, 1)
    whole = abs(amount) // parts if parts > 1 else abs(amount) * DAYS[unit]
    return whole if amount >= 0 else -whole


def coarser(partial: Partial | None) -> Partial | None:
    """A day to its month; a month or year as it is, since counting in them is rough enough."""
    return Partial(partial.year, partial.month) if partial else None


def span_around(anchor: Partial, unit: str, offset: int) -> tuple[Partial | None, Partial | None]:
    """First and last day, month or year of the week, weekend, month… that is `offset` away from the anchor's."""
    if unit in ("week", "weekend", "day"):
        return _days_around(anchor, unit, offset)
    if unit == "month":
        month = months_later(anchor, offset)
        return month, month
    if unit == "quarter" and anchor.month is not None:
        first = months_later(anchor, 3 * offset - (anchor.month - 1) % 3)
        return first, first and months_later(first, 2)
    if unit == "year" and anchor.year is not None:
        year = years_later(Partial(anchor.year), offset)
        return year, year
    if unit == "decade" and anchor.year is not None:
        first = years_later(Partial(anchor.year - anchor.year % 10), 10 * offset)
        return first, first and years_later(first, 9)
    return None, None


def _days_around(anchor: Partial, unit: str, offset: int) -> tuple[Partial | None, Partial | None]:
    """The week is Monday to Sunday; a weekend is the end of its week."""
    day = anchor.date()
    if day is None:
        return None, None
    if unit == "day":
        return days_later(anchor, offset), days_later(anchor, offset)
    monday = 7 * offset - day.weekday()
    return days_later(anchor, monday + (5 if unit == "weekend" else 0)), days_later(anchor, monday + 6)


def weekday_near(anchor: Partial | None, weekday: int, way: int, strict: bool) -> Partial | None:
    """The nearest such day of the week before (way -1) or after (1) a day, or that day itself unless `strict`."""
    day = anchor.date() if anchor else None
    if day is None:
        return None
    distance = (way * (weekday - day.weekday())) % 7
    return days_later(anchor, way * (7 if strict and not distance else distance))


def easter(year: int) -> Partial:
    """Easter Sunday of the Gregorian calendar, by the rule of Butcher."""
    century, rest = divmod(year, 100)
    golden = year % 19
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return Partial(year, month, day + 1)
