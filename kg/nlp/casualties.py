"""How many were killed and injured, and by which event: "bombings that killed 43 people" is one event, not two."""

from __future__ import annotations

from kg.lexicon.lexicon import Lexicon
from kg.nlp.arguments import Walker
from kg.nlp.events import Happening
from kg.nlp.phrases import Phrases
from kg.nlp.tree import Tree

VIOLENT = frozenset({"Attack", "Plot", "MilitaryAction", "Incident", "Killing", "Raid"})
UNTOLD = (("side", "hostile"), ("side", "public"))
REACH = 2  # sentences back to the event that a bare "43 people were killed" belongs to


class CasualtyReader:
    """Moves what casualty words say to the events that caused them."""

    def __init__(self, tree: Tree, lexicon: Lexicon, phrases: Phrases, walker: Walker) -> None:
        self.tree = tree
        self.words = lexicon.casualties
        self.phrases = phrases
        self.walker = walker

    def apply(self, happenings: dict[int, Happening]) -> None:
        """Counts dead and injured of all events; a casualty word that another event caused becomes its alias."""
        for token in range(len(self.tree)):
            counted = self._counts(token, happenings.get(token))
            if not counted:
                continue
            own = happenings.get(token)
            victims = self._victims(token)
            host = self._cause(token, happenings) or own or self._before(token, happenings)
            if host is None or host.type not in VIOLENT:
                continue
            self._credit(host, counted, victims)
            if own is not None and own is not host and own.type in VIOLENT:
                self._absorb(host, own)
                del happenings[token]
            host.aliases.add(token)

    def _counts(self, token: int, own: Happening | None) -> str:
        tree = self.tree
        if tree.pos[token] not in ("VERB", "AUX"):
            return ""
        found = self.words.verbs.get(tree.lemmas[token], "")
        if found:
            return found
        marked = [
            self.words.marks[tree.words[c]]
            for c in tree.children[token]
            if tree.words[c] in self.words.marks and tree.deps[c] in ("xcomp", "advmod", "obl", "amod", "compound:prt")
        ]
        return marked[0] if marked else ""

    def _victims(self, token: int) -> list[int]:
        seat = "subject" if self.tree.lemmas[token] in self.words.intransitive else "object"
        return [argument.token for argument in self.walker.seats(token, seat) if self._is_person(argument.token)]

    def _is_person(self, token: int) -> bool:
        phrase = self.phrases.at(token)
        return phrase is not None and (phrase.type in ("Person", "People") or phrase.kind == "pronoun")

    def _credit(self, host: Happening, counted: str, victims: list[int]) -> None:
        role = "victim" if host.is_hostile else "patient"
        total = 0
        for victim in victims:
            phrase = self.phrases.at(victim)
            if phrase and phrase.attribute in UNTOLD and host.is_hostile:
                continue  # an attack is not told by the death of attackers
            if victim not in host.roles.get("perpetrator", ()) and self.tree.pos[victim] != "NUM":
                host.fill(role, victim)
            number = phrase.count.number if phrase and phrase.count else int(bool(phrase and phrase.type == "Person"))
            added = victim == victims[0] or self.tree.kid(victim, "cc") is not None
            total = total + number if added else max(total, number)  # "20 people, nine of them Italians" are 20
        if total:
            before = getattr(host, counted)
            setattr(host, counted, max(before or 0, total))

    def _absorb(self, host: Happening, other: Happening) -> None:
        for role, tokens in other.roles.items():
            if role in ("victim", "patient"):
                continue
            for token in tokens:
                if token != host.token and (role == "place" or role not in host.roles) and token not in host.aliases:
                    host.fill(role, token)
        host.aliases |= other.aliases

    def _cause(self, token: int, happenings: dict[int, Happening]) -> Happening | None:
        """The event named as what killed: its subject, an oblique, or the clause that it is the result of."""
        tree = self.tree
        near = [a.token for a in self.walker.seats(token, "subject")]
        near += [
            a.token
            for a in self.walker.obliques(token, frozenset({"obl", "nmod", "obl:agent"}))
            if a.seat in self.words.links
        ]
        near += tree.kids(token, "advcl")
        if tree.deps[token] in ("advcl", "conj", "acl", "acl:relcl", "advcl:relcl", "parataxis"):
            near.append(tree.heads[token])
        for candidate in near:
            for reached in (candidate, *self._above(candidate)):
                event = happenings.get(reached) or self._supported(reached, happenings)
                if event and event.type in VIOLENT and token not in (reached, event.token):
                    return event
        return None

    def _supported(self, verb: int, happenings: dict[int, Happening]) -> Happening | None:
        """The event whose noun a verb supports: "carried out the bombings that killed 74"."""
        return next((happenings[kid] for kid in self.tree.kids(verb, "obj", "nsubj:pass") if kid in happenings), None)

    def _above(self, noun: int) -> list[int]:
        """The nouns that a noun hangs on: a relative clause is often tied to the last of a chain."""
        tree, found = self.tree, []
        for head in tree.ancestors(noun):
            if tree.pos[head] not in ("NOUN", "PROPN"):
                break
            found.append(head)
        return found

    def _before(self, token: int, happenings: dict[int, Happening]) -> Happening | None:
        sentence = self.tree.sentence[token]
        near = [
            event
            for event in happenings.values()
            if event.type in VIOLENT and event.token < token and sentence - self.tree.sentence[event.token] <= REACH
        ]
        return max(near, key=lambda event: event.token, default=None)
