"""A tree in, the numbers of its sentences that are titles out."""

from __future__ import annotations

from kg.nlp.syntax.tree import Tree

STOPS = frozenset(".!\"'”’)")


def unfinished(tree: Tree) -> frozenset[int]:
    """The sentences without a full stop or a closing quotation mark: titles, and the questions that head a part."""
    ends: dict[int, str] = {}
    for token, number in enumerate(tree.sentence):
        if tree.pos[token] != "SPACE":
            ends[number] = tree.words[token]
    return frozenset(number for number, word in ends.items() if word[-1:] not in STOPS)
