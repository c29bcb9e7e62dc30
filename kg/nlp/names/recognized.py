"""What the pipeline's recognizer marked in, the spans and labels that can be names out."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Span

from kg.lexicon.function_words import function_words
from kg.lexicon.lexicon import Lexicon
from kg.lexicon.names import Found
from kg.nlp.names.extents import LOCATION, ORGANIZATION, PERSON, Extents
from kg.nlp.names.joined import joined
from kg.nlp.phrases.demonyms import people_ending_at
from kg.nlp.syntax.tree import Tree

# Labels of other pipelines' recognizers for the three classes that are read here.
LABELS = {
    PERSON: PERSON,
    ORGANIZATION: ORGANIZATION,
    LOCATION: LOCATION,
    "GPE": LOCATION,
    "FAC": LOCATION,
    "PER": PERSON,
}
POINT = "."
INITIALED = 2  # words of a name, and characters of its last: "Jawed S."


def recognized(
    tree: Tree, lexicon: Lexicon, mask: list[bool], known: Collection[Found], capitals: bool
) -> dict[tuple[int, int], str]:
    """The recognizer's spans with their labels, each as far as the name reaches."""
    found = _Recognized(tree, lexicon, mask, known, capitals).labels()
    return found if capitals else joined(tree, lexicon, known, found)


def head_of(tree: Tree, start: int, end: int) -> int:
    """The token of a span that hangs outside of it."""
    for token in range(start, end):
        outside = tree.heads[token] == token or not start <= tree.heads[token] < end
        if outside and tree.pos[token] not in ("PUNCT", "DET", "ADP", "SPACE"):
            return token
    return end - 1


def describes(tree: Tree, token: int) -> bool:
    """Whether a word stands before the noun that it tells of."""
    return tree.deps[token] in ("amod", "compound")


class _Recognized:
    """The rules for one tree."""

    def __init__(
        self, tree: Tree, lexicon: Lexicon, mask: list[bool], known: Collection[Found], capitals: bool
    ) -> None:
        self.tree = tree
        self.lexicon = lexicon
        self.mask = mask
        self.known = known
        self.capitals = capitals
        persons = [span for span in tree.doc.ents if LABELS.get(span.label_) == PERSON]
        self.called = {token.lower_ for span in persons if len(span) > 1 for token in span}

    def labels(self) -> dict[tuple[int, int], str]:
        """The recognizer's spans with their labels, each as far as the name reaches."""
        extents = Extents(self.tree, self.lexicon, self.mask, self.known, self.capitals)
        found = {}
        for span in self.tree.doc.ents:
            if span.label_ in LABELS and not any(self.mask[span.start : span.end]) and not self._is_kind(span):
                label = self._relabelled(span)
                start, end = extents.of(span.start, span.end, label)
                site = extents.with_site(start, end)
                if label == PERSON and site[1] > end:
                    label, (start, end) = LOCATION, site  # "the General Bolivar academy"
                found[self._with_first_name(start, end) if label == PERSON else (start, end)] = label
        return found

    def _relabelled(self, span: Span) -> str:
        """The recognizer's label where the words do not speak against it: "Jawed S.", "the mayor of Bolzano"."""
        tree, label, last = self.tree, LABELS[span.label_], span.end - 1
        if len(span) == INITIALED and self._is_initial(last):
            return PERSON
        if label == PERSON and self._is_town(span):
            return LOCATION
        over = tree.heads[span.start]
        site = len(span) == 1 and label != LOCATION and tree.preposition(span.start) in self.lexicon.cues.locative
        if site and tree.deps[span.start] == "nmod" and not tree.texts[span.start].isupper():
            return LOCATION  # "a base at Smara"
        local = tree.deps[span.start] == "nmod" and tree.lemmas[over] in self.lexicon.nouns.local_offices
        belongs = tree.preposition(span.start) in function_words().belonging
        return LOCATION if local and len(span) == 1 and belongs else label

    def _is_initial(self, token: int) -> bool:
        """Whether a word is one letter with a point, which may be a token of its own: "Magomed S."."""
        word, after = self.tree.texts[token], token + 1
        pointed = len(word) == 1 and word.isupper() and after < len(self.tree) and self.tree.words[after] == POINT
        return pointed or (len(word) == INITIALED and word.endswith(POINT))

    def _is_town(self, span: Span) -> bool:
        """Whether a lone word taken for a person is a town where people are or come from: "captured Goma"."""
        tree, token, lexicon = self.tree, span.start, self.lexicon
        if len(span) > 1 or tree.words[token] in self.called or tree.tags[token] != "NNP" or span.text.isupper():
            return False
        from_or_in = tree.preposition(token) in {*lexicon.cues.locative, *function_words().leaving}
        if tree.deps[token] not in ("obj", "obl", "nmod") or (tree.preposition(token) and not from_or_in):
            return False
        return any(span.text in (city.name, *city.strong) for city in lexicon.cities(span.text))

    def _with_first_name(self, start: int, end: int) -> tuple[int, int]:
        """A person's name with the first name that looks like a verb: "Said Ben Brahim was released"."""
        tree, before = self.tree, start - 1
        if before < 0 or self.mask[before] or self.capitals or tree.words[before] not in self.lexicon.nouns.name_words:
            return start, end
        capital = tree.texts[before][:1].isupper()
        opens = tree.sentence[before] != tree.sentence[before - 1] if before else True
        name = capital and (not opens or tree.heads[head_of(tree, start, end)] != before)
        return (before, end) if name and tree.sentence[before] == tree.sentence[start] else (start, end)

    def _is_office(self, span: Span) -> bool:
        """Whether a state and an office were taken for a person: "US Secretary"."""
        knowledge, first = self.lexicon.knowledge, span[0].text
        state = knowledge.by_adjective(first) or knowledge.lookup(first).strong
        rest = self.tree.words[span.start + 1 : span.end]
        return bool(state) and all(word in self.lexicon.nouns.roles for word in rest)

    def _is_kind(self, span: Span) -> bool:
        """Whether a lone word that is taken for a body is a kind of people or of things: "JESUITS", "a Nissan"."""
        tree, word = self.tree, self.tree.words[span.start]
        if len(span) > 1 and self._is_office(span):
            return True  # "US Secretary"
        if self.lexicon.knowledge.by_adjective(span.text) and (len(span) > 1 or describes(tree, span.start)):
            return True  # "Sri Lankan"
        if tree.tags[span.end - 1] == "NNPS" and people_ending_at(tree, self.lexicon, span.end - 1):
            return LABELS[span.label_] != PERSON and len(span) > 1  # "Kosovo Albanians"
        if any(tree.pos[token] != "NUM" for token in range(span.start + 1, span.end)):
            return False
        if word in self.lexicon.nouns.no_names or (word in self.lexicon.nouns.peoples and describes(tree, span.start)):
            return True
        if LABELS[span.label_] == PERSON and tree.tags[span.start] not in ("NNS", "NNPS"):
            return False
        by_head = self.lexicon.nouns.by_head
        found = by_head.get(self.tree.lemmas[span.start], ()) or by_head.get(word.removesuffix("s"), ())
        types = {noun.type for words, noun in found if not words}
        return "People" in types or ("Weapon" in types and self.tree.kid(span.start, "det", "nummod") is not None)
