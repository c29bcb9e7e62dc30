"""A tree and the lexicon in, its noun phrases out: where each stands, what class of thing it is, which entry it names.

Names are found once; common nouns are looked at when somebody asks for the phrase at a token.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.lexicon.function_words import function_words
from kg.lexicon.lexicon import Lexicon
from kg.lexicon.names import Entry
from kg.nlp.phrases.base import base_phrase
from kg.nlp.phrases.demonyms import people_ending_at
from kg.nlp.phrases.numbers import Count, count_of
from kg.nlp.phrases.titled import titled_name
from kg.nlp.syntax.tree import Tree

DOUBT = "alleged"
AGENCY, PERSONS = "Agency", ("Person", "People")


@dataclass(slots=True)
class Phrase:
    """A noun phrase. Tokens from `start` up to, not including, `end`; `head` is where it hangs in the tree.

    `kind` is `name`, `nominal` or `pronoun`. `type` is a class of the ontology or empty where nothing is known;
    `entry` is what it was linked to. `count` is how many, `many` whether it is a set. `shown` is where its quote starts
    if that is before `start`: the state's adjective before a body's name. `confidence` tells how sure its referent is.
    """

    head: int
    start: int
    end: int
    kind: str
    type: str = ""
    entry: Entry | None = None
    attribute: tuple[str, str] | tuple[()] = ()
    count: Count | None = None
    many: bool = False
    definite: bool = False
    shown: int = -1
    confidence: float = 1.0

    @property
    def kind_of_class(self) -> str:
        """Class and kind in one, such as `Agency/police`, where the kind is told by the words or by the entry."""
        known = self.entry.attributes.get("agencyKind", "") if self.entry else ""
        kind = self.attribute[1] if self.attribute else known
        return f"{self.type}/{kind}" if kind else ""

    @property
    def first(self) -> int:
        """The first token of the phrase as it is quoted."""
        return self.shown if self.shown >= 0 else self.start


class Phrases:
    """The noun phrases of a tree, by head token. Names and tokens of times are given, common phrases made on demand."""

    def __init__(self, tree: Tree, lexicon: Lexicon, names: list[Phrase], times: frozenset[int]) -> None:
        self._times = times
        self.tree = tree
        self.lexicon = lexicon
        self.names = names
        self._by_head: dict[int, Phrase | None] = {name.head: name for name in names}
        self._roles = lexicon.nouns.roles
        self._inside = {token: name for name in names for token in range(name.start, name.end)}

    def at(self, token: int) -> Phrase | None:
        """The phrase that a token heads or, inside a name, the name; None for words that head nothing."""
        try:
            return self._by_head[token]
        except KeyError:
            phrase = self._by_head[token] = self._inside.get(token) or self._make(token)
            return phrase

    def name_at(self, token: int) -> Phrase | None:
        """The name that a token is part of."""
        return self._inside.get(token)

    def found(self) -> list[Phrase]:
        """All phrases made so far, in text order, each once."""
        unique = {id(phrase): phrase for phrase in self._by_head.values() if phrase}
        return sorted(unique.values(), key=lambda phrase: (phrase.start, phrase.end))

    def lemma(self, phrase: Phrase) -> str:
        """The lemma of a phrase's head noun."""
        return self.tree.lemmas[phrase.head]

    def words(self, phrase: Phrase) -> tuple[str, ...]:
        """The lower-cased words of a phrase."""
        return tuple(self.tree.words[phrase.start : phrase.end])

    def _make(self, token: int) -> Phrase | None:
        tree = self.tree
        if tree.pos[token] == "PRON":
            return Phrase(token, token, token + 1, "pronoun")
        titled = titled_name(tree, self._inside, self._roles, token)
        if titled:
            return titled
        if self._tells_of_nothing(token) or not (tree.is_nominal(token) or self._nominalized(token)):
            return None
        start, end = base_phrase(tree, token)
        phrase = Phrase(
            token,
            self._past_hedges(start, token),
            self._end_of_part(token, end),
            "nominal",
            definite=self._is_definite(token),
        )
        phrase.count = count_of(tree, token, self.lexicon)
        while phrase.start > 1 and "HYPH" in (tree.tags[phrase.start], tree.tags[phrase.start - 1]):
            phrase.start -= 1  # "US-led forces"
        phrase.many = tree.tags[token] in ("NNS", "NNPS") or (phrase.count is not None and phrase.count.number != 1)
        self._type(phrase)
        if phrase.type == "Agency" and not phrase.many and self._is_office(token):
            phrase.type, phrase.attribute = "Person", ()
        return phrase

    def _tells_of_nothing(self, token: int) -> bool:
        """Whether a word tells of nobody, or the day or size of something else: "no group said", "March 14"."""
        tree = self.tree
        nobody = any(tree.words[kid] in self.lexicon.cues.children["negation"] for kid in tree.kids(token, "det"))
        if nobody and tree.deps[token] == "nsubj":
            return True
        sized = token > 1 and tree.tags[token - 1] == "HYPH" and tree.deps[token] == "compound"
        sized = sized and tree.pos[token - 2] == "NUM"  # but "a car-bomb attack"
        return sized or (tree.pos[token] == "NUM" and token in self._times)

    def _is_office(self, token: int) -> bool:
        """Whether one person is meant: "the public prosecutor, Nabil Sadek,", "a Cuban intelligence officer"."""
        names = (self._inside.get(child) for child in self.tree.kids(token, "appos", "flat"))
        nouns, lemma = self.lexicon.nouns, self.tree.lemmas[token]
        one = any(not words and noun.type == "People" for words, noun in nouns.by_head.get(lemma, ()))
        return lemma in nouns.roles and (one or any(n and n.type == "Person" for n in names))

    def _nominalized(self, token: int) -> bool:
        """Whether an adjective or numeral stands for persons or things: "the wounded", "three others"."""
        tree = self.tree
        told = ("det", "nummod") if tree.tags[token] == "JJ" else ("det", "nummod", "case")  # not "at large"
        return (
            tree.pos[token] in ("ADJ", "VERB", "DET")
            and tree.kid(token, *told) is not None
            and tree.deps[token] in ("nsubj", "obj", "nsubj:pass", "obl", "nmod", "conj", "iobj", "obl:agent")
        )

    def _past_hedges(self, start: int, head: int) -> int:
        """Where a description begins without its hedges: "at least 26 people", "suspected rebels"."""
        words, cues = self.tree.words, self.lexicon.cues
        while start < head and (
            words[start] in cues.bounds
            or self._is_doubt(words[start])
            or self.tree.pos[start] in ("ADP", "SPACE")
            or self.tree.tags[start] == "WP$"
            or (self.tree.pos[start], self.tree.pos[start + 1]) == ("ADV", "DET")
            or self.tree.deps[start] in ("nmod:unmarked", "obl:unmarked")
        ):
            start += 1
        return start

    def _is_doubt(self, word: str) -> bool:
        return any(cue.factuality == DOUBT for cue in self.lexicon.cues.by_word.get((word, "adjective"), ()))

    def _end_of_part(self, token: int, end: int) -> int:
        """Where the description ends of a noun that says little alone: "a member of the city council"."""
        whole = self._whole(token)
        other = self.at(whole) if whole is not None else None
        return max(end, other.end if other else whole + 1) if whole is not None else end

    def _whole(self, token: int) -> int | None:
        """What a noun of parts is a part of: "explosives" in "one of the explosives"."""
        tree = self.tree
        parts = self.lexicon.cues.parts
        if tree.lemmas[token] not in parts and tree.words[token] not in parts:
            return None
        behind = (child for child in tree.kids(token, "nmod") if child > token)
        return next((child for child in behind if self._belongs(child)), None)

    def _belongs(self, token: int) -> bool:
        return self.tree.preposition(token) in function_words().belonging

    def _is_definite(self, token: int) -> bool:
        tree, determiners = self.tree, self.lexicon.cues.definite
        return any(
            tree.deps[child] == "nmod:poss" or tree.words[child] in determiners for child in tree.children[token]
        )

    def _type(self, phrase: Phrase) -> None:
        """The class of a common noun phrase: by its head noun, by what it is a part of, or as persons."""
        self._type_by_noun(phrase)
        self._type_by_owner(phrase)
        whole = self._whole(phrase.head)
        other = self.at(whole) if whole is not None else None
        if other and other.type == AGENCY and phrase.type in PERSONS:
            phrase.attribute = phrase.attribute or ("side", "official")  # "members of the police unit"
        other = other if phrase.type in ("", "Target") else None
        if other and other.type not in ("", *PERSONS):
            phrase.type, phrase.attribute = other.type, other.attribute
        if not phrase.type and self._of_people(phrase):
            phrase.type = "People" if phrase.many else "Person"
            phrase.attribute = other.attribute if other else self._parallel(phrase.head)  # "six of the attackers"
        elif self._is_everybody(phrase):
            phrase.attribute = ("side", "public")

    def _type_by_owner(self, phrase: Phrase) -> None:
        """A unit of an agency is one itself: "the army's special group"; "its French counterpart"."""
        if self.tree.lemmas[phrase.head] in self.lexicon.nouns.equals:
            self._type_as_owner(phrase)
        arm = phrase.type == "Weapon" and not phrase.many  # "the army's arm", and not its arms
        if self.tree.lemmas[phrase.head] not in self.lexicon.nouns.units or not (arm or phrase.type in ("", "Group")):
            return
        behind = [kid for kid in self.tree.kids(phrase.head, "nmod") if self._belongs(kid)]
        kids = [*self.tree.kids(phrase.head, "nmod:poss", "compound", "nmod:desc"), *behind]
        owner = next((one for one in map(self.at, kids) if one and one.type == AGENCY), None)
        if owner:
            kind = owner.kind_of_class.partition("/")[2]
            phrase.type, phrase.attribute = AGENCY, ("agencyKind", kind) if kind else ()

    def _type_as_owner(self, phrase: Phrase) -> None:
        """As its owner, who is told before: "MI5 warned its French counterpart"."""
        tree = self.tree
        for child in tree.kids(phrase.head, "nmod:poss"):
            above = [kid for up in tree.ancestors(phrase.head) for kid in tree.kids(up, "nsubj", "nsubj:pass")]
            neuter = tree.words[child] in self.lexicon.cues.pronouns["neuter"]
            owner = self.at(next((kid for kid in above if kid < child), child)) if neuter else self.at(child)
            if owner and owner.type not in ("", *PERSONS):
                kind = owner.kind_of_class.partition("/")[2]
                phrase.type, phrase.attribute = owner.type, ("agencyKind", kind) if kind else ()

    def _type_by_noun(self, phrase: Phrase) -> None:
        """By the head noun, the longest known compound first."""
        tree, nouns = self.tree, self.lexicon.nouns
        before = tuple(tree.lemmas[phrase.start : phrase.head])
        surface = tuple(tree.words[phrase.start : phrase.head])
        for head in dict.fromkeys((tree.words[phrase.head], tree.lemmas[phrase.head])):
            for words, noun in nouns.by_head.get(head, ()):
                size = len(words)
                if not size or words in (before[-size:], surface[-size:]):
                    phrase.type, phrase.attribute = noun.type, noun.attribute
                    phrase.many = phrase.many or head in nouns.collective
                    if noun.type == "People" and not phrase.many:
                        phrase.type = "Person"
                    return

    def _is_everybody(self, phrase: Phrase) -> bool:
        """Whether "the people" are meant, or "the Chilean people", and not "the people in the bus"."""
        tree = self.tree
        return (
            tree.words[phrase.head] in self.lexicon.nouns.whole
            and phrase.definite
            and phrase.count is None
            and tree.kid(phrase.head, "acl", "acl:relcl", "nmod") is None
            and all(self.name_at(child) for child in tree.kids(phrase.head, "amod", "compound"))
        )

    def _parallel(self, number: int) -> tuple[str, str] | tuple[()]:
        """On which side a bare number of people is: as the subject before, "six rebels were killed and two wounded"."""
        tree = self.tree
        verb = tree.heads[number]
        if tree.pos[number] != "NUM" or tree.children[number] or tree.deps[verb] != "conj":
            return ()
        before = tree.kid(tree.heads[verb], "nsubj:pass", "nsubj")
        other = self.at(before) if before is not None else None
        return other.attribute if other and other.type in ("Person", "People") else ()

    def _is_age(self, number: int) -> bool:
        """Whether a number between commas behind a person's name is the age: "Halil Sahin, 35, and"."""
        tree = self.tree
        name = self._inside.get(number - 2) if number > 1 else None
        behind = name is not None and name.type == "Person" and tree.words[number - 1] == ","
        return behind and tree.tags[number] == "CD"

    def _is_of_things(self, number: int) -> bool:
        """Whether a number is of things: "two of which", and not "two of whom"; "one of the explosions"."""
        whole, tree = self._whole(number), self.tree
        if whole is None:
            return False
        is_event = tree.pos[whole] == "NOUN" and (tree.lemmas[whole], "noun") in self.lexicon.triggers
        return is_event or tree.tags[whole] == "WDT"

    def _of_people(self, phrase: Phrase) -> bool:
        """Whether words such as "seven", "others", "Syrians" or "the wounded" stand for persons."""
        tree = self.tree
        word = tree.words[phrase.head]
        if tree.pos[phrase.head] == "NUM" or word in self.lexicon.nouns.indefinite:
            phrase.many = word != self.lexicon.cues.one
            if self._is_age(phrase.head) or self._is_of_things(phrase.head):
                return False
            usual = {"", *function_words().counting_people}
            if tree.pos[phrase.head] == "NUM" and tree.preposition(phrase.head) not in usual:
                return tree.kid(phrase.head, "nmod") is not None  # "at 1600" tells of nobody
            return not any(
                tree.deps[c] in ("nmod", "compound") and tree.pos[c] == "SYM" for c in tree.children[phrase.head]
            )
        if people_ending_at(tree, self.lexicon, phrase.head) or word in self.lexicon.cues.bounds:
            return word not in self.lexicon.cues.bounds  # "at least" is nobody
        before = tree.kid(phrase.head, "compound")  # "the 34-year-old", not "the cup final"
        return tree.pos[phrase.head] == "ADJ" and (before is None or tree.kid(before, "nummod") is not None)
