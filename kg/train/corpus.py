"""What a training or test sentence is, whatever file it came from."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from kg.nlp.english.labels import NAME_TAGS

Allowed = NDArray[np.bool_]
Span = tuple[int, int, str]
TAG_NUMBERS = {tag: i for i, tag in enumerate(NAME_TAGS)}


@dataclass(frozen=True, slots=True)
class Syntax:
    """Tags, lemmas and a tree; heads count from 1 within the sentence, 0 is the root."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    lemma: tuple[str, ...]
    heads: tuple[int, ...]
    dep: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """Name spans, the labels that the source does not annotate, and spans that may be anything."""

    spans: tuple[Span, ...]
    unlabelled: tuple[str, ...] = ()
    ignore: tuple[tuple[int, int], ...] = ()
    # Labels that the source annotates under the name of another: {"EVENT": "MISC"}.
    merged: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a source; syntax and names are each there only where the source annotates them."""

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    document: str
    opens_paragraph: bool = False
    syntax: Syntax | None = None
    names: Names | None = None

    def with_names(self, names: Names) -> "Sentence":
        """Return the sentence with names added."""
        return replace(self, names=names)


def allowed_tags(size: int, names: Names) -> Allowed:
    """Return which name tags each word may have: one where the source says so, several where it is silent."""
    allowed = np.zeros((size, len(NAME_TAGS)), dtype=bool)
    allowed[:, TAG_NUMBERS["O"]] = True
    merged = dict(names.merged)
    for label in names.unlabelled:
        if label not in merged:
            _open(allowed, 0, size, label)
    for start, end in names.ignore:
        for label in ("EVENT", "MISC"):
            _open(allowed, start, end, label)
    for start, end, label in names.spans:
        allowed[start:end] = False
        for also in (label, *(part for part, whole in merged.items() if whole == label)):
            allowed[start, TAG_NUMBERS[f"B-{also}"]] = True
            allowed[start + 1 : end, TAG_NUMBERS[f"I-{also}"]] = True
    return allowed


def _open(allowed: Allowed, start: int, end: int, label: str) -> None:
    allowed[start:end, TAG_NUMBERS[f"B-{label}"]] = True
    allowed[start:end, TAG_NUMBERS[f"I-{label}"]] = True
