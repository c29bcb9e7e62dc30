"""Each event gets the date of its own clause: the time expression that hangs on it, on its support verb or its alias.

A time told by an event ("within 48 hours of the blasts") is reckoned from that event once it has its date.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.nlp.events import Happening
from kg.nlp.names import head_of
from kg.nlp.time import Kind, TimeExpression
from kg.nlp.time.find import from_event
from kg.nlp.tree import Tree

MAX_CLIMB = 5  # heads between a time and its event: "in the early hours of Tuesday" needs three
UNDATED = frozenset({Kind.DURATION, Kind.REPEATED, Kind.VAGUE})
PREDICATES = frozenset({"VERB", "AUX"})
INNER = ("nsubj", "nsubj:pass", "obj", "xcomp", "ccomp")  # where the event stands below a verb that is none itself


def date_events(tree: Tree, happenings: Sequence[Happening], times: Iterable[TimeExpression]) -> None:
    """Sets the time of every event that a time expression of its clause dates; the first one counts."""
    owners: dict[int, Happening] = {}
    for event in happenings:
        for token in (event.token, *event.aliases):
            owners.setdefault(token, event)
    for time in times:
        if time.kind in UNDATED:
            continue
        owner = _owner(tree, time, owners)
        if owner is not None and (owner.time is None or (time.dated and not owner.time.dated)):
            owner.time = time
    for event in happenings:
        if event.time and event.time.kind == Kind.EVENT:
            event.time = _reckoned(tree, event.time, owners)


def _owner(tree: Tree, time: TimeExpression, owners: dict[int, Happening]) -> Happening | None:
    token = head_of(tree, time.start_token, time.end_token)
    for _ in range(MAX_CLIMB):
        head = tree.heads[token]
        if head == token:
            return None
        if _stands_before(tree, time, head):
            head = tree.heads[head]  # "said on Monday that it had …": left of the clause it cannot belong to it
        if head in owners:
            return owners[head]
        if tree.pos[head] in PREDICATES:
            return _below(tree, head, owners)
        token = head
    return None


def _stands_before(tree: Tree, time: TimeExpression, verb: int) -> bool:
    """Whether a time precedes the word that opens the clause of a verb."""
    return (
        tree.deps[verb] == "ccomp"
        and any(time.start_token < mark for mark in tree.kids(verb, "mark"))
        and tree.heads[verb] < time.start_token
    )


def _below(tree: Tree, verb: int, owners: dict[int, Happening]) -> Happening | None:
    """The one event that a verb without a meaning of its own is about: "the trial opened in April"."""
    found = [owners[child] for child in tree.kids(verb, *INNER) if child in owners]
    return found[0] if len(found) == 1 else None


def _reckoned(tree: Tree, time: TimeExpression, owners: dict[int, Happening]) -> TimeExpression:
    """A time with the dates that its event gives it."""
    for token in range(time.start_token, min(time.end_token + 3, len(tree))):
        event = owners.get(token)
        if event and event.time and event.time.dated and event.time is not time:
            return replace(time, when=from_event(time, event.time.when))
    return time
