"""Documents in, the number of independent sources out: copies of one story and articles of one publisher count once."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from zlib import crc32

from kg.lexicon.fold import words
from kg.model import Document

SHINGLE = 5  # words: shorter ones are shared by any two stories about one event
SKETCH = 256  # of the smallest hashes: the error of the share is about 1/16
COPY = 0.5  # share of the shorter text's shingles; two accounts of one event by different writers share below 0.2


class Copies:
    """Knows which documents are copies of one another; sketches are made when first asked for."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self._sketches: dict[str, tuple[int, ...]] = {}

    def independent(self, ids: Collection[str]) -> int:
        """How many independent sources the documents are: at least 1."""
        groups: list[list[str]] = []
        for own in sorted(ids):
            related = [group for group in groups if any(self._one_source(own, other) for other in group)]
            groups = [group for group in groups if group not in related] + [[own, *(i for g in related for i in g)]]
        return max(1, len(groups))

    def _one_source(self, left: str, right: str) -> bool:
        publishers = {self._documents[left].publisher, self._documents[right].publisher}
        same_publisher = len(publishers) == 1 and None not in publishers
        return same_publisher or share(self._sketch(left), self._sketch(right)) >= COPY

    def _sketch(self, document: str) -> tuple[int, ...]:
        if document not in self._sketches:
            self._sketches[document] = sketch(article(self._documents[document]))
        return self._sketches[document]


def article(document: Document) -> str:
    """The text without boilerplate."""
    pieces, start = [], 0
    for span in document.boilerplate:
        pieces.append(document.text[start:span.start])
        start = span.end
    return " ".join([*pieces, document.text[start:]])


def sketch(text: str) -> tuple[int, ...]:
    """The smallest hashes of the text's shingles, the same in every run."""
    row = words(text)
    shingles: Sequence[tuple[str, ...]] = [row[i:i + SHINGLE] for i in range(max(1, len(row) - SHINGLE + 1))]
    return tuple(sorted({crc32(" ".join(shingle).encode()) for shingle in shingles})[:SKETCH])


def share(left: tuple[int, ...], right: tuple[int, ...]) -> float:
    """The part of the shorter text that the other has too, as far as the sketches tell (0 to 1)."""
    if not left or not right:
        return 0.0
    limit = min(left[-1] if len(left) == SKETCH else 1 << 32, right[-1] if len(right) == SKETCH else 1 << 32)
    mine, yours = ({number for number in numbers if number <= limit} for numbers in (left, right))
    return len(mine & yours) / max(1, min(len(mine), len(yours)))
