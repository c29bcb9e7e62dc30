"""Clusters of profiles in, nodes with deterministic IRIs out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from kg.ids import digest, slug
from kg.lexicon.fold import key as folded
from kg.lexicon.fold import words
from kg.lexicon.names import Entry
from kg.model import Entity, Extraction, Mention, Node, Quote
from kg.resolve.background import Background
from kg.resolve.profile import Occurrence, Profile

Group = list[Profile]
Value = TypeVar("Value", str, int)


def best_type(group: Group, background: Background) -> str:
    """The most special type that documents give; among equals the most frequent, then by name."""
    counts: Counter[str] = Counter()
    for profile in group:
        counts.update(profile.types)
    return min(counts, key=lambda kind: (-len(background.ontology.ancestors(kind)), -counts[kind], kind))


def best_name(group: Group) -> str:
    """The name in most documents; among equals one not in capitals, then the longest. It fits the count, if any."""
    count = _most([o.entity.count for o in occurrences(group) if o.entity.count is not None])
    counts = Counter(o.entity.name for o in occurrences(group) if count in (None, o.entity.count))
    return min(counts, key=lambda name: (-counts[name], name.isupper() and " " in name, -len(name), name))


def occurrences(group: Group) -> Iterable[Occurrence]:
    """Every occurrence of a cluster, in the order of profiles and documents."""
    return (occurrence for profile in group for occurrence in profile.occurrences)


def name_groups(groups: Sequence[Group], extractions: Sequence[Extraction],
                background: Background) -> list[str]:
    """The IRI of each cluster. Namesakes are told apart by a digest of what tells them apart."""
    plain = [_plain(group, extractions, background) for group in groups]
    taken = Counter(plain)
    told = [iri if taken[iri] == 1 and not _is_foreign(iri, group, background) else f"{iri}-{_context_digest(group)}"
            for iri, group in zip(plain, groups, strict=True)]
    taken = Counter(told)
    return [iri if taken[iri] == 1 else f"{iri}-{_first_digest(group, extractions)}"
            for iri, group in zip(told, groups, strict=True)]


def node(iri: str, group: Group, extractions: Sequence[Extraction], entry: Entry | None,
         background: Background) -> Node:
    """The node of a cluster: the knowledge base's name and facts where it knows it, else what the texts say."""
    found = [(extractions[o.document], o.entity) for o in occurrences(group)]
    name = entry.name if entry else best_name(group)
    seen = {surface for _, entity in found for surface in _surfaces(entity)}
    return Node(
        iri, entry.type if entry else best_type(group, background), name,
        tuple(_others(name, seen, entry.strong if entry else ())),
        _most([entity.count for _, entity in found if entity.count is not None]),
        {**_attributes([entity for _, entity in found]), **(entry.attributes if entry else {})},
        tuple(entry.same_as) if entry else (), entry is not None,
        tuple(sorted(quote(extraction, mention) for extraction, entity in found
                     for mention in entity.mentions if mention.kind != "pronoun")))


def known_node(entry: Entry) -> Node:
    """The node of an entry that no text names but a used node needs, as the state of an agency."""
    return Node(entry.iri, entry.type, entry.name, tuple(_others(entry.name, (), entry.strong)),
                attributes=dict(entry.attributes), same_as=tuple(entry.same_as), known=True)


def _others(name: str, seen: Iterable[str], known: Iterable[str]) -> list[str]:
    """All names that texts use, and those known that differ from them by more than case, accents or periods."""
    used = set(seen) - {name}
    spelled = {folded(other): other for other in sorted(known, reverse=True)}
    new = {other for key, other in spelled.items() if key not in {folded(old) for old in (*used, name)}}
    return sorted(used | new)


def quote(extraction: Extraction, mention: Mention) -> Quote:
    """Where a text names it."""
    return Quote(extraction.document.id, mention.start, mention.end, mention.text)


def _plain(group: Group, extractions: Sequence[Extraction], background: Background) -> str:
    links = sorted(profile.iri for profile in group if profile.iri)
    if links:
        return links[0]
    kind = best_type(group, background)
    iri = f"{background.identity.folders.get(kind, kind.lower())}/{slug(' '.join(words(best_name(group))))}"
    named = any(profile.named for profile in group)
    return iri if named else f"{iri}-{_first_digest(group, extractions)}"


def _is_foreign(iri: str, group: Group, background: Background) -> bool:
    """Whether the IRI would be that of an entry to which nothing in the cluster is linked."""
    return iri in background.knowledge.entries and not any(profile.iri for profile in group)


def _context_digest(group: Group) -> str:
    if any(profile.iri for profile in group):
        return digest(*sorted({profile.iri for profile in group if profile.iri}))
    return digest(*sorted({f"{name}={value}" for profile in group for name, value in profile.context}))


def _first_digest(group: Group, extractions: Sequence[Extraction]) -> str:
    return digest(*min(_place(o, extractions) for o in occurrences(group)))


def _place(occurrence: Occurrence, extractions: Sequence[Extraction]) -> tuple[str, ...]:
    entity = occurrence.entity
    first = min(entity.mentions, key=lambda mention: mention.start, default=Mention(entity.name, 0, 0, entity.id, ""))
    return extractions[occurrence.document].document.id, first.head, str(first.start), entity.id


def _surfaces(entity: Entity) -> Iterable[str]:
    yield entity.name
    yield from (" ".join(mention.text.split()) for mention in entity.mentions if mention.kind == "name")


def _attributes(entities: Sequence[Entity]) -> Mapping[str, str]:
    names = sorted({name for entity in entities for name in entity.attributes})
    return {name: str(_most([e.attributes[name] for e in entities if name in e.attributes])) for name in names}


def _most(values: Sequence[Value]) -> Value | None:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None
