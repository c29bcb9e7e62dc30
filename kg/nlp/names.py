"""A tree and the lexicon in, the names of a document out: spans, classes and, where there is evidence, entries.

Known names come from the knowledge base, others from the pipeline's own recognizer; the longer span wins.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kg.lexicon.lexicon import Lexicon
from kg.lexicon.names import Entry, Found
from kg.nlp.phrases import Phrase
from kg.nlp.tree import Tree

PERSON, ORGANIZATION, LOCATION = "PERSON", "ORG", "LOC"
# Labels of other pipelines' recognizers for the three classes that are read here.
LABELS = {
    PERSON: PERSON,
    ORGANIZATION: ORGANIZATION,
    LOCATION: LOCATION,
    "GPE": LOCATION,
    "FAC": LOCATION,
    "PER": PERSON,
}


ORGANIZATIONS = frozenset({"Agency", "Group", "MediaOrganization", "InternationalOrganization"})


def find_names(tree: Tree, lexicon: Lexicon, mask: list[bool]) -> list[Phrase]:
    """The names of a document in text order, not overlapping; tokens under `mask` are not read."""
    known = _known(tree, lexicon, mask)
    linked = _strong_entries(known)
    recognized = [
        (span.start, span.end, LABELS[span.label_])
        for span in tree.doc.ents
        if span.label_ in LABELS and not any(mask[span.start : span.end])
    ]
    labels = {(start, end): label for start, end, label in recognized}
    taken: set[int] = set()
    phrases: list[Phrase] = []
    spans = [(found.start, found.end, found) for found in known] + [(s, e, None) for s, e, _ in recognized]
    spans = [span for span in spans if span[2] or not _extends_known(tree, lexicon, span[0], span[1], known)]
    for start, end, found in sorted(spans, key=lambda span: (span[0] - span[1], span[2] is None, span[0])):
        if taken.intersection(range(start, end)):
            continue
        phrase = _name(tree, lexicon, start, end, found, labels, linked)
        if phrase:
            phrases.append(phrase)
            taken.update(range(start, end))
    phrases += _adjectives(tree, lexicon, mask, taken)
    return sorted(phrases, key=lambda phrase: phrase.start)


def _extends_known(tree: Tree, lexicon: Lexicon, start: int, end: int, known: list[Found]) -> bool:
    """Whether a recognized name is a known one with nothing but the adjective of a state before it: "American CIA"."""
    return any(
        found.end == end
        and found.strong
        and start < found.start
        and all(lexicon.knowledge.by_adjective(token.text) for token in tree.doc[start : found.start])
        for found in known
    )


def head_of(tree: Tree, start: int, end: int) -> int:
    """The token of a span that hangs outside of it."""
    for token in range(start, end):
        outside = tree.heads[token] == token or not start <= tree.heads[token] < end
        if outside and tree.pos[token] not in ("PUNCT", "DET", "ADP", "SPACE"):
            return token
    return end - 1


def _known(tree: Tree, lexicon: Lexicon, mask: list[bool]) -> list[Found]:
    texts = ["" if hidden else token.text for token, hidden in zip(tree.doc, mask, strict=True)]
    return [
        found for found in lexicon.knowledge.scan(texts) if tree.sentence[found.start] == tree.sentence[found.end - 1]
    ]


def _strong_entries(known: Iterable[Found]) -> Counter[str]:
    """How often each entry, and each state that owns one, is named beyond doubt."""
    counts: Counter[str] = Counter()
    for found in known:
        if len(found.strong) == 1:
            entry = found.strong[0]
            counts[entry.iri] += 1
            counts.update(target for _, target in entry.relations)
    return counts


def _name(
    tree: Tree,
    lexicon: Lexicon,
    start: int,
    end: int,
    found: Found | None,
    labels: dict[tuple[int, int], str],
    linked: Counter[str],
) -> Phrase | None:
    label = labels.get((start, end), "")
    phrase = Phrase(head_of(tree, start, end), start, end, "name", definite=True)
    if found:
        phrase.entry = _choose(found, label, linked)
        if phrase.entry is None and (not label or not _capitalized(tree, start, end)):
            return None
    elif not any(token.is_alpha or token.text[:1].isalpha() for token in tree.doc[start:end]):
        return None
    if phrase.entry:
        phrase.type = phrase.entry.type
        return phrase
    people = _of_state(tree, lexicon, start, end)
    if people:
        phrase.type, phrase.entry = people.type, people
        return phrase
    _classify(tree, lexicon, phrase, label or _label_inside(labels, start, end), linked)
    return phrase


def _of_state(tree: Tree, lexicon: Lexicon, start: int, end: int) -> Entry | None:
    """The state or region that a lone word such as "Catalan" or "Americans" is of."""
    if end - start != 1:
        return None
    text = tree.doc[start].text
    entries = lexicon.knowledge.by_adjective(text) or lexicon.knowledge.by_demonym(text)
    return entries[0] if len(entries) == 1 else None


def _capitalized(tree: Tree, start: int, end: int) -> bool:
    return any(token.text[:1].isupper() for token in tree.doc[start:end])


def _label_inside(labels: dict[tuple[int, int], str], start: int, end: int) -> str:
    return next((label for (s, e), label in sorted(labels.items()) if s < end and e > start), "")


def _choose(found: Found, label: str, linked: Counter[str]) -> Entry | None:
    """The entry that a name means: a strong name of one thing, or a weak one with evidence in the document."""
    if len(found.strong) == 1:
        entry = found.strong[0]
        if label == PERSON and entry.type != "Person" and found.end - found.start == 1:
            return None
        return entry
    candidates = found.strong or found.weak
    scores = {
        entry.iri: linked[entry.iri] * 2 + sum(linked[target] for _, target in entry.relations) for entry in candidates
    }
    best = max(scores.values())
    winners = [entry for entry in candidates if scores[entry.iri] == best]
    if best and len(winners) == 1:
        return winners[0]
    states = [entry for entry in candidates if entry.type == "State"]
    if label == LOCATION and len(states) == 1 and len(candidates) == 1:
        return states[0]
    return None


def _classify(tree: Tree, lexicon: Lexicon, phrase: Phrase, label: str, linked: Counter[str]) -> None:
    """The class of a name that nobody knows, by its own words, then by what the recognizer says."""
    if label == PERSON:
        phrase.type = "Person"
        return
    words = tree.words[phrase.start : phrase.end]
    for word in reversed(words):
        noun = lexicon.nouns.naming.get(word)
        if noun and (
            (label == ORGANIZATION) == (noun.type in ORGANIZATIONS) or (noun.type == "Facility" and word == words[-1])
        ):
            phrase.type, phrase.attribute = noun.type, noun.attribute
            return
    if label == LOCATION:
        cities = lexicon.cities(tree.doc[phrase.start : phrase.end].text)
        phrase.type, phrase.entry = ("City", _city(cities, linked)) if cities else ("Place", None)
        return
    phrase.type = "Organization"


def _city(cities: tuple[Entry, ...], linked: Counter[str]) -> Entry | None:
    """Of cities of one name the one whose state the document names; without such evidence only a name of one city."""
    near = [city for city in cities if any(linked[target] for target in city.targets("locatedIn"))]
    if near:
        return near[0]
    return cities[0] if len(cities) == 1 else None


def _adjectives(tree: Tree, lexicon: Lexicon, mask: list[bool], taken: set[int]) -> list[Phrase]:
    """Adjectives of states: "Turkish" names Türkiye wherever it stands before a noun."""
    found = []
    for token in tree.doc:
        if (
            mask[token.i]
            or token.i in taken
            or not token.text[:1].isupper()
            or tree.deps[token.i] not in ("amod", "compound", "nmod", "nmod:desc")
        ):
            continue
        entries = lexicon.knowledge.by_adjective(token.text)
        if len(entries) == 1:
            found.append(Phrase(token.i, token.i, token.i + 1, "name", entries[0].type, entries[0], definite=True))
    return found
