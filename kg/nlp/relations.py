"""A tree, its phrases and the lexicon in, binary relations out: the two phrases, the predicate and what states it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.lexicon.lexicon import Lexicon
from kg.lexicon.names import Entry
from kg.lexicon.relations import Modifier, Word
from kg.nlp.arguments import Argument, Walker
from kg.nlp.phrases import Phrase, Phrases
from kg.nlp.referents import Referents
from kg.nlp.tree import Tree
from kg.nlp.triggers import word_classes

MODIFIERS = frozenset({"amod", "compound", "nmod:poss", "nmod:desc", "nmod"})


@dataclass(frozen=True, slots=True)
class Link:
    """A relation as it stands in the tree: tokens of subject and object, or a literal where the predicate takes one.

    `token` is the word that states it; `stated` tells that a word of its own does, so that cues can bear on it. `state`
    is the object where a word names a state that no phrase refers to ("two Italians").
    """

    subject: int
    predicate: str
    object: int
    token: int
    method: str
    literal: str = ""
    stated: bool = False
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
                yield from self._native(phrase)
                yield from self._adjacent(phrase)

    def by_words(self) -> Iterator[Link]:
        """Relations that verbs, adjectives and nouns state."""
        tree, words = self.tree, self.lexicon.relations.words
        for token in range(len(tree)):
            if self.mask[token] or self.phrases.name_at(token):
                continue
            for word_class in word_classes(tree, token):
                key = tree.words[token] if word_class == "adjective" else tree.lemmas[token]
                for word in words.get((key, word_class), ()):
                    yield from self._stated(token, word_class, word)

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
                        )
                        break

    def _enumerated(self, phrase: Phrase) -> Iterator[Link]:
        """Places in a row: "Makhachkala, Dagestan" or "Bekasi, West Java"."""
        tree, fits = self.tree, self.lexicon.fits
        if not fits(phrase.type, frozenset({"City", "Region", "Facility"})) or phrase.kind != "name":
            return
        for child in tree.kids(phrase.head, "appos", "nmod", "nmod:unmarked", "list"):
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
        """A facility with its place right behind it, wherever the tree ties the place: "held at a hotel in Bekasi"."""
        if phrase.type != "Facility" or phrase.end + 1 >= len(self.tree):
            return
        word, after = self.tree.words[phrase.end], phrase.end + 1
        if word not in self.lexicon.cues.locative:
            return
        other = next((p for t in range(after, min(after + 3, len(self.tree))) if (p := self.phrases.name_at(t))), None)
        if other and self.lexicon.fits(other.type, frozenset({"City", "Region", "State"})):
            yield Link(phrase.head, "locatedIn", other.head, phrase.end, f"locatedIn/{word}")

    def _native(self, phrase: Phrase) -> Iterator[Link]:
        """Persons called after their state in the noun or in what is said of it: "nine Italians", "are Lebanese"."""
        tree = self.tree
        if not self.lexicon.fits(phrase.type, frozenset({"Person", "People"})) or phrase.kind == "name":
            return
        head = tree.heads[phrase.head]
        said = [head] if tree.deps[phrase.head] == "nsubj" and tree.kid(head, "cop") is not None else []
        for token in (phrase.head, *(t for one in said for t in tree.conjuncts(one))):
            states = self.lexicon.knowledge.by_demonym(tree.doc[token].text)
            if len(states) == 1:
                yield Link(phrase.head, "nationality", token, token, "nationality/demonym", state=states[0])

    def _holds(self, row: Modifier, phrase: Phrase, other: Phrase) -> bool:
        fits = self.lexicon.fits
        if not fits(phrase.type, row.subject) or not fits(other.type, row.object):
            return False
        lemma, word = self.tree.lemmas[phrase.head], self.tree.words[phrase.head]
        nouns = self.lexicon.nouns
        if row.heads and not {lemma, word} & getattr(nouns, row.heads) and self.tree.pos[phrase.head] != "NUM":
            return False
        return not (row.heads_not and lemma in getattr(nouns, row.heads_not))

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
            return self.walker.verb(token)
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


def title_links(tree: Tree, lexicon: Lexicon, referents: Referents, phrases: Phrases) -> Iterator[Link]:
    """Who holds which office: "Interior Minister X", "X, the leader of Y"."""
    for name in phrases.names:
        if name.type != "Person":
            continue
        titles = referents.titles(name)
        for title in titles:
            if title + 1 in titles:
                continue  # "Brigadier General" is one rank
            text = _office(tree, title, name)
            yield Link(name.head, "holdsRole", -1, title, "holdsRole/title", literal=text)
            yield from _offices(tree, lexicon, phrases, name, title)


def _office(tree: Tree, title: int, name: Phrase) -> str:
    """The words of an office: "Armed Forces Minister", "Secretary of State"."""
    start, end = title, title + 1
    for child in reversed(tree.children[title]):
        if child < title and tree.deps[child] in ("compound", "amod", "nmod:desc") and child + 1 >= start - 1:
            start = min(start, tree.subtree(child)[0])
        elif child > title and tree.deps[child] == "nmod" and tree.pos[child] == "PROPN" and child == title + 2:
            end = child + 1
    if name.start < end and name.start > start:
        end = min(end, name.start)
    return tree.doc[start:end].text


def _offices(tree: Tree, lexicon: Lexicon, phrases: Phrases, name: Phrase, title: int) -> Iterator[Link]:
    leading = tree.lemmas[title] in lexicon.nouns.leading
    for child in (*tree.children[title], *tree.children[name.head]):
        other = phrases.at(child) if tree.deps[child] in MODIFIERS else None
        if other is None or other is name or not other.type:
            continue
        if leading and lexicon.fits(other.type, frozenset({"Group", "Cell", "Agency", "State"})):
            yield Link(name.head, "leads", other.head, title, "leads/title")
        elif lexicon.fits(
            other.type, frozenset({"Agency", "State", "MediaOrganization", "InternationalOrganization", "Organization"})
        ):
            yield Link(name.head, "worksFor", other.head, title, "worksFor/title")
