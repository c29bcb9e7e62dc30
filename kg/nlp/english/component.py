"""A tokenized doc in, the same doc with tags, lemmas, tree, sentences and names out: the component spaCy calls."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from kg.nlp.english.labels import ROOT, read_labels
from kg.nlp.english.lemmas import Lemmatizer
from kg.nlp.english.names import divided, marks_apart
from kg.nlp.english.network import LABELS, VERBS, Network
from kg.nlp.english.reader import INSIDE, START, UNKNOWN, Analysis, Ints, Reader
from kg.resources import package_file

FACTORY = "plotgraph_english"
# The tags of a verb in the past and of its past participle.
PASTS = ("VBD", "VBN")
# spaCy's own marks for white space and for the root, the same in all its pipelines.
SPACE_POS, SPACE_TAG, SPACE_DEP, SPACY_ROOT = "SPACE", "_SP", "dep", "ROOT"
# What is remembered of words is dropped beyond this many, to bound the memory of a long run.
MEMORY = 500_000
Hashes = NDArray[np.uint64]
ATTRIBUTES: list[int | str] = ["POS", "TAG", "LEMMA", "DEP", "HEAD"]


class English:
    """The trained English pipeline as one component."""

    def __init__(self, vocab: Vocab, folder: Path) -> None:
        """Load the artefact; strings go into the vocabulary of the pipeline."""
        self._folder = folder
        self._vocab = vocab
        labels = read_labels(folder / LABELS)
        self.labels = tuple(SPACY_ROOT if label == ROOT else label for label in labels.dep)
        self._network = Network(folder)
        self._reader = Reader(self._network, labels)
        self._upos = self._hashes(labels.upos)
        self._xpos = self._hashes(labels.xpos)
        self._dep = self._hashes(self.labels)
        verbs = (folder / VERBS).read_text(encoding="utf-8").splitlines()
        self._lemmatizer = Lemmatizer(labels.lemma, verbs)
        self._verb = labels.upos.index("VERB")
        self._pasts = [number for number, tag in enumerate(labels.xpos) if tag in PASTS]

    def __reduce__(self) -> tuple[type["English"], tuple[Vocab, Path]]:
        """Another process loads the weights anew."""
        return English, (self._vocab, self._folder)

    def __call__(self, doc: Doc) -> Doc:
        """Annotate the doc; sentence starts that are already set stay as they are."""
        words, known, places = _words(doc)
        self._write(doc, words, places, self._reader.read(words, known) if words else None)
        self._network.pieces.forget(MEMORY)
        self._lemmatizer.forget(MEMORY)
        return doc

    def to_disk(self, path: Path, exclude: Any = ()) -> None:
        """Write nothing: the weights are part of the package."""

    def from_disk(self, path: Path, exclude: Any = ()) -> "English":
        """Read nothing: the weights are part of the package."""
        return self

    def to_bytes(self, exclude: Any = ()) -> bytes:
        """Write nothing: the weights are part of the package."""
        return b""

    def from_bytes(self, data: bytes, exclude: Any = ()) -> "English":
        """Read nothing: the weights are part of the package."""
        return self

    def _hashes(self, strings: Iterable[str]) -> Hashes:
        return np.array([self._vocab.strings.add(string) for string in strings], dtype=np.uint64)

    def _lemmas(self, words: list[str], analysis: Analysis) -> Hashes:
        verbs = analysis.upos == self._verb
        pasts = verbs & np.isin(analysis.xpos, self._pasts)
        rows = zip(words, analysis.lemma.tolist(), verbs.tolist(), pasts.tolist(), strict=True)
        return self._hashes([self._lemmatizer(*row) for row in rows])

    def _write(self, doc: Doc, words: list[str], places: Ints, analysis: Analysis | None) -> None:
        """Fill the doc in one go; white space hangs on the word before it, or on the first."""
        table = np.zeros((len(doc), 5), dtype=np.uint64)
        table[:, 0], table[:, 1], table[:, 3] = self._hashes((SPACE_POS, SPACE_TAG, SPACE_DEP))
        table[:, 2] = doc.to_array(["ORTH"]).ravel() if len(places) < len(doc) else 0
        heads = np.zeros(len(doc), dtype=np.int64)
        if analysis is None:
            table[:1, 3] = self._hashes((SPACY_ROOT,))
        else:
            table[places, 0] = self._upos[analysis.upos]
            table[places, 1] = self._xpos[analysis.xpos]
            table[places, 2] = self._lemmas(words, analysis)
            table[places, 3] = self._dep[analysis.dep]
            before = np.searchsorted(places, np.arange(len(doc)), side="right") - 1
            heads = places[np.maximum(before, 0)]
            heads[places] = places[analysis.heads]
        table[:, 4] = (heads - np.arange(len(doc))).astype(np.int64).view(np.uint64)
        doc.from_array(ATTRIBUTES, table)  # type: ignore[arg-type]
        if analysis is not None:
            names = divided(analysis.names, marks_apart(words, _spaces(doc, places)))
            doc.set_ents([Span(doc, places[a], places[b - 1] + 1, label=label) for a, b, label in names])


def _spaces(doc: Doc, places: Ints) -> list[bool]:
    """Return of each word whether white space of any kind follows it."""
    table = doc.to_array(["SPACY", "IS_SPACE"]).reshape(len(doc), 2)
    followed = (table[:, 0] != 0) | np.append(table[1:, 1] != 0, True)
    spaces: list[bool] = followed[places].tolist()
    return spaces


def _words(doc: Doc) -> tuple[list[str], Ints, Ints]:
    """Return the words that are not white space, what is known of their sentence starts, and their places."""
    table = doc.to_array(["ORTH", "IS_SPACE", "SENT_START"]).reshape(len(doc), 3)
    places = np.flatnonzero(table[:, 1] == 0)
    given = table[:, 2].astype(np.int64)
    # spaCy calls the first token of every doc a start.
    given[:1] = UNKNOWN
    known = given[places]
    for space in np.flatnonzero(table[:, 1]).tolist():
        after = np.searchsorted(places, space)
        breaks = given[space] == START or (given[space] == UNKNOWN and doc[space].text.count("\n") > 1)
        if breaks and after < len(places) and known[after] != INSIDE:
            known[after] = START
    strings = doc.vocab.strings
    return [strings[orth] for orth in table[places, 0].tolist()], known, places


@Language.factory(
    FACTORY,
    assigns=["token.pos", "token.tag", "token.lemma", "token.dep", "token.head", "token.is_sent_start", "doc.ents"],
    default_config={"folder": None},
)
def make_english(nlp: Language, name: str, folder: str | None) -> English:
    """Make the component; the folder is that of another artefact, for evaluation."""
    return English(nlp.vocab, Path(folder) if folder else package_file("nlp", "model"))
