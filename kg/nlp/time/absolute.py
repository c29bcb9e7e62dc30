"""Expressions that name days, months and years. In: kept words and the scene. Out: a Reading, or None if it is no date.

Where the year is left out, it is the one that puts the date nearest before the document's date, or after it where the
text tells that it lies ahead.
"""

from __future__ import annotations

from dataclasses import replace

from kg.nlp.time.partial import Partial, days_later, months_later
from kg.nlp.time.scene import Kept, Kind, Reading, Scene, count, number, point, stretch

_PIVOT = 50  # without a document date, two digits from here on are of the twentieth century
_AHEAD_OF_REFERENCE = 5  # years: two digits mean the latest year that is at most so far ahead of the document
_MONTHS = 12
_SEASON = 3  # months; northern seasons of whole months, as almanacs of the weather have them


def day(kept: Kept, scene: Scene) -> Reading | None:
    """One day, or the first to the last of some days."""
    year = _year(kept, scene)
    start = Partial(year, number(kept, "month"), number(kept, "day"))
    end = Partial(number(kept, "year2") or year, count(kept, "month2", start.month or 0),
                  count(kept, "day2", start.day or 0))
    if not (start.valid() and end.valid()):
        return Reading(None, None, Kind.NONE)
    if start == end:
        dated = _with_year(start, scene, number(kept, "weekday"))
        return point(dated, Kind.DATE)
    start, end = _years_of(start, end, number(kept, "year") or year, scene)
    return stretch(start, end) if _in_order(start, end) else None


def numeric(kept: Kept, scene: Scene) -> Reading | None:
    """Digits: year, month and day in a known order, or two numbers of which the text must tell the day."""
    year = number(kept, "year")
    if "month" in kept:
        whole = Partial(year, number(kept, "month"), number(kept, "day"))
        return point(whole, Kind.DATE) if whole.valid() else None
    a, b = count(kept, "a", 0), count(kept, "b", 0)
    both = [partial for partial in dict.fromkeys((Partial(year, b, a), Partial(year, a, b))) if partial.valid()]
    dated = [_with_year(partial, scene, None) for partial in both]
    weekday = number(kept, "weekday")
    agreeing = [one for one in dated if weekday is not None and one.weekday() == weekday]
    choice = agreeing or dated
    if not choice:
        return None
    if len(choice) == 1:
        return point(choice[0], Kind.DATE)
    return point(Partial(year) if year else None, Kind.DATE)


def day_of_month(kept: Kept, scene: Scene) -> Reading | None:
    """A day of the month of the document, or of the month `which` months away."""
    if scene.reference is None:
        return point(None, Kind.RELATIVE)
    month = months_later(scene.reference, count(kept, "which", 0))
    if month is None:
        return point(None, Kind.RELATIVE)
    found = replace(month, day=number(kept, "day"))
    today = scene.reference.date()
    if "which" not in kept and found.valid() and today and not scene.ahead and (found.date() or today) > today:
        found = replace(months_later(month, -1) or month, day=found.day)
    return point(found, Kind.RELATIVE) if found.valid() else None


def month(kept: Kept, scene: Scene) -> Reading | None:
    """One month, or the first to the last of some months."""
    first, last = count(kept, "month", 0), number(kept, "month2")
    if last is not None:
        return _months(kept, scene, first, last)
    if year := _year(kept, scene):
        return point(Partial(year, first), Kind.DATE)
    return point(_month_near(first, scene, number(kept, "which")), Kind.DATE)


def two_months(kept: Kept, scene: Scene) -> Reading | None:
    """Two months joined: one time only if the second follows the first."""
    return month(kept, scene) if count(kept, "month2", 0) == count(kept, "month", 0) % _MONTHS + 1 else None


def season(kept: Kept, scene: Scene) -> Reading | None:
    """Three months; a winter is of the year in which it begins."""
    first = count(kept, "season", 0)
    begin = Partial(number(kept, "year"), first) if "year" in kept else _month_near(
        first, scene, number(kept, "which"), _SEASON)
    return stretch(begin, begin and months_later(begin, _SEASON - 1))


def year(kept: Kept, scene: Scene) -> Reading | None:
    """One year, or the first to the last."""
    first, last = count(kept, "year", 0), count(kept, "year2", count(kept, "year", 0))
    if last < first:
        return None
    return point(Partial(first), Kind.DATE) if first == last else stretch(Partial(first), Partial(last))


def year_or_month(kept: Kept, scene: Scene) -> Reading | None:
    """`2012-14` are years, `2019-10` is a month."""
    first, second = count(kept, "year", 0), count(kept, "yy", 0)
    century, rest = divmod(first, 100)
    if second > rest:
        return stretch(Partial(first), Partial(century * 100 + second))
    return point(Partial(first, second), Kind.DATE) if 1 <= second <= _MONTHS else None


def part_of_year(kept: Kept, scene: Scene) -> Reading | None:
    """The months of a half or a quarter of a year."""
    length = 6 if "half" in kept else 3
    begin = Partial(number(kept, "year"), count(kept, "half", count(kept, "quarter", 0)) * length + 1)
    return stretch(begin, months_later(begin, length - 1))


def decade(kept: Kept, scene: Scene) -> Reading | None:
    """Ten years, or the five that a part of them names."""
    first = count(kept, "decade", 0)
    if first < 100:
        first += 1900 if first >= 30 else 2000
    if "part" in kept:
        first += count(kept, "part", 0)
        return stretch(Partial(first), Partial(first + 4))
    return stretch(Partial(first), Partial(first + 9))


def _year(kept: Kept, scene: Scene) -> int | None:
    """The year that the expression gives: four digits, two digits, or "last year"."""
    if "yy" in kept:
        return _full_year(count(kept, "yy", 0), scene)
    if "yearly" in kept and scene.reference and scene.reference.year:
        return scene.reference.year + count(kept, "yearly", 0)
    return number(kept, "year")


def _full_year(two_digits: int, scene: Scene) -> int:
    if scene.reference is None or scene.reference.year is None:
        return two_digits + (1900 if two_digits >= _PIVOT else 2000)
    latest = scene.reference.year + _AHEAD_OF_REFERENCE
    return latest - (latest - two_digits) % 100


def _with_year(partial: Partial, scene: Scene, weekday: int | None) -> Partial:
    """The day in the year that the document's date suggests; a day of the week that agrees decides."""
    reference = scene.reference
    if partial.year is not None or reference is None or reference.year is None:
        return partial
    years = [replace(partial, year=reference.year + offset) for offset in (0, -1, 1)]
    possible = [one for one in years if one.valid()]
    if not possible:
        return partial
    near = _nearest(possible, scene)
    agreeing = [one for one in possible if weekday is not None and one.weekday() == weekday]
    return near if near in agreeing or not agreeing else agreeing[0]


def _nearest(possible: list[Partial], scene: Scene) -> Partial:
    """The latest of some dates on or before the document's date, or the earliest after it if it lies ahead."""
    reference = scene.reference or possible[0]
    ordered = sorted(possible, key=lambda one: (one.year or 0, one.month or 0, one.day or 0))
    key = (reference.year or 0, reference.month or _MONTHS, reference.day or 31)
    reach = days_later(reference, scene.reach)
    if scene.ahead is None and reach:
        key = (reach.year or 0, reach.month or 0, reach.day or 0)
    before = [one for one in ordered if (one.year or 0, one.month or 0, one.day or 0) <= key]
    after = [one for one in ordered if (one.year or 0, one.month or 0, one.day or 0) >= key]
    if scene.ahead and after:
        return after[0]
    return before[-1] if before else ordered[0]


def _month_near(wanted: int, scene: Scene, which: int | None, length: int = 1) -> Partial | None:
    """The month nearest to the document's: before it, or after it where it lies ahead or is the next."""
    reference = scene.reference
    if reference is None or reference.year is None:
        return None
    if which == 0 or reference.month is None:
        return Partial(reference.year, wanted)
    back = (reference.month - wanted) % _MONTHS
    if which == 1 or (which is None and scene.ahead):
        return months_later(reference, (-back % _MONTHS) or (_MONTHS if which else 0))
    return months_later(reference, -(back if back >= (length if which else 0) else back + _MONTHS))


def _months(kept: Kept, scene: Scene, first: int, last: int) -> Reading:
    year = number(kept, "year2") or _year(kept, scene)
    end = Partial(year, last) if year else _month_near(last, scene, None)
    if end is None or end.year is None:
        return stretch(None, None)
    if "year2" in kept and "year" in kept:
        return stretch(Partial(number(kept, "year"), first), end)
    if "year" in kept:
        return stretch(Partial(end.year, first), replace(end, year=end.year + (last < first)))
    return stretch(Partial(end.year - (last < first), first), end)


def _years_of(start: Partial, end: Partial, given: int | None, scene: Scene) -> tuple[Partial, Partial]:
    """Both ends with their years: the one that is given, or that of the first day, tells the other."""
    over_new_year = (start.month or 0, start.day or 0) > (end.month or 0, end.day or 0)
    if given is None and end.year is not None:
        return replace(start, year=end.year - over_new_year), end
    start = _with_year(start, scene, None)
    if start.year is not None and (end.year is None or end.year == given):
        end = replace(end, year=start.year + over_new_year)
    return start, end


def _in_order(start: Partial, end: Partial) -> bool:
    first, last = start.date(), end.date()
    return first <= last if first and last else start.year is None
