"""Compared pairs in, clusters out: the best first by a total order, with vetoes for whole clusters.

What fits two things that exclude each other is joined to neither; the order of arrival never counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar


class Keyed(Protocol):
    """Anything with a key that orders it."""

    @property
    def key(self) -> tuple[str, ...]:
        """Unique and independent of arrival."""


Item = TypeVar("Item", bound=Keyed)


@dataclass(frozen=True, slots=True)
class Link(Generic[Item]):
    """Two items that seem to be one thing, and how sure that is; `decided` by a person, it beats every veto."""

    left: Item
    right: Item
    score: float
    decided: bool = False


Conflict = Callable[[Item, Item], str]


def cluster(items: Sequence[Item], links: Iterable[Link[Item]], conflict: Conflict[Item]) -> list[list[Item]]:
    """Clusters, each sorted by key, in the order of their first keys."""
    ordered = sorted(links, key=lambda link: (not link.decided, -link.score, link.left.key, link.right.key))
    members: dict[tuple[str, ...], list[Item]] = {item.key: [item] for item in items}
    home = {item.key: item.key for item in items}
    for link in _unambiguous(ordered, conflict):
        left, right = home[link.left.key], home[link.right.key]
        if left == right or not (link.decided or _agree(members[left], members[right], conflict)):
            continue
        keep, drop = (left, right) if len(members[left]) >= len(members[right]) else (right, left)
        for item in members[drop]:
            home[item.key] = keep
        members[keep] += members.pop(drop)
    return sorted((sorted(group, key=lambda item: item.key) for group in members.values()),
                  key=lambda group: group[0].key)


def _agree(left: list[Item], right: list[Item], conflict: Conflict[Item]) -> bool:
    return not any(conflict(a, b) for a in left for b in right)


def _unambiguous(links: list[Link[Item]], conflict: Conflict[Item]) -> list[Link[Item]]:
    """Without the undecided links of items whose partners exclude each other while nothing tells which is meant."""
    partners: dict[tuple[str, ...], list[Link[Item]]] = defaultdict(list)
    for link in links:
        partners[link.left.key].append(link)
        partners[link.right.key].append(link)
    torn = {key for key, own in partners.items() if _torn(key, own, conflict)}
    return [link for link in links if link.decided or not {link.left.key, link.right.key} & torn]


def _torn(key: tuple[str, ...], links: list[Link[Item]], conflict: Conflict[Item]) -> bool:
    best = [link for link in links if link.score == links[0].score and not link.decided]
    if any(link.decided for link in links):
        return False
    others = [link.right if link.left.key == key else link.left for link in best]
    return any(conflict(a, b) for place, a in enumerate(others) for b in others[place + 1:])
