"""What must not be written: statements that break the ontology are set aside with the reason, the rest goes on.

In: the resolved graph. Out: a graph that conforms to the shapes, and what was taken out of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from kg.lexicon.ontology import Ontology, load
from kg.model import Account, Graph, Node, Quote, ResolvedEvent, ResolvedRelation, When
from kg.rdf.limits import COORDINATES, FIELDS, fits, is_date, wrong_object, wrong_subject, wrong_value

_SAID = frozenset({"holdsRole"})  # relations whose object is in the words of the text
Item = Node | ResolvedEvent | ResolvedRelation


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
    """What is needed to judge a statement, and the place for those that fail. `types` are the classes by IRI."""

    ontology: Ontology
    texts: Mapping[str, str]
    types: dict[str, str]
    rejected: list[Rejected]

    def out(
        self, item: Item, predicate: str, value: object, reason: str, quotes: Sequence[Quote] | None = None,
    ) -> bool:
        """Set a statement aside if there is a reason to; tell whether there was."""
        if reason:
            seen = quotes or (item.mentions if isinstance(item, Node) else item.evidence)
            subject = item.subject if isinstance(item, ResolvedRelation) else item.iri
            where = (seen[0].document, seen[0].text) if seen else ("", "")
            self.rejected.append(Rejected(subject, predicate, str(value), reason, *where))
        return bool(reason)


def conform(graph: Graph) -> tuple[Graph, tuple[Rejected, ...]]:
    """The graph without what breaks the ontology, and what was set aside, in the order of the graph."""
    texts = {document.id: document.text for document in graph.documents}
    sieve = _Sieve(load(), texts, {f"document/{name}": "Document" for name in texts}, [])
    nodes = tuple(_node(sieve, node) for node in graph.nodes if _is_thing(sieve, node))
    sieve.types |= {node.iri: node.type for node in nodes}
    told = (replace(event, evidence=tuple(_evidence(sieve, event))) for event in graph.events)
    events = [event for event in told if _is_event(sieve, event)]
    sieve.types |= {event.iri: event.type for event in events}
    return Graph(graph.documents, nodes, tuple(_event(sieve, event) for event in events),
                 tuple(_relations(sieve, graph.relations))), tuple(sieve.rejected)


def _accounts(sieve: _Sieve, event: ResolvedEvent) -> Iterator[Account]:
    """What single documents say, under the same rules; what fails here has failed in the whole event too."""
    quiet = replace(sieve, rejected=[])
    for account in event.accounts:
        counts = {key: number for key, number in account.counts.items() if _attribute(quiet, event, key, number)}
        told = replace(event, roles=account.roles, times=account.times, stage=account.stage,
                       factuality=account.factuality, accounts=())
        if account.document in sieve.texts and not _unsure(quiet, told):
            told = _event(quiet, told)
            yield replace(account, roles=told.roles, times=told.times, stage=told.stage, counts=counts)


def lines(rejected: Iterable[Rejected]) -> Iterator[str]:
    """One line of JSON for each statement set aside, each with its line end."""
    for item in rejected:
        yield json.dumps(asdict(item), ensure_ascii=False) + "\n"


def _is_thing(sieve: _Sieve, node: Node) -> bool:
    wrong = node.type not in sieve.ontology.classes or not fits(
        sieve.ontology, node.type, ("Actor", "Place", "Weapon", "Target"))
    return not sieve.out(node, "type", node.type, "not a class of actors, places, weapons or targets" if wrong else "")


def _is_event(sieve: _Sieve, event: ResolvedEvent) -> bool:
    if not sieve.ontology.is_a(event.type, "Event"):
        return not sieve.out(event, "type", event.type, "not a class of events")
    reason = "" if event.evidence else "an event without evidence"
    return not (_unsure(sieve, event) or sieve.out(event, "type", event.type, reason))


def _unsure(sieve: _Sieve, item: ResolvedEvent | ResolvedRelation) -> bool:
    """Whether it cannot be told how sure the text is: then nothing of it may be written."""
    reason = wrong_value(sieve.ontology, "factuality", item.factuality, "Event")
    return sieve.out(item, "factuality", item.factuality, reason)


def _evidence(sieve: _Sieve, item: ResolvedEvent | ResolvedRelation) -> Iterator[Quote]:
    for quote in item.evidence:
        text = sieve.texts.get(quote.document.removeprefix("document/"))
        if text is None:
            reason = "the document is not in the graph"
        else:
            same = quote.text and quote.start >= 0 and text[quote.start:quote.end] == quote.text
            reason = "" if same else "the quote is not what the document says there"
        if not sieve.out(item, "evidence", f"{quote.start}-{quote.end}", reason, [quote]):
            yield quote


def _node(sieve: _Sieve, node: Node) -> Node:
    count = node.count
    if count is not None and sieve.out(node, "count", count, wrong_value(sieve.ontology, "count", count, node.type)):
        count = None
    return replace(node, attributes={k: v for k, v in node.attributes.items() if _attribute(sieve, node, k, v)},
                   name=node.name or node.iri, count=count)


def _attribute(sieve: _Sieve, item: Node | ResolvedEvent, key: str, value: str | int) -> bool:
    """Whether an attribute may be written; those that the ontology does not know are for other uses: not reported."""
    if key in FIELDS or (key not in sieve.ontology.properties and key not in COORDINATES):
        return False
    return not sieve.out(item, key, value, wrong_value(sieve.ontology, key, value, item.type))


def _event(sieve: _Sieve, event: ResolvedEvent) -> ResolvedEvent:
    stage = event.stage
    if stage and sieve.out(event, "stage", stage, wrong_value(sieve.ontology, "stage", stage, event.type)):
        stage = None
    return replace(
        event, label=event.label or event.type, roles=_roles(sieve, event), stage=stage,
        times=tuple(_times(sieve, event)), attributed_to=tuple(_speakers(sieve, event)),
        confidence=min(1.0, max(0.0, event.confidence)),
        attributes={key: value for key, value in event.attributes.items() if _attribute(sieve, event, key, value)},
        accounts=tuple(_accounts(sieve, event)))


def _roles(sieve: _Sieve, event: ResolvedEvent) -> dict[str, tuple[str, ...]]:
    roles: dict[str, set[str]] = {}
    for role, fillers in event.roles.items():
        name = _generalized(sieve, role, event.type)
        for filler in fillers:
            reason = _misfit(sieve, event.type, name, filler)
            if not sieve.out(event, role, filler, "an event has no role in itself" if filler == event.iri else reason):
                roles.setdefault(name, set()).add(filler)
    for filler in sorted(roles.get("suspect", set()) & roles.get("perpetrator", set())):
        sieve.out(event, "perpetrator", filler, "is only a suspect of the same act")
        roles["perpetrator"].remove(filler)
    return {role: tuple(sorted(fillers)) for role, fillers in sorted(roles.items()) if fillers}


def _generalized(sieve: _Sieve, role: str, kind: str) -> str:
    """The role itself or the nearest wider one that this kind of event has: who kills in a raid is its agent."""
    for name in sieve.ontology.ancestors(role):
        found = sieve.ontology.properties.get(name)
        if found and fits(sieve.ontology, kind, found.domain):
            return name
    return role


def _misfit(sieve: _Sieve, kind: str, predicate: str, target: str) -> str:
    if target not in sieve.types:
        return f"{target} is not in the graph"
    return wrong_object(sieve.ontology, predicate, kind, sieve.types[target])


def _times(sieve: _Sieve, event: ResolvedEvent) -> Iterator[When]:
    def checked(value: str | None) -> str | None:
        wrong = value is not None and not is_date(value)
        return None if sieve.out(event, "date", value, "no date of the calendar" if wrong else "") else value

    for time in event.times:
        yield replace(time, start=checked(time.start), end=checked(time.end))


def _speakers(sieve: _Sieve, item: ResolvedEvent | ResolvedRelation) -> Iterator[str]:
    for speaker in item.attributed_to:
        iri = speaker if "/" in speaker else f"document/{speaker}"
        if not sieve.out(item, "attributedTo", speaker, _misfit(sieve, "Event", "attributedTo", iri)):
            yield iri


def _relations(sieve: _Sieve, relations: Iterable[ResolvedRelation]) -> Iterator[ResolvedRelation]:
    for told in relations:
        relation = replace(told, evidence=tuple(_evidence(sieve, told)))
        reason = _wrong_relation(sieve, relation)
        if not (_unsure(sieve, relation) or sieve.out(relation, relation.predicate, relation.object, reason)):
            yield replace(relation, attributed_to=tuple(_speakers(sieve, relation)),
                          confidence=min(1.0, max(0.0, relation.confidence)))


def _wrong_relation(sieve: _Sieve, relation: ResolvedRelation) -> str:
    if not relation.evidence and not relation.source:
        return "a relation without evidence and without a source"
    kind = sieve.types.get(relation.subject)
    found = sieve.ontology.properties.get(relation.predicate)
    if kind is None:
        return f"{relation.subject} is not in the graph"
    if sieve.ontology.is_a(kind, "Event") or (found and "Document" in found.range):
        return "not a relation between actors, places or things"
    if relation.subject == relation.object:
        return "a thing has no relation to itself"
    if found and found.literal and found.name in _SAID:
        return wrong_subject(sieve.ontology, found, kind)
    return _misfit(sieve, kind, relation.predicate, relation.object)
