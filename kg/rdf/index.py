"""Who is mentioned where: what a writer must know of a graph before it can write it document by document.

In: the resolved graph. Out: an Index, with lists by document and by subject; quotes and texts are not copied.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from kg.ids import slug
from kg.model import Document, Graph, Node, Quote, ResolvedEvent, ResolvedRelation
from kg.rdf.blocks import plain

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Index:
    """A graph with its publishers as nodes, and what stands in which document.

    `nodes_in` gives with each node the texts that mention it; `documents_of`, for a node, event or relation, the ids of
    the documents that support it.
    """

    graph: Graph
    publishers: Mapping[str, str]
    documents_of: Mapping[str, frozenset[str]]
    relations_of: Mapping[str, Sequence[ResolvedRelation]]
    nodes_in: Mapping[str, Sequence[tuple[Node, frozenset[str]]]]
    events_in: Mapping[str, Sequence[ResolvedEvent]]
    relations_in: Mapping[str, Sequence[ResolvedRelation]]

    def supports(self, document: str, whole: str, part: str) -> bool:
        """Whether a document that tells of `whole` may name `part`: it mentions it, or none that tells of it does."""
        found = self.documents_of.get(part, _NONE)
        return document in found or found.isdisjoint(self.documents_of[whole])


def index(graph: Graph) -> Index:
    """The index of a graph."""
    publishers, media = _publishers(graph)
    nodes = tuple(sorted((*graph.nodes, *media), key=lambda node: node.iri))
    documents_of = {node.iri: _documents(node.mentions) for node in nodes}
    documents_of |= {event.iri: _documents(event.evidence) for event in graph.events}
    documents_of |= {relation.iri: _documents(relation.evidence) for relation in graph.relations}
    relations_of: dict[str, list[ResolvedRelation]] = defaultdict(list)
    for relation in sorted(graph.relations, key=lambda r: (r.subject, r.predicate, r.object)):
        if plain(relation):
            relations_of[relation.subject].append(relation)
    nodes_in = _written(nodes)
    by_iri = {node.iri: node for node in media}
    for document, publisher in publishers.items():
        if publisher in by_iri:
            nodes_in[document].append((by_iri[publisher], frozenset()))
    return Index(
        replace(graph, nodes=nodes), publishers, documents_of, relations_of, nodes_in,
        _by_document(graph.events, documents_of), _by_document(graph.relations, documents_of))


def _written(nodes: Iterable[Node]) -> dict[str, list[tuple[Node, frozenset[str]]]]:
    found: dict[str, list[tuple[Node, frozenset[str]]]] = defaultdict(list)
    for node in nodes:
        texts: dict[str, set[str]] = {}
        for quote in node.mentions:
            texts.setdefault(quote.document, set()).add(quote.text)
        for document, written in texts.items():
            found[document].append((node, frozenset(written)))
    return found


Thing = TypeVar("Thing", ResolvedEvent, ResolvedRelation)


def _by_document(things: Iterable[Thing], documents_of: Mapping[str, frozenset[str]]) -> dict[str, list[Thing]]:
    found: dict[str, list[Thing]] = defaultdict(list)
    for thing in things:
        for document in documents_of[thing.iri]:  # the order does not count: each has a list of its own
            found[document].append(thing)
    return found


def _documents(quotes: Sequence[Quote]) -> frozenset[str]:
    return frozenset([quote.document for quote in quotes])


def _publishers(graph: Graph) -> tuple[dict[str, str], tuple[Node, ...]]:
    """The IRI of the publisher of each document, and nodes for those that the graph does not hold yet."""
    known = {name.casefold(): node.iri for node in reversed(graph.nodes) if node.type == "MediaOrganization"
             for name in (*node.aliases, node.name)}
    taken = {node.iri for node in graph.nodes}
    found: dict[str, str] = {}
    new: dict[str, Node] = {}
    for document in graph.documents:
        if document.publisher:
            iri = known.get(document.publisher.casefold()) or f"media/{slug(document.publisher)}"
            found[document.id] = iri
            if iri not in taken:
                new.setdefault(iri, _medium(iri, document))
    return found, tuple(new.values())


def _medium(iri: str, document: Document) -> Node:
    return Node(iri, "MediaOrganization", document.publisher or "")
