"""A tree and the lexicon in, the names of a document out: spans, classes and, where there is evidence, entries.

Known names come from the knowledge base, others from the pipeline's own recognizer; the longer span wins.
"""

from __future__ import annotations

from kg.lexicon.lexicon import Lexicon
from kg.lexicon.names import Entry, Found
from kg.nlp.names.asides import tie_asides
from kg.nlp.names.capitalized import capitalized_bodies, titled_persons
from kg.nlp.names.extents import LOCATION, ORGANIZATION, PERSON
from kg.nlp.names.introduced import apply_introductions
from kg.nlp.names.linking import (
    among_states,
    as_written,
    body_of_scene,
    choose,
    ends_dateline,
    is_common,
    is_common_noun,
    media,
    named_for_sure,
    owner_of,
    places_behind,
)
from kg.nlp.names.naming import ORGANIZATIONS, classify
from kg.nlp.names.peoples import adjectives, peoples
from kg.nlp.names.recognized import describes, head_of, recognized
from kg.nlp.phrases.demonyms import people_ending_at
from kg.nlp.phrases.phrase import Phrase
from kg.nlp.syntax.tree import Tree

POSSESSIVE, GENITIVE = "PRP$", "POS"


def find_names(tree: Tree, lexicon: Lexicon, mask: list[bool]) -> list[Phrase]:
    """The names of a document in text order, not overlapping; tokens under `mask` are not read."""
    names = _Finder(tree, lexicon, mask).find()
    apply_introductions(tree, lexicon, names)
    tie_asides(tree, lexicon, names)
    return names


class _Finder:
    """The names of one tree: `known` by the knowledge base, `labels` the recognizer's label of a span."""

    def __init__(self, tree: Tree, lexicon: Lexicon, mask: list[bool]) -> None:
        self.tree = tree
        self.lexicon = lexicon
        self.mask = mask
        written = tree.doc.text
        self.capitals = written.upper() == written
        texts = ["" if hidden else text for text, hidden in zip(tree.texts, mask, strict=True)]
        sentence = tree.sentence
        self.known = [
            found if self.capitals else as_written(found, tree.doc[found.start : found.end].text)
            for found in lexicon.knowledge.scan(texts)
            if sentence[found.start] == sentence[found.end - 1]
            and not self._is_pronoun(found)
            and not is_common_noun(tree, lexicon, found)
        ]
        self.labels = recognized(tree, lexicon, mask, self.known, self.capitals)
        inner = {token for start, end in self.labels for token in range(start + 1, end)}
        hidden = inner | {token for token, text in enumerate(texts) if not text}  # "Central American University"
        self.linked = named_for_sure(tree, self.known, self.labels) + peoples(tree, lexicon, hidden)
        sure = [(found.start, found.end) for found in self.known if found.strong]
        taken = {token for span in [*self.labels, *sure] for token in range(*span)}
        missed = [(span, ORGANIZATION) for span in capitalized_bodies(tree, lexicon, ORGANIZATIONS)]
        missed += [(span, PERSON) for span in titled_persons(tree, lexicon)]
        for (start, end), label in missed:
            parts = [span for span in self.labels if start <= span[0] < span[1] <= end and span != (start, end)]
            persons = any(self.labels[span] == PERSON for span in parts) and "POS" not in tree.tags[start:end]
            if persons and label == ORGANIZATION:  # "the Hassan al-Banna Brigades"
                taken.difference_update(token for span in parts for token in range(*span))
                self.labels = {span: own for span, own in self.labels.items() if span not in parts}
            if not taken.intersection(range(start, end)) and not any(mask[start:end]):
                self.labels[start, end] = label
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
            if phrase and not self._is_counted(start, end) and not self._is_arms(start, end):
                phrases += [phrase, *self._owners(phrase)]
                taken.update(range(start, end))
        phrases += adjectives(self.tree, self.lexicon, self.mask, taken)
        return sorted(phrases, key=lambda phrase: phrase.start)

    def _may_own(self, start: int, body: Entry) -> bool:
        """Whether the owner before a body, if any, can be its state: "Jordan's police" are not Austria's."""
        tree = self.tree
        if tree.tags[start - 1] != GENITIVE or start < 2:
            return True
        owners = self.lexicon.knowledge.lookup(tree.texts[start - 2])
        return any(entry.iri in body.targets("agencyOf") for entry in (*owners.strong, *owners.weak))

    def _is_pronoun(self, found: Found) -> bool:
        """Whether a lone word in a text without small letters is no name: "THEY ATTACKED US", "A MILITARY BASE"."""
        tree, start = self.tree, found.start
        if not self.capitals or found.end - start > 1:
            return False
        body = all(entry.type == "Agency" for entry in (*found.strong, *found.weak))
        return tree.pos[start] == "PRON" or (body and tree.pos[start] == "ADJ" and describes(tree, start))

    def _is_make(self, phrase: Phrase) -> bool:
        """Whether a name only says of which make or kin something is: "two Katyusha rockets", "the Sassi brothers"."""
        over = self.tree.heads[phrase.head]
        beside = describes(self.tree, phrase.head) and phrase.end <= over <= phrase.end + 1
        short = phrase.end - phrase.start == 1 or self.tree.tags[over] == "NNS"  # "the Ben Ammar brothers"
        if beside and self.tree.lemmas[over] in self.lexicon.nouns.kin and short:
            return True
        found = self.lexicon.nouns.by_head.get(self.tree.lemmas[over], ()) if beside else ()
        return any(noun.type == "Weapon" for words, noun in found if not words)

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
        if label == ORGANIZATION and end - start == 1 and tree.words[start] in self.called:
            label = PERSON  # "Chebouti" after "Abdelkader Chebouti"
        phrase = Phrase(head_of(tree, start, end), start, end, "name", definite=True)
        if found:
            phrase.entry = self._linked(phrase, found, label)
            if phrase.entry is None and (not label or not self._capitalized(start, end)):
                return None
        elif not self._capitalized(start, end):
            return None
        phrase.entry = phrase.entry or self._of_state(start, end)
        if phrase.entry is None and self._is_make(phrase):
            return None
        if phrase.entry:
            phrase.type = phrase.entry.type
        elif not phrase.type:
            label = label or self._label_inside(start, end)
            classify(tree, self.lexicon, self.linked, phrase, label, found)
        return phrase

    def _linked(self, phrase: Phrase, found: Found, label: str) -> Entry | None:
        """The entry that a known name means here."""
        tree, knowledge = self.tree, self.lexicon.knowledge
        owner = owner_of(tree, self.lexicon, phrase.start)
        if label != ORGANIZATION and self._is_namesake(found):
            return None
        is_person = label == PERSON and self._is_person(found)
        alone = self.capitals and phrase.end - phrase.start == 1
        if ends_dateline(tree, found.start, found.end):
            agency = media(found)
            if agency:
                return agency
        if not found.strong and tree.tags[phrase.start - 1] == POSSESSIVE:
            return None  # "his Cabinet", "their army": of whom the pronoun tells
        text = tree.doc[phrase.start : phrase.end].text
        state = among_states(tree, knowledge, found)
        if state:
            return state
        if not owner and not is_person and is_common(self.lexicon, found, text):
            body = body_of_scene(self.lexicon, found, text, self.linked)
            return body if body and self._may_own(phrase.start, body) else None
        entry = choose(found, is_person, owner, self.linked, alone and not label)
        places = places_behind(tree, self.known, phrase.end)
        if entry and entry.type == "City" and places and not places & set(entry.targets("locatedIn")):
            phrase.type = entry.type  # "Melbourne, Florida"
            namesakes = (city for city in self.lexicon.cities(text) if places & set(city.targets("locatedIn")))
            return next(namesakes, None)
        if entry is None and owner:
            entry = knowledge.compose(owner, text)
        if owner and entry and tree.tags[phrase.start - 1] != "POS":
            phrase.shown = phrase.start - 1
        if entry is None and label in (LOCATION, PERSON) and not is_person:
            return _only_state(found)
        return entry

    def _is_namesake(self, found: Found) -> bool:
        """Whether a group is called after a person of this text, who is meant here: "Omar Maute … Maute said"."""
        entries = found.strong or found.weak
        alone = found.end - found.start == 1 and self.tree.words[found.start] in self.called
        return alone and any(entry.type == "Group" for entry in entries)

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
        knowledge, text = self.lexicon.knowledge, self.tree.texts[start]
        entries = knowledge.by_adjective(text) or knowledge.by_demonym(text)
        rest = self.tree.doc[start + 1 : end].text
        if len(entries) == 1:
            return knowledge.compose(entries[0].iri, rest) if rest else entries[0]
        owner = owner_of(self.tree, self.lexicon, start) if rest else ""
        return knowledge.compose(owner, self.tree.doc[start:end].text) if owner else None

    def _is_counted(self, start: int, end: int) -> bool:
        """Whether a word for a people stands for one or some of them: "nine Italians", "the Algerian"."""
        tree, text = self.tree, self.tree.texts[start]
        if end - start > 1 or not people_ending_at(tree, self.lexicon, start):
            return False
        one = tree.kid(start, "det") is not None and bool(self.lexicon.knowledge.by_demonym(f"{text}s"))
        return one or tree.kid(start, "nummod") is not None

    def _is_arms(self, start: int, end: int) -> bool:
        """Whether what looks like a name is a kind of weapon: "Kalashnikovs"."""
        found = self.lexicon.nouns.by_head.get(self.tree.lemmas[start], ()) if end - start == 1 else ()
        return any(not words and noun.type == "Weapon" for words, noun in found)

    def _owners(self, phrase: Phrase) -> list[Phrase]:
        """The states named inside the name of their body: "US" in "US Africa Command"."""
        owners = phrase.entry.targets("agencyOf") if phrase.entry else ()
        found = []
        for token in range(phrase.start, phrase.end) if owners else ():
            text = self.tree.texts[token]
            for state in self.lexicon.knowledge.by_adjective(text) or self.lexicon.knowledge.lookup(text).strong:
                if state.iri in owners and token != phrase.head:
                    found.append(Phrase(token, token, token + 1, "name", state.type, state, definite=True))
        return found

    def _capitalized(self, start: int, end: int) -> bool:
        return any(token.text[:1].isupper() for token in self.tree.doc[start:end])

    def _label_inside(self, start: int, end: int) -> str:
        return next((label for (s, e), label in sorted(self.labels.items()) if s < end and e > start), "")


def _only_state(found: Found) -> Entry | None:
    """The state of a name that is a weak one only because it can be a person's or a river's."""
    entries = found.strong or found.weak
    return entries[0] if len(entries) == 1 and entries[0].type == "State" else None
