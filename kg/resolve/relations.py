"""Relations of all documents and of the knowledge base in, one per subject, predicate, object and factuality out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kg.ids import digest
from kg.lexicon.names import Entry
from kg.model import Evidence, Extraction, Quote, Relation, ResolvedRelation
from kg.resolve.background import Background
from kg.resolve.profile import REPORTED

Where = Sequence[Mapping[str, str]]  # by document: the IRI of each local id
Key = tuple[str, str, str, str]
Told = tuple[Extraction, Relation, Mapping[str, str]]


def relations(extractions: Sequence[Extraction], where: Where, entries: Mapping[str, Entry]) -> list[ResolvedRelation]:
    """All relations between used nodes, sorted by IRI."""
    told: dict[Key, list[Told]] = defaultdict(list)
    for extraction, names in zip(extractions, where, strict=True):
        for relation in extraction.relations:
            subject, thing = names[relation.subject], names.get(relation.object, relation.object)
            if subject != thing and not relation.is_background:  # the knowledge base speaks for itself below
                told[subject, relation.predicate, thing, relation.factuality].append((extraction, relation, names))
    known = {(entry.iri, predicate, thing, REPORTED): entry.source
             for entry in entries.values() for predicate, thing in entry.relations if thing in entries}
    merged = (_merged(key, told.get(key, []), known.get(key, "")) for key in {**told, **known})
    return sorted(merged, key=lambda relation: relation.iri)


def pulled(used: Mapping[str, Entry], background: Background) -> Iterator[Entry]:
    """Entries that no text names, but that used ones cannot do without, such as the state of an agency."""
    seen, waiting = set(used), list(used.values())
    while waiting:
        for predicate, thing in waiting.pop().relations:
            entry = background.knowledge.entries.get(thing)
            if entry and predicate in background.identity.pull and thing not in seen:
                seen.add(entry.iri)
                waiting.append(entry)
                yield entry


def quotes(extraction: Extraction, evidence: Sequence[Evidence], trigger: str, confidence: float) -> Iterator[Quote]:
    """The evidence with the text it covers."""
    document = extraction.document
    for piece in evidence:
        yield Quote(document.id, piece.start, piece.end, document.text[piece.start:piece.end], piece.method, trigger,
                    confidence)


def _merged(key: Key, told: Sequence[Told], source: str) -> ResolvedRelation:
    subject, predicate, thing, factuality = key
    evidence = {quote for extraction, relation, _ in told
                for quote in quotes(extraction, relation.evidence, "", relation.confidence)}
    speakers = {names[who] for _, relation, names in told for who in relation.attributed_to if who in names}
    return ResolvedRelation(
        f"assertion/{digest(*key)}", subject, predicate, thing, tuple(sorted(evidence)), factuality,
        tuple(sorted(speakers)), max((relation.confidence for _, relation, _ in told), default=1.0), source)
