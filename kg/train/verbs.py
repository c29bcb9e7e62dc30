"""Treebank sentences in, a list of the verbs there are out: theirs and those of WordNet, then irregular pasts."""

import gzip
import json
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from kg.errors import ModelError
from kg.train.corpus import Sentence

PACKAGE = "spacy_lookups_data"
# A lemma that the treebanks hold only once may be a typing error.
MIN_COUNT = 2


def verbs(sentences: Iterable[Sentence]) -> list[str]:
    """Return the verbs, sorted, then lines of an irregular past form and its verb: `fought fight`."""
    counts = Counter[str]()
    for sentence in sentences:
        if (syntax := sentence.syntax) is not None:
            counts.update(m for m, upos in zip(syntax.lemma, syntax.upos, strict=True) if upos == "VERB")
    often = {verb for verb, count in counts.items() if count >= MIN_COUNT}
    known = {verb for verb in often | set(_wordnet("en_lemma_index")) if verb.isalpha()}
    return [*sorted(known), *sorted(_irregular_pasts(known))]


def tables() -> Path:
    """Return the folder of spaCy's lookup tables, without importing their package."""
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelError(f"no package {PACKAGE}: install plotgraph[train]")
    return Path(spec.origin).parent / "data"


def _irregular_pasts(known: Container[str]) -> Iterator[str]:
    """Yield the past forms that are not their verb with an ending; edits too rare to be learnt make them."""
    forms: dict[str, list[str]] = _wordnet("en_lemma_exc")
    for form, (verb, *_) in forms.items():
        is_regular = form.startswith(verb) or form.endswith(("ied", "ing", "s"))
        if form.isalpha() and verb in known and not is_regular:
            yield f"{form} {verb}"


def _wordnet(table: str) -> Any:
    """Return what a table of WordNet holds of verbs."""
    with gzip.open(tables() / f"{table}.json.gz", "rt", encoding="utf-8") as lines:
        return json.load(lines)["verb"]
