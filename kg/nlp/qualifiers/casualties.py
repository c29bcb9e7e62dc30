"""How many were killed and injured, and by which event: "bombings that killed 43 people" is one event, not two."""

from __future__ import annotations

from kg.lexicon.function_words import function_words
from kg.lexicon.lexicon import Lexicon
from kg.nlp.events.happening import Happening
from kg.nlp.phrases.phrase import Phrases
from kg.nlp.qualifiers.modality import Judge
from kg.nlp.qualifiers.tolls import Toll, TollFinder
from kg.nlp.syntax.arguments import Walker
from kg.nlp.syntax.tree import Tree

KILLING = "Killing"
VIOLENT = frozenset({"Attack", "Plot", "MilitaryAction", "Incident", "Killing", "Raid"})
ENEMY, BATTLE = ("side", "hostile"), "MilitaryAction"
FIGHTS = frozenset({"shooting", "unspecified-attack", "hostage-taking"})  # no bomb of their own killed them
UNTOLD = (ENEMY, ("side", "public"))
OFFICIAL = frozenset({"Killing", "Raid"})  # told last: whoever is hurt beside them, their attackers hurt them
COUNTED = ("killed", "injured")
ACTORS = frozenset({"Person", "People", "Group", "Cell", "Agency"})
REACH = 2  # sentences back to the event that a bare "43 people were killed" belongs to
FAR = 12  # sentences back for one that tells no more than that: the text has but one event to which it can belong
OWN = ("place", "perpetrator", "agent", "instrument", "target")  # a death that tells these is no result of another act
RESULT = ("advcl", "conj", "acl", "acl:relcl", "advcl:relcl", "parataxis")


class CasualtyReader:
    """Moves what casualty words say to the events that caused them."""

    def __init__(self, tree: Tree, lexicon: Lexicon, phrases: Phrases, walker: Walker) -> None:
        self.tree = tree
        self.words = lexicon.casualties
        self.crimes = lexicon.warfare.crimes
        self.negation = lexicon.cues.children["negation"]
        self.phrases = phrases
        self.walker = walker
        self.finder = TollFinder(tree, lexicon, phrases, walker)
        self.judge = Judge(tree, lexicon, {})
        self._hosts: dict[int, Happening] = {}  # by the words whose tolls they have

    def apply(self, happenings: dict[int, Happening]) -> None:
        """Counts dead and injured of all events; a casualty word that another event caused becomes its alias."""
        for event in happenings.values():
            self._count_deed(event)
        for token in range(len(self.tree)):
            toll = self.finder.at(token)
            if toll is None:
                continue
            own = happenings.get(toll.token)
            host = (
                self._cause(toll.token, happenings)
                or self._beside(token)
                or self._earlier(toll, own, happenings)
                or self._next(toll, happenings)
            )
            if own is not None and own.type == KILLING and not own.roles.get("agent"):
                cause = self._cause(toll.token, happenings)
                host = own if cause is None or cause.type in OFFICIAL or self._is_fight(cause, toll) else cause
            elif own is not None and own.type == KILLING and not self._is_outcome(own, host):
                host = own  # "attacked a bus before police killed him": what the police do is not the attack
            elif own is not None and host is not None and self._is_crime(own) and host.type == BATTLE:
                host = self._cause(toll.token, happenings) or own  # "they took the town; 60 were massacred"
            if host is None or host.type not in VIOLENT:
                continue
            if not self.judge.judge(toll.token).stage:
                self._credit(host, toll)
            elif own is not None and host.is_hostile:
                for victim in own.roles.get("victim", ()):  # "tried to kill him by hiding a bomb"
                    host.fill("victim", victim)
            if own is not None and own is not host and own.type in VIOLENT:
                self._absorb(host, own)
                del happenings[own.token]
            host.aliases.add(toll.token)
            self._hosts[token] = self._hosts[toll.token] = host

    def _is_outcome(self, killing: Happening, host: Happening | None) -> bool:
        """Whether a killing only tells what an act of war came to: "shelled the market, killing 25 civilians"."""
        tree, token = self.tree, killing.token
        result = tree.tags[token] == "VBG" and tree.deps[token] == "advcl" and not self._marks(token)
        return result and host is not None and host.type == "MilitaryAction" and tree.heads[token] == host.token

    def _is_crime(self, event: Happening) -> bool:
        """Whether a word tells of a crime whoever commits it, and in war, too."""
        return event.type == "Attack" and event.kind in self.crimes and not event.trigger.weak

    def _count_deed(self, event: Happening) -> None:
        """Counts those whom an event has killed by what it is: "the murder of 16 miners"."""
        counted = self.words.deeds.get(" ".join((event.trigger.lemma, *event.trigger.words)))
        victims = event.roles.get("victim", [])
        if counted and victims and getattr(event, counted) is None and not self.judge.judge(event.token, None).stage:
            self._credit(event, Toll(event.token, counted, victims))

    def _earlier(self, toll: Toll, own: Happening | None, happenings: dict[int, Happening]) -> Happening | None:
        """The act told before, if a death tells nothing of its own that makes it another."""
        told = own is not None and any(own.roles.get(role) for role in OWN)
        if own is not None and not told and not self._is_passive(toll.token):
            return self._before(toll.token, happenings, 0) or own  # "the attack in the port, a busy place, also hurt 9"
        bare = self._is_passive(toll.token) and not told
        alone = bare and not self.tree.kids(toll.token, "obl", "advcl", "obl:unmarked")
        before = self._before(toll.token, happenings, FAR if alone else REACH) if bare or own is None else None
        return before or own

    def _is_passive(self, token: int) -> bool:
        return self.walker.is_passive(token) or self.tree.lemmas[token] in self.words.intransitive

    def _beside(self, token: int) -> Happening | None:
        """The event of the toll just before it in a list: "31 dead and 62 wounded"."""
        tree = self.tree
        if tree.words[token] not in self.words.marks:
            return None
        near = [t for t in self._hosts if t < token and tree.sentence[t] == tree.sentence[token]]
        return self._hosts[max(near)] if near else None

    def _next(self, toll: Toll, happenings: dict[int, Happening]) -> Happening | None:
        """The event of the verb joined to it: "killed 12 people and wounded 40" where only the second is one."""
        tree = self.tree
        heads = (toll.token, *tree.kids(toll.token, "obj"))
        near = [joined for head in heads for joined in tree.kids(head, "conj")]
        return next((happenings[kid] for kid in near if kid in happenings and tree.pos[kid] == "VERB"), None)

    def _credit(self, host: Happening, toll: Toll) -> None:
        role = "victim" if host.is_hostile else "patient"
        total = toll.number or 0
        for victim in toll.victims:
            phrase = self.phrases.at(victim)
            if phrase and self._side(victim) in UNTOLD and host.is_hostile:
                continue  # an attack is not told by the death of attackers
            if self._is_nobody(victim):
                continue
            if victim not in host.roles.get("perpetrator", ()) and self.tree.pos[victim] != "NUM":
                host.fill(role, victim)
            number = phrase.count.number if phrase and phrase.count else int(bool(phrase and phrase.type == "Person"))
            added = victim == toll.victims[0] or self._is_listed(victim)
            total = total + number if added else max(total, number)  # "20 people, nine of them Italians" are 20
        if total:
            before = getattr(host, toll.counted)
            setattr(host, toll.counted, max(before or 0, total))

    def _is_listed(self, victim: int) -> bool:
        """Whether somebody is one more of a list, no part of those before: "the colonel, his driver and a guard"."""
        tree, head = self.tree, self.tree.heads[victim]
        joined = (*tree.kids(head, "conj"), *tree.kids(victim, "conj"))
        later = (kid for kid in joined if kid > victim and tree.kid(kid, "cc") is not None)
        return tree.kid(victim, "cc") is not None or (tree.deps[victim] == "conj" and next(later, -1) >= 0)

    def _side(self, victim: int) -> tuple[str, str] | tuple[()]:
        """Whose side the dead are on: "nine of the attackers" are attackers."""
        tree = self.tree
        parts = [kid for kid in tree.kids(victim, "nmod") if tree.preposition(kid) in function_words().belonging]
        if tree.pos[victim] == "NUM" and not parts:
            parts = [tree.heads[t] for t in range(victim - 1, -1, -1)
                     if tree.words[t] == tree.words[victim] and tree.deps[t] == "nummod"][:1]  # "all seven"
        if tree.pos[victim] == "NUM" and not parts:
            return ()
        phrase = self.phrases.at(parts[0] if tree.pos[victim] == "NUM" else victim)
        return phrase.attribute if phrase else ()

    def _is_nobody(self, victim: int) -> bool:
        near = (victim, *self.tree.kids(victim, "det", "advmod"))
        return any(self.tree.words[token] in self.negation for token in near)

    def _absorb(self, host: Happening, other: Happening) -> None:
        seated = {token for tokens in host.roles.values() for token in tokens}
        for name, tokens in other.roles.items():
            if name in ("victim", "patient"):
                continue
            role = "agent" if name == "perpetrator" and not host.is_hostile else name
            for token in (token for token in tokens if token not in seated):
                if token != host.token and (role == "place" or role not in host.roles) and token not in host.aliases:
                    host.fill(role, token)
        for counted in COUNTED:
            told = max(filter(None, (getattr(host, counted), getattr(other, counted))), default=None)
            setattr(host, counted, told)
        host.aliases |= other.aliases

    def _cause(self, token: int, happenings: dict[int, Happening]) -> Happening | None:
        """The event named as what killed: its subject, an oblique, or the clause that it is the result of."""
        for candidate in self._near(token):
            for reached in (candidate, *self._above(candidate)):
                event = self._hosts.get(reached) or happenings.get(reached) or self._supported(reached, happenings)
                if event and event.type in VIOLENT and token not in (reached, event.token):
                    return event
        return None

    def _near(self, token: int) -> list[int]:
        tree = self.tree
        clause = token
        while tree.pos[clause] not in ("VERB", "AUX") and tree.heads[clause] != clause:
            clause = tree.heads[clause]
        near = [] if self._is_passive(token) else [a.token for a in self.walker.seats(clause, "subject")]
        for head in dict.fromkeys((token, clause)):
            arguments = self.walker.obliques(head, frozenset({"obl", "nmod", "obl:agent"}))
            near += [a.token for a in arguments if a.seat in self.words.links and not self._is_measured(a.token)]
        for subject in list(near):
            near += tree.kids(subject, "nmod", "compound")
            for part in tree.kids(subject, "acl", "amod"):  # "died of wounds sustained in the blast"
                near += [kid for kid in tree.kids(part, "obl") if tree.preposition(kid) in self.words.links]
        near += [kid for kid in tree.kids(token, "advcl", "compound") if self._marks(kid) <= self.words.links]
        if tree.deps[token] == "acl:relcl":  # often tied to the first of a chain
            noun = tree.heads[token]
            near += [t for t in tree.subtree(noun) if noun < t < token and tree.pos[t] == "NOUN"]
        for joined in self._joined(token):
            near += [kid for kid in tree.kids(joined, "advcl") if self._marks(kid) <= self.words.links]
            near += [kid for kid in tree.kids(joined, "obl") if tree.preposition(kid) in self.words.links]
        for head in dict.fromkeys((token, clause)):
            told = tree.deps[head] in RESULT and (tree.deps[head] != "advcl" or not self._marks(head))
            if told and not self._has_other_doers(head):
                near.append(tree.heads[head])
        return near

    def _has_other_doers(self, clause: int) -> bool:
        """Whether a clause put beside another tells of people who act: "two died; gunmen shot a lawyer"."""
        doer = self.tree.kid(clause, "nsubj") if self.tree.deps[clause] == "parataxis" else None
        phrase = self.phrases.at(doer) if doer is not None and not self._is_passive(clause) else None
        return phrase is not None and phrase.kind != "pronoun" and phrase.type in ACTORS

    def _is_fight(self, cause: Happening, toll: Toll) -> bool:
        """Whether fighters alone fell in a fight: who killed them did not do what they are fought for."""
        enemies = bool(toll.victims) and all(self._side(victim) == ENEMY for victim in toll.victims)
        return enemies and cause.type == "Attack" and cause.kind in FIGHTS

    def _joined(self, token: int) -> list[int]:
        """The words of casualties joined to one: "49 people were killed and 20 wounded in shootings"."""
        tree = self.tree
        below = [t for kid in tree.kids(token, "conj") for t in (kid, *tree.kids(kid, "amod", "acl"))]
        return [t for t in below if tree.words[t] in self.words.marks or tree.lemmas[t] in self.words.verbs]

    def _is_measured(self, noun: int) -> bool:
        """Whether a noun only tells when: "killed four days after the attack"."""
        cases = self.tree.kids(noun, "case")
        return bool(cases) and self.tree.subtree(noun)[0] < cases[0]

    def _marks(self, clause: int) -> set[str]:
        """The words that open a clause: "before they died" tells no result."""
        return {self.tree.words[child] for child in self.tree.kids(clause, "mark")}

    def _supported(self, verb: int, happenings: dict[int, Happening]) -> Happening | None:
        """The event whose noun a verb supports: "carried out the bombings that killed 74"."""
        return next((happenings[kid] for kid in self.tree.kids(verb, "obj", "nsubj:pass") if kid in happenings), None)

    def _above(self, noun: int) -> list[int]:
        """The nouns that a noun hangs on: a relative clause is often tied to the last of a chain."""
        tree, found = self.tree, []
        for head in tree.ancestors(noun):
            if tree.pos[head] not in ("NOUN", "PROPN") and tree.deps[head] not in ("acl", "acl:relcl"):
                break
            found.append(head)
        return found

    def _before(self, token: int, happenings: dict[int, Happening], reach: int) -> Happening | None:
        """The last violent event told as one that happened, so many sentences back at most."""
        sentence = self.tree.sentence[token]
        near = (
            event
            for event in sorted(happenings.values(), key=lambda event: (event.type in OFFICIAL, -event.token))
            if event.type in VIOLENT and event.token < token and sentence - self.tree.sentence[event.token] <= reach
        )
        return next((event for event in near if not self._is_unreal(event)), None)

    def _is_unreal(self, event: Happening) -> bool:
        modality = self.judge.judge(event.token)
        return bool(modality.stage) or modality.factuality == "denied"
