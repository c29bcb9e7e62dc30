"""How many: the number that counts a noun, with its bound ("at least 26 people", "dozens", "more than 200")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.lexicon.lexicon import Lexicon
from kg.nlp.syntax.tree import Tree

MULTIPLES = frozenset({12, 100, 1000, 1_000_000})  # "two dozen", "three hundred"
_DIGITS = re.compile(r"\d{1,3}(?:[,. ]\d{3})+|\d+")


@dataclass(frozen=True, slots=True)
class Count:
    """`number` is the count or its lower bound; `exact` tells which."""

    number: int
    exact: bool = True


def number_of(word: str, lexicon: Lexicon) -> int | None:
    """The whole number that a word or figure stands for."""
    if _DIGITS.fullmatch(word):
        return int(re.sub(r"[,. ]", "", word))
    return lexicon.cues.numbers.get(word)


def count_of(tree: Tree, noun: int, lexicon: Lexicon) -> Count | None:
    """How many of a noun there are, where the text gives a number."""
    counters = [child for child in tree.kids(noun, "nummod", "det", "amod", "compound") if child < noun]
    for child in [noun, *counters]:
        number = _value(tree, child, lexicon)
        if number is not None:
            inexact = any(tree.words[c] in lexicon.cues.bounds for c in tree.subtree(child)) if child != noun else False
            return Count(number, not inexact)
    return None


def _value(tree: Tree, token: int, lexicon: Lexicon) -> int | None:
    own = number_of(tree.words[token], lexicon) if tree.pos[token] in ("NUM", "DET", "ADJ", "NOUN") else None
    if own is None:
        return None
    for child in tree.kids(token, "compound", "flat"):
        part = number_of(tree.words[child], lexicon)
        if part is not None:
            own = part * own if own in MULTIPLES else part + own
    return own
