"""The text of a page in, its logical lines out: a line each, or a paragraph that was broken at a fixed width."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kg.lexicon.layout import Layout

WRAP_SHORTEST, WRAP_LONGEST = 30, 130  # telegrams break at 65 to 80 characters, editors at up to 120
WRAP_SPREAD = 25  # a line ends early because a long word did not fit: no word is much longer
_ENDED = re.compile(r"[.!?…:][\"'”’»)\]]*(?:\[\d+\])*$")  # perhaps with the number of a footnote
_SPACE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Line:
    """Characters of a text without the blanks around them; `text` is as long, `gap` the number of blank lines above."""

    start: int
    end: int
    text: str
    gap: int

    @property
    def key(self) -> str:
        """The form in which lines are compared."""
        return " ".join(self.text.casefold().split())


def logical_lines(text: str, layout: Layout) -> list[Line]:
    """The lines of a text, those of a wrapped paragraph joined."""
    blocks = list(_blocks(text, layout))
    several = [block for block in blocks if len(block) > 1]
    caps = is_capitals(text)
    wrapped_text = 2 * sum(_mid_sentence(block, caps) for block in several) > len(several)
    result: list[Line] = []
    for block in blocks:
        joined = len(block) > 1 and (_mid_sentence(block, caps) or (wrapped_text and _even(block)))
        result.extend([_join(text, block)] if joined else block)
    return result


def is_capitals(text: str) -> bool:
    """Whether (nearly) all letters are capitals, as in telegrams."""
    sample = text[:20_000]
    upper, lower = sum(map(str.isupper, sample)), sum(map(str.islower, sample))
    return upper > 9 * lower


def ended(text: str) -> bool:
    """Whether a line ends as a sentence does."""
    return bool(_ENDED.search(text))


def _blocks(text: str, layout: Layout) -> Iterator[list[Line]]:
    """Runs of lines without a blank line between them; every item of a list begins one."""
    block: list[Line] = []
    start = gap = 0
    for raw in text.split("\n"):
        left = len(raw) - len(raw.lstrip())
        stripped = raw.strip()
        if stripped:
            if block and (gap or layout.bullet.match(stripped)):
                yield block
                block = []
            begin = start + left
            block.append(Line(begin, begin + len(stripped), _SPACE.sub(" ", stripped), gap))
        gap = 0 if stripped else gap + 1
        start += len(raw) + 1
    if block:
        yield block


def _even(block: list[Line]) -> bool:
    """Whether the lines of a block have the lengths of a paragraph that was broken at a fixed width."""
    full = [len(line.text) for line in block[:-1]]
    return (min(full) >= WRAP_SHORTEST and max(*full, len(block[-1].text)) <= WRAP_LONGEST
            and max(full) - min(full) <= WRAP_SPREAD)


def _mid_sentence(block: list[Line], caps: bool) -> bool:
    """Whether most breaks in a block fall inside a sentence; among capitals only the lengths of lines can tell."""
    if caps and not _even(block):
        return False
    inside = sum(not ended(above.text) and (caps or below.text[0].islower()) for above, below in pairwise(block))
    return 2 * inside >= len(block) - 1


def _join(text: str, block: list[Line]) -> Line:
    start, end = block[0].start, block[-1].end
    return Line(start, end, _SPACE.sub(" ", text[start:end]), block[0].gap)
