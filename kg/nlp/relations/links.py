"""A tree, its phrases and the lexicon in, binary relations out: the two phrases, the predicate and what states it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.lexicon.lexicon import Lexicon
from kg.lexicon.names import Entry
from kg.lexicon.relations import Modifier, Word
from kg.nlp.events.triggers import word_classes
from kg.nlp.phrases.demonyms import people_ending_at
from kg.nlp.phrases.phrase import Phrase, Phrases
from kg.nlp.syntax.arguments import Argument, Walker
from kg.nlp.syntax.tree import Tree

HYPHENS = ("-", "\N{NON-BREAKING HYPHEN}", "\N{EN DASH}")
PERSONS = frozenset({"Person", "People"})
MODIFIERS = frozenset({"amod", "compound", "nmod:poss", "nmod:desc", "nmod"})


@dataclass(frozen=True, slots=True)
class Link:
    """A relation as it stands in the tree: tokens of subject and object, or a literal where the predicate takes one.

    `token` is the word that states it; `stated` tells that a word of its own does, so that cues can bear on it. What is
    stated, or `draws`, brings a thing into the record that nothing else tells of. `state` is the object where a word
    names a state that no phrase refers to ("two Italians").
    """

    subject: int
    predicate: str
    object: int
    token: int
    method: str
    literal: str = ""
    stated: bool = False
    draws: bool = False
    state: Entry | None = None


class Linker:
    """Finds the relations of one tree."""

    def __init__(self, tree: Tree, lexicon: Lexicon, phrases: Phrases, walker: Walker, mask: list[bool]) -> None:
        self.tree = tree
        self.lexicon = lexicon
        self.phrases = phrases
        self.walker = walker
        self.mask = mask

    def between_phrases(self) -> Iterator[Link]:
        """Relations that modifiers and prepositions state, for the phrases that matter so far."""
        for phrase in self.phrases.found():
            if phrase.kind != "pronoun" and phrase.type:
                yield from self._modified(phrase)
                yield from self._enumerated(phrase)
                yield from self._adjacent(phrase)

    def by_words(self) -> Iterator[Link]:
        """Relations that verbs, adjectives and nouns state."""
        tree, words = self.tree, self.lexicon.relations.words
        for token in range(len(tree)):
            if self.mask[token]:
                continue
            yield from self._native(token)
            if self.phrases.name_at(token):
                continue
            yield from self._said(token)
            self._house(token)
            for word_class in word_classes(tree, token):
                key = tree.words[token] if word_class == "adjective" else tree.lemmas[token]
                for word in words.get((key, word_class), ()):
                    yield from self._stated(token, word_class, word)

    def _said(self, token: int) -> Iterator[Link]:
        """What nouns for members or heads tell of others: "the man was a member of the cell", "ten ELN commanders"."""
        tree, nouns = self.tree, self.lexicon.nouns
        if tree.lemmas[token] not in nouns.members | nouns.leading:
            return
        if tree.kid(token, "nummod") is not None:
            self.phrases.at(token)  # who they are is told even where nothing is told of them
        if tree.kid(token, "cop") is None:
            return
        phrase = self.phrases.at(token)
        for subject in (t for first in tree.kids(token, "nsubj") for t in tree.conjuncts(first)):
            holder = self.phrases.at(subject)
            if phrase and holder and holder.kind != "name" and self.lexicon.fits(holder.type, PERSONS):
                for link in self._modified(phrase):
                    yield replace(link, subject=subject, token=token, stated=True)

    def _house(self, token: int) -> None:
        """Makes the phrase of a site whose town is told, although nothing happens there: "his flat in Frankfurt"."""
        tree = self.tree
        if token + 2 >= len(tree) or tree.words[token + 1] not in self.lexicon.cues.locative:
            return
        town = self.phrases.name_at(token + 2)
        if town and town.type == "City" and tree.pos[token] == "NOUN":
            self.phrases.at(token)

    def _modified(self, phrase: Phrase) -> Iterator[Link]:
        tree, tables = self.tree, self.lexicon.relations
        for child in tree.children[phrase.head]:
            if tree.deps[child] not in MODIFIERS:
                continue
            preposition = tree.preposition(child)
            rows = tables.prepositions if preposition else tables.modifiers
            for token in tree.conjuncts(child):
                other = self.phrases.at(token)
                if other is None or not other.type or other is phrase:
                    continue
                for row in rows:
                    if (preposition or tree.deps[child]) in row.links and self._holds(row, phrase, other):
                        yield Link(
                            phrase.head,
                            row.predicate,
                            other.head,
                            token,
                            f"{row.predicate}/{preposition or tree.deps[child]}",
                            draws=bool(row.heads) and phrase.count is not None,
                        )
                        break

    def _enumerated(self, phrase: Phrase) -> Iterator[Link]:
        """Places in a row: "Makhachkala, Dagestan" or "Bekasi, West Java"."""
        tree, fits = self.tree, self.lexicon.fits
        if not fits(phrase.type, frozenset({"City", "Region", "Facility"})) or phrase.kind != "name":
            return
        for child in tree.kids(phrase.head, "appos", "nmod", "nmod:unmarked", "list"):
            if any(tree.kid(one, "cc", "conj") is not None for one in (phrase.head, child)):
                continue  # "in London, Leeds and York"
            other = self.phrases.name_at(child)
            if (
                other
                and other is not phrase
                and fits(other.type, frozenset({"Region", "State", "City"}))
                and child > phrase.head
                and not tree.preposition(child)
            ):
                yield Link(phrase.head, "locatedIn", other.head, child, "locatedIn/apposition")

    def _adjacent(self, phrase: Phrase) -> Iterator[Link]:
        """A place with a larger one right behind it, wherever the tree ties that: "held at a hotel in Bekasi"."""
        wide = phrase.type in ("City", "Region") and phrase.kind == "name"
        if phrase.end + 1 >= len(self.tree) or not (phrase.type == "Facility" or wide):
            return
        word, after = self.tree.words[phrase.end], phrase.end + 1
        if word not in self.lexicon.cues.locative:
            return
        other = next((p for t in range(after, min(after + 3, len(self.tree))) if (p := self.phrases.name_at(t))), None)
        larger = frozenset({"City", "Region", "State"} - ({phrase.type, "City"} if wide else set()))
        if other and self.lexicon.fits(other.type, larger):
            yield Link(phrase.head, "locatedIn", other.head, phrase.end, f"locatedIn/{word}", draws=True)

    def _native(self, token: int) -> Iterator[Link]:
        """Persons called after their state: "nine Italians", "X and Y, both Germans", "they are Syrian nationals"."""
        tree = self.tree
        states = people_ending_at(tree, self.lexicon, token)
        noun = tree.heads[token] if tree.deps[token] == "amod" else token
        if len(states) != 1:
            return
        for holder in self._called(noun, token):
            phrase = self.phrases.at(holder)
            if phrase and self.lexicon.fits(phrase.type, PERSONS):
                predicate = "nationality" if states[0].type == "State" else "comesFrom"
                yield Link(
                    phrase.head, predicate, token, token, f"{predicate}/demonym", stated=True, state=states[0]
                )

    def _called(self, noun: int, demonym: int) -> list[int]:
        """Who is meant by a noun that is a demonym or has one: itself, what it is said of, or what it stands beside."""
        tree, nouns = self.tree, self.lexicon.nouns
        if noun != demonym:
            phrase, offices = self.phrases.at(noun), nouns.roles - nouns.professions
            if not phrase or phrase.type not in ("Person", "People") or tree.lemmas[noun] in offices:
                return []
        if tree.kid(noun, "cop") is not None:
            return tree.kids(noun, "nsubj")
        if tree.kid(noun, "nummod") is not None:
            return [noun] if noun == demonym else []
        if tree.deps[noun] in ("appos", "parataxis") and not tree.preposition(noun):
            return tree.conjuncts(tree.heads[noun]) if tree.tags[noun] in ("NNS", "NNPS") else [tree.heads[noun]]
        return []

    def _holds(self, row: Modifier, phrase: Phrase, other: Phrase) -> bool:
        fits = self.lexicon.fits
        if not fits(phrase.type, row.subject) or not fits(other.type, row.object):
            return False
        lemma, word = self.tree.lemmas[phrase.head], self.tree.words[phrase.head]
        if (phrase.type == "State" and "State" not in row.subject) or self._is_abroad(row, word, other):
            return False
        nouns = self.lexicon.nouns
        if (row.named and phrase.kind != "name") or (row.only_one and self._is_one_of_many(phrase)):
            return False
        if row.of_those and not (other.definite or other.kind == "pronoun"):
            return False
        if row.heads and not {lemma, word} & getattr(nouns, row.heads) and self.tree.pos[phrase.head] != "NUM":
            return False
        return not (row.heads_not and getattr(nouns, row.heads_not) & {lemma, *self._titles(phrase)})

    def _is_abroad(self, row: Modifier, word: str, other: Phrase) -> bool:
        """Whether a state is whose a mission is, and not where: "the consulate of Iran", "the US embassy"."""
        is_whose = self.tree.preposition(other.head) not in self.lexicon.cues.locative
        missions = self.lexicon.coreference.missions
        return row.predicate == "locatedIn" and other.type == "State" and word in missions and is_whose

    def _titles(self, phrase: Phrase) -> Iterator[str]:
        """The nouns that say what a named person is: what is "of" them then tells of their office."""
        tree = self.tree
        for child in tree.kids(phrase.head, "compound", "nmod:desc", "appos", "flat") if phrase.kind == "name" else ():
            yield tree.lemmas[child]

    def _is_one_of_many(self, phrase: Phrase) -> bool:
        """Whether there may be others like it: "a leader of X", "two leaders"."""
        tree, words = self.tree, self.lexicon.nouns.one_of_many
        return phrase.many or any(tree.words[child] in words for child in tree.children[phrase.head])

    def _stated(self, token: int, word_class: str, word: Word) -> Iterator[Link]:
        arguments = self._arguments(token, word_class)
        subjects = self._seated(arguments, word.subject_seats, word.subject)
        objects = self._seated(arguments, word.object_seats, word.object)
        for subject in subjects:
            for found in objects:
                if subject != found:
                    yield Link(
                        subject,
                        word.predicate,
                        found,
                        token,
                        f"{word.predicate}/{self.tree.lemmas[token]}",
                        stated=True,
                    )

    def _arguments(self, token: int, word_class: str) -> list[Argument]:
        if word_class == "verb":
            behind = [
                replace(found, seat=f"object {found.seat}")  # "pledged allegiance to X"
                for thing in self.tree.kids(token, "obj")
                for found in self.walker.obliques(thing, self.lexicon.grammar.noun_obliques)
            ]
            return [*self.walker.verb(token), *behind, *self._hyphened(token)]
        if word_class == "noun":
            return [Argument("self", token, "noun"), *self.walker.noun(token)]
        tree = self.tree
        described = (
            [tree.heads[token]]
            if tree.deps[token] in ("amod", "acl")
            else [a.token for a in self.walker.seats(token, "subject")]
        )
        return [Argument("modified", one, "modifier") for one in described] + self.walker.obliques(
            token, self.lexicon.grammar.verb_obliques
        )

    def _hyphened(self, participle: int) -> Iterator[Argument]:
        """What is tied to a participle by a hyphen: "Turkey-backed", "Kivu-based"."""
        tree = self.tree
        for child in tree.kids(participle, "compound", "obl:unmarked", "obl:npmod", "nmod:unmarked"):
            if child < participle and tree.words[participle - 1] in HYPHENS:
                yield Argument("hyphen", child, "hyphen")

    def _seated(self, arguments: list[Argument], seats: tuple[str, ...], wanted: frozenset[str]) -> list[int]:
        for seat in seats:
            found = [a.token for a in arguments if a.seat == seat and self._fits(a.token, wanted)]
            if found:
                return list(dict.fromkeys(found))
        return []

    def _fits(self, token: int, wanted: frozenset[str]) -> bool:
        phrase = self.phrases.at(token)
        if phrase is None:
            return False
        if phrase.kind == "pronoun":
            return bool(wanted & {"Group", "Person", "People"})
        return bool(phrase.type) and self.lexicon.fits(phrase.type, wanted)
