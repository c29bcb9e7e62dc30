"""A window of words in, the network's answers out: one pass of the ONNX graph, and a tiny one for arc labels."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from kg.errors import ModelError
from kg.nlp.english.pieces import Pieces, WordPieces

WEIGHTS, ARC_LABELS = "model.int8.onnx", "arc_labels.onnx"
VOCABULARY, LABELS, VERBS = "vocab.txt", "labels.json", "verbs.txt"
# How many edits the network names for each lemma, the best first.
EDITS = 4
OUTPUTS = ("upos", "xpos", "lemma", "names", "starts", "arcs", "dependents", "governors")
Ints = NDArray[np.int64]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Answers:
    """Of each word: best tags and lemma edits; scores of name tags, sentence starts and heads (column 0 = root)."""

    upos: Ints
    xpos: Ints
    lemma: Ints
    names: Floats
    starts: Floats
    arcs: Floats
    dependents: Floats
    governors: Floats


def session(path: Path) -> onnxruntime.InferenceSession:
    """Open a graph on one thread: the order of additions, so every output, is then the same everywhere."""
    if not path.exists():
        raise ModelError(f"{path}: the trained English pipeline is not there; reinstall plotgraph")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


class Network:
    """The two graphs and the vocabulary of one trained pipeline."""

    def __init__(self, folder: Path) -> None:
        """Load from the folder of the artefact."""
        self.pieces = WordPieces(folder / VOCABULARY)
        self._main = session(folder / WEIGHTS)
        self._inputs = [given.name for given in self._main.get_inputs()]
        self._arc_labels = session(folder / ARC_LABELS)

    def read(self, words: list[str]) -> Answers:
        """Run the encoder and all heads over one window, never padded: quantization looks at the whole input."""
        return self.run(self.feed(self.pieces.window(words)))

    def feed(self, window: Pieces) -> dict[str, Ints]:
        """Return a window as the graph takes it."""
        feed = {
            "pieces": np.array([window.numbers]),
            "shapes": np.array([window.shapes]),
            "firsts": np.array([window.firsts]),
            "endings": np.array([window.endings]),
        }
        return {name: feed[name] for name in self._inputs}

    def run(self, feed: dict[str, Ints]) -> Answers:
        """Run the graph alone."""
        return Answers(*self._main.run(OUTPUTS, feed))

    def arc_labels(self, dependents: Floats, governors: Floats) -> Ints:
        """Return the best label of each arc, given the views of its two ends."""
        labels: Ints = self._arc_labels.run(["labels"], {"dependents": dependents, "governors": governors})[0]
        return labels
