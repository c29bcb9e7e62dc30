"""The course of events: a graph in, its dated events in the order of their days out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Graph, ResolvedEvent


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """When an event began and ended, as precisely as its best supported source says."""

    start: str
    end: str
    event: str
    label: str


def timeline(graph: Graph) -> tuple[Moment, ...]:
    """The dated events, the earliest first; those without a year come before all others."""
    return tuple(sorted(moment for event in graph.events for moment in _moment(event)))


def _moment(event: ResolvedEvent) -> Iterator[Moment]:
    dated = next((time for time in event.times if time.start or time.end), None)
    if dated:
        start, end = dated.start or dated.end or "", dated.end or dated.start or ""
        yield Moment(start, end, event.iri, event.label)
