"""Profiles in, pairs worth comparing out: those that share a block of names, so that cost grows with names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, product
from sys import intern

from kg.lexicon.identity import Identity
from kg.model import Extraction
from kg.resolve.background import Background
from kg.resolve.compare import KEPT, TYPO_LENGTH, Pair
from kg.resolve.names import skeleton, sounds
from kg.resolve.profile import Profile, companions

LARGE = 60  # a larger block is compared with near neighbors only: 1,770 pairs at most
NEIGHBORS = 10


class Around:
    """What else the documents of a profile name."""

    def __init__(self, extractions: Sequence[Extraction], identity: Identity) -> None:
        self._named = [frozenset(map(intern, companions(extraction, identity))) for extraction in extractions]
        self._seen: dict[tuple[str, ...], frozenset[str]] = {}

    def shared(self, left: Profile, right: Profile) -> int:
        """How many other things both are named with; none where one document names both."""
        if left.documents & right.documents:
            return 0
        own = {" ".join(left.words), " ".join(right.words), left.iri, right.iri}
        return len((self._of(left) & self._of(right)) - own)

    def _of(self, profile: Profile) -> frozenset[str]:
        if profile.key not in self._seen:
            self._seen[profile.key] = frozenset().union(*(self._named[number] for number in profile.documents))
        return self._seen[profile.key]


def pairs(found: Sequence[Profile], extractions: Sequence[Extraction], background: Background) -> Iterator[Pair]:
    """Every pair of named profiles that could be one thing, once, in the order of their keys."""
    named = [profile for profile in found if profile.named]
    around = Around(extractions, background.identity)
    for left, right in sorted({*_alike(named, background.identity), *_surnames(named)}):
        yield Pair(named[left], named[right], background, around.shared(named[left], named[right]))


def _alike(named: Sequence[Profile], identity: Identity) -> Iterator[tuple[int, int]]:
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, profile in enumerate(named):
        for key in _keys(profile, identity):
            blocks[key].append(number)
    for members in blocks.values():
        yield from _within(members)


def _within(members: list[int]) -> Iterator[tuple[int, int]]:
    if len(members) <= LARGE:
        yield from combinations(members, 2)
    else:
        yield from ((left, right) for place, left in enumerate(members)
                    for right in members[place + 1:place + 1 + NEIGHBORS])


def _keys(profile: Profile, identity: Identity) -> Iterator[tuple[str, ...]]:
    """By how the whole name sounds; and by all words but one that is long enough to hold a slip inside."""
    heard = sounds(profile.words, identity)
    bones = [skeleton(sound) for sound in heard]
    if heard:
        yield ("whole", *bones)
    for place, sound in enumerate(heard):
        if len(heard) > 1 and len(sound) >= TYPO_LENGTH:
            yield ("slip", *bones[:place], sound[:KEPT], sound[-KEPT:], *bones[place + 1:])


def _surnames(named: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Persons known by one name only, each with those whose full names end in it."""
    full: dict[str, list[int]] = defaultdict(list)
    short: dict[str, list[int]] = defaultdict(list)
    for number, profile in enumerate(named):
        if "Person" in profile.types and profile.words:
            (full if len(profile.words) > 1 else short)[profile.words[-1]].append(number)
    for surname in short.keys() & full.keys():
        if len(full[surname]) <= LARGE:
            yield from ((min(pair), max(pair)) for pair in product(short[surname], full[surname]))
