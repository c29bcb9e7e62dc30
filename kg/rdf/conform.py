"""What must not be written: statements that break the ontology are set aside with the reason, the rest goes on.

In: the resolved graph. Out: a graph that conforms to the shapes, and what was taken out of it.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date

from kg.lexicon.ontology import Ontology, Property, load
from kg.model import Graph, Node, Quote, ResolvedEvent, ResolvedRelation
from kg.model.extraction import When
from kg.rdf.terms import date_type

_COORDINATES = {"lat": 90.0, "long": 180.0}
_LEAP_YEAR = "2000"  # in which `--02-29` is a day


@dataclass(frozen=True, slots=True)
class Rejected:
    """A statement that was not written. `quote` is the first piece of evidence for it, if there was any."""

    subject: str
    predicate: str
    object: str
    reason: str
    document: str = ""
    quote: str = ""


@dataclass(slots=True)
class _Sieve:
    """What is needed to judge a statement, and the place for those that fail."""

    ontology: Ontology
    texts: Mapping[str, str]
    types: dict[str, str]
    rejected: list[Rejected]

    def out(self, subject: str, predicate: str, value: object, reason: str, quotes: Sequence[Quote] = ()) -> None:
        """Set a statement aside."""
        quote = quotes[0] if quotes else None
        self.rejected.append(Rejected(subject, predicate, str(value), reason, quote.document if quote else "",
                                      quote.text if quote else ""))


def conform(graph: Graph) -> tuple[Graph, tuple[Rejected, ...]]:
    """The graph without what breaks the ontology, and what was set aside, in the order of the graph."""
    ontology = load()
    texts = {document.id: document.text for document in graph.documents}
    sieve = _Sieve(ontology, texts, {f"document/{name}": "Document" for name in texts}, [])
    nodes = tuple(_node(sieve, node) for node in graph.nodes if _known_class(sieve, node))
    sieve.types |= {node.iri: node.type for node in nodes}
    events = [replace(event, evidence=_evidence(sieve, event.iri, event.evidence)) for event in graph.events
              if _known_class(sieve, event, "Event")]
    events = [event for event in events if _has_evidence(sieve, event)]
    sieve.types |= {event.iri: event.type for event in events}
    relations = [replace(relation, evidence=_evidence(sieve, relation.iri, relation.evidence))
                 for relation in graph.relations]
    return (Graph(graph.documents, nodes, tuple(_event(sieve, event) for event in events),
                  tuple(_relations(sieve, relations))), tuple(sieve.rejected))


def lines(rejected: Iterable[Rejected]) -> Iterator[str]:
    """One line of JSON for each statement set aside, each with its line end."""
    for item in rejected:
        yield json.dumps(asdict(item), ensure_ascii=False) + "\n"


def _known_class(sieve: _Sieve, item: Node | ResolvedEvent, root: str = "") -> bool:
    known = item.type in sieve.ontology.classes and sieve.ontology.is_a(item.type, "Event") == bool(root)
    if not known:
        sieve.out(item.iri, "type", item.type, f"{item.type} is no class of {'an event' if root else 'a thing'}")
    return known


def _evidence(sieve: _Sieve, iri: str, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    kept = []
    for quote in quotes:
        text = sieve.texts.get(quote.document.removeprefix("document/"))
        if text is None:
            sieve.out(iri, "evidence", quote.document, "the document is not in the graph", [quote])
        elif not quote.text or text[quote.start:quote.end] != quote.text:
            sieve.out(iri, "evidence", f"{quote.start}-{quote.end}", "the quote is not what the document says there",
                      [quote])
        else:
            kept.append(quote)
    return tuple(kept)


def _has_evidence(sieve: _Sieve, event: ResolvedEvent) -> bool:
    if not event.evidence:
        sieve.out(event.iri, "type", event.type, "an event without evidence")
    return bool(event.evidence)


def _node(sieve: _Sieve, node: Node) -> Node:
    attributes = {key: value for key, value in node.attributes.items() if _attribute(sieve, node, key, value)}
    count = node.count
    if count is not None and (count < 0 or not _fits(sieve, node.type, sieve.ontology.properties["count"].domain)):
        sieve.out(node.iri, "count", count, f"no number of {node.type}", node.mentions)
        count = None
    return replace(node, attributes=attributes, count=count)


def _attribute(sieve: _Sieve, item: Node | ResolvedEvent, key: str, value: str | int) -> bool:
    """Whether an attribute may be written; what the ontology does not know is never written, and not reported."""
    found = sieve.ontology.properties.get(key)
    if found is None and key not in _COORDINATES:
        return False
    if reason := _wrong_value(sieve.ontology, found, key, value) or _wrong_subject(sieve, found, item.type):
        quotes = item.mentions if isinstance(item, Node) else item.evidence
        sieve.out(item.iri, key, value, reason, quotes)
    return not reason


def _wrong_subject(sieve: _Sieve, found: Property | None, kind: str) -> str:
    if found is None or _fits(sieve, kind, found.domain):
        return ""
    return f"a {kind} has no {found.name}: that takes {_any_of(found.domain)}"


def _wrong_value(ontology: Ontology, found: Property | None, key: str, value: str | int) -> str:
    if found is None:
        return "" if _is_coordinate(value, _COORDINATES[key]) else "not a coordinate in degrees"
    if found.scheme:
        concept = ontology.concepts.get(str(value))
        return "" if concept and found.scheme in concept.schemes else f"no concept of {found.scheme}"
    if "xsd:integer" in found.range:
        return "" if isinstance(value, int) and value >= 0 else "not a number from 0 up"
    if "xsd:gYear" in found.range:
        return "" if is_date(str(value)) and len(str(value)) == len("2019") else "not a year"
    return "" if found.literal else "not a literal"


def _is_coordinate(value: str | int, limit: float) -> bool:
    try:
        return abs(float(value)) <= limit
    except ValueError:
        return False


def is_date(value: str) -> bool:
    """Whether a value is a date, month, year or day of any year that exists in the calendar."""
    if date_type(value) is None:
        return False
    year, month, day = (*value.replace("--", f"{_LEAP_YEAR}-", 1).split("-"), "01", "01")[:3]
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True


def _event(sieve: _Sieve, event: ResolvedEvent) -> ResolvedEvent:
    roles: dict[str, list[str]] = {}
    for role, fillers in event.roles.items():
        name = _generalized(sieve, role, event.type)
        kept = [filler for filler in fillers if _filler(sieve, event, name, filler, role)]
        roles[name] = sorted({*roles.get(name, ()), *kept})
    blamed = set(roles.get("suspect", ())) & set(roles.get("perpetrator", ()))
    for filler in sorted(blamed):
        sieve.out(event.iri, "perpetrator", filler, "is only a suspect of the same act", event.evidence)
        roles["perpetrator"].remove(filler)
    stage = event.stage
    if stage and (reason := _wrong_value(sieve.ontology, sieve.ontology.properties["stage"], "stage", stage)
                  or _wrong_subject(sieve, sieve.ontology.properties["stage"], event.type)):
        sieve.out(event.iri, "stage", stage, reason, event.evidence)
        stage = None
    return replace(
        event, roles={role: tuple(fillers) for role, fillers in sorted(roles.items()) if fillers}, stage=stage,
        times=tuple(_times(sieve, event)), attributed_to=_speakers(sieve, event),
        attributes={key: value for key, value in event.attributes.items() if _attribute(sieve, event, key, value)})


def _generalized(sieve: _Sieve, role: str, kind: str) -> str:
    """The role itself or the nearest wider one that this kind of event has: who kills in a raid is its agent."""
    for name in sieve.ontology.ancestors(role):
        found = sieve.ontology.properties.get(name)
        if found and _fits(sieve, kind, found.domain):
            return name
    return role


def _filler(sieve: _Sieve, event: ResolvedEvent, role: str, filler: str, told: str) -> bool:
    reason = _misfit(sieve, event.type, role, filler)
    if filler == event.iri:
        reason = "an event has no role in itself"
    if reason:
        sieve.out(event.iri, told, filler, reason, event.evidence)
    return not reason


def _misfit(sieve: _Sieve, kind: str, predicate: str, target: str) -> str:
    """Why a link of this kind cannot lead from a thing of this class to the target; nothing if it can."""
    found = sieve.ontology.properties.get(predicate)
    if found is None:
        return f"the ontology has no {predicate}"
    if wrong := _wrong_subject(sieve, found, kind):
        return wrong
    if target not in sieve.types:
        return f"{target} is not in the graph"
    if found.range and not _fits(sieve, sieve.types[target], found.range):
        return f"{predicate} takes {_any_of(found.range)}, not a {sieve.types[target]}"
    return ""


def _fits(sieve: _Sieve, kind: str, allowed: Collection[str]) -> bool:
    return not allowed or not set(allowed).isdisjoint(sieve.ontology.ancestors(kind))


def _any_of(names: Sequence[str]) -> str:
    return " or ".join(names)


def _times(sieve: _Sieve, event: ResolvedEvent) -> Iterator[When]:
    for time in event.times:
        wrong = [value for value in (time.start, time.end) if value and not is_date(value)]
        for value in wrong:
            sieve.out(event.iri, "date", value, "no date of the calendar", event.evidence)
        yield replace(time, start=None if time.start in wrong else time.start,
                      end=None if time.end in wrong else time.end)


def _speakers(sieve: _Sieve, item: ResolvedEvent | ResolvedRelation) -> tuple[str, ...]:
    kept = []
    for speaker in item.attributed_to:
        iri = speaker if "/" in speaker else f"document/{speaker}"
        target = sieve.types.get(iri, "")
        if _fits(sieve, target, ("Actor", "Document")):
            kept.append(iri)
        else:
            sieve.out(item.iri, "attributedTo", speaker, f"not an actor or document but {target or 'unknown'}",
                      item.evidence)
    return tuple(kept)


def _relations(sieve: _Sieve, relations: Iterable[ResolvedRelation]) -> Iterator[ResolvedRelation]:
    for relation in relations:
        if reason := _wrong_relation(sieve, relation):
            sieve.out(relation.subject, relation.predicate, relation.object, reason, relation.evidence)
        else:
            yield replace(relation, attributed_to=_speakers(sieve, relation))


def _wrong_relation(sieve: _Sieve, relation: ResolvedRelation) -> str:
    if not relation.evidence and not relation.source:
        return "a relation without evidence and without a source"
    kind = sieve.types.get(relation.subject)
    found = sieve.ontology.properties.get(relation.predicate)
    if kind is None:
        return f"{relation.subject} is not in the graph"
    if found is not None and found.literal:
        return _wrong_subject(sieve, found, kind)
    if relation.subject == relation.object:
        return "a thing has no relation to itself"
    return _misfit(sieve, kind, relation.predicate, relation.object)
