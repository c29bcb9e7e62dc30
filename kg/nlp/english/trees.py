"""Arc scores in, heads out: the best tree with exactly one root (Chu-Liu-Edmonds)."""

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]
Heads = NDArray[np.int64]
NEVER = -1e9
# Above any sum of score differences in a window: the best tree then takes as few roots as it can, which is one.
ROOT_PRICE = 1e5


def best_tree(scores: NDArray[np.float32]) -> Heads:
    """Return the head of each word (0 = root) from scores[word, head]; column 0 is the root, column i+1 word i."""
    size = scores.shape[0]
    heads = _greedy(scores)
    if _is_tree(heads):
        return heads
    square = np.full((size + 1, size + 1), NEVER)
    square[1:] = scores
    square[1:, 0] -= ROOT_PRICE
    np.fill_diagonal(square, NEVER)
    return _chu_liu_edmonds(square)[1:]


def _greedy(scores: NDArray[np.float32]) -> Heads:
    size = scores.shape[0]
    own = np.arange(size)
    open_scores = scores.copy()
    open_scores[own, own + 1] = NEVER
    heads: Heads = open_scores.argmax(axis=1)
    return heads


def _is_tree(heads: Heads) -> bool:
    if np.count_nonzero(heads == 0) != 1:
        return False
    above = np.concatenate(([0], heads))
    for _ in range(len(above).bit_length()):
        above = above[above]
    return not above.any()


def _cycle(heads: list[int]) -> list[int]:
    """Return the words of one cycle, or nothing; heads[0] is the root's own."""
    seen = [0] * len(heads)
    seen[0] = -1
    for start in range(1, len(heads)):
        at = start
        while not seen[at]:
            seen[at] = start
            at = heads[at]
        if seen[at] == start:
            cycle, step = [at], heads[at]
            while step != at:
                cycle.append(step)
                step = heads[step]
            return cycle
    return []


def _chu_liu_edmonds(scores: Scores) -> Heads:
    heads: Heads = scores.argmax(axis=1)
    heads[0] = 0
    cycle = np.array(_cycle(heads.tolist()), dtype=np.int64)
    if not cycle.size:
        return heads
    rest = np.setdiff1d(np.arange(len(scores)), cycle)
    small, entered, left = _contract(scores, heads, cycle, rest)
    inner = _chu_liu_edmonds(small)
    return _expand(heads, inner, cycle, rest, entered, left)


def _contract(scores: Scores, heads: Heads, cycle: Heads, rest: Heads) -> tuple[Scores, Heads, Heads]:
    """Return scores with the cycle as one last word, and which word of it each outside word enters or leaves by."""
    size = len(rest)
    held = scores[cycle, heads[cycle]]
    small = np.full((size + 1, size + 1), NEVER)
    small[:size, :size] = scores[np.ix_(rest, rest)]
    entering = scores[np.ix_(cycle, rest)] - held[:, None]
    leaving = scores[np.ix_(rest, cycle)]
    small[size, :size] = entering.max(axis=0)
    small[1:size, size] = leaving.max(axis=1)[1:]
    return small, cycle[entering.argmax(axis=0)], cycle[leaving.argmax(axis=1)]


def _expand(heads: Heads, inner: Heads, cycle: Heads, rest: Heads, entered: Heads, left: Heads) -> Heads:
    """Open the contracted cycle again at the word by which its new head enters it."""
    size = len(rest)
    result = heads.copy()
    for place in range(1, size):
        head = inner[place]
        result[rest[place]] = left[place] if head == size else rest[head]
    entry = inner[size]
    result[entered[entry]] = rest[entry]
    return result
