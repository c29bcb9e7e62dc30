"""Judgements in, links that must hold and pairs that must not out. Of two on one pair the later one counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic

from kg.lexicon.fold import key as folded
from kg.model import Judgement, Verdict
from kg.resolve.cluster import Conflict, Item, Link

Key = tuple[str, ...]
JUDGED = "judged different"


class Known(Generic[Item]):
    """Items by the IRI of the cluster they are in without judgements, and by name."""

    def __init__(self, groups: Mapping[str, Sequence[Item]], name_of: Callable[[Item], str]) -> None:
        self._groups = groups
        self._home = {item.key: iri for iri, group in groups.items() for item in group}
        self._named: dict[str, list[Item]] = defaultdict(list)
        for group in groups.values():
            for item in group:
                self._named[name_of(item)].append(item)

    def find(self, reference: str) -> Sequence[Item]:
        """The items that an IRI or a name means."""
        return self._groups.get(reference) or self._named.get(folded(reference)) or ()

    def with_their_own(self, items: Sequence[Item]) -> list[Item]:
        """The items with all that are one with them anyway, each once."""
        homes = dict.fromkeys(self._home[item.key] for item in items)
        return [item for iri in homes for item in self._groups[iri]]


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


def decide(judgements: Sequence[Judgement], known: Known[Item]) -> Decisions[Item]:
    """What the judgements say of known items; those about other things are passed over."""
    links: list[Link[Item]] = []
    apart: set[frozenset[Key]] = set()
    for judgement in latest(judgements):
        left, right = known.find(judgement.left), known.find(judgement.right)
        if not left or not right:
            continue
        if judgement.verdict is Verdict.SAME:
            row = known.with_their_own([*left, *right])
            links += [Link(a, b, 1.0, decided=True) for a, b in pairwise(row)]
        elif judgement.verdict is Verdict.DIFFERENT:
            apart |= {frozenset((a.key, b.key)) for a in left for b in right if a.key != b.key}
    return Decisions(tuple(links), frozenset(apart))


def latest(judgements: Sequence[Judgement]) -> list[Judgement]:
    """The last judgement on each pair, in the order of the ledger."""
    last = {frozenset((judgement.left, judgement.right)): judgement for judgement in judgements}
    return [judgement for judgement in judgements
            if last[frozenset((judgement.left, judgement.right))] is judgement]
