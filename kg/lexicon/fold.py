"""Names made comparable: case, accents, hyphens, periods and apostrophes do not tell two names apart.

In: a name or a stretch of text. Out: its folded words, or the key under which it is indexed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_LETTERS = str.maketrans({"ı": "i", "İ": "I", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss",
                          "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th",
                          "ə": "a", "Ə": "A", "&": "+"})
_DROPPED = re.compile(r"[.'’‘ʼʻ`´]")  # U.S. is US, Sana'a is Sanaa
_ENDING = re.compile(r"['’]\w")  # what tokenizers cut off: Prosecutor 's Office
_CUT = re.compile(r"\s+(?=['’]\w\b)")
_WORD = re.compile(r"[^\W_]+|\+")


@lru_cache(maxsize=100_000)
def words(text: str) -> tuple[str, ...]:
    """The folded words of a text: `("al", "shabaab")` of `Al-Shabaab`; empty for punctuation."""
    return tuple(_WORD.findall(_plain(text).casefold()))


def token_words(token: str) -> tuple[str, ...]:
    """The folded words of a token of a sentence: none of `'s`, which belongs to the token before."""
    return () if _ENDING.fullmatch(token) else words(token)


def whole_word(tokens: Sequence[str]) -> tuple[str, ...]:
    """The folded words of a token and the ending cut off from it: `("peoples",)` of `People` and `'s`; else nothing."""
    return words("".join(tokens)) if len(tokens) == 2 and _ENDING.fullmatch(tokens[1]) else ()


@lru_cache(maxsize=100_000)
def key(text: str) -> str:
    """The folded words in one string."""
    return " ".join(words(text))


def is_acronym(name: str) -> bool:
    """Whether a name is one word without a small letter: `FSB`, `U.S.`, `MI5`."""
    return len(words(name)) == 1 and name.upper() == name and any(letter.isalpha() for letter in name)


def fits(name: str, surface: str) -> bool:
    """Whether a text equal to a name but for case can be that name.

    An acronym is written in capitals (`MIT`, never `mit`), any other single word with a capital first (`Turkey`, never
    `turkey`); a longer name in any case (`the interior ministry`).
    """
    if is_acronym(name):
        return surface.upper() == surface
    return len(words(name)) > 1 or not surface[:1].islower()


def _plain(text: str) -> str:
    """The text without accents, periods and apostrophes."""
    text = _CUT.sub("", text)
    if text.isascii():
        return _DROPPED.sub("", text.replace("&", "+"))
    decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return _DROPPED.sub("", "".join(letter for letter in decomposed if not unicodedata.combining(letter)))
