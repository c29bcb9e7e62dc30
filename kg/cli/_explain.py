"""An extraction in, lines for a reader out: each event and relation with the rule that read it and its quote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.model import Event, Extraction, Relation


def explain(extraction: Extraction) -> Iterator[str]:
    """The lines of one document, without line ends."""
    document = extraction.document
    yield f"# {document.title or document.source} ({document.date or 'no date'})"
    names = {entity.id: f"{entity.name} ({entity.type})" for entity in extraction.entities}
    names |= {event.id: f"{event.type} '{event.trigger.text}'" for event in extraction.events}
    for event in extraction.events:
        yield from _event(event, names, document.text)
    for relation in extraction.relations:
        yield from _relation(relation, names, document.text)


def _event(event: Event, names: Mapping[str, str], text: str) -> Iterator[str]:
    states = [event.stage, event.factuality, *(f"{name} {value}" for name, value in sorted(event.attributes.items()))]
    yield f"\n{event.type} '{event.trigger.text}': {', '.join(filter(None, states))}"
    for role, fillers in event.roles.items():
        yield f"  {role}: {_named(fillers, names)}"
    if event.time:
        days = dict.fromkeys(filter(None, (event.time.start, event.time.end)))
        yield f"  time: {' to '.join(days)} ('{event.time.text}')"
    if event.cues:
        yield f"  cues: {', '.join(event.cues)}"
    yield from _support(event, names, text)


def _relation(relation: Relation, names: Mapping[str, str], text: str) -> Iterator[str]:
    subject, target = names.get(relation.subject, relation.subject), names.get(relation.object, relation.object)
    yield f"\n{subject} {relation.predicate} {target}: {relation.factuality}"
    yield from _support(relation, names, text)


def _support(fact: Event | Relation, names: Mapping[str, str], text: str) -> Iterator[str]:
    """Who says so, by which rule it was read, and the quote."""
    if fact.attributed_to:
        yield f"  according to: {_named(fact.attributed_to, names)}"
    for span in fact.evidence:
        quote = " ".join(text[span.start:span.end].split())
        yield f"  by {span.method or 'no rule'}, confidence {fact.confidence:.1f}, at {span.start}: \"{quote}\""


def _named(ids: tuple[str, ...], names: Mapping[str, str]) -> str:
    return "; ".join(names.get(one, one) for one in ids)
