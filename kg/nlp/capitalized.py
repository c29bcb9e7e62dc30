"""Bodies that the recognizer misses: in, a tree; out, its rows of capitalized words that end in a noun of a body."""

from __future__ import annotations

from collections.abc import Iterator, Set

from kg.lexicon.lexicon import Lexicon
from kg.nlp.tree import Tree

ENDING = "POS"  # the tag of what stands between two words of one name: "Prosecutor's Office"


def capitalized_bodies(tree: Tree, lexicon: Lexicon, bodies: Set[str]) -> Iterator[tuple[int, int]]:
    """The spans of two and more capitalized words whose last is a noun of one of the classes `bodies`.

    Only where the next word has small letters: in a title every word has a capital.
    """
    start = 0
    while start < len(tree):
        end = start
        while end < len(tree) and tree.sentence[end] == tree.sentence[start] and _continues(tree, start, end):
            end += 1
        noun = lexicon.nouns.naming.get(tree.words[end - 1]) if end - start > 1 else None
        if noun and noun.type in bodies and end < len(tree) and tree.doc[end].text[:1].islower():
            yield start, end
        start = max(end, start + 1)


def _continues(tree: Tree, start: int, token: int) -> bool:
    """Whether a word may be the next of a name."""
    if token > start and tree.tags[token] == ENDING:
        return True
    return tree.doc[token].text[:1].isupper() and tree.pos[token] in ("PROPN", "NOUN", "ADJ")
