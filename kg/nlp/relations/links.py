"""A tree, its phrases and the lexicon in, binary relations out: the two phrases, the predicate and what states it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.lexicon.lexicon import Lexicon
from kg.lexicon.relations import Modifier, Word
from kg.nlp.coreference.referents import Referents
from kg.nlp.events.triggers import word_classes
from kg.nlp.phrases.phrase import Phrase, Phrases
from kg.nlp.relations.link import Link
from kg.nlp.relations.natives import MODIFIERS, PERSONS, Natives
from kg.nlp.relations.owners import whose
from kg.nlp.relations.places import Places
from kg.nlp.syntax.arguments import Argument, Walker
from kg.nlp.syntax.tree import Tree

HYPHENS = ("-", "\N{NON-BREAKING HYPHEN}", "\N{EN DASH}")
BODIES = frozenset({"Agency", "Group", "MediaOrganization", "Organization"})
ACTORS = BODIES | {"State", "InternationalOrganization", "Cell"}
REGIONS = frozenset({"City", "Region", "Place"})
LEADS, MEMBER = "leads", "memberOf"
OWNED = frozenset({MEMBER, "partOf", "affiliatedWith", "agencyOf"})  # what "its" tells for sure


class Linker:
    """Finds the relations of one tree."""

    def __init__(self, tree: Tree, lexicon: Lexicon, phrases: Phrases, walker: Walker, mask: list[bool]) -> None:
        self.tree = tree
        self.lexicon = lexicon
        self.phrases = phrases
        self.walker = walker
        self.mask = mask
        self.places = Places(tree, lexicon, phrases)
        self.natives = Natives(tree, lexicon, phrases)

    def between_phrases(self) -> Iterator[Link]:
        """Relations that modifiers and prepositions state, for the phrases that matter so far."""
        for phrase in self.phrases.found():
            if phrase.kind != "pronoun" and phrase.type:
                yield from self._modified(phrase)
                yield from self.places.links(phrase)

    def owned(self, referents: Referents) -> Iterator[Link]:
        """Relations to what a possessive pronoun means: "its fighters", "two of its members"."""
        for phrase in self.phrases.found():
            if phrase.kind == "pronoun" or not phrase.type:
                continue
            whole = next((c for c in self.tree.kids(phrase.head, "nmod") if self._is_membership(c)), phrase.head)
            for child in self.tree.kids(whole, "nmod:poss"):
                owner = referents.of(child)
                if self.tree.pos[child] != "PRON" or owner is None or owner.many:
                    continue
                meant = Phrase(child, child, child + 1, "pronoun", owner.type)
                said = self.phrases.at(whole) or phrase
                row = next((r for r in self.lexicon.relations.modifiers if self._is_owned(r, said, meant)), None)
                if row and row.predicate in OWNED and (whole == phrase.head or row.predicate == MEMBER):
                    yield Link(phrase.head, row.predicate, child, child, f"{row.predicate}/possessive")

    def _is_owned(self, row: Modifier, phrase: Phrase, owner: Phrase) -> bool:
        """Whether a row of the table is on possessives and holds of the two."""
        equal = self.tree.lemmas[phrase.head] in self.lexicon.nouns.equals  # "its French counterpart"
        return "nmod:poss" in row.links and not equal and self._holds(row, phrase, owner)

    def _is_membership(self, token: int) -> bool:
        """Whether a noun says no more than that some belong to a group: "its members" in "two of its members"."""
        tree = self.tree
        owned = any(tree.pos[child] == "PRON" for child in tree.kids(token, "nmod:poss"))
        return owned and tree.lemmas[token] in self.lexicon.nouns.members

    def by_words(self) -> Iterator[Link]:
        """Relations that verbs, adjectives and nouns state."""
        tree, words, nouns = self.tree, self.lexicon.relations.words, self.lexicon.nouns
        for token in range(len(tree)):
            if self.mask[token]:
                continue
            if tree.texts[token][:1].isupper():
                yield from self.natives.links(token)
            leads = tree.lemmas[token] in nouns.members or tree.lemmas[token] in nouns.leading
            if leads:
                yield from whose(tree, self.lexicon, self.phrases, token)
            if self.phrases.name_at(token):
                continue
            if leads:
                yield from self._said(token)
            self.places.house(token)
            for word_class in word_classes(tree, token):
                key = tree.words[token] if word_class == "adjective" else tree.lemmas[token]
                for word in words.get((key, word_class), ()):
                    yield from self._stated(token, word_class, word)

    def _said(self, token: int) -> Iterator[Link]:
        """What nouns for members or heads tell of others: "the man was a member of the cell", "ten ELN commanders"."""
        tree = self.tree
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

    def _modified(self, phrase: Phrase) -> Iterator[Link]:
        tree, tables = self.tree, self.lexicon.relations
        for child in tree.children[phrase.head]:
            if tree.deps[child] not in MODIFIERS:
                continue
            preposition = tree.preposition(child)
            rows = tables.prepositions if preposition else tables.modifiers
            first = ""
            for token in tree.conjuncts(child):
                other = self.phrases.at(token)
                if other is None or not other.type or other is phrase:
                    continue
                for row in rows:
                    if first and row.predicate != first:
                        continue  # "the army of Chad and the Nigerian air force"
                    if (preposition or tree.deps[child]) in row.links and self._holds(row, phrase, other):
                        first = row.predicate
                        yield Link(
                            phrase.head,
                            row.predicate,
                            other.head,
                            token,
                            f"{row.predicate}/{preposition or tree.deps[child]}",
                            draws=bool(row.heads) and (phrase.count is not None or row.predicate == LEADS),
                        )
                        break

    def _type(self, phrase: Phrase) -> str:
        """The class of a phrase; of an aside on a body that of its name: "Amaq, the propaganda agency of X"."""
        over = self.tree.heads[phrase.head]
        name = self.phrases.name_at(over) if self.tree.deps[phrase.head] == "appos" else None
        return name.type if name and {name.type, phrase.type} <= BODIES else phrase.type

    def _holds(self, row: Modifier, phrase: Phrase, other: Phrase) -> bool:
        fits = self.lexicon.fits
        if not fits(self._type(phrase), row.subject) or not fits(other.type, row.object):
            return False
        if (row.exact and other.type not in row.object) or (row.named_object and other.kind != "name"):
            return False
        lemma, word = self.tree.lemmas[phrase.head], self.tree.words[phrase.head]
        if (phrase.type == "State" and "State" not in row.subject) or self._is_abroad(row, phrase, other):
            return False
        nouns = self.lexicon.nouns
        if row.heads and other.type == "State" and self._is_of_body(phrase, other):
            return False
        if row.heads and "nmod:poss" in row.links and self._is_kind(phrase, other):
            return False
        if (row.named and phrase.kind != "name") or (row.only_one and self._is_one_of_many(phrase)):
            return False
        if row.of_those and (self._is_membership(other.head) or not (other.definite or other.kind == "pronoun")):
            return False
        if row.heads and not {lemma, word} & getattr(nouns, row.heads) and self.tree.pos[phrase.head] != "NUM":
            return False
        return not (row.heads_not and getattr(nouns, row.heads_not) & {lemma, *self._titles(phrase)})

    def _is_kind(self, phrase: Phrase, other: Phrase) -> bool:
        """Whether a noun only says of what kind somebody is: "two police officers"."""
        return phrase.kind == other.kind == "nominal" and self.tree.deps[other.head] == "compound"

    def _is_of_body(self, phrase: Phrase, state: Phrase) -> bool:
        """Whether an office is of a body, not of its state: "Kenya's police chief", "a Palestinian commander of X"."""
        tree = self.tree
        bodies = (self.phrases.at(child) for child in tree.kids(phrase.head, "compound"))
        if any(body and body.type == "Agency" for body in bodies):
            return True
        behind = (self.phrases.at(child) for child in tree.kids(phrase.head, "nmod") if child > phrase.head)
        return tree.deps[state.head] == "amod" and any(body and body.type in ("Group", "Cell") for body in behind)

    def _is_abroad(self, row: Modifier, phrase: Phrase, other: Phrase) -> bool:
        """Whether a state is whose a mission is, and not where: "the consulate of Iran", "the US embassy"."""
        tree, locative = self.tree, self.lexicon.cues.locative
        is_whose = tree.preposition(other.head) not in locative
        elsewhere = phrase.end < len(tree) and tree.words[phrase.end] in locative  # "the French air base at N'Djamena"
        abroad = elsewhere or tree.lemmas[phrase.head] in self.lexicon.coreference.missions
        return row.predicate == "locatedIn" and other.type == "State" and abroad and is_whose

    def _titles(self, phrase: Phrase) -> Iterator[str]:
        """The nouns that say what a named person is: what is "of" them then tells of their office."""
        tree = self.tree
        for child in tree.kids(phrase.head, "compound", "nmod:desc", "appos", "flat") if phrase.kind == "name" else ():
            yield tree.lemmas[child]

    def _is_one_of_many(self, phrase: Phrase) -> bool:
        """Whether there may be others like it: "a leader of X", "two leaders"."""
        tree, words = self.tree, self.lexicon.nouns.one_of_many
        parts = (self.phrases.name_at(child) for child in tree.kids(phrase.head, "compound"))
        of_part = any(part and part.type in REGIONS for part in parts)  # "its Gaza chief"
        return phrase.many or of_part or any(tree.words[child] in words for child in tree.children[phrase.head])

    def _stated(self, token: int, word_class: str, word: Word) -> Iterator[Link]:
        arguments = self._arguments(token, word_class)
        subjects = self._seated(arguments, word.subject_seats, word.subject)
        objects = self._seated(arguments, word.object_seats, word.object)
        for subject in subjects:
            for found in objects:
                if subject != found and not (word.exact and self._class(found) not in word.object):
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
        seated = [Argument("modified", one, "modifier") for one in described]
        return [*seated, *self._hyphened(token), *self.walker.obliques(token, self.lexicon.grammar.verb_obliques)]

    def _hyphened(self, participle: int) -> Iterator[Argument]:
        """What is tied to a participle by a hyphen: "Turkey-backed", "Kivu-based"."""
        tree = self.tree
        for child in tree.kids(participle, "compound", "amod", "obl:unmarked", "obl:npmod", "nmod:unmarked"):
            if child < participle and tree.words[participle - 1] in HYPHENS:
                yield Argument("hyphen", child, "hyphen")

    def _seated(self, arguments: list[Argument], seats: tuple[str, ...], wanted: frozenset[str]) -> list[int]:
        for seat in seats:
            tokens = (self._body(a.token, wanted) for a in arguments if a.seat == seat)
            found = [token for token in tokens if self._fits(token, wanted)]
            if found:
                return list(dict.fromkeys(found))
        return []

    def _body(self, token: int, wanted: frozenset[str]) -> int:
        """The group whose men are named by it, where a body is asked for: "backs the M23 rebels"."""
        phrase, tree = self.phrases.at(token), self.tree
        if phrase is None or phrase.type != "People" or phrase.count or wanted - ACTORS or "Group" not in wanted:
            return token
        names = (self.phrases.name_at(child) for child in tree.kids(token, "compound", "amod"))
        return next((name.head for name in names if name and name.type == "Group"), token)

    def _class(self, token: int) -> str:
        phrase = self.phrases.at(token)
        return phrase.type if phrase else ""

    def _fits(self, token: int, wanted: frozenset[str]) -> bool:
        phrase = self.phrases.at(token)
        if phrase is None:
            return False
        if phrase.kind == "pronoun":
            return bool(wanted & {"Group", "Person", "People"})
        return bool(phrase.type) and self.lexicon.fits(phrase.type, wanted)
