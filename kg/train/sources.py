"""The data folder in, documents of examples out: which files are trained on and how often each is seen."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from pathlib import Path

from kg.errors import InputError
from kg.train.conllu import read_conllu
from kg.train.corpus import Sentence
from kg.train.names import lay_names, read_names
from kg.train.retokenize import Retokenizer

TREEBANKS = ("ewt", "gum")


@dataclass(frozen=True, slots=True)
class Course:
    """What a run reads, and how."""

    # How often the sentences of a corpus with names only are seen, against each other.
    sources: Mapping[str, float]
    # Words of those corpora for each word of treebank text, were all shares 1: names need fewer epochs than trees.
    names: float = 0.7
    # Share of windows of those corpora that hold one sentence.
    alone: float = 0.6
    # Share of words hidden in them.
    masked: float = 0.04
    # Copies of those corpora with names exchanged, beside the corpora themselves.
    copies: int = 0


# Tweets help little and read like nothing else.
_BROAD = {"wikigold": 1.0, "crossner_pol": 1.0, "crossner_other": 1.0, "uner_ewt": 1.0, "wnut17": 0.5, "btc": 0.5}
BROAD = Course(_BROAD)
# Nearer to edited prose: for the end of a training.
_EDITED = {"wikigold": 3.0, "crossner_pol": 1.2, "crossner_other": 1.0, "uner_ewt": 1.0, "wnut17": 0.3, "btc": 0.3}
EDITED = Course(_EDITED)
# Names above all, in sentences that stand alone, and never twice the same: the runs before know the corpora by heart.
NAMES = Course(_EDITED, names=2.0, alone=0.9, masked=0.1, copies=3)
COURSES = {"broad": BROAD, "edited": EDITED, "names": NAMES}


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
    named = list(read_names(find(folder, "ner", "gum-train")))
    treebanks["gum"] = list(lay_names(treebanks["gum"], named))
    return list(chain.from_iterable(treebanks.values()))


def name_sentences(folder: Path) -> dict[str, list[Sentence]]:
    """Return the training sentences that have names only, by source."""
    return {name: list(read_names(find(folder, "ner", f"{name}-train"))) for name in _BROAD}


def by_document(sentences: Iterable[Sentence]) -> Iterator[Sequence[Sentence]]:
    """Group sentences that follow each other in one document."""
    for _, group in groupby(sentences, key=lambda sentence: sentence.document):
        yield list(group)
