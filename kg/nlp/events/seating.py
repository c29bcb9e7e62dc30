"""Triggers in, events with their participants out: who sits in which role by the frame, and which reading holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from kg.lexicon.frames import Role
from kg.lexicon.function_words import function_words
from kg.lexicon.lexicon import Lexicon
from kg.nlp.events.happening import HOSTILE, Happening, Match
from kg.nlp.events.participants import Participants
from kg.nlp.phrases.phrase import Phrases
from kg.nlp.syntax.arguments import Argument, Walker
from kg.nlp.syntax.tree import Tree

ATTACK = "Attack"
INSTRUMENT, TARGET, VICTIM, PLACE, PERPETRATOR = "instrument", "target", "victim", "place", "perpetrator"
MANY = frozenset({PLACE, TARGET, "topic", INSTRUMENT})  # roles whose fillers may sit in several seats
# More than two filled roles count: the longer phrase is meant ("blow himself up", not "blow up").
LONGER = 1.2
AGENT, STATE, PREFERRED = "agent", "State", 0.1  # of two readings that fit as well: "a US drone strike" is a state's
ARMED, ENEMY = frozenset({"Group", "Cell"}), ("side", "hostile")
DOERS = frozenset({PERPETRATOR, "suspect"})
FALLBACK = frozenset({"above", "beside in", "beside at", "beside near"})  # tell what nothing else tells
KEEPERS, BOMBING = frozenset({"Agency/police", "People/official", "Person/official"}), "bombing"
DIRECT = frozenset({"active", "passive", "climbed", "by", "oblique"})
PEOPLE = frozenset({"Person", "People"})
STATEMENT = "Statement"


class RoleFiller:
    """Seats the participants of triggers by their frames."""

    def __init__(self, tree: Tree, lexicon: Lexicon, phrases: Phrases, walker: Walker, times: frozenset[int]) -> None:
        self.tree = tree
        self.lexicon = lexicon
        self.phrases = phrases
        self.walker = walker
        self.times = times
        self.event_types: dict[int, set[str]] = {}
        self.participants = Participants(tree, lexicon, phrases, walker, self.event_types)

    def best(self, matches: Iterable[Match]) -> Happening | None:
        """The reading of one trigger whose roles are filled best, if any reading holds."""
        found: list[tuple[float, Happening]] = []
        for match in matches:
            happening, score = self._read(match, self.participants.of(match))
            if happening:
                found.append((score, happening))
        return max(found, key=lambda pair: pair[0])[1] if found else None

    def _read(self, match: Match, arguments: list[Argument]) -> tuple[Happening | None, float]:
        frame, trigger = match.frame, match.trigger
        if self._is_misled(match, arguments):
            return None, 0.0
        happening = Happening(
            match.token, match.start, match.end, frame, trigger, frame.type, trigger.kind or frame.default_kind
        )
        score = 1.0 if trigger.weak else 2.0 + (LONGER * len(trigger.words) - 0.7 if trigger.words else 0.0)
        used: set[int] = set()
        core, seated = 0, defaultdict[str, list[Argument]](list)
        for argument in arguments:
            seated[argument.seat].append(argument)
        for role in frame.roles:
            filled = self._fill(happening, role, seated, used, trigger.word_class)
            if role.required and not filled and trigger.weak:
                return None, 0.0
            score += 0.5 * bool(filled) + self._bonus(role, happening)
            core += bool(filled) and role.name != "place"
        alone = trigger.word_class == "verb" and happening.roles.keys() <= DOERS
        others = [argument for argument in arguments if argument.token != match.covered]
        if (trigger.weak or alone) and frame.type in HOSTILE and self._by_unknown(happening, others, used):
            return None, 0.0
        if alone and self._just_attack(happening, arguments):
            return None, 0.0
        if trigger.weak and not self._supported(happening, core):
            return None, 0.0
        about = [a for a in arguments if a.token not in used]
        if not core and self._about_things(about, trigger.word_class) and not self._is_text(arguments, frame.type):
            return None, 0.0
        acted_on = frame.stage != ""  # who defuses a bomb has no part in the plot
        stray = self._stray(arguments, used, acted_on) if trigger.word_class == "verb" else 0
        if stray and (trigger.weak or not (core or trigger.words) or self._by_officials(happening, arguments)):
            return None, 0.0
        score += PREFERRED * self._is_state_acting(happening) - stray
        happening.aliases |= {argument.via for argument in arguments if argument.via >= 0}
        if match.covered >= 0:
            happening.aliases.add(match.covered)
        return happening, score

    def _is_misled(self, match: Match, arguments: list[Argument]) -> bool:
        """Whether what did it, or the clause beside it, means something else: "killed when they fell from a cliff"."""
        tree, token, other = self.tree, match.token, match.frame.not_of
        beside = [a.token for a in arguments if a.seat == "subject"]
        if match.trigger.word_class == "verb":
            beside += [clause for clause in tree.kids(token, "advcl") if not self._is_later(clause)]
            beside += [tree.heads[token]] if tree.deps[token] in ("advcl", "conj") else []
        return any(tree.lemmas[one] in other and not self._is_such_verb(one, match.frame.type) for one in beside)

    def _is_later(self, clause: int) -> bool:
        """Whether a clause only tells when: "massacred after the town fell"."""
        return bool({self.tree.words[child] for child in self.tree.kids(clause, "mark")} & function_words().temporal)

    def _is_such_verb(self, token: int, event_type: str) -> bool:
        """Whether a word is a verb that tells of the same: who stormed a school was no bad weather."""
        usual = self.lexicon.frames[event_type].triggers
        lemma = self.tree.lemmas[token] if self.tree.pos[token] == "VERB" else ""
        return any(trigger.lemma == lemma and trigger.word_class == "verb" for trigger in usual)

    def _by_unknown(self, happening: Happening, arguments: list[Argument], used: set[int]) -> bool:
        """Whether all that did or suffered it is something of which nothing is known: "a volcano killed nine"."""
        doers = (self.phrases.at(token) for token in happening.roles.get(PERPETRATOR, ()))
        if any(doer and (doer.type in ARMED or doer.attribute == ENEMY) for doer in doers):
            return False
        if happening.trigger.lemma in self.lexicon.warfare.crimes and VICTIM in happening.roles:
            return False  # whoever murders is a person
        for seat in ("subject", "object"):
            tokens = [a.token for a in arguments if a.seat == seat]
            if tokens and not used & {*tokens} and all(self._is_unknown(token) for token in tokens):
                return True
        return False

    def _just_attack(self, happening: Happening, arguments: list[Argument]) -> bool:
        """Whether nobody armed attacks nobody, nowhere: "the visitors attacked in waves" tells of a game."""
        doers = [self.phrases.at(token) for token in happening.roles.get(PERPETRATOR, ())]
        plain = all(d and d.kind == "nominal" and d.type in PEOPLE and d.attribute != ENEMY for d in doers)
        intransitive = not any(a.seat in ("object", "wielded") for a in arguments)
        plain = plain and happening.frame.type == ATTACK
        return bool(doers) and plain and intransitive and not happening.trigger.words and not happening.trigger.kind

    def _is_unknown(self, token: int) -> bool:
        phrase = self.phrases.at(token)
        return self.tree.pos[token] == "NOUN" and token not in self.event_types and (phrase is None or not phrase.type)

    def _by_officials(self, happening: Happening, arguments: list[Argument]) -> bool:
        """Whether those who may blow things up do so: "the bomb squad blew up a suitcase"."""
        doers = [self.phrases.at(a.token) for a in arguments if a.seat == "subject"]
        official = any(doer is not None and doer.kind_of_class in KEEPERS for doer in doers)
        return official and happening.frame.type == ATTACK and happening.kind == BOMBING

    def _stray(self, arguments: list[Argument], used: set[int], acted_on: bool) -> int:
        """How many known things are subject or object and fit no role: they speak against the reading."""
        stray = 0
        for seat in ("object",) if acted_on else ("subject", "object"):
            tokens = [a.token for a in arguments if a.seat == seat]
            known = [
                token
                for token in tokens
                if (phrase := self.phrases.at(token)) and phrase.type and not self.walker.loads(token)
            ]
            stray += bool(known) and not used & set(tokens)
        return stray

    def _supported(self, happening: Happening, core: int) -> bool:
        """Whether the roles of a weak trigger say enough; one that modifies a noun ("a rented van") never does."""
        needs = happening.frame.needs
        if needs and not needs & happening.roles.keys():
            return False
        if happening.trigger.word_class == "noun" and self._is_known_deed(happening):
            return True
        return core > 0 and (self.tree.deps[happening.token] != "amod" or happening.trigger.word_class != "verb")

    def _is_known_deed(self, happening: Happening) -> bool:
        """Whether killings are spoken of as known: "condemned the killings"."""
        known = happening.frame.type == ATTACK and happening.trigger.lemma in self.lexicon.casualties.deeds
        articles = self.tree.kids(happening.token, "det")
        return known and any(self.tree.words[article] in self.lexicon.cues.definite for article in articles)

    def _about_things(self, arguments: list[Argument], word_class: str) -> bool:
        """Whether all that a verb or adjective is said of are things that fit no role of its frame: "a banned drug"."""
        about = [a.token for a in arguments if a.seat in ("subject", "object", "modified")]
        return (
            word_class != "noun"
            and bool(about or word_class == "adjective")
            and all(
                self.tree.pos[token] == "NOUN"
                and not self.event_types.get(token)
                and ((phrase := self.phrases.at(token)) is None or phrase.type not in PEOPLE)
                for token in about
            )
        )

    def _is_text(self, arguments: list[Argument], event_type: str) -> bool:
        """Whether a text speaks: "the statement said"."""
        subjects = [a.token for a in arguments if a.seat == "subject"]
        documents = self.lexicon.cues.documents
        return event_type == STATEMENT and any(self.tree.lemmas[token] in documents for token in subjects)

    def _bonus(self, role: Role, happening: Happening) -> float:
        """A range that asks for a kind of agency, and gets it, fits better than one that takes any."""
        return 0.25 * any(self._attribute_fits(token, role) for token in happening.roles.get(role.name, ()))

    def _is_state_acting(self, happening: Happening) -> bool:
        doers = (self.phrases.at(token) for token in happening.roles.get(AGENT, ()))
        return any(doer is not None and doer.type == STATE for doer in doers)

    def _attribute_fits(self, token: int, role: Role) -> bool:
        phrase = self.phrases.at(token)
        return bool(phrase and phrase.kind_of_class in role.range)

    def _fill(
        self, happening: Happening, role: Role, seated: Mapping[str, list[Argument]], used: set[int], word_class: str
    ) -> bool:
        named = self.phrases.at(happening.token)
        for seat in [seat for seat in role.seats[word_class] if seat in seated]:
            filled = False
            if seat in FALLBACK and role.name in happening.roles:
                continue
            if seat == "compound" and named and named.type == "Weapon":
                continue  # the "truck" of a truck bomb is part of its name
            for argument in seated[seat]:
                if argument.token in used:
                    continue
                if happening.start <= argument.token < happening.end and not self._is_own_weapon(argument.token, role):
                    continue
                if role.name == PLACE and self._is_anywhere(argument.token):
                    continue
                if self._merely_there(argument, role, happening) or self._nobody(argument, role):
                    continue
                if self._may_fill(argument, role) and not self._only_qualifies(argument):
                    happening.fill(role.name, argument.token)
                    happening.construction = happening.construction or argument.construction
                    used.add(argument.token)
                    filled = True
            if filled and role.name not in MANY:
                return True
        return role.name in happening.roles

    def _is_anywhere(self, token: int) -> bool:
        """Whether a bare noun tells of a state more than of a place: "life in prison", "died in hospital"."""
        tree = self.tree
        known = tree.words[token] in self.lexicon.grammar.bare_places and tree.tags[token] == "NN"
        return known and tree.kid(token, "det", "nmod:poss", "compound", "amod", "nummod", "nmod") is None

    def _merely_there(self, argument: Argument, role: Role, happening: Happening) -> bool:
        """Whether it is where somebody was struck, and not what was: "shot at a restaurant"."""
        if role.name != TARGET or VICTIM not in happening.roles or argument.seat in ("object", "subject"):
            return False
        places = (other for other in happening.frame.roles if other.name == PLACE)
        return happening.trigger.word_class == "verb" and any(argument.seat in p.seats["verb"] for p in places)

    def _nobody(self, argument: Argument, role: Role) -> bool:
        """Whether a bare number beside the verb itself would be made a doer, or "no witness" anything."""
        token, negation = argument.token, self.lexicon.cues.children["negation"]
        if role.name == VICTIM and any(self.tree.words[kid] in negation for kid in self.tree.kids(token, "det")):
            return True
        bare = self.tree.pos[token] == "NUM" and self.tree.kid(token, "nmod", "det") is None
        direct = argument.construction in DIRECT
        return bare and direct and role.name == PERPETRATOR and self.phrases.name_at(token) is None

    def _is_own_weapon(self, token: int, role: Role) -> bool:
        """Whether a word of the trigger itself names the means: "dynamite" in "dynamite attack"."""
        phrase = self.phrases.at(token)
        ambiguous = self.tree.lemmas[token] in self.lexicon.nouns.ambiguous_weapons
        return role.name == INSTRUMENT and phrase is not None and phrase.type == "Weapon" and not ambiguous

    def _only_qualifies(self, argument: Argument) -> bool:
        """Whether a common noun only says of what kind something is: "terrorist attack" tells of no terrorist."""
        phrase = self.phrases.at(argument.token)
        return (
            argument.seat == "compound"
            and phrase is not None
            and phrase.kind == "nominal"
            and phrase.type in ("Person", "People")
        )

    def _may_fill(self, argument: Argument, role: Role) -> bool:
        """Whether an argument fits a role; a capital acts for its state, where it may: "London expelled two men"."""
        if self.fits(argument.token, role) or role.required:
            return self.fits(argument.token, role)
        phrase = self.phrases.at(argument.token) if (role.name, argument.seat) == ("agent", "subject") else None
        is_capital = phrase is not None and phrase.entry is not None and phrase.entry.targets("capitalOf")
        return bool(is_capital) and self.lexicon.fits("State", role.range)

    def fits(self, token: int, role: Role) -> bool:
        """Whether what stands at a token may fill a role."""
        for event_type in self.event_types.get(token, ()):
            if self.lexicon.fits(event_type, role.range):
                return True
        phrase = self.phrases.at(token)
        if phrase is None or token in self.times:
            return False
        if phrase.kind == "pronoun":
            return self._pronoun_fits(token, role)
        if not phrase.type:
            return "Thing" in role.range and phrase.kind == "nominal" and token not in self.event_types
        kind = phrase.kind_of_class
        excluded = kind in role.excluded or phrase.type in role.excluded
        return not excluded and (self.lexicon.fits(phrase.type, role.range) or kind in role.range)

    def _pronoun_fits(self, token: int, role: Role) -> bool:
        word, kinds = self.tree.words[token], self.lexicon.cues.pronouns
        if word in kinds["masculine"] or word in kinds["feminine"]:
            return self.lexicon.fits("Person", role.range)
        if word in kinds["plural"]:
            return any(self.lexicon.fits(name, role.range) for name in ("People", "Group"))
        return word in kinds["neuter"] and any(
            self.lexicon.fits(name, role.range) for name in ("Group", "Agency", "State")
        )
