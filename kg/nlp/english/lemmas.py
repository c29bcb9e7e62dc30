"""Lemmas as edit scripts: `c0:`, `c3:y`… = what to cut from a word's end and what to add; `k…` keeps capitals."""

from collections.abc import Iterable, Sequence


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
    added = add.upper() if keep and len(word) > 1 and word.isupper() else add
    return (base[: len(base) - cut] + added) or base


class Lemmatizer:
    """Applies the edits that the network ranks highest; of a verb, the first that makes a verb there is.

    Irregular pasts are looked up: most are too rare for their edit to be learnt.
    """

    def __init__(self, edits: Sequence[str], verbs: Iterable[str]) -> None:
        """Take the edits by number, and the verbs: one a line, or an irregular past and its verb."""
        self._edits = [parse(edit) for edit in edits]
        lines = [line.split() for line in verbs]
        self._verbs = frozenset(line[0] for line in lines if len(line) == 1)
        self._pasts = dict(line for line in lines if len(line) == 2)
        self._known: dict[tuple[str, int], str] = {}

    def __call__(self, word: str, ranked: Sequence[int], is_verb: bool, is_past: bool) -> str:
        """Return the lemma of a word."""
        if is_past and (verb := self._pasts.get(word.lower())):
            return verb
        best = self._apply(word, ranked[0])
        if is_verb and best not in self._verbs:
            return next((other for other in self._others(word, ranked) if other in self._verbs), best)
        return best

    def forget(self, limit: int) -> None:
        """Drop what is remembered once it exceeds the limit."""
        if len(self._known) > limit:
            self._known.clear()

    def _others(self, word: str, ranked: Sequence[int]) -> list[str]:
        return [self._apply(word, edit) for edit in ranked[1:]]

    def _apply(self, word: str, edit: int) -> str:
        known = self._known.get((word, edit))
        if known is None:
            known = self._known[word, edit] = lemma(word, self._edits[edit])
        return known
