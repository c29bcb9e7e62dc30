"""Judgements in, links that must hold and pairs that must not out. Of two on one pair the later one counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic

from kg.model import Judgement, Verdict
from kg.resolve.cluster import Conflict, Item, Link

Key = tuple[str, ...]
JUDGED = "judged different"


@dataclass(frozen=True, slots=True)
class Decisions(Generic[Item]):
    """Links that a person made, and pairs of keys that a person keeps apart."""

    links: tuple[Link[Item], ...] = ()
    apart: frozenset[frozenset[Key]] = frozenset()

    def beside(self, conflict: Conflict[Item]) -> Conflict[Item]:
        """A veto for what is kept apart, beside the other vetoes."""
        if not self.apart:
            return conflict

        def either(left: Item, right: Item) -> str:
            return JUDGED if frozenset((left.key, right.key)) in self.apart else conflict(left, right)

        return either


def decide(judgements: Sequence[Judgement], find: Callable[[str], Sequence[Item]]) -> Decisions[Item]:
    """What the judgements say of the items that `find` knows by IRI or name; others concern other things."""
    links: list[Link[Item]] = []
    apart: set[frozenset[Key]] = set()
    for judgement in latest(judgements):
        left, right = find(judgement.left), find(judgement.right)
        if not left or not right:
            continue
        if judgement.verdict is Verdict.SAME:
            row = [*left, *right]
            links += [Link(a, b, 1.0, decided=True) for a, b in pairwise(row) if a.key != b.key]
        elif judgement.verdict is Verdict.DIFFERENT:
            apart |= {frozenset((a.key, b.key)) for a in left for b in right if a.key != b.key}
    return Decisions(tuple(links), frozenset(apart))


def latest(judgements: Sequence[Judgement]) -> list[Judgement]:
    """The last judgement on each pair, in the order of the ledger."""
    last = {frozenset((judgement.left, judgement.right)): judgement for judgement in judgements}
    return [judgement for judgement in judgements
            if last[frozenset((judgement.left, judgement.right))] is judgement]


def finder(named: Mapping[str, Sequence[Item]], name_of: Callable[[Item], str],
           fold: Callable[[str], str]) -> Callable[[str], Sequence[Item]]:
    """Finds items by the IRI of their cluster or by name."""
    by_name: dict[str, list[Item]] = defaultdict(list)
    for group in named.values():
        for item in group:
            by_name[name_of(item)].append(item)

    def find(reference: str) -> Sequence[Item]:
        return named.get(reference) or by_name.get(fold(reference)) or ()

    return find
