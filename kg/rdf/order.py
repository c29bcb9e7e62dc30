"""The order of what is written: one stream for the whole graph, or one for each named graph.

In: an index. Out: sections of blocks; the order depends on content alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from kg.lexicon.ontology import Ontology
from kg.model import Document, Node, Quote, ResolvedRelation
from kg.rdf import blocks
from kg.rdf.blocks import Block
from kg.rdf.index import Index
from kg.rdf.terms import Terms

Section = tuple[str, Iterable[Block]]


def sections(found: Index, t: Terms, ontology: Ontology) -> Iterator[Section]:
    """Everything that is known, each thing once, under headings."""
    graph = found.graph
    yield "Documents", _documents(found, t)
    for heading, kind in (("Actors", "Actor"), ("Places", "Place"), ("Weapons and targets", "")):
        nodes = [node for node in graph.nodes if _kind(node, ontology) == kind]
        yield heading, (blocks.node_block(t, node, found.relations_of.get(node.iri, ()), found.documents_of[node.iri],
                                          ontology) for node in nodes)
    yield "Events", (blocks.event_block(t, event, event.evidence, _anything, ontology) for event in graph.events)
    yield "Assertions", (blocks.assertion_block(t, relation, relation.evidence, _anything, ontology)
                         for relation in graph.relations)
    yield "Evidence", blocks.evidence_blocks(t, _quotes(found))


def kinds(found: Index) -> set[str]:
    """The first parts of all local names."""
    graph = found.graph
    iris = [item.iri for items in (graph.nodes, graph.events, graph.relations) for item in items]
    return {iri.partition("/")[0] for iri in iris} | {"activity", "document", "evidence", "graph", "source"}


def named_graphs(found: Index, t: Terms, ontology: Ontology) -> Iterator[Section]:
    """The graphs by their names: first what belongs to none, then one for each document, then background knowledge."""
    loose = (node for node in found.graph.nodes
             if not node.known and not found.documents_of[node.iri] and node.iri not in found.publishers.values())
    yield "", iter([blocks.run_block(t, found.graph), *(_bare(found, t, node, ontology) for node in loose)])
    for document in found.graph.documents:
        yield blocks.document_iri(document.id), _in_document(found, t, document, ontology)
    yield blocks.KNOWLEDGE, _knowledge(found, t, ontology)


def _anything(iri: str) -> bool:
    return True


def _kind(node: Node, ontology: Ontology) -> str:
    ancestors = ontology.ancestors(node.type)
    return next((kind for kind in ("Actor", "Place") if kind in ancestors), "")


def _documents(found: Index, t: Terms) -> Iterator[Block]:
    yield blocks.run_block(t, found.graph)
    for source in _sources(found.graph.relations):
        yield blocks.source_block(t, source)
    for document in found.graph.documents:
        yield blocks.document_block(t, document, found.publishers.get(document.id))


def _sources(relations: Iterable[ResolvedRelation]) -> list[str]:
    by_iri = {blocks.source_iri(relation.source): relation.source for relation in relations if relation.source}
    return [source for _, source in sorted(by_iri.items())]


def _quotes(found: Index) -> Iterator[Quote]:
    for event in found.graph.events:
        yield from event.evidence
    for relation in found.graph.relations:
        yield from relation.evidence


def _bare(found: Index, t: Terms, node: Node, ontology: Ontology) -> Block:
    return blocks.node_block(t, node, (), (), ontology)


def _in_document(found: Index, t: Terms, document: Document, ontology: Ontology) -> Iterator[Block]:
    support = partial(found.supports, document.id)
    yield blocks.document_block(t, document, found.publishers.get(document.id))
    for node in found.nodes_in.get(document.id, ()):
        yield _seen(found, t, node, document.id, ontology)
    quotes: list[Quote] = []
    for event in found.events_in.get(document.id, ()):
        evidence = _of(event.evidence, document.id)
        quotes += evidence
        yield blocks.event_block(t, event, evidence, partial(support, event.iri), ontology)
    for relation in found.relations_in.get(document.id, ()):
        evidence = _of(relation.evidence, document.id)
        quotes += evidence
        yield blocks.assertion_block(t, relation, evidence, partial(support, relation.iri), ontology)
    yield from blocks.evidence_blocks(t, quotes)


def _seen(found: Index, t: Terms, node: Node, document: str, ontology: Ontology) -> Block:
    """A node as one document sees it: the names that stand there, and the relations that it states."""
    written = {quote.text for quote in _of(node.mentions, document)}
    stated = [r for r in found.relations_of.get(node.iri, ()) if document in found.documents_of[r.iri]]
    names = [alias for alias in node.aliases if alias in written]
    told = Node(node.iri, node.type, node.name, node.aliases) if node.known else node
    return blocks.node_block(t, told, stated, [document] if node.mentions else [], ontology, names)


def _of(quotes: Iterable[Quote], document: str) -> list[Quote]:
    return [quote for quote in quotes if quote.document.removeprefix("document/") == document]


def _knowledge(found: Index, t: Terms, ontology: Ontology) -> Iterator[Block]:
    graph = found.graph
    background = [relation for relation in graph.relations if relation.source]
    for source in _sources(background):
        yield blocks.source_block(t, source)
    sourced = {relation.iri for relation in background}
    for node in graph.nodes:
        if node.known:
            relations = [r for r in found.relations_of.get(node.iri, ()) if r.iri in sourced]
            yield blocks.node_block(t, node, relations, (), ontology)
    for relation in background:
        yield blocks.assertion_block(t, relation, (), _anything, ontology)
