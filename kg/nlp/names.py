"""A tree and the lexicon in, the names of a document out: spans, classes and, where there is evidence, entries.

Known names come from the knowledge base, others from the pipeline's own recognizer; the longer span wins.
"""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Span

from kg.lexicon.lexicon import Lexicon
from kg.lexicon.names import Entry, Found
from kg.lexicon.nouns import Noun
from kg.nlp.capitalized import capitalized_bodies
from kg.nlp.introduced import apply_introductions
from kg.nlp.linking import PLACES, as_written, choose, named_for_sure, owner_of, peoples
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
PAIR = 2  # words of a name either of which can say what it is: "Hotel Aurora", "Aurora Hotel"
NAMING = frozenset({"compound", "appos", "flat", "nmod:desc"})  # how a name hangs on the noun that it is the name of
ORGANIZATIONS = frozenset({"Agency", "Group", "MediaOrganization", "InternationalOrganization"})


def find_names(tree: Tree, lexicon: Lexicon, mask: list[bool]) -> list[Phrase]:
    """The names of a document in text order, not overlapping; tokens under `mask` are not read."""
    names = _Finder(tree, lexicon, mask).find()
    apply_introductions(tree, lexicon, names)
    return names


def head_of(tree: Tree, start: int, end: int) -> int:
    """The token of a span that hangs outside of it."""
    for token in range(start, end):
        outside = tree.heads[token] == token or not start <= tree.heads[token] < end
        if outside and tree.pos[token] not in ("PUNCT", "DET", "ADP", "SPACE"):
            return token
    return end - 1


class _Finder:
    """The names of one tree: `known` by the knowledge base, `labels` the recognizer's label of a span."""

    def __init__(self, tree: Tree, lexicon: Lexicon, mask: list[bool]) -> None:
        self.tree = tree
        self.lexicon = lexicon
        self.mask = mask
        self.capitals = tree.doc.text.upper() == tree.doc.text
        texts = ["" if hidden else token.text for token, hidden in zip(tree.doc, mask, strict=True)]
        sentence = tree.sentence
        self.known = [
            found if self.capitals else as_written(found, tree.doc[found.start : found.end].text)
            for found in lexicon.knowledge.scan(texts)
            if sentence[found.start] == sentence[found.end - 1] and not self._is_pronoun(found)
        ]
        self.linked = named_for_sure(self.known) + peoples(texts, lexicon)
        self.labels = {
            self._whole(*self._trimmed(span.start, span.end), LABELS[span.label_]): LABELS[span.label_]
            for span in tree.doc.ents
            if span.label_ in LABELS and not any(mask[span.start : span.end]) and not self._is_kind(span)
        }
        sure = [(found.start, found.end) for found in self.known if found.strong]
        taken = {token for span in [*self.labels, *sure] for token in range(*span)}
        for start, end in capitalized_bodies(tree, lexicon, ORGANIZATIONS):
            if not taken.intersection(range(start, end)) and not any(mask[start:end]):
                self.labels[start, end] = ORGANIZATION
        self.called = {
            tree.words[token]
            for (start, end), label in self.labels.items()
            if label == PERSON and end - start > 1
            for token in range(start, end)
        }

    def find(self) -> list[Phrase]:
        """The longest spans first; of equal ones the known name."""
        taken: set[int] = set()
        phrases: list[Phrase] = []
        spans: list[tuple[int, int, Found | None]] = [(found.start, found.end, found) for found in self.known]
        spans += [(start, end, None) for start, end in self.labels if not self._extends_known(start, end)]
        for start, end, found in sorted(spans, key=lambda span: (span[0] - span[1], span[2] is None, span[0])):
            if taken.intersection(range(start, end)):
                continue
            phrase = self._name(start, end, found)
            if phrase and not self._is_counted(start, end):
                phrases += [phrase, *self._owners(phrase)]
                taken.update(range(start, end))
        phrases += _adjectives(self.tree, self.lexicon, self.mask, taken)
        return sorted(phrases, key=lambda phrase: phrase.start)

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        """A recognized span without the place where the thing is: "Ministry of Internal Affairs in Moscow"."""
        while end - 1 > start and self.tree.words[end - 1] in self.lexicon.cues.locative:
            end -= 1
        places = {found.start for found in self.known if found.end == end and start < found.start}
        for token in range(start + 1, end - 1):
            if self.tree.words[token] in self.lexicon.cues.locative and token + 1 in places:
                return start, token
        return start, end

    def _whole(self, start: int, end: int, label: str) -> tuple[int, int]:
        """A recognized span with the capitalized noun that belongs to it: "Hotel Esperanza"."""
        tree, before = self.tree, start - 1
        noun = self.lexicon.nouns.naming.get(tree.words[before]) if before > 0 and label != PERSON else None
        if noun is None or noun.type != "Facility" or self.capitals or self.mask[before]:
            return start, end
        inside = tree.sentence[before - 1] == tree.sentence[before] == tree.sentence[start]
        return (before, end) if inside and tree.doc[before].text[:1].isupper() else (start, end)

    def _is_pronoun(self, found: Found) -> bool:
        """Whether a lone word in a text without small letters is no name: "THEY ATTACKED US"."""
        return self.capitals and found.end - found.start == 1 and self.tree.pos[found.start] == "PRON"

    def _is_kind(self, span: Span) -> bool:
        """Whether a lone word that is taken for a body is a kind of people: "JESUITS"."""
        if len(span) != 1 or LABELS[span.label_] == PERSON:
            return False
        by_head, word = self.lexicon.nouns.by_head, self.tree.words[span.start]
        found = by_head.get(self.tree.lemmas[span.start], ()) or by_head.get(word.removesuffix("s"), ())
        return any(not words and noun.type == "People" for words, noun in found)

    def _extends_known(self, start: int, end: int) -> bool:
        """Whether a span is a known name with no more than a state before or a common noun behind: "American CIA"."""
        doc, by_adjective = self.tree.doc, self.lexicon.knowledge.by_adjective
        naming = self.lexicon.nouns.naming_heads
        for found in self.known:
            if not found.strong or (found.start, found.end) == (start, end) or found.start < start or found.end > end:
                continue
            if all(by_adjective(token.text) for token in doc[start : found.start]) and all(
                lemma in naming for lemma in self.tree.lemmas[found.end : end]
            ):
                return True
        return False

    def _name(self, start: int, end: int, found: Found | None) -> Phrase | None:
        tree = self.tree
        label = self.labels.get((start, end), "")
        phrase = Phrase(head_of(tree, start, end), start, end, "name", definite=True)
        if found:
            phrase.entry = self._linked(phrase, found, label)
            if phrase.entry is None and (not label or not self._capitalized(start, end)):
                return None
        elif not self._capitalized(start, end):
            return None
        phrase.entry = phrase.entry or self._of_state(start, end)
        if phrase.entry:
            phrase.type = phrase.entry.type
        else:
            self._classify(phrase, label or self._label_inside(start, end), found)
        return phrase

    def _linked(self, phrase: Phrase, found: Found, label: str) -> Entry | None:
        """The entry that a known name means here."""
        tree, knowledge = self.tree, self.lexicon.knowledge
        owner = owner_of(tree, self.lexicon, phrase.start)
        is_person = label == PERSON and self._is_person(found)
        alone = self.capitals and phrase.end - phrase.start == 1
        entry = choose(found, is_person, owner, self.linked, alone and not label)
        if entry is None and owner:
            entry = knowledge.compose(owner, tree.doc[phrase.start : phrase.end].text)
        if owner and entry and tree.tags[phrase.start - 1] != "POS":
            phrase.shown = phrase.start - 1
        if entry is None and label in (LOCATION, PERSON) and not is_person:
            return _only_state(found)
        return entry

    def _is_person(self, found: Found) -> bool:
        """Whether what looks like a person is one: "Jordan" is the state unless a title or a longer name says else."""
        tree, start, roles = self.tree, found.start, self.lexicon.nouns.roles
        states = [entry for entry in found.strong or found.weak if entry.type == "State" or entry.targets("capitalOf")]
        if found.end - start > 1 or not states:
            return True
        titled = start > 0 and (tree.pos[start - 1] == "PROPN" or tree.lemmas[start - 1] in roles)
        return titled or tree.words[start] in self.called

    def _of_state(self, start: int, end: int) -> Entry | None:
        """The state or region that a lone word such as "Catalan" is of; its body: "the French Defense Ministry"."""
        knowledge, text = self.lexicon.knowledge, self.tree.doc[start].text
        entries = knowledge.by_adjective(text) or knowledge.by_demonym(text)
        rest = self.tree.doc[start + 1 : end].text
        if len(entries) == 1:
            return knowledge.compose(entries[0].iri, rest) if rest else entries[0]
        owner = owner_of(self.tree, self.lexicon, start) if rest else ""
        return knowledge.compose(owner, self.tree.doc[start:end].text) if owner else None

    def _is_counted(self, start: int, end: int) -> bool:
        """Whether a word for a people stands for some of them: "nine Italians"."""
        return (
            end - start == 1
            and self.tree.kid(start, "nummod") is not None
            and bool(self.lexicon.knowledge.by_demonym(self.tree.doc[start].text))
        )

    def _owners(self, phrase: Phrase) -> list[Phrase]:
        """The states named inside the name of their body: "US" in "US Africa Command"."""
        owners = phrase.entry.targets("agencyOf") if phrase.entry else ()
        found = []
        for token in range(phrase.start, phrase.end):
            text = self.tree.doc[token].text
            for state in self.lexicon.knowledge.by_adjective(text) or self.lexicon.knowledge.lookup(text).strong:
                if state.iri in owners and token != phrase.head:
                    found.append(Phrase(token, token, token + 1, "name", state.type, state, definite=True))
        return found

    def _capitalized(self, start: int, end: int) -> bool:
        return any(token.text[:1].isupper() for token in self.tree.doc[start:end])

    def _label_inside(self, start: int, end: int) -> str:
        return next((label for (s, e), label in sorted(self.labels.items()) if s < end and e > start), "")

    def _classify(self, phrase: Phrase, label: str, found: Found | None) -> None:
        """The class of a name that nobody knows, by its own words and those beside it, then by the recognizer."""
        shared = _shared_type(found)
        if shared and (label != PERSON or shared not in PLACES):
            phrase.type = shared
            return
        beside = self._noun_beside(phrase)
        if label == PERSON:
            is_body = beside is not None and beside.type in ORGANIZATIONS
            phrase.type = beside.type if beside and is_body else "Person"
            return
        words = self.tree.words[phrase.start : phrase.end]
        for word in reversed(words):
            noun = self.lexicon.nouns.naming.get(word)
            organization = noun is not None and noun.type in ORGANIZATIONS
            building = noun is not None and noun.type == "Facility" and (word == words[-1] or len(words) == PAIR)
            if noun and (building or (label == ORGANIZATION) == organization):
                phrase.type, phrase.attribute = noun.type, noun.attribute
                return
        if label == LOCATION:
            cities = self.lexicon.cities(self.tree.doc[phrase.start : phrase.end].text)
            said = beside.type if beside and beside.type in PLACES else ""
            phrase.type, phrase.entry = ("City", _city(cities, self.linked)) if cities else (said or "Place", None)
            return
        phrase.type = "Organization"

    def _noun_beside(self, phrase: Phrase) -> Noun | None:
        """The common noun that says what a name is of: "the Jund group", "the newspaper X", "the village of Y"."""
        tree, nouns, head = self.tree, self.lexicon.nouns, phrase.head
        over = tree.heads[head]
        near = over in (phrase.start - 1, phrase.end) and tree.deps[head] in NAMING
        within = tree.deps[head] == "nmod" and tree.preposition(head) == "of" and tree.kid(over, "det") is not None
        if over == head or tree.lemmas[over] not in nouns.naming_heads or tree.tags[over] == "NNS":
            return None
        if not near and not within:
            return None
        found = (noun for words, noun in nouns.by_head.get(tree.lemmas[over], ()) if not words)
        return next((noun for noun in found if near or noun.type in PLACES), None)


def _shared_type(found: Found | None) -> str:
    """The class that all of the things have that a name can mean: which of them is unknown, what it is is not."""
    entries = (found.strong or found.weak) if found else ()
    types = {entry.type for entry in entries}
    return types.pop() if len(entries) > 1 and len(types) == 1 else ""


def _only_state(found: Found) -> Entry | None:
    """The state of a name that is a weak one only because it can be a person's or a river's."""
    entries = found.strong or found.weak
    return entries[0] if len(entries) == 1 and entries[0].type == "State" else None


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
