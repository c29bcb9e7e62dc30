"""Scores of name tags in, spans out: the best sequence in which no name begins in its middle."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from kg.nlp.english.labels import NAME_TAGS

Span = tuple[int, int, str]
OUTSIDE = NAME_TAGS.index("O")
NEVER = -1e9
# Persons and places on both sides of one of these, with a space before and after it, are two names: so it is 31 times
# in the training data, and once not ("Asia / Pacific"), but for Canadian ridings, whose dashes a source has spaced out.
# An organization may have one in its name.
MARKS_BETWEEN = frozenset(("-", "--", "–", "—", "/"))
DIVIDED = ("PERSON", "LOC")


def _forbidden() -> NDArray[np.float64]:
    """Costs of going from one tag (row) to the next (column): I-X follows B-X and I-X only."""
    costs = np.zeros((len(NAME_TAGS), len(NAME_TAGS)))
    for j, tag in enumerate(NAME_TAGS):
        if tag.startswith("I-"):
            allowed = {f"B-{tag[2:]}", tag}
            costs[[i for i, before in enumerate(NAME_TAGS) if before not in allowed], j] = NEVER
    return costs


STEPS = _forbidden()


def best_tags(scores: NDArray[np.float32]) -> NDArray[np.int64]:
    """Return the best allowed tag sequence; where the best tag of each word is allowed anyway, that is it."""
    tags: NDArray[np.int64] = scores.argmax(axis=1)
    before = np.concatenate(([OUTSIDE], tags[:-1]))
    if not STEPS[before, tags].any():
        return tags
    return _viterbi(scores)


def _viterbi(scores: NDArray[np.float32]) -> NDArray[np.int64]:
    shifted = scores.astype(np.float64)
    shifted -= np.logaddexp.reduce(shifted, axis=1, keepdims=True)
    best, back = shifted[0] + STEPS[OUTSIDE], []
    for row in shifted[1:]:
        ways = best[:, None] + STEPS
        back.append(ways.argmax(axis=0))
        best = ways.max(axis=0) + row
    tags = [int(best.argmax())]
    for came in reversed(back):
        tags.append(int(came[tags[-1]]))
    return np.array(tags[::-1])


def spans(tags: NDArray[np.int64]) -> list[Span]:
    """Return (start, end, label) of every name."""
    found: list[Span] = []
    for at in np.flatnonzero(tags).tolist():
        mark, _, label = NAME_TAGS[tags[at]].partition("-")
        if mark == "I" and found and found[-1][1:] == (at, label):
            found[-1] = (found[-1][0], at + 1, label)
        else:
            found.append((at, at + 1, label))
    return found


def marks_apart(words: Sequence[str], spaces: Sequence[bool]) -> set[int]:
    """Return the places of the marks that part two names; `spaces` tells of each word whether a space follows."""
    return {
        at for at, word in enumerate(words)
        if at and word in MARKS_BETWEEN and spaces[at - 1] and spaces[at]
    }


def divided(names: Iterable[Span], marks: set[int]) -> Iterator[Span]:
    """Yield the names, persons and places parted at the marks."""
    for start, end, label in names:
        cuts = sorted(marks.intersection(range(start + 1, end - 1))) if label in DIVIDED else []
        edges = [start - 1, *cuts, end]
        yield from ((a + 1, b, label) for a, b in pairwise(edges) if a + 1 < b)
