"""Extractions in, profiles out: what is surely one thing (one link, or one name in one context) gathered once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.lexicon.fold import key as folded
from kg.lexicon.fold import words
from kg.lexicon.identity import Identity
from kg.model import Entity, Extraction

Context = frozenset[tuple[str, str]]
REPORTED = "reported"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An entity in the document with this number in the sorted sequence of extractions."""

    document: int
    entity: Entity


@dataclass(frozen=True, slots=True)
class Profile:
    """Occurrences that need no comparison to be one thing. `key` is unique and says why; it orders everything.

    `context` are pairs of a dimension and a value that tell namesakes apart, such as `agencyOf:State` and
    `state/RUS`. `types` counts what the documents call it. `bare` tells that the name alone is no evidence.
    """

    key: tuple[str, ...]
    words: tuple[str, ...]
    types: Mapping[str, int]
    context: Context
    occurrences: tuple[Occurrence, ...]
    iri: str | None
    bare: bool
    named: bool

    @property
    def documents(self) -> frozenset[int]:
        """The numbers of the documents that speak of it."""
        return frozenset(occurrence.document for occurrence in self.occurrences)


def profiles(extractions: Sequence[Extraction], identity: Identity) -> list[Profile]:
    """All profiles, sorted by key."""
    groups: dict[tuple[str, ...], list[Occurrence]] = defaultdict(list)
    contexts: dict[tuple[str, ...], Context] = {}
    for number, extraction in enumerate(extractions):
        context = _contexts(extraction, identity)
        for entity in extraction.entities:
            own = context.get(entity.id, frozenset())
            key = _key(entity, own, extraction.document.id, identity)
            groups[key].append(Occurrence(number, entity))
            contexts[key] = own
    return [_profile(key, groups[key], contexts[key], identity) for key in sorted(groups)]


def is_named(entity: Entity, identity: Identity) -> bool:
    """Whether the entity has a name of its own, by which other documents may know it."""
    return entity.type not in identity.nameless and any(mention.kind == "name" for mention in entity.mentions)


def core(name: str, identity: Identity) -> tuple[str, ...]:
    """The folded words of a name without articles before it."""
    found = words(name)
    start = next((place for place, word in enumerate(found) if word not in identity.articles), 0)
    return found[start:]


def _key(entity: Entity, context: Context, document: str, identity: Identity) -> tuple[str, ...]:
    if entity.iri:
        return ("link", entity.iri)
    name = core(entity.name, identity)
    if not is_named(entity, identity) and not (context and entity.type in identity.common_names):
        described = entity.type in identity.descriptions and len(name) > 1
        return ("one", document, entity.type, *name) if described else ("one", document, entity.id)
    told_apart = tuple(f"{dimension}={value}" for dimension, value in sorted(context))
    where = () if context or not _is_bare(entity, identity) else (document,)
    return ("name", " ".join(name), entity.type, *told_apart, *where)


def _is_bare(entity: Entity, identity: Identity) -> bool:
    own = [word for word in words(entity.name) if word not in identity.particles]
    short = entity.type == "Person" and len(own) < 2
    return short or entity.type in identity.common_names or identity.generic_words.issuperset(own)


def _profile(key: tuple[str, ...], occurrences: list[Occurrence], context: Context, identity: Identity) -> Profile:
    first = occurrences[0].entity
    linked = key[0] == "link"
    return Profile(key, core(first.name, identity), Counter(o.entity.type for o in occurrences),
                   frozenset() if linked else context, tuple(occurrences), first.iri,
                   not linked and _is_bare(first, identity), key[0] != "one")


def _contexts(extraction: Extraction, identity: Identity) -> dict[str, Context]:
    by_id = {entity.id: entity for entity in extraction.entities}
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for relation in extraction.relations:
        told = by_id.get(relation.object)
        if relation.predicate in identity.context_relations and relation.factuality == REPORTED and told:
            found[relation.subject].add((f"{relation.predicate}:{told.type}", _value(told)))
    for entity in extraction.entities:
        for name, value in entity.attributes.items():
            if name in identity.context_attributes:
                found[entity.id].add((name, value))
    return {key: frozenset(values) for key, values in found.items()}


def _value(entity: Entity) -> str:
    return entity.iri or folded(entity.name)


def companions(extraction: Extraction, identity: Identity) -> Iterator[str]:
    """What the document names besides: links and folded names of at least two words, states left out."""
    for entity in extraction.entities:
        if entity.type != "State" and entity.iri:
            yield entity.iri
        elif is_named(entity, identity) and len(words(entity.name)) > 1:
            yield folded(entity.name)
