"""Expressions that count from the document's date, from a date before them, or from an event.

In: kept words and the scene. Out: a Reading, or None if the words are no time here.
"""

from __future__ import annotations

from kg.nlp.time.partial import (
    DAYS,
    Partial,
    coarser,
    days_later,
    easter,
    parse,
    shifted,
    span_around,
    weekday_near,
)
from kg.nlp.time.scene import Kept, Kind, Reading, Scene, Shift, count, number, point, stretch

_MOVING = "easter"  # days that are told from this one in the file


def weekday(kept: Kept, scene: Scene) -> Reading | None:
    """The last such day on or before the document's date; after it where the text tells that it lies ahead."""
    wanted = count(kept, "weekday", 0)
    if "weekly" in kept:
        monday, _ = span_around(scene.reference, "week", count(kept, "weekly", 0)) if scene.reference else (None, None)
        return point(days_later(monday, wanted), Kind.RELATIVE)
    if "weekday2" in kept:
        last = _weekday(count(kept, "weekday2", 0), None, scene)
        return stretch(weekday_near(last, wanted, -1, strict=True), last)
    return point(_weekday(wanted, number(kept, "which"), scene), Kind.RELATIVE)


def neighboring_weekday(kept: Kept, scene: Scene) -> Reading | None:
    """ "The following Tuesday": from the date before it in the text."""
    way = count(kept, "neighbor", 0)
    anchor = _anchor(scene, way)
    if way:
        return point(weekday_near(anchor, count(kept, "weekday", 0), way, strict=True), Kind.ANAPHORIC)
    monday, _ = span_around(anchor, "week", 0) if anchor else (None, None)
    return point(days_later(monday, count(kept, "weekday", 0)), Kind.ANAPHORIC)


def deictic_day(kept: Kept, scene: Scene) -> Reading | None:
    """Yesterday, today, tomorrow, last night."""
    return point(days_later(scene.reference, count(kept, "shift", 0)), Kind.RELATIVE)


def overnight(kept: Kept, scene: Scene) -> Reading | None:
    """From the day before the document to its day."""
    return stretch(days_later(scene.reference, -1), scene.reference if _is_day(scene) else None)


def span(kept: Kept, scene: Scene) -> Reading | None:
    """Last week, this month, next year: without `which`, the one of the document."""
    if scene.reference is None:
        return point(None, Kind.RELATIVE)
    start, end = span_around(scene.reference, str(kept["span"]), count(kept, "which", 0))
    return stretch(start, end, Kind.RELATIVE)


def this_weekend(kept: Kept, scene: Scene) -> Reading | None:
    """The last weekend that has begun, or the next one where it lies ahead."""
    saturday = _weekday(5, None, scene)
    return stretch(saturday, days_later(saturday, 1), Kind.RELATIVE)


def ago(kept: Kept, scene: Scene) -> Reading | None:
    """So long before the document; "about" makes it less precise."""
    found = shifted(scene.reference, -count(kept, "number", 1), _unit(kept))
    return point(coarser(found) if "about" in kept else found, Kind.RELATIVE)


def hours_ago(kept: Kept, scene: Scene) -> Reading | None:
    """The day of the document."""
    return point(scene.reference if _is_day(scene) else None, Kind.RELATIVE)


def from_now(kept: Kept, scene: Scene) -> Reading | None:
    """So long after the document."""
    return point(shifted(scene.reference, count(kept, "number", 1), _unit(kept)), Kind.RELATIVE)


def in_future(kept: Kept, scene: Scene) -> Reading | None:
    """ "In two weeks": a date only where the text tells that it lies ahead, otherwise how long something took."""
    return from_now(kept, scene) if scene.ahead else None


def within(kept: Kept, scene: Scene) -> Reading | None:
    """From the document's date to so long after it; in a report of the past, how long something took."""
    if scene.ahead is False:
        return point(None, Kind.DURATION)
    return _from_reference(kept, scene, 1)


def past_span(kept: Kept, scene: Scene) -> Reading | None:
    """The last three months, up to the document's date."""
    return _from_reference(kept, scene, -1)


def next_span(kept: Kept, scene: Scene) -> Reading | None:
    """The next three months, from the document's date."""
    return _from_reference(kept, scene, 1)


def shift(kept: Kept, scene: Scene) -> Reading | None:
    """ "Two days earlier": from the date before it in the text, or the document's where there is none."""
    way = count(kept, "way", 1)
    found = shifted(_anchor(scene, way), way * count(kept, "number", 1), _unit(kept))
    return point(coarser(found) if "about" in kept else found, Kind.ANAPHORIC)


def hours_later(kept: Kept, scene: Scene) -> Reading | None:
    """The day of the date before it in the text."""
    anchor = _anchor(scene, 1)
    return point(anchor if anchor and anchor.date() else None, Kind.ANAPHORIC)


def neighbor(kept: Kept, scene: Scene) -> Reading | None:
    """That day, the following week, the year before: from the date before it in the text."""
    way = count(kept, "neighbor", count(kept, "way", 0))
    anchor = _anchor(scene, way)
    if anchor is None:
        return point(None, Kind.ANAPHORIC)
    start, end = span_around(anchor, _unit(kept), way)
    return stretch(start, end, Kind.ANAPHORIC)


def event(kept: Kept, scene: Scene) -> Reading | None:
    """So long before or after an event; its date is for others to find. Weeks without a number have no shift."""
    unit, amount = _unit(kept), number(kept, "number")
    if "way" not in kept:
        return Reading(None, None, Kind.EVENT, Shift(amount or 0, unit, within=amount is not None))
    if amount is None:
        amount = 0 if DAYS.get(unit) == 0 else 1 if "one" in kept else None
    return Reading(None, None, Kind.EVENT, None if amount is None else Shift(count(kept, "way", 1) * amount, unit))


def named_day(day: str, scene: Scene) -> Reading | None:
    """A day with a name, whole or without its year, or told from Easter; a whole one lies before the document."""
    reference = scene.reference
    if day.startswith(_MOVING):
        return point(_feast(int(day.removeprefix(_MOVING)), scene), Kind.DATE)
    partial = parse(day) or Partial(None, int(day[2:4]), int(day[5:7]))
    if partial.date() and reference and (reference.iso() or "") < (partial.iso() or ""):
        return None
    if partial.year is None and reference and reference.year:
        this_year = Partial(reference.year, partial.month, partial.day)
        later = (this_year.iso() or "") > (reference.iso() or "")
        partial = Partial(reference.year - (later and not scene.ahead), partial.month, partial.day)
    return point(partial, Kind.DATE)


def _feast(days: int, scene: Scene) -> Partial | None:
    """So many days after Easter: the last time, or the next where it lies ahead."""
    reference = scene.reference
    if reference is None or reference.year is None:
        return None
    feasts = [days_later(easter(reference.year + offset), days) for offset in (-1, 0, 1)]
    today, ahead = reference.iso() or "", bool(scene.ahead)
    wanted = [feast for feast in feasts if feast and ((feast.iso() or "") > today) == ahead]
    return (wanted[0] if scene.ahead else wanted[-1]) if wanted else None


def dateless(kind: Kind) -> Reading:
    """A time that has no date."""
    return Reading(None, None, kind)


def _weekday(wanted: int, which: int | None, scene: Scene) -> Partial | None:
    way = 1 if which == 1 or (scene.ahead and which != -1) else -1
    return weekday_near(scene.reference, wanted, way, strict=which in (-1, 1))


def _anchor(scene: Scene, way: int) -> Partial | None:
    """The date that an expression counts from: the nearest end of the one before it in the text."""
    if scene.previous is None:
        return scene.reference
    first, last = scene.previous.start, scene.previous.end
    return (first or last) if way < 0 else (last or first)


def _from_reference(kept: Kept, scene: Scene, way: int) -> Reading:
    """From the document's date so many units back or ahead, both ends as precise as the unit."""
    unit = _unit(kept)
    here, there = shifted(scene.reference, 0, unit), shifted(scene.reference, way * count(kept, "number", 1), unit)
    if unit == "year" and here and there:
        here, there = Partial(here.year), Partial(there.year)
    if unit in DAYS and here == there:
        return stretch(None, None)
    return stretch(there, here) if way < 0 else stretch(here, there)


def _unit(kept: Kept) -> str:
    return str(kept.get("unit") or kept.get("unit2") or "day")


def _is_day(scene: Scene) -> bool:
    return bool(scene.reference and scene.reference.date())
