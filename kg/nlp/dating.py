"""Each event gets the date of its own clause: the time expression that hangs on it, on its support verb or its alias."""

from __future__ import annotations

from collections.abc import Iterable

from kg.nlp.events import Happening
from kg.nlp.names import head_of
from kg.nlp.time.find import TimeExpression
from kg.nlp.tree import Tree

MAX_CLIMB = 5  # heads between a time and its event: "in the early hours of Tuesday" needs three


def date_events(tree: Tree, happenings: Iterable[Happening], times: Iterable[TimeExpression]) -> None:
    """Sets the time of every event that a time expression of its clause dates; the first one counts."""
    owners: dict[int, Happening] = {}
    for event in happenings:
        for token in (event.token, *event.aliases):
            owners.setdefault(token, event)
    for time in times:
        owner = _owner(tree, time, owners)
        if owner is not None and (owner.time is None or (time.dated and not owner.time.dated)):
            owner.time = time


def _owner(tree: Tree, time: TimeExpression, owners: dict[int, Happening]) -> Happening | None:
    token = head_of(tree, time.start_token, time.end_token)
    for _ in range(MAX_CLIMB):
        head = tree.heads[token]
        if head == token:
            return None
        if head in owners:
            return owners[head]
        token = head
    return None
