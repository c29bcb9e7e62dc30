"""The data folder in, documents of examples out: which files are trained on and how often each is seen."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby
from pathlib import Path

from kg.errors import InputError
from kg.train.conllu import read_conllu
from kg.train.corpus import Sentence
from kg.train.names import divided_at_marks, lay_names, read_names
from kg.train.retokenize import Retokenizer

TREEBANKS = ("ewt", "gum")
# Share of a source's sentences seen per epoch: tweets help little and read like nothing else.
BROAD = {"wikigold": 1.0, "crossner_pol": 1.0, "crossner_other": 1.0, "uner_ewt": 1.0, "wnut17": 0.5, "btc": 0.5}
# The same, nearer to edited prose: for the end of a training.
EDITED = {"wikigold": 3.0, "crossner_pol": 1.2, "crossner_other": 1.0, "uner_ewt": 1.0, "wnut17": 0.3, "btc": 0.3}


def find(folder: Path, kind: str, name: str) -> Path:
    """Return the file of a set, gzipped or not."""
    suffix = {"ud": "conllu", "ner": "jsonl"}[kind]
    for path in (folder / kind / f"{name}.{suffix}.gz", folder / kind / f"{name}.{suffix}"):
        if path.exists():
            return path
    raise InputError(f"{folder}: no file {kind}/{name}.{suffix}[.gz]; is this the data folder?")


def treebank_sentences(folder: Path) -> list[Sentence]:
    """Return the training sentences with syntax; those that a name corpus also covers have names."""
    retokenize = Retokenizer()
    treebanks = {name: list(map(retokenize, read_conllu(find(folder, "ud", f"{name}-train")))) for name in TREEBANKS}
    named = list(divided_at_marks(read_names(find(folder, "ner", "gum-train"))))
    treebanks["gum"] = list(lay_names(treebanks["gum"], named))
    return list(chain.from_iterable(treebanks.values()))


def name_sentences(folder: Path) -> dict[str, list[Sentence]]:
    """Return the training sentences that have names only, by source."""
    return {name: list(divided_at_marks(read_names(find(folder, "ner", f"{name}-train")))) for name in BROAD}


def by_document(sentences: Iterable[Sentence]) -> Iterator[Sequence[Sentence]]:
    """Group sentences that follow each other in one document."""
    for _, group in groupby(sentences, key=lambda sentence: sentence.document):
        yield list(group)
