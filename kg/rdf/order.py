"""The order of what is written: one stream for the whole graph, or one for each named graph.

In: an index. Out: sections of blocks; the order depends on content alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from kg.lexicon.ontology import Ontology
from kg.model import Account, Document, Node, Quote, ResolvedEvent, ResolvedRelation
from kg.rdf import blocks
from kg.rdf.blocks import Block, Keep
from kg.rdf.index import Index
from kg.rdf.terms import Terms

_COUNTS = ("killed", "injured")
Section = tuple[str, Iterable[Block]]


def sections(found: Index, t: Terms, ontology: Ontology) -> Iterator[Section]:
    """Everything that is known, each thing once, under headings."""
    graph = found.graph
    yield "Documents", _documents(found, t)
    for heading, kind in (("Actors", "Actor"), ("Places", "Place"), ("Weapons and targets", "")):
        nodes = [node for node in graph.nodes if _kind(node, ontology) == kind]
        yield heading, (_whole(found, t, node, ontology) for node in nodes)
    yield "Events", (blocks.event_block(t, event, event.evidence, ontology) for event in graph.events)
    yield "Assertions", (blocks.assertion_block(t, relation, relation.evidence, ontology)
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


def _keep(found: Index, document: str, whole: str) -> Keep | None:
    """What one of several documents may name; a document that tells it alone may name everything."""
    return partial(found.supports, document, whole) if len(found.documents_of[whole]) > 1 else None


def _as_told(event: ResolvedEvent, document: str) -> ResolvedEvent:
    """An event as one of several documents tells it, before sources were weighed."""
    accounts = [account for account in event.accounts if account.document == document]
    if not accounts or len(event.accounts) == 1:
        return event
    counts = {key: account.counts[key] for account in reversed(accounts) for key in _COUNTS if key in account.counts}
    others = {key: value for key, value in event.attributes.items() if key not in _COUNTS}
    return replace(event, roles=_all_roles(accounts), stage=accounts[0].stage, factuality=accounts[0].factuality,
                   times=tuple(dict.fromkeys(time for account in accounts for time in account.times)),
                   attributes={**others, **counts})


def _all_roles(accounts: Iterable[Account]) -> Mapping[str, tuple[str, ...]]:
    """Who fills which role in any of the accounts."""
    found: dict[str, set[str]] = {}
    for account in accounts:
        for role, fillers in account.roles.items():
            found.setdefault(role, set()).update(fillers)
    return {role: tuple(sorted(found[role])) for role in sorted(found)}


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


def _whole(found: Index, t: Terms, node: Node, ontology: Ontology) -> Block:
    relations = found.relations_of.get(node.iri, ())
    return blocks.node_block(t, node, relations, sorted(found.documents_of[node.iri]), ontology)


def _bare(found: Index, t: Terms, node: Node, ontology: Ontology) -> Block:
    return blocks.node_block(t, node, (), (), ontology)


def _in_document(found: Index, t: Terms, document: Document, ontology: Ontology) -> Iterator[Block]:
    yield blocks.document_block(t, document, found.publishers.get(document.id))
    stated: dict[str, list[ResolvedRelation]] = {}
    for relation in found.relations_in.get(document.id, ()):
        if blocks.plain(relation):
            stated.setdefault(relation.subject, []).append(relation)
    for node, written in found.nodes_in.get(document.id, ()):
        yield _seen(t, node, written, stated.get(node.iri, ()), document.id, ontology)
    quotes: list[Quote] = []
    for event in found.events_in.get(document.id, ()):
        evidence = _of(event.evidence, document.id)
        quotes += evidence
        told = _as_told(event, document.id)
        yield blocks.event_block(t, told, evidence, ontology, _keep(found, document.id, event.iri))
    for relation in found.relations_in.get(document.id, ()):
        evidence = _of(relation.evidence, document.id)
        quotes += evidence
        yield blocks.assertion_block(t, relation, evidence, ontology, _keep(found, document.id, relation.iri))
    yield from blocks.evidence_blocks(t, quotes)


def _seen(
    t: Terms, node: Node, written: Collection[str], stated: Iterable[ResolvedRelation], document: str,
    ontology: Ontology,
) -> Block:
    """A node as one document sees it: the names that stand there, and the relations that it states."""
    told = Node(node.iri, node.type, node.name) if node.known else node
    names = [alias for alias in node.aliases if alias in written] if node.aliases else ()
    return blocks.node_block(t, told, stated, [document] if written else (), ontology, names)


def _of(quotes: Iterable[Quote], document: str) -> list[Quote]:
    return [quote for quote in quotes if quote.document == document]


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
        yield blocks.assertion_block(t, relation, (), ontology)
