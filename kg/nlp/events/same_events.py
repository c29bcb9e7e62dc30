"""Mentions of one event in one document become one: "the bombing", "the attack", "Thursday's blasts"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.lexicon.lexicon import Lexicon
from kg.nlp.coreference.referents import Referents
from kg.nlp.events.happening import Happening
from kg.nlp.syntax.tree import Tree

CORE = ("agent", "patient", "target", "perpetrator", "victim", "disrupts", "recipient", "suspect")
# Each of these is news of its own, however often somebody says it.
SEPARATE = frozenset({"Statement", "Request", "Denial", "Accusation", "Pledge"})
MASSACRE = "massacre"
MEANS = frozenset({"bombing", "suicide-bombing", "shooting", "stabbing", "vehicle-ramming", "arson", "hostage-taking"})
UNSPECIFIC = "unspecified-attack"
DOERS = frozenset({"perpetrator", "agent"})
INSTRUMENT, PLOT, FOILED = "instrument", "Plot", "thwarted"
HARM = ("victim", "suspect", "patient")
NEAR = 8  # sentences within which "the attack" is the last one told


def related(one: str, other: str) -> bool:
    """Whether two kinds can be of one event: a suicide bombing is a bombing, a shooting can be a massacre."""
    return one in other or other in one or (MASSACRE in (one, other) and bool({one, other} & MEANS))


class EventMerger:
    """Merges the events of one tree, in text order, into the first that told of them."""

    def __init__(self, tree: Tree, lexicon: Lexicon, referents: Referents, headings: frozenset[int]) -> None:
        self.tree = tree
        self.headings = headings
        self._hosts: dict[int, int] = {}
        self.lexicon = lexicon
        self.referents = referents

    def merge(self, events: Sequence[Happening]) -> list[Happening]:
        """The events that remain, with what the merged ones told."""
        kept: list[Happening] = []
        self._hosts = {event.token: event.token for event in events}
        for event in sorted(events, key=lambda e: (not e.is_hostile, e.token)):  # others refer to hostile acts
            host = self._host(kept, event)
            if host is None:
                kept.append(event)
            else:
                self._hosts[event.token] = host.token
                self._absorb(host, event)
        for event in kept:
            self._drop_own_weapons(event)
        return sorted((event for event in kept if not self._is_any(event)), key=lambda event: event.token)

    def _is_any(self, event: Happening) -> bool:
        """Whether acts are spoken of in general: "murders rose", and not "the murders", "two murders"."""
        tree, token = self.tree, event.token
        counted = event.killed is not None or event.injured is not None or event.time is not None
        if not (event.is_hostile or event.type == "Incident") or event.roles or event.aliases or counted:
            return False
        return tree.tags[token] == "NNS" and tree.kid(token, "det", "nummod", "nmod:poss") is None

    def _host(self, kept: Sequence[Happening], event: Happening) -> Happening | None:
        """The one before that an event is; of several that "the killings" can be, the one beside or the deadliest."""
        hosts = [other for other in reversed(kept) if self._same(other, event)] or self._foiled(kept, event)
        if not hosts or not (event.is_hostile and self._is_again(event) and self._is_general(event)):
            return hosts[0] if hosts else None
        gap = self.tree.sentence[event.token] - self.tree.sentence[hosts[0].token]
        return hosts[0] if gap <= 1 else max(hosts, key=lambda host: host.killed or 0)

    def _foiled(self, kept: Sequence[Happening], event: Happening) -> list[Happening]:
        """The one foiled plot of a text, where another is told of that could be it: "prevented a serious attack"."""
        known = [other for other in kept if other.type == PLOT and other.stage == FOILED]
        if (event.type, event.stage, len(known)) != (PLOT, FOILED, 1) or self._conflicts(known[0], event):
            return []
        return known if self._is_general(event) or self._in_heading(known[0]) else []

    def _drop_own_weapons(self, event: Happening) -> None:
        """Of "the bomb attack … a powerful bomb exploded" the bomb is one."""
        weapons = event.roles.get(INSTRUMENT, [])
        spoken = {event.token, *event.aliases}
        own = [w for w in weapons if self.tree.deps[w] == "compound" and self.tree.heads[w] in spoken]
        kinds = {self._weapon_kind(weapon) for weapon in weapons if weapon not in own}
        for weapon in own:
            if self._weapon_kind(weapon) in kinds:
                weapons.remove(weapon)

    def _weapon_kind(self, token: int) -> tuple[str, str] | tuple[()]:
        referent = self.referents.of(token)
        return referent.attribute if referent else ()

    def _same(self, first: Happening, second: Happening) -> bool:
        if first.type != second.type and not (first.type in second.frame.also and self._is_told(first, second)):
            return False
        if first.type in SEPARATE or self._is_part_of(second, first):
            return False
        if self._is_predicate(second) or self._sums_up(first, second):
            return self._are_kinds_alike(first, second)
        if self._has_same_toll(first, second):
            return True
        one, other = self._numbered(first), self._numbered(second)
        if self._conflicts(first, second) or (one and other and one != other):
            return False
        if (one and one == other) or (first.type != second.type and not self._is_again(second)):
            return True
        shared = self._shared(first, second)
        if (one or other) and not shared:
            return False
        if shared:
            return (
                self._is_again(second)
                or first.trigger.lemma == second.trigger.lemma
                or shared > 1
                or first.is_hostile
                or (self._in_heading(first) and first.kind != "")
            )
        if self._in_heading(first) and first.trigger.word_class == "noun" and self._is_general(first):
            return self._is_again(second) or not self._is_told_below(first)
        return self._is_again(second) and (self._is_general(second) or self._adds_harm(first, second))

    def _is_part_of(self, second: Happening, first: Happening) -> bool:
        """Whether one is spoken of to describe the other: "the attack on the anniversary of the bombing"."""
        tree = self.tree
        nouns = (up for up in tree.ancestors(second.token) if up == first.token)
        return first.is_hostile and tree.pos[second.token] == tree.pos[first.token] == "NOUN" and next(nouns, -1) >= 0

    def _is_told(self, act: Happening, incident: Happening) -> bool:
        """Whether an explosion is what an attack is: "the blast" told again, or "the attacks" behind it."""
        if self._is_again(incident):
            return True
        gap = self.tree.sentence[act.token] - self.tree.sentence[incident.token]
        told = self._is_again(act) and self._is_general(act)
        return 0 <= gap <= NEAR and told and incident.trigger.word_class == "noun"

    def _is_predicate(self, event: Happening) -> bool:
        """Whether an event is said of one told before: "It was the third such attack"."""
        subject = self.tree.kid(event.token, "nsubj") if self.tree.kid(event.token, "cop") is not None else None
        cues = self.lexicon.cues
        return subject is not None and self.tree.words[subject] in cues.pronouns["neuter"] | cues.definite

    def _sums_up(self, first: Happening, second: Happening) -> bool:
        """Whether a noun put in beside sums up its clause: "killed nine in a mosque, an attack that shocked Egypt"."""
        tree = self.tree
        beside = tree.deps[second.token] == "appos" and second.trigger.word_class == "noun"
        near = tree.sentence[first.token] == tree.sentence[second.token] and first.token < second.token
        return beside and near and first.is_hostile and self._is_general(second)

    def _has_same_toll(self, first: Happening, second: Happening) -> bool:
        """Whether a headline and the text tell of as many dead: "Bombs kill 64 … Two attacks killed 64 people"."""
        several = first.killed is not None and first.killed > 1 and first.killed == second.killed
        return several and self._in_heading(first) and first.is_hostile and self._are_kinds_alike(first, second)

    def _is_toll(self, token: int, event: Happening) -> bool:
        """Whether persons are all the dead of an event, as many as a headline says."""
        referent = self.referents.of(token)
        return referent is not None and referent.count is not None and referent.count.number == event.killed

    def _are_kinds_alike(self, first: Happening, second: Happening) -> bool:
        kinds = {first.kind, second.kind} - {UNSPECIFIC, ""}
        return len(kinds) < 2 or related(*sorted(kinds))

    def _adds_harm(self, first: Happening, second: Happening) -> bool:
        """Whether a hostile act is told on with no more than whom it hurt: "The attack killed nine"."""
        near = self.tree.sentence[second.token] - self.tree.sentence[first.token] <= NEAR
        told = {role for role in CORE if role not in HARM and second.roles.get(role)}
        if not (near and first.is_hostile) or not told:
            return near and first.is_hostile
        alike = self.tree.tags[second.token] == "NN" and self.tree.tags[first.token] != "NNS"
        apart = second.time or second.roles.get("place") or any(first.roles.get(role) for role in told)
        return alike and told <= DOERS and not apart

    def _is_again(self, event: Happening) -> bool:
        """Whether a trigger can refer back: a definite noun, or a bare one of a title."""
        tree = self.tree
        if event.trigger.word_class != "noun":
            return False
        definite = self.lexicon.cues.definite
        if tree.tags[event.token] == "NNS" and not tree.children[event.token]:
            return True
        return any(
            tree.words[child] in definite or tree.deps[child] == "nmod:poss" for child in tree.children[event.token]
        )

    def _is_told_below(self, event: Happening) -> bool:
        """Whether the text below a headline has told of its event: "a raid" is then another one."""
        return any(token not in self.headings for token in event.aliases)

    def _in_heading(self, event: Happening) -> bool:
        return event.token in self.headings

    def _is_general(self, event: Happening) -> bool:
        """Whether it says nothing of its own that would tell it apart."""
        return not any(event.roles.get(role) for role in CORE)

    def _numbered(self, event: Happening) -> str:
        """An ordinal that tells one event from another: "the second attack"."""
        words = self.lexicon.cues.distinguishing
        before = (token for token in self.tree.subtree(event.token) if token < event.token)
        return next((self.tree.words[token] for token in before if self.tree.words[token] in words), "")

    def _conflicts(self, first: Happening, second: Happening) -> bool:
        if not self._are_kinds_alike(first, second):
            return True
        harm = HARM if self._is_again(second) and self._adds_harm(first, second) else ()
        for role in CORE:
            if role in harm:
                continue  # "stormed a hotel, killing nine … 56 others were wounded in the siege"
            ours, theirs = self._ids(first, role), self._ids(second, role)
            if ours and theirs and not ours & theirs and not self._is_alike(first, second, role):
                return True
        if first.time and second.time and first.time.dated and second.time.dated:
            one, other = first.time.when, second.time.when
            if (
                (one.start, one.end) != (other.start, other.end)
                and one.start
                and other.start
                and (one.start[:7] != other.start[:7] or (one.start[7:] and other.start[7:]))
            ):
                return True
        if harm and self._is_same_day(first, second):
            return False  # "twin bombings in Beirut … Thursday's attack in Bourj al-Barajneh"
        places, others = self._cities(first), self._cities(second)
        return bool(places and others and not places & others)

    def _is_same_day(self, first: Happening, second: Happening) -> bool:
        days = [event.time.when for event in (first, second) if event.time and event.time.when.start]
        return len(days) == 2 and days[0].start == days[0].end == days[1].start == days[1].end

    def _shared(self, first: Happening, second: Happening) -> int:
        return sum(
            bool(self._ids(first, role) & self._ids(second, role)) or self._is_alike(first, second, role)
            for role in CORE
        )

    def _is_alike(self, first: Happening, second: Happening, role: str) -> bool:
        """Whether a known act strikes what can be the same: "an attack on a mosque … the massacre at the X mosque"."""
        if self._in_heading(first) and self._is_title_of(first, second, role):
            return True
        if role != "target" or not self._is_again(second):
            return False
        heads = [{self.tree.lemmas[token] for token in event.roles.get(role, ())} for event in (first, second)]
        bare = any(self.tree.words[child] not in self.lexicon.cues.definite
                   for token in first.roles.get(role, ()) for child in self.tree.kids(token, "det"))
        return bare and bool(heads[0] & heads[1])

    def _is_title_of(self, first: Happening, second: Happening, role: str) -> bool:
        """Whether a headline counts those whom the text describes: "Four jailed … sentenced four militants"."""
        fillers = [[self.referents.of(token) for token in event.roles.get(role, ())] for event in (first, second)]
        if any(len(found) != 1 for found in fillers):
            return False
        one, other = fillers[0][0], fillers[1][0]
        if one is None or other is None or not one.type == other.type == "People":
            return False
        return one.count is not None and other.count is not None and one.count.number == other.count.number

    def _ids(self, event: Happening, role: str) -> set[int]:
        found: set[int] = set()
        for token in event.roles.get(role, ()):
            referent = self.referents.of(token)
            if token in self._hosts:
                found.add(-1 - self._hosts[token])  # an event: below zero, so that it is no referent's number
            elif referent:
                found.add(referent.number)
        return found

    def _cities(self, event: Happening) -> set[int]:
        found = (self.referents.of(token) for token in event.roles.get("place", ()))
        return {referent.number for referent in found if referent and referent.type == "City"}

    def _role_of_attack(self, token: int) -> str:
        """What the patient of an incident is to an attack."""
        referent = self.referents.of(token)
        return "victim" if referent is None or referent.type in ("Person", "People") else "target"

    def _absorb(self, host: Happening, event: Happening) -> None:
        if self._has_same_toll(host, event) and event.roles.get("victim"):
            host.roles["victim"] = [token for token in host.roles.get("victim", ()) if not self._is_toll(token, host)]
        for name, tokens in event.roles.items():
            for token in tokens:
                role = self._role_of_attack(token) if name == "patient" and host.is_hostile else name
                known = self._ids(host, role)
                referent = self.referents.of(token)
                if referent is None or referent.number not in known:
                    host.fill(role, token)
        host.time = host.time if host.time and (host.time.dated or not event.time) else event.time
        host.killed = max(filter(None, (host.killed, event.killed)), default=None)
        host.injured = max(filter(None, (host.injured, event.injured)), default=None)
        if host.kind in ("", UNSPECIFIC):
            host.kind = event.kind
        host.aliases |= event.aliases | {event.token}
        if event.known and (host.factuality, event.factuality) == ("claimed", "reported"):
            host.factuality = event.factuality
        if event.stage == "thwarted":
            host.stage = "thwarted"
        doers = self._ids(host, "perpetrator") | self._ids(host, "suspect")
        for source in event.sources:
            referent = self.referents.of(source)
            vouches = event.factuality != "reported" or host.sources or (referent and referent.number in doers)
            if vouches and source not in host.sources:  # who only speaks of a known act does not vouch for it
                host.sources.append(source)
