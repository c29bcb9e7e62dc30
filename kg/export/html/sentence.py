"""Facts as sentences: an event or relation in, pieces of text and numbers of nodes out, joined by the ontology."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.export.html.look import Words, label_of
from kg.lexicon.ontology import Ontology, Property
from kg.model import ResolvedEvent, ResolvedRelation, When

Piece = str | int

SUBJECT = ("perpetrator", "agent")
OBJECTS = (("patient", "victim"), ("target",), ("disrupts",), ("recipient",))
SAID = (*OBJECTS, ("topic",))  # what is said, denied or claimed is the object of its verb; what a trial is about is not
SAYING = "Communication"
ADJUNCTS = ("topic", "target", "recipient", "instrument", "origin", "destination", "place", "subEventOf")
SPELLED_OUT = ("suspect", "precedes")
COUNTS = ("killed", "injured")
KINDS = ("attackKind", "legalKind")
_NOTHING = Property("", "", "")


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes sentences. `number` gives a node's number by IRI; `many` tells which IRIs stand for more than one."""

    ontology: Ontology
    words: Words
    number: Mapping[str, int]
    many: Callable[[str], bool]

    def event(self, event: ResolvedEvent) -> list[Piece]:
        """An event with its participants, place and time."""
        subject = self._fillers(event, SUBJECT)
        choices = SAID if self.ontology.is_a(event.type, SAYING) else OBJECTS
        names, objects = next(((roles, found) for roles in choices if (found := self._fillers(event, roles))), ((), ()))
        pieces = self._core(event, subject, objects, set(names))
        for role in ADJUNCTS:
            if role not in names and (fillers := self._fillers(event, (role,))):
                pieces += [f" {self._preposition(role)} ", *self._list(fillers)]
        if event.times:
            pieces.append(f", {in_words(event.times[0])}")
        return joined([*pieces, *self._clauses(event)])

    def relation(self, relation: ResolvedRelation) -> list[Piece]:
        """Subject, phrase, object."""
        phrase = self._phrase(self.ontology.properties.get(relation.predicate, _NOTHING).phrase, (relation.subject,))
        end: Piece = self.number.get(relation.object, relation.object)
        return joined([self.number.get(relation.subject, relation.subject),
                       f" {phrase or label_of(self.ontology.properties, relation.predicate)} ", end])

    def _core(self, event: ResolvedEvent, subject: Sequence[str], objects: Sequence[str],
              taken: set[str]) -> list[Piece]:
        phrase = self._inherited(event.type)
        if phrase and subject and objects:
            return [*self._list(subject), f" {self._phrase(phrase, subject)} ", *self._list(objects)]
        if objects and (passive := self._passive(event.type)) and "patient" in taken:
            return [*self._list(objects), f" {self._phrase(passive, objects)}"]
        pieces: list[Piece] = [self._name(event)]
        if objects:
            role = min(taken & set(event.roles))
            pieces += [f" {self._preposition(role)} ", *self._list(objects)]
        if subject:
            pieces += [f" {self._preposition('agent')} ", *self._list(subject)]
        return pieces

    def _inherited(self, type_name: str) -> str:
        terms = (self.ontology.classes.get(name) for name in self.ontology.ancestors(type_name))
        return next((term.phrase for term in terms if term and term.phrase), "")

    def _passive(self, type_name: str) -> str:
        """`was detained by` without its last word, where that word is the one that introduces agents."""
        terms = (self.ontology.classes.get(name) for name in self.ontology.ancestors(type_name))
        inverse = next((term.inverse for term in terms if term and term.inverse), "")
        head, _, last = inverse.rpartition(" ")
        return head if last == self._preposition("agent") else ""

    def _name(self, event: ResolvedEvent) -> str:
        label = label_of(self.ontology.classes, event.type)
        kinds = [label_of(self.ontology.concepts, str(event.attributes[kind]))
                 for kind in KINDS if kind in event.attributes]
        return f"{label} ({', '.join(kinds)})" if kinds else label

    def _clauses(self, event: ResolvedEvent) -> Iterable[Piece]:
        for role in SPELLED_OUT:
            if fillers := self._fillers(event, (role,)):
                yield f"; {self.ontology.properties.get(role, _NOTHING).phrase} "
                yield from self._list(fillers)
        for name in COUNTS:
            if name in event.attributes:
                yield f"; {label_of(self.ontology.properties, name)}: {event.attributes[name]}"

    def _preposition(self, role: str) -> str:
        """The last word of a role's phrase: `took place in` ends in what introduces a place."""
        return self.ontology.properties.get(role, _NOTHING).phrase.rpartition(" ")[2]

    def _phrase(self, phrase: str, subject: Sequence[str]) -> str:
        head, space, rest = phrase.partition(" ")
        plural = len(subject) > 1 or any(self.many(iri) for iri in subject)
        return f"{self.words.plural.get(head, head)}{space}{rest}" if plural else phrase

    def _fillers(self, event: ResolvedEvent, roles: Iterable[str]) -> tuple[str, ...]:
        found = dict.fromkeys(iri for role in roles for iri in event.roles.get(role, ()) if iri in self.number)
        return tuple(found)

    def _list(self, iris: Sequence[str]) -> list[Piece]:
        pieces: list[Piece] = []
        for at, iri in enumerate(iris):
            if at:
                pieces.append(f" {self.words.joiner} " if at == len(iris) - 1 else ", ")
            pieces.append(self.number[iri])
        return pieces


def joined(pieces: Iterable[Piece]) -> list[Piece]:
    """The same pieces with neighboring texts made one."""
    result: list[Piece] = []
    for piece in pieces:
        last = result[-1] if result else None
        if isinstance(piece, str) and isinstance(last, str):
            result[-1] = last + piece
        else:
            result.append(piece)
    return result


def in_words(when: When) -> str:
    """A time as people write it: `13–14 October 2019`, `October 2019`, `13 October`, or the text's own words."""
    start, end = when.start, when.end or when.start
    if not start or not end:
        return when.text or date_in_words(start or end or "")
    if start == end:
        return date_in_words(start)
    if len(start) == len(end) == 10 and start[:8] == end[:8]:
        return f"{int(start[8:])}–{date_in_words(end)}"
    return f"{date_in_words(start)} – {date_in_words(end)}"


def date_in_words(date: str) -> str:
    """`2019-10-13` as `13 October 2019`; what is no ISO date, month or year stays as it is."""
    year, month, day = (*date.removeprefix("--").split("-"), "", "")[:3]
    if date.startswith("--"):
        year, month, day = "", year, month
    if not (month.isdecimal() and 1 <= int(month) <= 12):
        return date
    return " ".join(part for part in (day.lstrip("0"), calendar.month_name[int(month)], year) if part)
