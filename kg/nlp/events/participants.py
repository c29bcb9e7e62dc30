"""A trigger in, all its participants out, also those that hang on one of the others or on a word of planning."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.lexicon.function_words import function_words
from kg.lexicon.lexicon import Lexicon
from kg.nlp.events.behind import acts_behind
from kg.nlp.events.happening import Match
from kg.nlp.events.meanwhile import meanwhile
from kg.nlp.phrases.phrase import Phrases
from kg.nlp.syntax.aims import aimed
from kg.nlp.syntax.arguments import Argument, Walker
from kg.nlp.syntax.tree import Tree
from kg.nlp.syntax.wielding import wielded

WHOLE = "whole"
ATTACK, RAID, KILLING = "Attack", "Raid", "Killing"
OCCASIONS = frozenset({"SecurityOperation", "MilitaryAction"})
OBJECT = "object"
TOWNS = frozenset({"City", "Region"})
VIOLENT = frozenset({"Attack", "Plot", "Incident", "MilitaryAction"})
PARTS_OF = frozenset({"nmod", "nmod:poss", "compound", "obl"})
CREW = ("amod", "nmod:poss", "compound")
CLIMBS = 3  # how deep a place may hang: "by gunmen in a house in the village of"
PLACES = frozenset({"Place", "City", "Region", "State", "Facility"})


class Participants:
    """Finds the participants of triggers, whatever their frames. `event_types` are those of all triggers."""

    def __init__(
        self, tree: Tree, lexicon: Lexicon, phrases: Phrases, walker: Walker, event_types: Mapping[int, set[str]]
    ) -> None:
        self.tree = tree
        self.lexicon = lexicon
        self.phrases = phrases
        self.walker = walker
        self.event_types = event_types
        self.words = function_words()
        self._found: dict[tuple[int, str, int], list[Argument]] = {}

    def of(self, match: Match) -> list[Argument]:
        """The participants of a trigger."""
        key = (match.token, match.trigger.word_class, match.covered)
        if key not in self._found:
            found = self._of_class(match)
            self._found[key] = found + wielded(self.tree, self.lexicon.grammar, self.walker, match.token, found)
        return self._found[key]

    def _of_class(self, match: Match) -> list[Argument]:
        token, word_class = match.token, match.trigger.word_class
        if word_class == "verb":
            found = self._with_planned(self.walker.verb(token)) + self._of_phrase(match)
            found += _lone_subjects(found) + self._entered(token) + self._result(token) + self._above(token)
            found += meanwhile(self.tree, self.walker, token)
            found += self._put_in(token)
            return self._with_climbed(token, self._with_nested(found))
        if word_class == "noun":
            aims = aimed(self.tree, self.lexicon.grammar, self.walker, token)
            return self._with_climbed(token, self.walker.noun(token) + aims)
        tree = self.tree
        found = [Argument("modified", tree.heads[token], "modifier")] if tree.deps[token] in ("amod", "acl") else []
        if tree.deps[token] == "appos" or not found:
            found = self.walker.seats(token, "subject")
            found = [Argument("modified", a.token, "predicate") for a in found]
        return found + self.walker.obliques(token, self.lexicon.grammar.verb_obliques)

    def _of_phrase(self, match: Match) -> list[Argument]:
        """What hangs on the noun of a phrase takes part in what the phrase says: "opened fire on the bus"."""
        if match.covered < 0 or self.tree.heads[match.covered] != match.token:
            return []
        small = [  # "found two men guilty": the men are the subject of "guilty", and the object of it all
            Argument("object", token, "small clause")
            for kid in self.tree.kids(match.covered, "nsubj")
            for token in self.tree.conjuncts(kid)
        ]
        return small + self.walker.obliques(match.covered, self.lexicon.grammar.noun_obliques)

    def _with_planned(self, arguments: list[Argument]) -> list[Argument]:
        """Adds the acts behind words of planning or of taking part: who foils "plans to attack" foils the attack."""
        return arguments + [
            Argument(found.seat, act, f"{found.construction} plan")
            for found in arguments
            if found.token not in self.event_types or self.tree.pos[found.token] == "VERB"
            for act in acts_behind(self.tree, self.lexicon, self.event_types, found.token)
            if not self._is_weapon(act)
        ]

    def _with_climbed(self, trigger: int, arguments: list[Argument]) -> list[Argument]:
        """Adds participants that hang on one before them: "the arrest of a banker by agents in Lagos"."""
        grammar = self.lexicon.grammar
        own: dict[str, list[Argument]] = {}
        for found in arguments:
            own.setdefault(found.seat, []).append(found)
        passive = self.tree.pos[trigger] == "VERB" and self.walker.is_passive(trigger)
        lone = passive and not any(found.seat == "subject" for found in arguments)
        level, climbed = arguments + self._wholes(arguments), list[Argument]()
        for _ in range(CLIMBS):
            level = [
                Argument(self._inner(a.seat), a.token, "climbed")
                for found in level
                if found.token > trigger and (self._carries(found) or self._is_occasion(trigger, found))
                for a in self.walker.obliques(found.token, grammar.noun_obliques)
                if (a.seat in grammar.climbing and self._is_free(a, own.get(a.seat, ())))
                or self._is_of_place(a, found)
            ]
            climbed += level
            level += self._wholes(level)
        seated = {(a.seat, a.token) for a in arguments}
        climbed = [a for a in dict.fromkeys(climbed) if (a.seat, a.token) not in seated]
        doers = [Argument("subject", a.token, a.construction) for a in climbed if lone and a.seat in self.words.doers]
        return arguments + doers + climbed

    def _is_of_place(self, found: Argument, above: Argument) -> bool:
        """Whether a participant says of what a place is: "at the house of the minister"."""
        words = self.words
        return found.seat in words.belonging and above.seat in words.locating and not self._is_part(above.token)

    def _inner(self, seat: str) -> str:
        """The seat of a place that another belongs to: "at the house of the minister" is where it happened."""
        return min(self.words.inside) if seat in self.words.belonging else seat

    def _is_free(self, found: Argument, own: Iterable[Argument]) -> bool:
        """Whether no place of the trigger's own sits there, or only what this one hangs on: "in a bar in Kigali"."""
        above = {*self.tree.ancestors(found.token)}
        return all(other.token in above or self._is_thing(other) for other in own)

    def _carries(self, found: Argument) -> bool:
        """Whether what hangs on a participant may belong to the event: not what an event of its own has."""
        types = self.event_types.get(found.token, ())
        occasion = ATTACK not in types or RAID in types
        occasion = occasion and any(self.lexicon.is_a(one, wide) for one in types for wide in OCCASIONS)
        occasion = occasion and found.seat.removeprefix("object ") in self.words.locating
        if found.seat in self.lexicon.cues.source_prepositions:
            return False
        if found.seat in self.words.reaching and not types and not self._is_known(found.token):
            return False  # "sentenced to 20 years in prison"
        noun = self.tree.is_nominal(found.token) and found.seat not in ("object", "clause", *self.words.temporal)
        return noun and (not types or occasion)

    def _is_occasion(self, trigger: int, found: Argument) -> bool:
        """Whether somebody is killed on an occasion that tells where: "killed nine in an ambush in Gafsa"."""
        killed = KILLING in self.event_types.get(trigger, ())
        return killed and ATTACK in self.event_types.get(found.token, ()) and found.seat in self.words.occasions

    def _is_known(self, token: int) -> bool:
        phrase = self.phrases.at(token)
        return phrase is not None and bool(phrase.type)

    def _wholes(self, level: list[Argument]) -> list[Argument]:
        """What the parts among participants are parts of: places hang there, "15 tons of pills in the port"."""
        return [
            Argument(WHOLE, a.token, "climbed")
            for found in level
            if self._is_part(found.token)
            for a in self.walker.obliques(found.token, self.lexicon.grammar.noun_obliques)
            if a.seat in self.words.belonging
        ]

    def _is_part(self, token: int) -> bool:
        return bool({self.tree.lemmas[token], self.tree.words[token]} & self.lexicon.cues.parts)

    def _is_thing(self, found: Argument) -> bool:
        """Whether a prepositional phrase tells of no place: "in a truck", "in uniform"."""
        if found.construction != "oblique":
            return False
        phrase = self.phrases.at(found.token)
        return phrase is None or phrase.type not in PLACES

    def _with_nested(self, arguments: list[Argument]) -> list[Argument]:
        """Adds "object in", "object at"…: places that hang on the object although they tell where it happened."""
        nested = [
            Argument(f"object {a.seat}", a.token, a.construction)
            for found in arguments
            if found.seat == "object"
            for a in self.walker.obliques(found.token, self.lexicon.grammar.noun_obliques)
            if not (found.token in self.event_types and a.seat in self.words.locating - self.words.pointing)
        ]
        loads = [
            load
            for found in arguments
            if found.seat in ("subject", "object")
            for load in self.walker.loads(found.token)
        ]
        crews = [
            Argument("crew", token, "crew")
            for found in arguments
            if found.seat == "subject" and self.tree.lemmas[found.token] in self.lexicon.warfare.machines
            for token in self.tree.kids(found.token, *CREW)
        ]
        return [*arguments, *nested, *loads, *crews, *self._of_weapon(arguments), *self._owners(arguments)]

    def _entered(self, verb: int) -> list[Argument]:
        """Where somebody went before he acted: "burst into a church and opened fire"."""
        tree, before = self.tree, self.tree.heads[verb]
        if tree.deps[verb] != "conj" or before in self.event_types or tree.kid(verb, "nsubj", "nsubj:pass") is not None:
            return []
        into = self.walker.obliques(before, self.lexicon.grammar.verb_obliques)
        return [Argument("outer in", a.token, "entered") for a in into if a.seat in self.words.entering]

    def _above(self, verb: int) -> list[Argument]:
        """The event whose place a participle is tied to: "bombings at a stadium in Istanbul claimed by the group"."""
        tree = self.tree
        if tree.deps[verb] not in ("acl", "acl:relcl"):
            return []
        above = tree.heads[verb]
        person = self.phrases.at(above)
        if person is not None and person.type in ("Person", "People"):
            return []  # "the trial of a man accused of murder"
        while above not in self.event_types and tree.deps[above] in PARTS_OF:
            above = tree.heads[above]
        violent = VIOLENT & {*self.event_types.get(above, ())}
        return [Argument("above", above, "above")] if violent and tree.pos[above] != "VERB" else []

    def _put_in(self, verb: int) -> list[Argument]:
        """Who is put in with a bare verb behind what he says, and that: "the arms were his, the court found"."""
        tree = self.tree
        if tree.deps[verb] != "parataxis" or tree.kid(verb, "obj", "ccomp", "xcomp", "aux:pass", "mark") is not None:
            return []
        subjects = [Argument("put in", a.token, "parenthesis") for a in self.walker.seats(verb, "subject")]
        return [*subjects, Argument("beside", tree.heads[verb], "parenthesis")] if subjects else []

    def _result(self, verb: int) -> list[Argument]:
        """Whom it hit, told behind it: "drove down the promenade, killing eight"."""
        tree = self.tree
        clauses = (kid for kid in tree.kids(verb, "advcl") if tree.lemmas[kid] in self.lexicon.casualties.verbs)
        struck = (a.token for clause in clauses for a in self.walker.seats(clause, "object"))
        return [Argument("result", token, "result") for token in struck]

    def _of_weapon(self, arguments: list[Argument]) -> list[Argument]:
        """Where a weapon was is where it struck: "a bomb outside the court killed two"."""
        subjects = (a.token for a in arguments if a.seat == "subject" and self._is_weapon(a.token))
        return [a for token in subjects for a in self.walker.obliques(token, self.lexicon.grammar.noun_obliques)]

    def _is_weapon(self, token: int) -> bool:
        phrase = self.phrases.at(token)
        return phrase is not None and phrase.type == "Weapon"

    def _owners(self, arguments: list[Argument]) -> list[Argument]:
        """The town whose target it is: "struck London's metro"."""
        owners = (
            kid
            for found in arguments
            if found.seat in self.words.targeting | {OBJECT}
            for kid in self.tree.kids(found.token, "nmod:poss")
            if (name := self.phrases.name_at(kid)) and name.type in TOWNS
        )
        return [Argument("object possessive", owner, "owner") for owner in owners]


def _lone_subjects(arguments: list[Argument]) -> list[Argument]:
    """The subjects of a verb without an object: "he trained in a camp" and "they trained him" differ."""
    if any(a.seat in ("object", "recipient") for a in arguments):
        return []
    return [Argument("lone subject", a.token, a.construction) for a in arguments if a.seat == "subject"]
