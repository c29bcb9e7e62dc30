"""A text in, rows of atoms out: what the patterns of `ontology/cues/time.yaml` match.

Atoms are cut from the text, not taken from tokens, so that no tokenizer's habits with hyphens and periods matter.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from kg.lexicon.time import TimeGrammar

_ATOM = re.compile(r"""
    (?<![^\W_])[apAP]\.\s?[mM]\b\.?   # a.m.
  | \d{1,3}(?:,\d{3})+(?!\d)          # 2,000 is never a year
  | [^\W\d_]+\d\w*                    # M23, G20
  | [^\W\d_]+ | \d+ | [-–—]{2} | \S""", re.VERBOSE)
_PARAGRAPH = re.compile(r"\n\s*\n")
BREAK = "¶"
_MARKS = str.maketrans({"’": "'", "‘": "'", "´": "'", "“": '"', "”": '"', "–": "-", "—": "¤", "‑": "-"})
_DAY_HALF = re.compile(r"[ap]\.\s?m\.?")


@dataclass(frozen=True, slots=True)
class Atoms:
    """Encoded text; where each atom starts in it; the characters of the document that each stands for.

    `index` tells where each word stands, the digits of a number as zeros.
    """

    encoded: str
    places: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]
    index: Mapping[str, Sequence[int]]

    def around(self, words: Collection[str], reach: int) -> list[tuple[int, int]]:
        """The stretches of encoded text within `reach` characters of some words, merged; all of it without words."""
        if not words:
            return [(0, len(self.encoded))]
        at = sorted(place for word in words for place in self.index.get(word, ()))
        starts = [place for i, place in enumerate(at) if not i or place - at[i - 1] > 2 * reach]
        ends = [place for i, place in enumerate(at, 1) if i == len(at) or at[i] - place > 2 * reach]
        return [(max(start - reach, 0), min(end + reach, len(self.encoded)))
                for start, end in zip(starts, ends, strict=True)]

    def characters(self, start: int, end: int) -> tuple[int, int]:
        """The characters of the document that a stretch of the encoded text stands for."""
        first, last = bisect_right(self.places, start) - 1, bisect_right(self.places, end - 1) - 1
        return self.spans[first][0], self.spans[last][1]


def atoms(text: str, grammar: TimeGrammar) -> Atoms:
    """The atoms of a text; a break stands at its end."""
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    encoded: dict[str, str] = {}
    for match in _ATOM.finditer(text):
        gap = match.start() - spans[-1][1] if spans else 0
        if gap > 1 and _PARAGRAPH.search(text, spans[-1][1], match.start()):
            words.append(BREAK)
            spans.append((match.start(), match.start()))
        word = match[0]
        if word not in encoded:
            encoded[word] = _encode(word, grammar)
        words.append(encoded[word])
        spans.append(match.span())
    places, at = [], 1
    index: dict[str, list[int]] = {}
    for word in words:
        places.append(at)
        index.setdefault("0" * len(word) if word.isdigit() else word, []).append(at)
        at += len(word) + 1
    return Atoms(f" {' '.join([*words, BREAK])} ", tuple(places), tuple(spans), index)


def _encode(word: str, grammar: TimeGrammar) -> str:
    """Lower case; a word that is a time only with a capital and has none is made unlike all words."""
    lower = word.translate(_MARKS).lower()
    if _DAY_HALF.fullmatch(lower):
        return f"{lower[0]}.m."
    return f"_{lower}" if lower in grammar.capital and word[0].islower() else lower.replace(" ", "")
