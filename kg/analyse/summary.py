"""A graph in numbers: what it holds by class, its plots by stage, its busiest actors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.lexicon.ontology import Ontology
from kg.model import Graph, Node

BUSIEST = 5


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts by class, the most frequent first. `busiest` are the actors in most events, with that number."""

    documents: int
    publishers: int
    actors: Mapping[str, int]
    others: Mapping[str, int]
    events: Mapping[str, int]
    stages: Mapping[str, int]
    relations: int
    corroborated: int
    busiest: tuple[tuple[str, int], ...]


def summarize(graph: Graph, ontology: Ontology) -> Summary:
    """The summary. What only the knowledge base says is not counted."""
    nodes = [node for node in graph.nodes if node.mentions]
    actors = [node for node in nodes if ontology.is_a(node.type, "Actor")]
    return Summary(
        len(graph.documents), len({document.publisher for document in graph.documents if document.publisher}),
        _counts(node.type for node in actors),
        _counts(node.type for node in nodes if not ontology.is_a(node.type, "Actor")),
        _counts(event.type for event in graph.events),
        _counts(event.stage for event in graph.events if event.stage and event.type == "Plot"),
        sum(bool(relation.evidence) for relation in graph.relations),
        sum(event.independent_sources > 1 for event in graph.events), _busiest(graph, actors))


def _busiest(graph: Graph, actors: list[Node]) -> tuple[tuple[str, int], ...]:
    named = {node.iri: node.name for node in actors if any(quote.text[:1].isupper() for quote in node.mentions)}
    counts = Counter(iri for event in graph.events
                     for iri in {filler for fillers in event.roles.values() for filler in fillers} if iri in named)
    first = sorted(counts, key=lambda iri: (-counts[iri], iri))[:BUSIEST]
    return tuple((named[iri], counts[iri]) for iri in first)


def _counts(values: Iterable[str]) -> Mapping[str, int]:
    counts = Counter(values)
    return {name: counts[name] for name in sorted(counts, key=lambda name: (-counts[name], name))}
