"""A span that the recognizer marked in, the span of the name out: without what is no part of it, with what is."""

from __future__ import annotations

from collections.abc import Collection

from kg.lexicon.lexicon import Lexicon
from kg.lexicon.names import Found
from kg.nlp.names.capitalized import past_ranks
from kg.nlp.syntax.tree import Tree

PERSON, ORGANIZATION, LOCATION = "PERSON", "ORG", "LOC"
BEFORE = frozenset({"amod", "compound", "nmod:desc", "flat"})
AFTER = frozenset({"compound", "nmod:desc", "nmod", "flat"})  # how a name hangs on the noun behind it
PRESENT = frozenset({"SPACE", "PUNCT"})
FULL_NAME = 2  # words that a person's name still has when the word for a people before it is cut off


class Extents:
    """The rules for one tree. `known` are the names of the knowledge base; tokens under `mask` are not read."""

    def __init__(self, tree: Tree, lexicon: Lexicon, mask: list[bool], known: Collection[Found], capitals: bool):
        self.tree = tree
        self.lexicon = lexicon
        self.mask = mask
        self.known = known
        self.capitals = capitals
        self.strong = {found.start: found.end for found in known if found.strong}

    def of(self, start: int, end: int, label: str) -> tuple[int, int]:
        """The span of the name."""
        start, end = self._before_place(self._past_noun(start, end), end)
        if label == PERSON:
            start = self._past_titles(start, end)
            return self._past_people(start, end), self._end_of_name(start, end)
        return self._with_noun(start, end)

    def _before_place(self, start: int, end: int) -> tuple[int, int]:
        """Without the place where the thing is: "Ministry of Internal Affairs in Moscow"."""
        while end - 1 > start and self.tree.words[end - 1] in self.lexicon.cues.locative:
            end -= 1
        places = {found.start for found in self.known if found.end == end and start < found.start}
        for token in range(start + 1, end - 1):
            if self.tree.words[token] in self.lexicon.cues.locative and token + 1 in places:
                return start, token
        return start, end

    def _past_noun(self, start: int, end: int) -> int:
        """Without the noun that a name is of: "province of Sulu"."""
        common = end - start > FULL_NAME and self.tree.texts[start].islower() and self.tree.pos[start] == "NOUN"
        return start + 2 if common and self.tree.pos[start + 1] == "ADP" else start

    def _past_titles(self, start: int, end: int) -> int:
        """Without the organization and the office before a person: "MNLF founder Nur Misuari", "DHKP-C. Sahin"."""
        tree = self.tree
        for token in range(end - 2, start, -1):
            if tree.texts[token].islower() and tree.lemmas[token] in self.lexicon.nouns.roles:
                start = token + 1
                break
        start = past_ranks(self.tree, self.lexicon, start, end)
        while self.capitals and end - start > FULL_NAME and self._is_person_noun(start):
            start += 1  # "COMRADE LUIS CORVALAN"
        after = self.strong.get(start, end)
        named = any(f.start == start and e.type == "Group" for f in self.known for e in f.strong)
        return after if named and after < end and tree.texts[start].isupper() and not self.capitals else start

    def _is_person_noun(self, token: int) -> bool:
        """Whether a word is one for persons: "companero"."""
        known = self.lexicon.nouns.by_head.get(self.tree.words[token], ())
        return any(not words and noun.type == "People" for words, noun in known)

    def _end_of_name(self, start: int, end: int) -> int:
        """With the last word that the recognizer left out, or took for another name."""
        tree = self.tree
        while end < len(tree) and tree.pos[end] == "PROPN" and tree.texts[end][:1].isupper():
            flat = tree.deps[end] == "flat" and start <= tree.heads[end] < end
            # "Evening Courier": the word that says what the name is of heads it
            kind = tree.words[end] in self.lexicon.nouns.naming and tree.heads[end - 1] == end and not self.capitals
            if not flat and not (kind and tree.deps[end - 1] in BEFORE):
                break
            end += 1
        return end

    def _past_people(self, start: int, end: int) -> int:
        """Without the people that a person is of: "Tuareg Iyad Ag Ghaly"."""
        text = self.tree.texts[start]
        if end - start <= FULL_NAME or self.capitals:
            return start
        knowledge = self.lexicon.knowledge
        of_people = text.casefold() in self.lexicon.nouns.peoples or knowledge.by_adjective(text)
        return start + 1 if of_people else start

    def _with_noun(self, start: int, end: int) -> tuple[int, int]:
        """With the noun that belongs to the name of a building: "Hotel Esperanza", "the Hipercor supermarket"."""
        tree, naming, before = self.tree, self.lexicon.nouns.naming, start - 1
        noun = naming.get(tree.words[before]) if before > 0 else None
        if noun and noun.type == "Facility" and not self.capitals and not self.mask[before]:
            inside = tree.sentence[before - 1] == tree.sentence[before] == tree.sentence[start]
            return (before, end) if inside and tree.texts[before][:1].isupper() else (start, end)
        return self.with_site(start, self._end_of_name(start, end))

    def with_site(self, start: int, end: int) -> tuple[int, int]:
        """With the noun behind that belongs to a name, and the capitalized words before it."""
        tree, last = self.tree, self._end_of_noun(start, end)
        while end < last and start > 1 and tree.tags[start - 1] == "NNP":
            if not start <= tree.heads[start - 1] < last or tree.deps[start - 1] not in BEFORE:
                break
            if self.lexicon.knowledge.by_adjective(tree.texts[start - 1]) or self.mask[start - 1]:
                break
            start -= 1
        return start, last

    def _end_of_noun(self, start: int, end: int) -> int:
        """Where the noun behind a name ends that is a part of it; `end` if there is none."""
        tree, sites = self.tree, self.lexicon.nouns.sites
        if any(found.strong and found.start <= start and found.end >= end for found in self.known):
            return end
        head = next((t for t in range(end - 1, start - 1, -1) if not start <= tree.heads[t] < end), start)
        first = end + (end < len(tree) and tree.tags[end] == "POS")  # "St Mark's cathedral"
        for last in range(first, min(first + 2, len(tree))):
            words = " ".join(tree.words[first : last + 1])
            proper = tree.deps[head] == "amod" and tree.tags[head] == "NNP"
            joined = proper or tree.deps[head] in AFTER or "POS" in (tree.tags[end - 1], tree.tags[first - 1])
            own = joined and tree.heads[head] == last
            if own and (words in sites or tree.words[last] in sites) and not self.mask[last]:
                return last + 1
        return end
