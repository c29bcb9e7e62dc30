"""A word of a tree in, the states out whose adjective or people it names, alone or with the words before it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.lexicon.lexicon import Lexicon
from kg.lexicon.names import Entry
from kg.nlp.syntax.tree import Tree

HYPHEN = "-"
LONGEST = 3  # words of an adjective: "Papua New Guinean"


def adjective_ending_at(tree: Tree, lexicon: Lexicon, token: int) -> tuple[int, tuple[Entry, ...]]:
    """Where the adjective of a state begins that ends at a token, and whose it is: "Sri Lankan", "Turkish"."""
    for start in _starts(tree, lexicon, token):
        entries = lexicon.knowledge.by_adjective(_text(tree, start, token))
        if entries:
            return start, entries
    return token, ()


def people_ending_at(tree: Tree, lexicon: Lexicon, token: int) -> tuple[Entry, ...]:
    """The states of a word for their people that ends at a token: "South Koreans", "Italians"."""
    found = (lexicon.knowledge.by_demonym(_text(tree, start, token)) for start in _starts(tree, lexicon, token))
    return next(filter(None, found), ())


def _text(tree: Tree, start: int, token: int) -> str:
    return tree.texts[token] if start == token else " ".join(tree.texts[start : token + 1])


def _starts(tree: Tree, lexicon: Lexicon, token: int) -> Iterator[int]:
    """Where such words may begin, the longest first: all have capitals, but for a hyphen between two."""
    texts, first = tree.texts, token
    if not texts[token][:1].isupper() or not lexicon.knowledge.may_end_people(texts[token]):
        return
    while first > max(0, token - LONGEST + 1) and tree.sentence[first - 1] == tree.sentence[token]:
        if not texts[first - 1][:1].isupper() and texts[first - 1] != HYPHEN:
            break
        first -= 1
    yield from (start for start in range(first, token + 1) if texts[start] != HYPHEN)
