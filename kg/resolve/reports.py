"""Events of one document in, reports out: who fills which seat, by the clusters that names were put in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.model import Entity, Event, Extraction
from kg.resolve.background import Background
from kg.resolve.times import Interval, day, interval

Seats = Mapping[str, tuple[int, ...]]  # sorted; tuples take a third of the memory of sets

NONE: Mapping[str, Any] = {}  # one for all reports: most have nobody nameless and no counts


@dataclass(frozen=True, slots=True)
class Thing:
    """A cluster of profiles as an event sees it."""

    number: int
    type: str
    named: bool


@dataclass(frozen=True, slots=True)
class Report:
    """An event as one document tells it. `key` orders reports: by date of the document, then its id.

    `seats` holds the numbers of the things in each seat, `unnamed` those without a name. `told` is when the document
    was written.
    """

    key: tuple[str, ...]
    document: int
    event: Event
    seats: Seats
    unnamed: Mapping[str, tuple[Entity, ...]]
    counts: Mapping[str, int]
    time: Interval | None
    told: Interval | None


def reports(extractions: Sequence[Extraction], things: Sequence[Mapping[str, Thing]],
            background: Background) -> Iterator[Report]:
    """All events of all documents; `things` holds for each document what its local ids are."""
    for number, (extraction, known) in enumerate(zip(extractions, things, strict=True)):
        entities = {entity.id: entity for entity in extraction.entities}
        for event in extraction.events:
            yield _report(number, extraction, event, known, entities, background)


def _report(number: int, extraction: Extraction, event: Event, known: Mapping[str, Thing],
            entities: Mapping[str, Entity], background: Background) -> Report:
    document, rules = extraction.document, background.identity.events
    seats: dict[str, set[int]] = defaultdict(set)
    unnamed: dict[str, list[Entity]] = defaultdict(list)
    counts = {name: int(event.attributes[name]) for name in rules.counts if name in event.attributes}
    for role, fillers in event.roles.items():
        seat = rules.seats.get(role, role)
        for entity in (entities[filler] for filler in fillers if filler in known):
            seats[seat].add(known[entity.id].number)
            if not known[entity.id].named:
                unnamed[seat].append(entity)
    counts |= {seat: entity.count for seat, found in unnamed.items() for entity in found
               if len(found) == 1 and entity.count is not None}
    return Report(
        (document.date or "9999", document.id, event.id), number, event,
        {seat: tuple(sorted(found)) for seat, found in seats.items()},
        {seat: tuple(found) for seat, found in unnamed.items()} or NONE, counts or NONE,
        interval(event.time, document.date), day(document.date))
