"""A resolved graph in, one dictionary out that the page shows: pyvis nodes and edges with all a reader asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from math import sqrt
from typing import Any

from pyvis.edge import Edge
from pyvis.network import Network
from pyvis.node import Node as VisNode

from kg.export.html.layout import arrange
from kg.export.html.look import FOLDED, class_table, label_of, layer, layer_table, words
from kg.export.html.quotes import DIGITS, Passages, collect
from kg.export.html.sentence import Writer
from kg.lexicon import ontology as knowledge
from kg.lexicon.ontology import Ontology
from kg.lexicon.turtle import BASE, CONCEPT, ONTOLOGY
from kg.model import Document, Graph, Node, Quote, ResolvedEvent, ResolvedRelation

Json = dict[str, Any]

QUOTES_SHOWN = 12  # of one fact: a reader who wants more than a dozen asks the graph itself
NAMES_SHOWN = 40


def view(graph: Graph, title: str, ontology: Ontology | None = None) -> Json:
    """Everything the page knows. Equal graphs give equal dictionaries, in order as well."""
    ontology = ontology or knowledge.load()
    number = _numbers(graph)
    many = {node.iri for node in graph.nodes if node.type == "People" or (node.count or 0) > 1}
    writer = Writer(ontology, words(), number, many.__contains__)
    passages = collect(graph.documents, _kept(graph))
    network = _network(graph, ontology, number, passages, writer)
    return {
        "title": title,
        "iri": {"base": BASE, "ontology": ONTOLOGY, "concept": CONCEPT},
        "options": _options(network),
        "classes": class_table(ontology, graph),
        "layers": layer_table(ontology),
        "labels": _labels(ontology, graph),
        "kinds": _kinds(ontology, graph),
        "documents": [_document(document) for document in graph.documents],
        "passages": passages.rows,
        "nodes": network.nodes,
        "edges": network.edges,
        "notes": [_relation(relation, number, passages, writer) | {"value": relation.object}
                  for relation in graph.relations if relation.subject in number and relation.object not in number],
    }


def _numbers(graph: Graph) -> dict[str, int]:
    iris = chain((node.iri for node in graph.nodes), (event.iri for event in graph.events),
                 (f"document/{document.id}" for document in graph.documents))
    return {iri: number for number, iri in enumerate(iris)}


def _kept(graph: Graph) -> Iterator[Quote]:
    for quotes in chain((node.mentions for node in graph.nodes), (event.evidence for event in graph.events),
                        (relation.evidence for relation in graph.relations)):
        yield from quotes[:QUOTES_SHOWN]


def _network(graph: Graph, ontology: Ontology, number: Mapping[str, int], passages: Passages,
             writer: Writer) -> Network:
    """The picture. Filled directly: `add_node` and `add_edge` search their whole list on every call."""
    network = Network(directed=True)
    network.toggle_physics(False)
    records = [*(_node(node, passages) for node in graph.nodes),
               *(_event(event, number, passages, writer) for event in graph.events),
               *({"iri": f"document/{document.id}", "group": "Document", "label": document.title or document.source}
                 for document in graph.documents)]
    edges = list(_edges(graph, number, passages, writer))
    network.edges = [Edge(edge.pop("from"), edge.pop("to"), **edge).options for edge in edges]
    links = [(edge["from"], edge["to"]) for edge in network.edges]
    shown = [layer(ontology, record["group"]) not in FOLDED for record in records]
    degree = _degrees(links, len(records), shown)
    links += _document_links(graph, number)
    front = sorted((i for i in range(len(records)) if shown[i]), key=lambda i: (-degree[i], i))
    layout = arrange(len(records), links, front)
    for i, record in enumerate(records):
        x, y = layout.positions[i]
        place = {"x": x, "y": y, "size": _size(layer(ontology, record["group"]), degree[i]), "c": layout.communities[i]}
        network.nodes.append(VisNode(i, record.pop("shape", "custom"), record.pop("label"), **record, **place).options)
    return network


def _options(network: Network) -> Json:
    options: Json = {"physics": {"enabled": network.options.physics.enabled}}
    return options


def _degrees(links: Sequence[tuple[int, int]], count: int, shown: Sequence[bool]) -> list[int]:
    degree = [0] * count
    for a, b in links:
        degree[a] += shown[b]
        degree[b] += shown[a]
    return degree


def _size(layer: str, degree: int) -> int:
    """The radius of a node: by its links, actors largest."""
    base, most = {"Actor": (11, 30), "HostileAct": (11, 18)}.get(layer, (6, 10))
    return min(most, round(base + 1.9 * sqrt(degree)) - 2)


def _document_links(graph: Graph, number: Mapping[str, int]) -> list[tuple[int, int]]:
    return sorted({(number[f"document/{quote.document}"], number[event.iri])
                   for event in graph.events for quote in event.evidence if f"document/{quote.document}" in number})


def _edges(graph: Graph, number: Mapping[str, int], passages: Passages, writer: Writer) -> Iterator[Json]:
    for event in graph.events:
        for role, iris in event.roles.items():
            for iri in iris:
                if iri in number:
                    yield {"from": number[event.iri], "to": number[iri], "label": role}
    for relation in graph.relations:
        if relation.subject in number and relation.object in number:
            yield _relation(relation, number, passages, writer) | {"to": number[relation.object]}


def _relation(relation: ResolvedRelation, number: Mapping[str, int], passages: Passages, writer: Writer) -> Json:
    return _without_empty({
        "from": number[relation.subject], "label": relation.predicate, "iri": relation.iri,
        "sentence": writer.relation(relation), "quotes": _quotes(relation.evidence, passages),
        "total": len(relation.evidence), "known": relation.source,
        **_trust(relation, number),
    })


def _node(node: Node, passages: Passages) -> Json:
    return _without_empty({
        "iri": node.iri, "group": node.type, "label": node.name, "aliases": list(node.aliases[:NAMES_SHOWN]),
        "count": node.count, "attributes": {key: node.attributes[key] for key in sorted(node.attributes)},
        "same": list(node.same_as), "known": node.known, "quotes": _quotes(node.mentions, passages),
        "total": len(node.mentions),
    })


def _event(event: ResolvedEvent, number: Mapping[str, int], passages: Passages, writer: Writer) -> Json:
    return _without_empty({
        "iri": event.iri, "group": event.type, "label": event.label, "stage": event.stage,
        "times": [[when.start, when.end, when.text] for when in event.times],
        "sources": event.independent_sources, "sentence": writer.event(event),
        "attributes": {key: event.attributes[key] for key in sorted(event.attributes)},
        "quotes": _quotes(event.evidence, passages), "total": len(event.evidence), **_trust(event, number),
    })


def _trust(fact: ResolvedEvent | ResolvedRelation, number: Mapping[str, int]) -> Json:
    return {"factuality": fact.factuality, "said": [number[iri] for iri in fact.attributed_to if iri in number],
            "confidence": round(fact.confidence, DIGITS)}


def _quotes(quotes: Sequence[Quote], passages: Passages) -> list[list[object]]:
    return [packed for quote in quotes[:QUOTES_SHOWN] if (packed := passages.pack(quote))]


def _document(document: Document) -> Json:
    return _without_empty({"iri": f"document/{document.id}", "title": document.title, "date": document.date,
                           "publisher": document.publisher, "author": document.author, "url": document.url,
                           "source": document.source})


def _labels(ontology: Ontology, graph: Graph) -> dict[str, str]:
    """Labels of the properties and concepts in use, by local name."""
    properties = {role for event in graph.events for role in event.roles} | {r.predicate for r in graph.relations}
    attributes = [*(node.attributes for node in graph.nodes), *(event.attributes for event in graph.events)]
    properties |= {key for pairs in attributes for key in pairs}
    concepts = {str(value) for pairs in attributes for value in pairs.values()}
    concepts |= {event.stage for event in graph.events if event.stage} | {event.factuality for event in graph.events}
    concepts |= {relation.factuality for relation in graph.relations}
    return ({name: label_of(ontology.properties, name) for name in sorted(properties)}
            | {name: ontology.concepts[name].label for name in sorted(concepts) if name in ontology.concepts})


def _kinds(ontology: Ontology, graph: Graph) -> dict[str, str]:
    """What each attribute in use takes: `Concept`, a data type, or nothing where it may be one of several."""
    used = {key for node in graph.nodes for key in node.attributes}
    used |= {key for event in graph.events for key in event.attributes}
    known = {key: ontology.properties[key] for key in sorted(used) if key in ontology.properties}
    return {key: "Concept" if term.scheme else term.range[0] if len(term.range) == 1 else ""
            for key, term in known.items()}


def _without_empty(record: Mapping[str, Any]) -> Json:
    return {key: value for key, value in record.items()
            if key == "label" or (value not in (None, "", [], {}) and value is not False)}
