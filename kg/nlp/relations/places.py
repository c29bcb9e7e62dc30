"""A place and the larger one behind it in, where it lies out: "Bekasi, West Java", "a hotel in Bekasi"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.lexicon.function_words import function_words
from kg.lexicon.lexicon import Lexicon
from kg.nlp.phrases.phrase import Phrase, Phrases
from kg.nlp.relations.link import Link
from kg.nlp.syntax.tree import Tree

LOCATED = "locatedIn"
ROW = frozenset({"City", "Region", "Place", "Facility"})
NAMED = frozenset({"City", "Region", "Place"})  # what may have a larger place behind it where it is a name
LARGER = frozenset({"City", "Region", "State"})


class Places:
    """The rules for one tree."""

    def __init__(self, tree: Tree, lexicon: Lexicon, phrases: Phrases) -> None:
        self.tree = tree
        self.lexicon = lexicon
        self.phrases = phrases

    def links(self, phrase: Phrase) -> Iterator[Link]:
        """Where a place lies by the place right behind it."""
        yield from self._enumerated(phrase)
        yield from self._adjacent(phrase)

    def house(self, token: int) -> None:
        """Makes the phrase of a site whose town is told, although nothing happens there: "his flat in Frankfurt"."""
        tree = self.tree
        if tree.lemmas[token] in self.lexicon.nouns.naming_heads:  # "Tripoli's Tajoura suburb"
            names = [self.phrases.name_at(child) for child in tree.kids(token, "nmod:poss", "compound")]
            if len([name for name in names if name and name.type in LARGER]) > 1:
                self.phrases.at(token)
        if token + 2 >= len(tree) or tree.words[token + 1] not in self.lexicon.cues.locative:
            return
        town = self.phrases.name_at(self._past_noun(token + 2))
        if town and town.type == "City" and tree.pos[token] == "NOUN":
            self.phrases.at(token)

    def _past_noun(self, token: int) -> int:
        """Where a name begins behind the noun that it is the name of: "the village of Oberschledorn"."""
        tree, belonging = self.tree, function_words().belonging
        noun = token + (tree.words[token] in self.lexicon.cues.definite)
        if noun + 1 < len(tree) and tree.lemmas[noun] in self.lexicon.nouns.naming_heads:
            return noun + 2 if tree.words[noun + 1] in belonging else noun + 1
        return token

    def _enumerated(self, phrase: Phrase) -> Iterator[Link]:
        """Places in a row: "Makhachkala, Dagestan" or "Bekasi, West Java"."""
        tree, after = self.tree, phrase.end + 1
        if phrase.type == "State" or not self.lexicon.fits(phrase.type, ROW) or phrase.kind != "name":
            return
        children = tree.kids(phrase.head, "appos", "nmod", "nmod:unmarked", "list")
        behind = self.phrases.name_at(after) if after < len(tree) and tree.words[after - 1] == "," else None
        if behind and self._is_in_row(phrase, behind):
            children = [*children, behind.head]
        for child in children:
            other = self.phrases.name_at(child)
            if other is None or child < phrase.head or other is phrase or tree.preposition(child):
                continue
            if self.lexicon.fits(other.type, LARGER) and not self._are_listed(phrase.head, child):
                yield Link(phrase.head, LOCATED, other.head, child, f"{LOCATED}/apposition")
                return

    def _is_in_row(self, phrase: Phrase, other: Phrase) -> bool:
        """Whether the larger place behind a comma hangs on a place or where it does: "in Bandung, West Java,"."""
        tree, over = self.tree, self.tree.heads[other.head]
        tied = phrase.start <= over < phrase.end or over == tree.heads[phrase.head]
        larger = ("State",) if phrase.type == "Region" else ("Region", "State")
        return tied and other.start == phrase.end + 1 and other.type in larger

    def _are_listed(self, one: int, other: int) -> bool:
        """Whether two places stand side by side: "in London, Leeds and York"."""
        tree = self.tree
        row = [token for first in (one, other) for token in tree.conjuncts(first)]
        return any(tree.kid(token, "cc") is not None for token in row) or tree.kid(other, "conj") is not None

    def _adjacent(self, phrase: Phrase) -> Iterator[Link]:
        """A place with a larger one right behind it, wherever the tree ties that: "held at a hotel in Bekasi"."""
        wide = phrase.type in NAMED and phrase.kind == "name"
        if phrase.end + 1 >= len(self.tree) or not (phrase.type == "Facility" or wide):
            return
        word, after = self.tree.words[phrase.end], phrase.end + 1
        if word not in self.lexicon.cues.locative:
            return
        after = self._past_noun(after)
        other = next((p for t in range(after, min(after + 3, len(self.tree))) if (p := self.phrases.name_at(t))), None)
        larger = LARGER - ({phrase.type, "City"} if phrase.type in ("City", "Region") and wide else set())
        unknown = phrase.type == "Facility" and other is not None and other.type == "Place"  # a town that nobody knows
        if other and (unknown or self.lexicon.fits(other.type, larger)):
            yield Link(phrase.head, LOCATED, other.head, phrase.end, f"{LOCATED}/{word}", draws=True)
