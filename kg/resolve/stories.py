"""Documents in, pairs of documents that tell one story out: of the same days, with several rare names in common."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from kg.lexicon.identity import Identity
from kg.model import Extraction
from kg.resolve.profile import companions
from kg.resolve.times import Interval, day, gap

RARE = 20  # documents: a name in more of them does not tell which story it is
SHARED = 2  # rare names: one may be by chance, or an old story told as background
DAYS = 3  # a news cycle

Stories = Mapping[tuple[int, int], int]


def stories(extractions: Sequence[Extraction], identity: Identity) -> Stories:
    """Pairs of numbers of documents, the lower first, and how many rare names they share."""
    named: dict[str, list[int]] = defaultdict(list)
    for number, extraction in enumerate(extractions):
        for name in sorted(set(companions(extraction, identity))):
            named[name].append(number)
    written = [day(extraction.document.date) for extraction in extractions]
    counts = Counter(pair for documents in named.values() if len(documents) <= RARE
                     for pair in _close(documents, written))
    return {pair: count for pair, count in counts.items() if count >= SHARED}


def _close(documents: Sequence[int], written: Sequence[Interval | None]) -> Iterator[tuple[int, int]]:
    for left, right in combinations(documents, 2):
        one, other = written[left], written[right]
        if one and other and gap(one, other) <= DAYS:
            yield left, right
