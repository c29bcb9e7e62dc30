"""Words for the people of a state in, persons and their state out: "nine Italians", "the Swedish student X"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.lexicon.lexicon import Lexicon
from kg.nlp.phrases.demonyms import adjective_ending_at, people_ending_at
from kg.nlp.phrases.phrase import Phrases
from kg.nlp.relations.link import Link
from kg.nlp.syntax.tree import Tree

PERSONS = frozenset({"Person", "People"})
MODIFIERS = frozenset({"amod", "compound", "nmod:poss", "nmod:desc", "nmod"})


class Natives:
    """The rules for one tree."""

    def __init__(self, tree: Tree, lexicon: Lexicon, phrases: Phrases) -> None:
        self.tree = tree
        self.lexicon = lexicon
        self.phrases = phrases

    def links(self, token: int) -> Iterator[Link]:
        """Persons called after their state: "nine Italians", "X and Y, both Germans", "they are Syrian nationals"."""
        tree = self.tree
        noun = tree.heads[token] if tree.deps[token] in ("amod", "compound") else token
        titled = self._titled(noun, token)
        states = people_ending_at(tree, self.lexicon, token)
        states = states or (adjective_ending_at(tree, self.lexicon, token)[1] if titled else ())
        if len(states) != 1:
            return
        for holder in titled or self._called(noun, token):
            phrase = self.phrases.at(holder)
            if phrase and self.lexicon.fits(phrase.type, PERSONS):
                predicate = "nationality" if states[0].type == "State" else "comesFrom"
                yield Link(
                    phrase.head, predicate, token, token, f"{predicate}/demonym", stated=True, state=states[0]
                )

    def _titled(self, noun: int, demonym: int) -> list[int]:
        """The person named right behind a noun that has a demonym: "the Italian aid worker Cesare Tavella"."""
        tree, nouns = self.tree, self.lexicon.nouns
        named = [self.phrases.name_at(child) for child in tree.kids(noun, "appos", "flat", "nmod:desc")]
        named += [self.phrases.name_at(tree.heads[noun])] if tree.deps[noun] in MODIFIERS else []
        behind = self.phrases.name_at(noun)
        if behind and behind.type == "Person" and demonym < behind.start - 1:  # the tree hangs both on the name
            named, noun = [behind], behind.start - 1
        name = next((name for name in named if name and name.type == "Person" and name.start == noun + 1), None)
        if name is None or noun == demonym or self._is_office(noun):
            return []
        person = any(found.type == "People" and not words for words, found in nouns.by_head.get(tree.lemmas[noun], ()))
        return [name.head] if person else []

    def _is_office(self, noun: int) -> bool:
        lemma, nouns = self.tree.lemmas[noun], self.lexicon.nouns
        return lemma in nouns.roles and lemma not in nouns.professions

    def _called(self, noun: int, demonym: int) -> list[int]:
        """Who is meant by a noun that is a demonym or has one: itself, what it is said of, or what it stands beside."""
        tree = self.tree
        if noun != demonym:
            phrase = self.phrases.at(noun)
            if not phrase or phrase.type not in ("Person", "People") or self._is_office(noun):
                return []
        if tree.kid(noun, "cop") is not None:
            return tree.kids(noun, "nsubj")
        if noun == demonym and self._is_one(noun):
            return [noun]  # "the Algerian died"
        if tree.kid(noun, "nummod") is not None:
            return [noun] if noun == demonym else []
        if tree.deps[noun] in ("appos", "parataxis") and not tree.preposition(noun):
            return tree.conjuncts(tree.heads[noun]) if tree.tags[noun] in ("NNS", "NNPS") else [tree.heads[noun]]
        return []

    def _is_one(self, noun: int) -> bool:
        """Whether a word for a people stands for one of them: "the Algerian", "a Malaysian"."""
        tree = self.tree
        single = tree.tags[noun] in ("NN", "NNP") and tree.kid(noun, "det") is not None
        return single and tree.deps[noun] not in MODIFIERS | {"appos"}
