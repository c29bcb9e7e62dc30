"""Reports in, clusters of reports that tell of one event out, and links between the nameless who fill its seats."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, product

from kg.resolve.background import Background
from kg.resolve.cluster import Link, cluster
from kg.resolve.compare import Comparison
from kg.resolve.decisions import Decisions
from kg.resolve.happenings import DOUBT, MERGE, Two, compare, conflict
from kg.resolve.reports import Report, Thing
from kg.resolve.stories import Stories

LARGE = 40  # a larger block is cut by time into overlapping ones of this size: 780 pairs each

NOTHING: Decisions[Report] = Decisions()


@dataclass(frozen=True, slots=True)
class Told:
    """Clusters of reports of one event each, and pairs of reports that nearly were of one."""

    groups: list[list[Report]]
    near: list[tuple[Report, Report, Comparison]]


def one_event(found: Sequence[Report], things: Mapping[int, Thing], background: Background, stories: Stories,
              decisions: Decisions[Report] = NOTHING) -> Told:
    """Clusters of reports, each in the order of their keys."""
    links, near = [], []
    for two in candidates(found, things, background, stories):
        comparison = compare(two)
        if comparison.score >= MERGE:
            links.append(Link(two.left, two.right, comparison.score))
        elif comparison.score >= DOUBT and two.left.document != two.right.document:
            near.append((two.left, two.right, comparison))

    def exclude(left: Report, right: Report) -> str:
        return conflict(Two(left, right, things, background))

    return Told(cluster(found, [*links, *decisions.links], decisions.beside(exclude)), near)


def candidates(found: Sequence[Report], things: Mapping[int, Thing], background: Background,
               stories: Stories) -> Iterator[Two]:
    """Pairs of reports of one type that share a filler or a story, once, in the order of their keys."""
    ordered = sorted(found, key=lambda report: report.key)
    blocks: list[list[Sequence[int]]] = [[] for _ in ordered]
    for block in chain(_blocks(ordered, things), _of_one_story(ordered, stories)):
        for number in block:
            blocks[number].append(block)
    for left, own in enumerate(blocks):  # one report at a time: all pairs at once take more memory than all else
        for right in sorted({number for block in own for number in block if number > left}):
            one, other = ordered[left], ordered[right]
            if one.event.type == other.event.type:
                story = stories.get((min(one.document, other.document), max(one.document, other.document)), 0)
                yield Two(one, other, things, background, story)


def _of_one_story(reports: Sequence[Report], stories: Stories) -> Iterator[tuple[int, int]]:
    told: dict[tuple[int, str], list[int]] = defaultdict(list)
    for number, report in enumerate(reports):
        told[report.document, report.event.type].append(number)
    types = sorted({kind for _, kind in told})
    for left, right in stories:
        for kind in types:
            yield from product(told.get((left, kind), ()), told.get((right, kind), ()))


def _blocks(reports: Sequence[Report], things: Mapping[int, Thing]) -> Iterator[Sequence[int]]:
    found: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, report in enumerate(reports):
        for key in _keys(report, things):
            found[key].append(number)
    for members in found.values():
        if 1 < len(members) <= LARGE:
            yield members
        elif len(members) > LARGE:
            timely = sorted(members, key=lambda number: (_when(reports[number]), number))
            yield from (timely[start:start + LARGE] for start in range(0, len(timely), LARGE // 2))


def _keys(report: Report, things: Mapping[int, Thing]) -> Iterator[tuple[str, ...]]:
    fillers = {number for numbers in report.seats.values() for number in numbers}
    states = sorted(number for number in fillers if things[number].type == "State")
    for number in fillers.difference(states):
        yield (report.event.type, str(number))
    for pair in combinations(states, 2):  # one state alone is in half of all reports
        yield (report.event.type, *map(str, pair))


def _when(report: Report) -> str:
    known = report.time or report.told
    return known.first.isoformat() if known else "9999"


def same_people(groups: Sequence[Sequence[Report]]) -> Iterator[tuple[tuple[int, str], tuple[int, str]]]:
    """Nameless things that are one because they alone fill one seat of one event in two documents.

    Each is given as the number of its document and its id there.
    """
    for group in groups:
        for left, right in combinations(group, 2):
            if left.document != right.document:
                yield from _same_seat(left, right)


def _same_seat(left: Report, right: Report) -> Iterator[tuple[tuple[int, str], tuple[int, str]]]:
    for seat in sorted(left.unnamed.keys() & right.unnamed.keys()):
        ours, theirs = left.unnamed[seat], right.unnamed[seat]
        if len(ours) == len(theirs) == 1 and ours[0].type == theirs[0].type:
            yield (left.document, ours[0].id), (right.document, theirs[0].id)
