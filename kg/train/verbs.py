"""Treebank sentences in, a list of the verbs there are out: theirs, and those of WordNet."""

import gzip
import json
from collections import Counter
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from kg.errors import ModelError
from kg.train.corpus import Sentence

PACKAGE = "spacy_lookups_data"
# A lemma that the treebanks hold only once may be a typing error.
MIN_COUNT = 2


def verbs(sentences: Iterable[Sentence]) -> list[str]:
    """Return the verbs, sorted."""
    counts = Counter[str]()
    for sentence in sentences:
        if (syntax := sentence.syntax) is not None:
            counts.update(m for m, upos in zip(syntax.lemma, syntax.upos, strict=True) if upos == "VERB")
    often = {verb for verb, count in counts.items() if count >= MIN_COUNT}
    return sorted(verb for verb in often | _wordnet() if verb.isalpha())


def tables() -> Path:
    """Return the folder of spaCy's lookup tables, without importing their package."""
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelError(f"no package {PACKAGE}: install plotgraph[train]")
    return Path(spec.origin).parent / "data"


def _wordnet() -> set[str]:
    """Return the verbs of WordNet."""
    with gzip.open(tables() / "en_lemma_index.json.gz", "rt", encoding="utf-8") as lines:
        return set(json.load(lines)["verb"])
