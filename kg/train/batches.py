"""Examples in, an endless stream of batches of about equal length out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

import numpy as np

from kg.nlp.english.pieces import Pieces, WordPieces
from kg.train.examples import Example, cut, join, recased, without_final_mark


@dataclass(frozen=True, slots=True)
class Mixture:
    """How training text is cut and degraded; shares are of windows, of sentences (final mark), of words (masked)."""

    alone: float = 0.35
    min_words: int = 24
    max_words: int = 150
    torn: float = 0.25
    markless: float = 0.06
    upper: float = 0.09
    lower: float = 0.05
    title: float = 0.03
    masked: float = 0.04
    batch_pieces: int = 2200


Item = tuple[Example, Pieces]


class Stream:
    """Draws windows from documents, for ever; one epoch sees each sentence once."""

    def __init__(self, documents: Sequence[Sequence[Example]], pieces: WordPieces, mix: Mixture, mark: int, seed: int):
        """Take documents of examples; `mark` is the number of the punctuation tag."""
        self._documents, self._pieces, self._mix, self._mark = documents, pieces, mix, mark
        self._chance = Random(seed)

    def __iter__(self) -> Iterator[list[Item]]:
        """Yield batches epoch by epoch."""
        while True:
            yield from self.epoch()

    def epoch(self) -> list[list[Item]]:
        """Return one epoch of batches in random order."""
        items = [self._item(window) for document in self._documents for window in self._windows(document)]
        items.sort(key=lambda item: len(item[1].numbers) + 6 * self._chance.random())
        batches: list[list[Item]] = []
        for item in items:
            room = batches and len(item[1].numbers) * (len(batches[-1]) + 1) <= self._mix.batch_pieces
            if room:
                batches[-1].append(item)
            else:
                batches.append([item])
        self._chance.shuffle(batches)
        return batches

    def _windows(self, document: Sequence[Example]) -> Iterator[Example]:
        at = 0
        while at < len(document):
            if self._chance.random() < self._mix.alone:
                budget = 0
            else:
                budget = self._chance.randint(self._mix.min_words, self._mix.max_words)
            taken = [document[at]]
            while at + len(taken) < len(document) and sum(len(e.words) for e in taken) < budget:
                taken.append(document[at + len(taken)])
            at += len(taken)
            yield self._tear(join([self._without_mark(example) for example in taken]), len(taken))

    def _without_mark(self, example: Example) -> Example:
        if self._chance.random() < self._mix.markless:
            return without_final_mark(example, self._mark)
        return example

    def _tear(self, window: Example, sentences: int) -> Example:
        """Windows of running text end where they must; single sentences are whole."""
        size = min(len(window.words), self._mix.max_words + 20)
        if sentences > 1 and self._chance.random() < self._mix.torn:
            starts = np.flatnonzero(window.starts == 1)
            last = int(starts[-1]) if starts.size else 0
            size = min(size, self._chance.randint(last + 1, len(window.words)))
        return cut(window, size)

    def _item(self, window: Example) -> Item:
        mix = self._mix
        words = recased(window.words, self._chance, mix.upper, mix.lower, mix.title)
        pieces = self._pieces.window(list(words))
        self._mask(pieces)
        return replace(window, words=words), pieces

    def _mask(self, pieces: Pieces) -> None:
        """Hide a few words, so that the others learn to speak for them."""
        ends = [*pieces.firsts[1:], len(pieces.numbers) - 1]
        for first, end in zip(pieces.firsts, ends, strict=True):
            if self._chance.random() < self._mix.masked:
                pieces.numbers[first:end] = [self._pieces.mask] * (end - first)
