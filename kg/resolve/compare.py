"""Two profiles in, a score with its reasons out, or a veto. To add evidence: a function, and its row in the table."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import Levenshtein

from kg.resolve.background import Background
from kg.resolve.names import rhymes, sounds
from kg.resolve.profile import Context, Profile

MERGE = 0.8  # a full name alone merges; a bare or similar one needs what else the documents say
DOUBT = 0.55  # from here on a person should have a look
SHARED = 0.15  # per companion: a surname needs two of them, a similar spelling too
SHARED_AT_MOST = 0.3
TWO_ENTRIES = "linked to two entries"
TYPO_LENGTH = 7  # shorter names differ by one letter too often (Iran, Iraq)
KEPT = 2  # letters at each end that a slip leaves alone
TYPO_SCORE = 0.85  # one letter in seven


@dataclass(frozen=True, slots=True)
class Pair:
    """Two profiles to compare, with what their documents both name."""

    left: Profile
    right: Profile
    background: Background
    shared: int = 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """The score of a pair (0 to 1) and the reasons for it; a veto is a reason why they can never be one thing."""

    score: float
    reasons: tuple[str, ...]
    veto: str = ""


def same_name(pair: Pair) -> float:
    """The folded words are equal, and the name is enough to know the thing by."""
    return float(pair.left.words == pair.right.words and not _bare(pair))


def same_bare_name(pair: Pair) -> float:
    """The folded words are equal, but many things are called so."""
    return float(pair.left.words == pair.right.words and _bare(pair))


def same_sound(pair: Pair) -> float:
    """Two ways to write one name of at least two words in Latin letters."""
    return float(pair.left.words != pair.right.words and len(pair.left.words) > 1 and not _bare(pair)
                 and _sound_alike(pair))


def same_bare_sound(pair: Pair) -> float:
    """Two ways to write a name that is no evidence alone."""
    return float(pair.left.words != pair.right.words and (_bare(pair) or len(pair.left.words) < 2)
                 and _sound_alike(pair))


def similar_spelling(pair: Pair) -> float:
    """One word of several differs by a letter inside it: perhaps a slip."""
    left, right = _sounds(pair)
    if len(left) != len(right) or len(left) < 2 or _sound_alike(pair):
        return 0.0
    apart = [(a, b) for a, b in zip(left, right, strict=True) if not rhymes(a, b)]
    return float(len(apart) == 1 and _slip(*apart[0]))


def surname_of(pair: Pair) -> float:
    """A person's last name alone, against a full name that ends in it."""
    short, full = sorted((pair.left.words, pair.right.words), key=len)
    persons = all("Person" in profile.types for profile in (pair.left, pair.right))
    return float(persons and len(short) == 1 < len(full) and full[-1] == short[0])


def same_context(pair: Pair) -> float:
    """The documents say the same of both: of one state, in one place, born on one day."""
    return float(bool(pair.left.context & pair.right.context))


def shared_companions(pair: Pair) -> float:
    """The documents also name the same other things."""
    return min(SHARED_AT_MOST, SHARED * pair.shared) / SHARED_AT_MOST


SCORES: dict[Callable[[Pair], float], float] = {
    same_name: 0.9,
    same_sound: 0.85,
    same_bare_name: 0.6,
    same_bare_sound: 0.55,
    similar_spelling: 0.55,
    surname_of: 0.55,
    same_context: 0.25,
    shared_companions: SHARED_AT_MOST,
}
NAMES = (same_name, same_bare_name, same_sound, same_bare_sound, similar_spelling)


def compare(pair: Pair) -> Comparison:
    """The score of a pair: the sum of its evidence by the table, at most 1."""
    veto = conflict(pair)
    return added([(function.__name__, weight * function(pair)) for function, weight in SCORES.items()], veto)


def added(parts: Iterable[tuple[str, float]], veto: str = "") -> Comparison:
    """The sum of named pieces of evidence, at most 1, with those that count as reasons."""
    telling = [(name, part) for name, part in parts if part]
    return Comparison(min(1.0, round(sum(part for _, part in telling), 4)),
                      tuple(_reason(name, part) for name, part in telling), veto)


@cache  # few differ, and a large corpus has millions of comparisons
def _reason(name: str, part: float) -> str:
    return f"{name.replace('_', ' ')} {part:+.2f}"


def conflict(pair: Pair) -> str:
    """Why the two can never be one thing; empty if they can."""
    left, right = pair.left, pair.right
    if left.iri and right.iri and left.iri != right.iri:
        return TWO_ENTRIES
    if not any(pair.background.compatible(a, b) for a in left.types for b in right.types):
        return "different types"
    if left.words != right.words and left.documents & right.documents:
        return "one document tells them apart"
    if min(len(left.words), len(right.words)) > 1 and not any(name(pair) for name in NAMES):
        return "different names"  # what fits both, such as a surname, does not make them one
    return contradiction(left.context, right.context)


def contradiction(left: Context, right: Context) -> str:
    """The first dimension in which two contexts have values but none in common; empty if there is none."""
    for dimension in sorted({name for name, _ in left} & {name for name, _ in right}):
        if not _values(left, dimension) & _values(right, dimension):
            return f"different {dimension}"
    return ""


def _values(context: Iterable[tuple[str, str]], dimension: str) -> set[str]:
    return {value for name, value in context if name == dimension}


def _bare(pair: Pair) -> bool:
    return pair.left.bare or pair.right.bare


def _sounds(pair: Pair) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return sounds(pair.left.words, pair.background.identity), sounds(pair.right.words, pair.background.identity)


def _sound_alike(pair: Pair) -> bool:
    left, right = _sounds(pair)
    return len(left) == len(right) and all(rhymes(a, b) for a, b in zip(left, right, strict=True))


def _slip(left: str, right: str) -> bool:
    inside = left[:KEPT] == right[:KEPT] and left[-KEPT:] == right[-KEPT:]  # ends carry gender, beginnings direction
    return inside and min(len(left), len(right)) >= TYPO_LENGTH and \
        Levenshtein.normalized_similarity(left, right) >= TYPO_SCORE
