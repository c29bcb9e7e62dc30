"""Which entry of the knowledge base a name means, by what else the document names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from kg.lexicon.fold import is_acronym, key
from kg.lexicon.lexicon import Lexicon
from kg.lexicon.names import Entry, Found, KnowledgeBase
from kg.nlp.names.extents import PERSON
from kg.nlp.phrases.demonyms import adjective_ending_at
from kg.nlp.syntax.tree import Tree

# The relations by which another thing that the document names is evidence for an entry.
TELLING = frozenset({"agencyOf", "locatedIn", "operatesIn", "basedIn", "partOf"})
PLACES = frozenset({"State", "City", "Region", "Place"})  # persons are called so: Jordan, Paris
OWNING = frozenset({"agencyOf", "locatedIn"})
OPENING, CLOSING = ("(", "["), (")", "]")
DASHES = frozenset({"-", "--", "—", "–", ":"})
STATE = "state/"
CLEAR = 1.5  # times that a state is named more often than any other, to be the one that a document is about
DATELINE = 3  # how much the place of a dateline tells, compared with one in the text


def named_for_sure(tree: Tree, known: Iterable[Found], labels: Mapping[tuple[int, int], str]) -> Counter[str]:
    """How often each entry, and each state that owns one, is named beyond doubt.

    A place in the name of something else ("Omar Farah") tells nothing, and one in a dateline more than others.
    """
    counts: Counter[str] = Counter()
    longer = [span for span, label in labels.items() if label == PERSON]
    for found in known:
        if len(found.strong) == 1 and not any(s < found.start < e or s < found.end < e for s, e in longer):
            entry = found.strong[0]
            counts[entry.iri] += 1
            times = DATELINE if entry.type == "City" and _opens(tree, found) else 1
            counts.update({target: times for predicate, target in entry.relations if predicate in OWNING})
    return counts


def among_states(tree: Tree, knowledge: KnowledgeBase, found: Found) -> Entry | None:
    """The state of a name that others have too, where it stands in a row of states: "Chad, Niger and Cameroon"."""
    states = [entry for entry in found.weak if entry.type == "State"]
    if found.strong or len(states) != 1 or found.end - found.start > 1:
        return None
    head = tree.heads[found.start] if tree.deps[found.start] == "conj" else found.start
    row = [token for token in tree.conjuncts(head) if token != found.start]
    named = [entry for token in row for entry in knowledge.lookup(tree.texts[token]).strong]
    return states[0] if any(entry.type == "State" for entry in named) else None


def places_behind(tree: Tree, known: Iterable[Found], end: int) -> set[str]:
    """The IRIs of the region or state behind a comma, in which a place lies: "Melbourne, Florida"."""
    if end + 1 >= len(tree) or tree.words[end] != ",":
        return set()
    around = [e for found in known if found.start == end + 1 for e in (found.strong or found.weak)]
    places = {e.iri for e in around if e.type in ("Region", "State")}
    return places | {target for e in around if e.type == "Region" for target in e.targets("locatedIn")}


def ends_dateline(tree: Tree, start: int, end: int) -> bool:
    """Whether a name stands in the brackets that end a dateline: "MANILA (AFP) -"."""
    if start < 1 or end + 1 >= len(tree) or tree.words[start - 1] not in OPENING or tree.words[end] not in CLOSING:
        return False
    return next((word for word in tree.words[end + 1 :] if word.strip()), "") in DASHES


def media(found: Found) -> Entry | None:
    """The one news agency that a name can mean."""
    agencies = [entry for entry in (*found.strong, *found.weak) if entry.type == "MediaOrganization"]
    return agencies[0] if len(agencies) == 1 else None


def _opens(tree: Tree, found: Found) -> bool:
    """Whether a place stands at the start of a line and ends where a dateline goes on: "Madrid, 3 May"."""
    before, after = found.start - 1, found.end
    starts = before < 0 or "\n" in tree.words[before]
    return starts and after < len(tree) and tree.words[after] in (*OPENING, *DASHES, ",", "/")


def as_written(found: Found, text: str) -> Found:
    """What a word in capitals can mean in a text that has small letters: "NIS" is a service, never the town of Niš."""
    if found.end - found.start > 1 or not found.weak or not text.isupper():
        return found
    folded = key(text)
    kept = (e for e in found.strong if any(is_acronym(name) and key(name) == folded for name in (e.name, *e.strong)))
    return replace(found, strong=tuple(kept))


def is_common_noun(tree: Tree, lexicon: Lexicon, found: Found) -> bool:
    """Whether the words of a name are one thing of many here: "wants an Islamic state"."""
    before, last = found.start - 1, tree.texts[found.end - 1]
    return before >= 0 and last.islower() and last.isalpha() and tree.words[before] in lexicon.nouns.one_of_many


def owner_of(tree: Tree, lexicon: Lexicon, start: int) -> str:
    """The IRI of the state or region that the words before a name give it: "Turkish", "Russia's"; else empty."""
    before = start - 1
    while before >= 0 and tree.tags[before] == "POS":
        before -= 1
    if before < 0 or tree.sentence[before] != tree.sentence[start]:
        return ""
    text = tree.texts[before]
    entries = adjective_ending_at(tree, lexicon, before)[1]
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


def body_of_scene(lexicon: Lexicon, found: Found, text: str, linked: Counter[str]) -> Entry | None:
    """The body of the state that a document is about, of a name that many states have: "the interior ministry"."""
    counts = sorted(((linked[iri], iri) for iri in linked if iri.startswith(STATE)), reverse=True)
    if not counts or (len(counts) > 1 and counts[0][0] < CLEAR * counts[1][0]):
        return None
    owner = counts[0][1]
    own = [entry for entry in found.weak if owner in entry.targets("agencyOf")]
    return own[0] if len(own) == 1 else lexicon.knowledge.compose(owner, text)


def is_common(lexicon: Lexicon, found: Found, text: str) -> bool:
    """Whether a name is one that many states have for a body of theirs."""
    return not found.strong and bool(found.weak) and lexicon.knowledge.generic(text) is not None


def _evidence(entry: Entry, linked: Counter[str]) -> int:
    telling = {target for predicate, target in entry.relations if predicate in TELLING}
    if entry.type == "Agency":  # the enemies and areas of a body do not make it the one that is meant
        telling = set(entry.targets("agencyOf"))
    return 2 * linked[entry.iri] + sum(linked[target] for target in telling)
