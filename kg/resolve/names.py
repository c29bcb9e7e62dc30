"""The folded words of a name in, what can be compared out: how they sound, and their consonants for blocking."""

from __future__ import annotations

from functools import lru_cache

from kg.lexicon.identity import Identity

_CACHE = 1 << 18
_VOWELS = frozenset("aeiu")  # the spellings table writes o as u


@lru_cache(_CACHE)
def sounds(words: tuple[str, ...], identity: Identity) -> tuple[str, ...]:
    """How the words sound, sorted by consonants: spellings made equal, particles dropped unless nothing else is left.

    Names repeat across documents, so results are kept.
    """
    kept = tuple(word for word in words if word not in identity.particles) or words
    heard = " ".join(_sound(word, identity) for word in kept).split()
    return tuple(sorted(heard, key=lambda sound: (skeleton(sound), sound)))


def skeleton(sound: str) -> str:
    """The consonants of a sound; a vowel counts only as the first letter, and all vowels alike."""
    consonants = "".join(letter for letter in sound[1:] if letter not in _VOWELS)
    return ("a" if sound[0] in _VOWELS else sound[0]) + consonants


def rhymes(left: str, right: str) -> bool:
    """Whether two sounds are one: letter by letter, where `e` may be any vowel but not `a` at the beginning."""
    return len(left) == len(right) and all(
        a == b or (_near(a, b) and (place > 0 or "a" not in (a, b)))
        for place, (a, b) in enumerate(zip(left, right, strict=True)))


def _near(left: str, right: str) -> bool:
    return "e" in (left, right) and left in _VOWELS and right in _VOWELS


def _sound(word: str, identity: Identity) -> str:
    for pattern, replacement in identity.spellings:
        word = pattern.sub(replacement, word)
    return word
