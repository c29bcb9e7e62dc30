"""Lemmas as edit scripts: `c0:`, `c3:y`… = what to cut from a word's end and what to add; `k…` keeps capitals."""


def script(word: str, lemma: str) -> str:
    """Return the edit that makes the lemma from the word."""
    lower, target = word.lower(), lemma.lower()
    same = 0
    while same < min(len(lower), len(target)) and lower[same] == target[same]:
        same += 1
    keep = "k" if lemma != target else "c"
    return f"{keep}{len(lower) - same}:{target[same:]}"


def parse(edit: str) -> tuple[bool, int, str]:
    """Split an edit script into: capitals kept?, letters cut, letters added."""
    cut, _, add = edit[1:].partition(":")
    return edit[0] == "k", int(cut), add


def lemma(word: str, edit: tuple[bool, int, str]) -> str:
    """Apply an edit; a word shorter than the cut is its own lemma."""
    keep, cut, add = edit
    base = word if keep else word.lower()
    if cut > len(base):
        return base
    return (base[: len(base) - cut] + add) or base
