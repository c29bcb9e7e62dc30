"""The language pipeline by name: the one that ships with Plotgraph, or any other that spaCy can load."""

from pathlib import Path
from typing import Literal

import spacy
from spacy.language import Language

from kg.errors import ModelError
from kg.nlp.english.component import FACTORY

Scheme = Literal["ud", "clear"]
# Windows bound the memory, so a text may be far longer than the million letters that spaCy allows.
MAX_LETTERS = 1_000_000_000
# Labels that only the one or the other scheme has.
UD_LABELS, CLEAR_LABELS = frozenset({"obl", "nsubj:pass"}), frozenset({"pobj", "nsubjpass"})


def load(name: str | None = None, folder: Path | None = None) -> Language:
    """Load the shipped English pipeline, or another by the name of its package or its path.

    `folder` takes the weights of the English pipeline from elsewhere than the package.
    """
    if name is None:
        nlp = spacy.blank("en", meta={"name": "plotgraph"})
        nlp.max_length = MAX_LETTERS
        nlp.add_pipe(FACTORY, config={"folder": str(folder) if folder else None})
        return nlp
    try:
        return spacy.load(name)
    except (OSError, ImportError, ValueError) as error:
        raise ModelError(
            f"no language pipeline {name!r}: give the name of an installed spaCy pipeline or its folder ({error})"
        ) from error


def label_scheme(nlp: Language) -> Scheme:
    """Say by which scheme the pipeline labels dependencies: Universal Dependencies, or English CLEAR."""
    for name in (FACTORY, "parser"):
        if nlp.has_pipe(name):
            labels = set(nlp.get_pipe(name).labels)  # type: ignore[attr-defined]
            if labels & UD_LABELS:
                return "ud"
            if labels & CLEAR_LABELS:
                return "clear"
    raise ModelError(f"the pipeline {nlp.meta.get('name')!r} has no dependency parser with labels that are known here")
