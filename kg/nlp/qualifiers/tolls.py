"""Words that tell of dead and injured, each with who or how many: "killed six", "31 dead", "claimed 43 lives"."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.lexicon.lexicon import Lexicon
from kg.nlp.phrases.numbers import count_of, number_of
from kg.nlp.phrases.phrase import Phrases
from kg.nlp.syntax.arguments import Walker
from kg.nlp.syntax.tree import Tree

MARKED = ("xcomp", "advmod", "obl", "amod", "compound:prt")  # how "dead" hangs on "shot" and "left"
OPENING = frozenset({"DET", "PRON", "NUM", "ADJ"})  # begins a noun phrase
ASIDE = frozenset({"ADV", "PART"})  # may stand between a number and its mark: "six seriously wounded"


@dataclass(slots=True)
class Toll:
    """What one word at `token` tells of those `counted` ("killed", "injured"): heads of phrases, or a bare number.

    `found` is the word beside which the cause is looked for.
    """

    token: int
    counted: str
    victims: list[int] = field(default_factory=list)
    number: int | None = None


class TollFinder:
    """Finds the tolls of one tree."""

    def __init__(self, tree: Tree, lexicon: Lexicon, phrases: Phrases, walker: Walker) -> None:
        self.tree = tree
        self.lexicon = lexicon
        self.words = lexicon.casualties
        self.phrases = phrases
        self.walker = walker
        self._told: set[int] = set()  # marks that a verb before them has told of

    def at(self, token: int) -> Toll | None:
        """The toll that a word tells, if any."""
        tree, words = self.tree, self.words
        lemma = tree.lemmas[token]
        if tree.pos[token] in ("VERB", "AUX") and lemma in words.verbs:
            described = self._of_mark(token) if self._is_beside(token) else None
            return described or self._of_verb(token, words.verbs[lemma])
        if tree.pos[token] in ("VERB", "AUX") and (marks := self._marks(token)):
            self._told |= set(marks)
            return self._of_verb(token, words.marks[tree.words[marks[0]]])
        if tree.words[token] in words.marks and token not in self._told:
            return self._of_mark(token)
        if tree.pos[token] == "NOUN":
            return self._of_noun(token)
        return None

    def _is_beside(self, token: int) -> bool:
        """Whether a participle only describes a noun or a number before it: "62 wounded", "56 others injured"."""
        tree = self.tree
        return (
            tree.words[token] in self.words.marks
            and tree.tags[token] != "VBD"
            and tree.deps[token] in ("amod", "compound", "conj")
            and tree.kid(token, "nsubj", "nsubj:pass", "obj", "aux:pass") is None
        )

    def _marks(self, token: int) -> list[int]:
        tree = self.tree
        return [c for c in tree.kids(token, *MARKED) if tree.words[c] in self.words.marks and not self._bare(c)]

    def _of_verb(self, token: int, counted: str) -> Toll:
        tree = self.tree
        seat = "subject" if tree.lemmas[token] in self.words.intransitive else "object"
        seats = [argument.token for argument in self.walker.seats(token, seat)]
        if not seats and tree.tags[token] == "VBN":
            seats = tree.kids(token, "nsubj")  # "more than 30 injured"
        seats = [one for one in seats if token in tree.ancestors(one)] or seats  # not another verb's
        seats = [one for one in seats if one < token or not self._is_parted(token, one)]  # nor that of the next one
        seats = seats or ([after] if (after := self._after(token)) else [])
        seats = [self._whole(one) for one in seats]
        toll = Toll(token, counted, [one for one in seats if self._is_person(one) and not self._is_next(one)])
        bare = [one for one in seats if tree.pos[one] == "NUM" or self._is_unknown(one)]
        bare += [n for one in seats for n in tree.subtree(one) if tree.words[one] in self.lexicon.cues.bounds
                 and tree.pos[n] == "NUM"]  # "more than 100", whose head the parser takes "more" for
        if bare and not toll.victims:
            toll.number = self._number(bare[0])
        return toll

    def _is_parted(self, verb: int, seat: int) -> bool:
        """Whether another such verb stands between: "killed the driver and injured his passenger"."""
        tree = self.tree
        return any(tree.pos[t] == "VERB" and tree.lemmas[t] in self.words.verbs for t in range(verb + 1, seat))

    def _is_unknown(self, token: int) -> bool:
        """Whether it is counted and no thing that is known to be none of people: "killing seven Copts"."""
        phrase = self.phrases.at(token)
        return phrase is not None and not phrase.type and phrase.count is not None

    def _whole(self, token: int) -> int:
        """Those of whom a noun gives the sum: "a total of 23 hostages"."""
        of = [child for child in self.tree.kids(token, "nmod") if self._is_person(child)]
        return of[0] if of and not self._is_person(token) and self.tree.pos[token] == "NOUN" else token

    def _after(self, token: int) -> int:
        """Whom or how many a verb names right after it, wherever the parser ties them: "wounding about 150"; or 0."""
        tree, bounds = self.tree, self.lexicon.cues.bounds
        after = token + 1
        while after < len(tree) and tree.words[after] in bounds and tree.pos[after] != "NUM":
            after += 1
        if after >= len(tree) or tree.pos[after] not in OPENING:
            return 0
        head = tree.heads[after]
        if head > after and self._is_person(head):
            return head
        bare = tree.pos[after] == "NUM" and tree.deps[after] != "nummod" and self._number(after) is not None
        return after if bare else 0

    def _is_next(self, token: int) -> bool:
        """Whether it is the number of the next verb, taken for a noun: "KILLED SIX AND WOUNDED ELEVEN"."""
        return any(self._follows(child, token) for child in self.tree.kids(token, "amod", "compound"))

    def _follows(self, mark: int, head: int) -> bool:
        tree = self.tree
        joined = tree.deps[head] == "conj" and tree.kid(head, "cc") == mark - 1
        return joined and tree.words[mark] in self.words.marks

    def _of_mark(self, token: int) -> Toll | None:
        """ "31 dead", "five soldiers dead", "and wounded eleven": the number stands right beside it."""
        tree, counted = self.tree, self.words.marks[self.tree.words[token]]
        if tree.preposition(token) in self.lexicon.cues.enumerating:
            return None  # "were among the dead": who is counted already
        if tree.lemmas[tree.heads[token]] in self.words.sums and tree.preposition(token):
            return self._of_toll(tree.heads[token], counted)
        before = self._bare(token)
        if before:
            return Toll(token, counted, number=self._number(before))
        left = self._left(token)
        if left >= 0 and tree.is_nominal(left) and self._is_person(left) and count_of(tree, left, self.lexicon):
            return Toll(token, counted, [left])
        subjects = [child for child in tree.kids(token, "nsubj", "nsubj:pass") if self._is_person(child)]
        if subjects:
            return Toll(token, counted, subjects)
        head = tree.heads[token]
        number = self._number(head) if head > token and self._follows(token, head) else None
        return None if number is None else Toll(token, counted, number=number)

    def _left(self, token: int) -> int:
        """The word before a mark and its adverbs."""
        left = token - 1
        while left >= 0 and self.tree.pos[left] in ASIDE:
            left -= 1
        return left

    def _bare(self, token: int) -> int:
        """The number right before a mark, or 0."""
        left = self._left(token)
        counts = left > 0 and (self.tree.pos[left] == "NUM" or self.tree.words[left] in self.lexicon.cues.bounds)
        return left if counts and self._number(left) is not None else 0

    def _of_noun(self, token: int) -> Toll | None:
        tree, words = self.tree, self.words
        lemma = tree.lemmas[token]
        if lemma in words.harms and tree.deps[token] == "obj" and tree.lemmas[tree.heads[token]] in words.suffering:
            return self._of_harm(tree.heads[token], words.harms[lemma])
        if lemma in words.nouns:
            count = count_of(tree, token, self.lexicon)
            return Toll(token, words.nouns[lemma], number=count.number) if count else None
        if lemma in words.tolls:
            return self._of_toll(token, words.tolls[lemma])
        if lemma in words.lives and tree.deps[token] in ("obj", "nsubj:pass"):
            return self._of_lives(token)
        return None

    def _of_toll(self, token: int, counted: str) -> Toll | None:
        """ "The death toll rose to 305", "put the toll at 24"."""
        tree = self.tree
        near = [*tree.kids(token, "nmod", "appos"), *tree.kids(tree.heads[token], "obl", "xcomp", "obl:arg")]
        for child in [*near, tree.heads[token]]:
            if tree.preposition(child) in (*self.words.reaching, ""):
                number = self._number(child)
                if number is not None:
                    return Toll(token, counted, number=number)
        return None

    def _of_harm(self, verb: int, counted: str) -> Toll | None:
        """ "Thirty people suffered injuries"."""
        seats = [argument.token for argument in self.walker.seats(verb, "subject")]
        victims = [one for one in seats if self._is_person(one)]
        bare = [number for one in seats if (number := self._number(one)) is not None] if not victims else []
        return Toll(verb, counted, victims, bare[0] if bare else None) if victims or bare else None

    def _of_lives(self, token: int) -> Toll | None:
        tree, verb = self.tree, self.tree.lemmas[self.tree.heads[token]]
        if verb in self.words.losing:
            victims = [a.token for a in self.walker.seats(tree.heads[token], "subject") if self._is_person(a.token)]
            return Toll(tree.heads[token], "killed", victims) if victims else None
        if verb not in self.words.taking:
            return None
        victims = [child for child in tree.kids(token, "nmod", "nmod:poss") if self._is_person(child)]
        return Toll(tree.heads[token], "killed", victims, self._number(token))

    def _number(self, token: int) -> int | None:
        count = count_of(self.tree, token, self.lexicon)
        return count.number if count else number_of(self.tree.words[token], self.lexicon)

    def _is_person(self, token: int) -> bool:
        phrase = self.phrases.at(token)
        return phrase is not None and (phrase.type in ("Person", "People") or phrase.kind == "pronoun")
