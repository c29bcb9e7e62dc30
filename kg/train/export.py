"""Trained weights in, the artefact out: int8 ONNX graphs, vocabulary and label sets in one folder."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from kg.nlp.english import network as shipped
from kg.nlp.english.labels import read_labels
from kg.nlp.english.pieces import WordPieces
from kg.train.network import LABEL_WIDTH, ArcLabels, Network
from kg.train.run import LABELS, VERBS
from kg.train.start import base_folder, mean_of
from kg.train.verbs import tables

OPSET = 17
SAMPLE = ["Police", "in", "Springfield", "said", "on", "Monday", "that", "nobody", "was", "hurt", "."]
# Small and decisive: what these heads cost in full precision is nothing beside the encoder.
FULL_PRECISION = ("/upos/", "/xpos/", "/lemma/edit/", "/names/", "/starts/")


class Window(nn.Module):
    """The network as it is asked at run time: one window, no padding, best tags only."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, shapes: Tensor, firsts: Tensor, endings: Tensor) -> tuple[Tensor, ...]:
        """Return the outputs that `kg.nlp.english.network` names."""
        states = self.network.words(pieces, shapes, firsts, None)
        answers, arcs = self.network.answers(states, endings), self.network.arcs(states)
        edits = answers.lemma[0].topk(shipped.EDITS).indices
        best = (answers.upos[0].argmax(-1), answers.xpos[0].argmax(-1), edits)
        return (*best, answers.names[0], answers.starts[0], arcs.scores[0], arcs.dependents[0], arcs.governors[0])


class BestLabel(nn.Module):
    """The label of each arc."""

    def __init__(self, labels: ArcLabels) -> None:
        super().__init__()
        self.arc_labels = labels

    def forward(self, dependents: Tensor, governors: Tensor) -> Tensor:
        """Return the number of the best label."""
        return self.arc_labels(dependents, governors).argmax(-1)


def export(runs: Sequence[Path], out: Path) -> None:
    """Write the artefact of a training run, or of the mean of runs that went on from each other."""
    out.mkdir(parents=True, exist_ok=True)
    labels = read_labels(runs[-1] / LABELS)
    network = Network(labels)
    network.load_state_dict(mean_of(runs))
    network.eval()
    full = runs[-1] / "model.onnx"
    _write_window(network, base_folder() / shipped.VOCABULARY, full)
    excluded = [n.name for n in onnx.load(full).graph.node if any(part in n.name for part in FULL_PRECISION)]
    # Seven bits of the eight: processors without VNNI add up in 16 bits, which the eighth would overflow. On GUM and
    # PUD this costs nothing (LAS 89.14 against 89.17, 87.47 against 87.44).
    quantize_dynamic(
        full, out / shipped.WEIGHTS, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
        nodes_to_exclude=excluded,
    )
    _write_labels(network, out / shipped.ARC_LABELS)
    shutil.copyfile(base_folder() / shipped.VOCABULARY, out / shipped.VOCABULARY)
    shutil.copyfile(runs[-1] / VERBS, out / shipped.VERBS)
    shutil.copyfile(tables() / "en_license.txt", out / "verbs.LICENSE.txt")
    labels.write(out / shipped.LABELS)


def _write_window(network: Network, vocabulary: Path, path: Path) -> None:
    window = WordPieces(vocabulary).window(SAMPLE)
    sample = tuple(torch.tensor([row]) for row in (window.numbers, window.shapes, window.firsts, window.endings))
    axes = {"pieces": {1: "pieces"}, "shapes": {1: "pieces"}, "firsts": {1: "words"}, "endings": {1: "words"}}
    axes |= {name: {0: "words"} for name in shipped.OUTPUTS}
    axes |= {"arcs": {0: "words", 1: "places"}, "governors": {0: "places"}}
    torch.onnx.export(
        Window(network), sample, path, dynamic_axes=axes, opset_version=OPSET, dynamo=False,
        input_names=["pieces", "shapes", "firsts", "endings"], output_names=list(shipped.OUTPUTS),
    )


def _write_labels(network: Network, path: Path) -> None:
    sample = (torch.zeros(3, LABEL_WIDTH), torch.zeros(3, LABEL_WIDTH))
    torch.onnx.export(
        BestLabel(network.arc_labels), sample, path, input_names=["dependents", "governors"], output_names=["labels"],
        dynamic_axes={"dependents": {0: "arcs"}, "governors": {0: "arcs"}, "labels": {0: "arcs"}},
        opset_version=OPSET, dynamo=False,
    )
