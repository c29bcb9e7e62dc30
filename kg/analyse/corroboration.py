"""How well events are supported: a graph in, its events by the number of independent sources out."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Graph


@dataclass(frozen=True, slots=True)
class Support:
    """An event with its documents, and how many of them are independent of one another."""

    event: str
    label: str
    documents: tuple[str, ...]
    independent: int


def corroboration(graph: Graph) -> tuple[Support, ...]:
    """All events, the best supported first."""
    found = (Support(event.iri, event.label, tuple(sorted({quote.document for quote in event.evidence})),
                     event.independent_sources) for event in graph.events)
    return tuple(sorted(found, key=lambda support: (-support.independent, -len(support.documents), support.event)))
