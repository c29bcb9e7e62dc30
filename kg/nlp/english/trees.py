"""Arc scores in, heads out: the best tree with exactly one root (Chu-Liu-Edmonds)."""

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]
Arcs = NDArray[np.float32]
Heads = NDArray[np.int64]
NEVER = -1e9


def best_trees(arcs: Arcs, starts: NDArray[np.bool_]) -> Heads:
    """Return the head of each word, a column of `arcs`: column 0 is the root, column i + 1 is word i.

    Every sentence is a tree of its own; `starts` says where they begin. The best head of each word makes a tree
    in nine of ten sentences, so only the others are searched.
    """
    sentence = np.cumsum(starts) - starts[0]
    size = len(starts)
    scores = arcs[:size, : size + 1].copy()
    scores[:, 1:][sentence[:, None] != sentence] = NEVER
    np.fill_diagonal(scores[:, 1:], NEVER)
    heads: Heads = scores.argmax(axis=1)
    for number in _not_trees(heads, sentence).tolist():
        begin, end = np.searchsorted(sentence, [number, number + 1]).tolist()
        found = best_tree(np.concatenate((scores[begin:end, :1], scores[begin:end, begin + 1 : end + 1]), axis=1))
        heads[begin:end] = np.where(found == 0, 0, found + begin)
    return heads


def _not_trees(heads: Heads, sentence: Heads) -> Heads:
    """Return the sentences that have a cycle, or not one root."""
    above = np.concatenate(([0], heads))
    for _ in range(len(heads).bit_length()):
        above = above[above]
    wrong = np.bincount(sentence, heads == 0) != 1
    wrong[sentence[above[1:] != 0]] = True
    return np.flatnonzero(wrong)


def best_tree(scores: Arcs) -> Heads:
    """Return the heads of one sentence that make the best tree with one root.

    Roots are tried in the order of the most that a tree could score with them, until none can beat what was found.
    """
    size = len(scores)
    square = np.full((size + 1, size + 1), NEVER)
    square[1:, 1:] = scores[:, 1:]
    np.fill_diagonal(square, NEVER)
    highest = square[1:].max(axis=1)
    bounds = scores[:, 0] - highest + highest.sum()
    best, heads = -np.inf, np.zeros(size, dtype=np.int64)
    for root in np.argsort(-bounds, kind="stable").tolist():
        if bounds[root] <= best:
            break
        rooted = square.copy()
        rooted[root + 1] = NEVER
        rooted[root + 1, 0] = scores[root, 0]
        found = _chu_liu_edmonds(rooted)
        value = rooted[np.arange(1, size + 1), found[1:]].sum()
        if value > best:
            best, heads = value, found[1:]
    return heads


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
    outside = np.ones(len(scores), dtype=bool)
    outside[cycle] = False
    rest = np.flatnonzero(outside)
    small, entered, left = _contract(scores, heads, cycle, rest)
    inner = _chu_liu_edmonds(small)
    return _expand(heads, inner, cycle, rest, entered, left)


def _contract(scores: Scores, heads: Heads, cycle: Heads, rest: Heads) -> tuple[Scores, Heads, Heads]:
    """Return scores with the cycle as one last word, and which word of it each outside word enters or leaves by."""
    size = len(rest)
    held = scores[cycle, heads[cycle]]
    small = np.full((size + 1, size + 1), NEVER)
    small[:size, :size] = scores[rest][:, rest]
    entering = scores[cycle][:, rest] - held[:, None]
    leaving = scores[rest][:, cycle]
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
