"""Words of a document in, their analysis out: windows of running text, cut into sentences, each parsed."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.nlp.english.labels import NAME_TAGS, ROOT, Labels
from kg.nlp.english.names import Span, best_tags, spans
from kg.nlp.english.network import EDITS, Answers, Network
from kg.nlp.english.trees import best_trees

Ints = NDArray[np.int64]
# The network was taught on windows of up to 150 words and a sentence more.
WINDOW_WORDS = 140
# The encoder knows 512 places; a long window of odd words is cut before it gets there.
WINDOW_PIECES = 420
# A window that can end at a paragraph without losing more than this share of its room ends there.
GOOD_SHARE = 0.5
# Whether a word starts a sentence, as far as is known beforehand.
UNKNOWN, START, INSIDE = 0, 1, -1


@dataclass(slots=True)
class Analysis:
    """Of each word: numbers of its labels (several of lemma edits), place of its head (a root's is its own); names."""

    upos: Ints
    xpos: Ints
    lemma: Ints
    dep: Ints
    heads: Ints
    starts: NDArray[np.bool_]
    names: list[Span]


def empty(size: int) -> Analysis:
    """Return an analysis to be filled in."""
    upos, xpos, dep, heads = (np.zeros(size, dtype=np.int64) for _ in range(4))
    lemma = np.zeros((size, EDITS), dtype=np.int64)
    return Analysis(upos, xpos, lemma, dep, heads, np.zeros(size, dtype=bool), [])


class Reader:
    """Reads whole documents, window after window, in an order that depends on nothing but the document."""

    def __init__(self, network: Network, labels: Labels) -> None:
        """Take the loaded network."""
        self._network = network
        self._root = labels.dep.index(ROOT)
        self._loose = labels.dep.index("dep") if "dep" in labels.dep else self._root
        self._inside = np.array([tag.startswith("I-") for tag in NAME_TAGS])

    def read(self, words: list[str], known: Ints) -> Analysis:
        """Analyze all words; `known` holds START, INSIDE or UNKNOWN for each."""
        analysis = empty(len(words))
        at = 0
        while at < len(words):
            end = self._end(words, known, at)
            answers = self._network.read(words[at:end])
            tags = best_tags(answers.names)
            starts = self._starts(answers, tags, known[at:end])
            whole = end == len(words) or known[end] == START
            done = len(starts) if whole else self._complete(starts)
            self._fill(analysis, answers, tags[:done], starts[:done], at)
            at += done
        return analysis

    def _end(self, words: list[str], known: Ints, at: int) -> int:
        """Return where the window that begins here ends: at a known start if one is near its full size."""
        pieces, end = 0, at
        for end in range(at, min(at + WINDOW_WORDS, len(words))):
            pieces += len(self._network.pieces.word(words[end]).numbers)
            if pieces > WINDOW_PIECES:
                break
        else:
            end += 1
        if end < len(words):
            good = np.flatnonzero(known[at + 1 : end + 1] == START)
            if good.size and good[-1] + 1 >= GOOD_SHARE * (end - at):
                return at + 1 + int(good[-1])
        return end

    def _starts(self, answers: Answers, tags: Ints, known: Ints) -> NDArray[np.bool_]:
        found = (answers.starts > 0) & ~self._inside[tags]
        starts: NDArray[np.bool_] = np.where(known == UNKNOWN, found, known == START)
        # A window opens where a sentence does; only one too long for a window is opened in its middle.
        starts[0] = known[0] != INSIDE
        return starts

    @staticmethod
    def _complete(starts: NDArray[np.bool_]) -> int:
        """Return how many words belong to sentences that end inside the window; all, if the first does not."""
        later = np.flatnonzero(starts[1:])
        return int(later[-1]) + 1 if later.size else len(starts)

    def _fill(self, analysis: Analysis, answers: Answers, tags: Ints, starts: NDArray[np.bool_], at: int) -> None:
        size = len(starts)
        heads = best_trees(answers.arcs, starts)
        labels = self._network.arc_labels(answers.dependents[:size], answers.governors[heads])
        labels[heads == 0] = self._root
        here = slice(at, at + size)
        analysis.upos[here] = answers.upos[:size]
        analysis.xpos[here] = answers.xpos[:size]
        analysis.lemma[here] = answers.lemma[:size]
        analysis.dep[here] = labels
        analysis.heads[here] = np.where(heads == 0, np.arange(size), heads - 1) + at
        analysis.starts[here] = starts
        if not starts[0]:
            self._continue(analysis, at, int(np.flatnonzero(heads == 0)[0]) + at)
        analysis.names += [(start + at, end + at, label) for start, end, label in spans(tags)]

    def _continue(self, analysis: Analysis, at: int, root: int) -> None:
        """Hang the middle of an over-long sentence on the root of what came before."""
        if at:
            above = at - 1
            while analysis.heads[above] != above:
                above = int(analysis.heads[above])
            analysis.heads[root], analysis.dep[root] = above, self._loose
        else:
            analysis.starts[0] = True
