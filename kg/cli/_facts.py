"""Nodes, events and relations as lines for a reader: what is known, how sure it is, who says so, in which words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.cli._graph import Thing, labels
from kg.lexicon.ontology import Ontology, load
from kg.model import Document, Graph, Node, Quote, ResolvedEvent, ResolvedRelation

QUOTES = 3  # for each fact: more hide the next fact


def describe(graph: Graph, thing: Thing) -> Iterator[str]:
    """All about one thing."""
    view = View(graph)
    yield from view.event(thing) if isinstance(thing, ResolvedEvent) else view.node(thing)


def plain(line: str) -> str:
    """A line without control characters, which a text of others may hold to confuse a terminal."""
    return "".join(character if character.isprintable() else " " for character in line)


class View:
    """A graph with the names of what is in it; its methods give lines without line ends."""

    def __init__(self, graph: Graph, quotes: int = QUOTES) -> None:
        self.graph = graph
        self.quotes = quotes
        self.ontology: Ontology = load()
        self.names: Mapping[str, str] = labels(graph)
        self.documents: Mapping[str, Document] = {document.id: document for document in graph.documents}

    def node(self, node: Node) -> Iterator[str]:
        """A node, its relations and the events in which it has a part."""
        yield f"{node.name} ({self._label(node.type)}; {node.iri})"
        yield from _if("also", ", ".join(alias for alias in node.aliases if alias != node.name))
        yield from _if("number", str(node.count) if node.count is not None else "")
        for key, value in sorted(node.attributes.items()):
            yield from _if(self._label(key), self._value(value))
        yield from _if("same as", ", ".join(node.same_as))
        yield from _if("mentioned in", ", ".join(self._title(name) for name in _documents(node.mentions)))
        for relation in self.graph.relations:
            if node.iri in (relation.subject, relation.object):
                yield from ["", *self.relation(relation)]
        for event in self.graph.events:
            if any(node.iri in fillers for fillers in event.roles.values()):
                yield from ["", *self.event(event)]

    def event(self, event: ResolvedEvent) -> Iterator[str]:
        """An event with its participants, its times and the quotes for it."""
        kind = self._label(event.type)
        yield f"{event.label if event.label.startswith(kind) else f'{kind}: {event.label}'} ({event.iri})"
        for role, fillers in event.roles.items():
            yield from _if(self._label(role), ", ".join(self._named(filler) for filler in fillers))
        for time in event.times:
            days = " to ".join(dict.fromkeys(filter(None, (time.start, time.end))))
            yield from _if("time", f"{days} ({time.text})" if days and time.text else days or time.text)
        for key, value in sorted(event.attributes.items()):
            yield from _if(self._label(key), self._value(value))
        yield from _if("stage", event.stage or "")
        yield from self._support(event)

    def relation(self, relation: ResolvedRelation) -> Iterator[str]:
        """A relation as a sentence, with the quotes for it or the source of background knowledge."""
        found = self.ontology.properties.get(relation.predicate)
        phrase = found.phrase if found else relation.predicate
        yield f"{self._named(relation.subject)} {phrase} {self._named(relation.object)}"
        yield from _if("background knowledge", relation.source)
        if relation.evidence:
            yield from self._support(relation)

    def _support(self, item: ResolvedEvent | ResolvedRelation) -> Iterator[str]:
        said = ", ".join(self._named(who) for who in item.attributed_to)
        yield f"  {item.factuality}{f', says {said}' if said else ''}, confidence {item.confidence:.2f}"
        for quote in item.evidence[:self.quotes]:
            yield f'    "{" ".join(quote.text.split())}"'
            trigger = f", on '{quote.trigger}'" if quote.trigger else ""
            yield f"      {self._title(quote.document)}, by {quote.method or 'no rule'}{trigger}, at {quote.start}"
        if more := len(item.evidence[self.quotes:]):
            yield f"    and {more} more"

    def _named(self, iri: str) -> str:
        return self.names.get(iri) or self.names.get(f"document/{iri}", iri)

    def _title(self, document: str) -> str:
        found = self.documents.get(document.removeprefix("document/"))
        return f"{found.title or found.id}{f' ({found.date})' if found.date else ''}" if found else document

    def _label(self, name: str) -> str:
        term = self.ontology.classes.get(name) or self.ontology.properties.get(name)
        return term.label if term else name

    def _value(self, value: str | int) -> str:
        concept = self.ontology.concepts.get(str(value))
        return concept.label if concept else str(value)


def _documents(quotes: Sequence[Quote]) -> list[str]:
    return sorted({quote.document for quote in quotes})


def _if(name: str, value: str) -> Iterator[str]:
    if value:
        yield f"  {name}: {value}"
