"""Two reports in, a score with its reasons out, or a veto: whether two documents (or one) tell of one event."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kg.resolve.background import Background
from kg.resolve.compare import Comparison, added
from kg.resolve.reports import Report, Thing
from kg.resolve.times import gap

MERGE = 0.6  # who and where and when; or whom and when
DOUBT = 0.45
SAME_DAYS = 1  # sources may differ by a day: local time, or the day it was reported
CLASH_DAYS = 2  # two weeks between operations is two operations, and so are four days
NEWS_DAYS = 3  # undated reports this close are of one news cycle
STORY = 4  # rare names in common
TELLING = 0.5  # what a shared filler tells where ontology/identity.yaml does not say
DENIED = "denied"
COUNT_FACTOR, COUNT_SLACK = 2, 2  # early tolls double; beyond that it is another event


@dataclass(frozen=True, slots=True)
class Two:
    """Two reports to compare; `things` by number. `story` is how many rare names their documents share."""

    left: Report
    right: Report
    things: Mapping[int, Thing]
    background: Background
    story: int = 0

    def common(self, seat: str) -> list[int]:
        """The things that fill this seat in both."""
        others = self.right.seats.get(seat, ())
        return [number for number in self.left.seats.get(seat, ()) if number in others]


def _filler(seat: str) -> Callable[[Two], float]:
    def same(two: Two) -> float:
        telling = two.background.identity.events.telling
        return min(1.0, sum(telling.get(two.things[number].type, TELLING) for number in two.common(seat)))
    same.__name__ = f"same_{seat}"
    return same


def same_time(two: Two) -> float:
    """The same day or days."""
    return float(_apart(two) == 0 and _exact(two))


def near_time(two: Two) -> float:
    """A day apart, or a day in the same month."""
    apart = _apart(two)
    return float(apart is not None and apart <= SAME_DAYS and not same_time(two))


def same_news(two: Two) -> float:
    """At least one is undated, but the articles are of the same days."""
    told = (two.left.told, two.right.told)
    close = bool(told[0] and told[1] and gap(told[0], told[1]) <= NEWS_DAYS)
    return float(_apart(two) is None and (close or two.left.document == two.right.document))


def no_common_time(two: Two) -> float:
    """Nothing says that both are of the same days."""
    return float(_apart(two) is None and not same_news(two))


def same_kind(two: Two) -> float:
    """The same kind of attack or legal step."""
    ours, theirs = _kinds(two.left, two), _kinds(two.right, two)
    return float(bool(ours & theirs))


def same_counts(two: Two) -> float:
    """The same number of dead, injured or detained."""
    return float(any(two.right.counts.get(name) == count for name, count in two.left.counts.items()))


def one_document(two: Two) -> float:
    """One document returns to what it told before."""
    return float(two.left.document == two.right.document)


def opposed(two: Two) -> float:
    """One denies, the other does not, and nobody to whom it was done says that both speak of the same deed."""
    denials = {report.event.factuality == DENIED for report in (two.left, two.right)}
    return float(len(denials) > 1 and not two.common("patient") and not two.common("topic"))


def retold(two: Two) -> float:
    """One document returns to an event with nothing new on who took part."""
    if two.left.document != two.right.document or not (two.left.seats and two.right.seats):
        return 0.0
    left, right = (_fillings(report) for report in (two.left, two.right))
    return float(left <= right or right <= left)


def one_story(two: Two) -> float:
    """The two articles share so many rare names that they must be of one story."""
    return min(two.story, STORY) / STORY


SCORES: dict[Callable[[Two], float], float] = {
    _filler("agent"): 0.5,
    _filler("recipient"): 0.5,
    _filler("patient"): 0.8,
    _filler("place"): 0.5,
    _filler("destination"): 0.5,
    _filler("topic"): 0.4,
    same_time: 0.25,
    near_time: 0.05,
    same_news: 0.15,
    no_common_time: -0.15,
    same_kind: 0.1,
    same_counts: 0.15,
    one_document: 0.05,
    opposed: -0.3,
    retold: 0.2,
    one_story: 0.3,
}


def compare(two: Two) -> Comparison:
    """The score of a pair: the sum of its evidence by the table, at most 1; 0 with a veto, which most pairs meet."""
    veto = conflict(two)
    if veto:
        return Comparison(0.0, (), veto)
    return added((function.__name__, weight * function(two)) for function, weight in SCORES.items())


def conflict(two: Two) -> str:
    """Why the two can never be one event; empty if they can."""
    checks = (_types, _days, _stages, _numbers, _required, _complete, _fillers, _kind_clash)
    return next((reason for reason in (check(two) for check in checks) if reason), "")


def _types(two: Two) -> str:
    return "" if two.left.event.type == two.right.event.type else "different types"


def _stages(two: Two) -> str:
    stages = {two.left.event.stage, two.right.event.stage} - {None}
    together = any(stages <= set(family) for family in two.background.identity.events.stages)
    return "" if len(stages) < 2 or together else "different stages"


def _days(two: Two) -> str:
    apart = _apart(two)
    return "different days" if apart is not None and apart > CLASH_DAYS else ""


def _numbers(two: Two) -> str:
    for name, count in two.left.counts.items():
        low, high = sorted((count, two.right.counts.get(name, count)))
        if high > COUNT_FACTOR * low + COUNT_SLACK:
            return f"different numbers ({name})"
    return ""


def _required(two: Two) -> str:
    seat = two.background.identity.events.require.get(two.left.event.type)
    return "" if seat is None or two.common(seat) else f"not the same {seat}"


def _complete(two: Two) -> str:
    seat = two.background.identity.events.complete.get(two.left.event.type, "")
    left, right = set(two.left.seats.get(seat, ())), set(two.right.seats.get(seat, ()))
    return f"not the same {seat}" if left - right and right - left else ""


def _fillers(two: Two) -> str:
    """Seats filled by different things of one type: two towns, two persons; in one document any two things."""
    for seat in sorted(two.left.seats.keys() & two.right.seats.keys()):
        left, right = ([two.things[number] for number in report.seats[seat]] for report in (two.left, two.right))
        if not two.common(seat) and _exclude(two, seat, left, right):
            return f"different {seat}"
    return ""


def _exclude(two: Two, seat: str, left: list[Thing], right: list[Thing]) -> bool:
    if two.left.document == two.right.document:
        return True
    certain = seat in two.background.identity.events.apart
    return certain and any(a.named and b.named and a.type == b.type for a in left for b in right)


def _fillings(report: Report) -> set[tuple[str, int]]:
    return {(seat, number) for seat, numbers in report.seats.items() for number in numbers}


def _kind_clash(two: Two) -> str:
    left, right = _kinds(two.left, two), _kinds(two.right, two)
    return "different kinds" if left and right and not left & right else ""


def _kinds(report: Report, two: Two) -> set[str]:
    vague = two.background.identity.events.vague
    return {value for value in report.event.attributes.values() if isinstance(value, str) and value not in vague}


def _apart(two: Two) -> int | None:
    return gap(two.left.time, two.right.time) if two.left.time and two.right.time else None


def _exact(two: Two) -> bool:
    return bool(two.left.time and two.right.time and two.left.time.exact and two.right.time.exact)
