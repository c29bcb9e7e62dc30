"""The graph as vertices and edges with plain properties, for programs that draw or count networks.

In: the resolved graph. Out: vertices for nodes, events and documents; edges for roles, relations and sources.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.lexicon.ontology import Ontology, load
from kg.model import Graph, Node, Quote, ResolvedEvent, ResolvedRelation

Properties = Mapping[str, str | int | float]


@dataclass(frozen=True, slots=True)
class Vertex:
    """A node, event or document; `type` is its class, `properties` hold what there is."""

    id: str
    label: str
    type: str
    color: str
    properties: Properties


@dataclass(frozen=True, slots=True)
class Edge:
    """A role of an event (from the event), a relation, or a source (`evidence`, from the event to the document)."""

    id: str
    source: str
    target: str
    type: str
    label: str
    properties: Properties


def vertices(graph: Graph) -> Iterator[Vertex]:
    """All vertices, in the order of the graph."""
    ontology = load()
    for document in graph.documents:
        yield Vertex(f"document/{document.id}", document.title or document.id, "Document", ontology.color("Document"),
                     _given(date=document.date, publisher=document.publisher, url=document.url, source=document.source))
    for node in graph.nodes:
        yield Vertex(node.iri, node.name, node.type, ontology.color(node.type), _node(node))
    for event in graph.events:
        yield Vertex(event.iri, event.label, event.type, ontology.color(event.type), _event(event))


def edges(graph: Graph) -> Iterator[Edge]:
    """All edges, in the order of the graph. Relations to texts are left out: they have no other end."""
    ontology = load()
    for relation in graph.relations:
        found = ontology.properties.get(relation.predicate)
        if not (found and found.literal):
            yield Edge(relation.iri, relation.subject, relation.object, relation.predicate,
                       _phrase(ontology, relation.predicate), _trust(relation))
    for event in graph.events:
        ends = [(role, filler) for role, fillers in event.roles.items() for filler in fillers]
        ends += [("attributedTo", who if "/" in who else f"document/{who}") for who in event.attributed_to]
        ends += [("evidence", document) for document in _documents(event.evidence)]
        for role, filler in ends:
            yield Edge(f"{event.iri}-{role}-{filler}", event.iri, filler, role, _phrase(ontology, role), _trust(event))


def _phrase(ontology: Ontology, name: str) -> str:
    found = ontology.properties.get(name)
    return (found.phrase or found.label) if found else name


def _node(node: Node) -> Properties:
    return _given(aliases="; ".join(node.aliases), count=node.count, same_as="; ".join(node.same_as),
                  **{key: float(value) if key in ("lat", "long") else value for key, value in node.attributes.items()})


def _event(event: ResolvedEvent) -> Properties:
    time = event.times[0] if event.times else None
    return _given(start=time.start if time else None, end=time.end if time else None, stage=event.stage,
                  factuality=event.factuality, confidence=event.confidence, sources=event.independent_sources,
                  quote=event.evidence[0].text if event.evidence else None, **event.attributes)


def _trust(item: ResolvedEvent | ResolvedRelation) -> Properties:
    quote = item.evidence[0].text if item.evidence else None
    return _given(factuality=item.factuality, confidence=item.confidence, quote=quote,
                  documents="; ".join(_documents(item.evidence)))


def _documents(quotes: tuple[Quote, ...]) -> list[str]:
    return sorted({f"document/{quote.document.removeprefix('document/')}" for quote in quotes})


def _given(**values: str | int | float | None) -> Properties:
    """Those that have a value."""
    return {name: value for name, value in sorted(values.items()) if value not in (None, "")}
