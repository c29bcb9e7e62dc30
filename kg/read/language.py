"""Text in, `en` or `und` out: whether it is English at all, by its script and its share of English function words."""

from __future__ import annotations

import re

from kg.lexicon.layout import Layout

SAMPLE_WORDS = 1000
ENOUGH_WORDS = 20  # of fewer words nothing can be said; they are taken for English
ENGLISH = 0.15  # news in English, lists of headlines included, has 0.2 to 0.45; German, French, Spanish below 0.1
LATIN = 0.7  # of the letters: names in other scripts may stand in an English text
_LATIN_LETTERS = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_LETTERS = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"\w+")


def language(text: str, layout: Layout) -> str:
    """`en`, or `und` for a text with hardly any English function words."""
    sample = text[:10 * SAMPLE_WORDS]
    if len(_LATIN_LETTERS.findall(sample)) < LATIN * len(_LETTERS.findall(sample)):
        return "und"
    words = [match[0].casefold() for match, _ in zip(_WORD.finditer(text), range(SAMPLE_WORDS), strict=False)]
    if len(words) < ENOUGH_WORDS:
        return "en"
    return "en" if sum(word in layout.function_words for word in words) >= ENGLISH * len(words) else "und"
