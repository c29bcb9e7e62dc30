"""A word of a tree in, the states out whose adjective or people it names, alone or with the words before it."""

from __future__ import annotations

from kg.lexicon.lexicon import Lexicon
from kg.lexicon.names import Entry
from kg.nlp.syntax.tree import Tree

LONGEST = 3  # words of an adjective: "Papua New Guinean"


def adjective_ending_at(tree: Tree, lexicon: Lexicon, token: int) -> tuple[int, tuple[Entry, ...]]:
    """Where the adjective of a state begins that ends at a token, and whose it is: "Sri Lankan", "Turkish"."""
    for start in range(max(0, token - LONGEST + 1), token + 1):
        entries = lexicon.knowledge.by_adjective(tree.doc[start : token + 1].text)
        if entries and tree.sentence[start] == tree.sentence[token] and tree.pos[start] != "PUNCT":
            return start, entries
    return token, ()


def people_ending_at(tree: Tree, lexicon: Lexicon, token: int) -> tuple[Entry, ...]:
    """The states of a word for their people that ends at a token: "South Koreans", "Italians"."""
    for start in range(max(0, token - LONGEST + 1), token + 1):
        entries = lexicon.knowledge.by_demonym(tree.doc[start : token + 1].text)
        if entries and tree.sentence[start] == tree.sentence[token] and tree.pos[start] != "PUNCT":
            return entries
    return ()
