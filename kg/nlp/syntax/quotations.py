"""What stands in quotation marks: tokens in, the spans between the marks out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.nlp.syntax.tree import Tree

STRAIGHT, OPENING, CLOSING = frozenset({'"', "''", "``"}), frozenset({"“"}), frozenset({"”"})
PARAGRAPH = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Quote:
    """The tokens between two quotation marks, half open."""

    start: int
    end: int


def paragraphs(tree: Tree) -> list[int]:
    """The number of the paragraph of each token."""
    number, numbers = 0, []
    for text in tree.texts:
        numbers.append(number)
        number += bool(text.isspace() and PARAGRAPH.search(text))
    return numbers


def quotations(tree: Tree) -> list[Quote]:
    """The quotes of a document; one that no mark closes ends with its paragraph."""
    paragraph = paragraphs(tree)
    found: list[Quote] = []
    start = -1
    for token in range(len(tree)):
        word = tree.words[token]
        if start >= 0 and paragraph[token] != paragraph[start]:
            found.append(Quote(start, token))
            start = -1
        if word in OPENING or (word in STRAIGHT and start < 0):
            start = token + 1
        elif start >= 0 and (word in CLOSING or word in STRAIGHT):
            found.append(Quote(start, token))
            start = -1
    if start >= 0:
        found.append(Quote(start, len(tree)))
    return [quote for quote in found if quote.end > quote.start]
