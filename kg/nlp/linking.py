"""Which entry of the knowledge base a name means, by what else the document names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from kg.lexicon.fold import is_acronym, key
from kg.lexicon.lexicon import Lexicon
from kg.lexicon.names import Entry, Found
from kg.nlp.tree import Tree

# The relations by which another thing that the document names is evidence for an entry.
TELLING = frozenset({"agencyOf", "locatedIn", "operatesIn", "basedIn", "partOf"})
PLACES = frozenset({"State", "City", "Region", "Place"})  # persons are called so: Jordan, Paris
OWNING = frozenset({"agencyOf", "locatedIn"})


def named_for_sure(known: Iterable[Found]) -> Counter[str]:
    """How often each entry, and each state that owns one, is named beyond doubt."""
    counts: Counter[str] = Counter()
    for found in known:
        if len(found.strong) == 1:
            entry = found.strong[0]
            counts[entry.iri] += 1
            counts.update(target for predicate, target in entry.relations if predicate in OWNING)
    return counts


def peoples(texts: Iterable[str], lexicon: Lexicon) -> Counter[str]:
    """How often each state or region is named by its adjective or its people: "Somali", "Italians"."""
    counts: Counter[str] = Counter()
    for text in texts:
        if text[:1].isupper():
            entries = lexicon.knowledge.by_adjective(text) or lexicon.knowledge.by_demonym(text)
            if len(entries) == 1:
                counts.update([entries[0].iri, *entries[0].targets("locatedIn")])
    return counts


def as_written(found: Found, text: str) -> Found:
    """What a word in capitals can mean in a text that has small letters: "NIS" is a service, never the town of Niš."""
    if found.end - found.start > 1 or not found.weak or not text.isupper():
        return found
    folded = key(text)
    kept = (e for e in found.strong if any(is_acronym(name) and key(name) == folded for name in (e.name, *e.strong)))
    return replace(found, strong=tuple(kept))


def owner_of(tree: Tree, lexicon: Lexicon, start: int) -> str:
    """The IRI of the state or region that the words before a name give it: "Turkish", "Russia's"; else empty."""
    before = start - 1
    while before >= 0 and tree.tags[before] == "POS":
        before -= 1
    if before < 0 or tree.sentence[before] != tree.sentence[start]:
        return ""
    text = tree.doc[before].text
    entries = lexicon.knowledge.by_adjective(text)
    if not entries and before < start - 1:
        entries = lexicon.knowledge.lookup(text).strong
    return entries[0].iri if len(entries) == 1 else ""


def choose(found: Found, is_person: bool, owner: str, linked: Counter[str], acronym_only: bool) -> Entry | None:
    """The entry that a name means: a strong name of one thing, or a weak one with evidence in the document.

    A body that is said to be of one state is never that of another. `acronym_only`: the name is a single word in a
    text without small letters, where weak names are mostly common words.
    """
    candidates = found.strong or found.weak
    if owner:
        candidates = (
            tuple(
                entry
                for entry in candidates
                if owner in entry.targets("agencyOf") or (not entry.targets("agencyOf") and entry.type != "Agency")
            )
            or ()
        )
    if found.strong and len(candidates) == 1:
        entry = candidates[0]
        if is_person and entry.type in PLACES and found.end - found.start == 1:
            return None
        return entry
    if not candidates or (acronym_only and not found.strong):
        return None
    scores = {entry.iri: _evidence(entry, linked) for entry in candidates}
    best = max(scores.values())
    winners = [entry for entry in candidates if scores[entry.iri] == best]
    if owner and len(winners) == 1:
        return winners[0]
    return winners[0] if best and len(winners) == 1 else None


def _evidence(entry: Entry, linked: Counter[str]) -> int:
    telling = {target for predicate, target in entry.relations if predicate in TELLING}
    if entry.type == "Agency":  # the enemies and areas of a body do not make it the one that is meant
        telling = set(entry.targets("agencyOf"))
    return 2 * linked[entry.iri] + sum(linked[target] for target in telling)
