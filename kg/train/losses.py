"""The loss: one part per head; words on which a source is silent count for nothing."""

import torch
from torch import Tensor
from torch.nn import functional

from kg.train.examples import NONE
from kg.train.network import Answers, Arcs, Network
from kg.train.tensors import Batch

WEIGHTS = {"arc": 1.0, "label": 1.0, "upos": 0.3, "xpos": 0.3, "lemma": 0.4, "starts": 1.0, "names": 1.0}
CLOSED = -1e4


def loss(network: Network, batch: Batch, answers: Answers, arcs: Arcs | None) -> dict[str, Tensor]:
    """Return the weighted parts of the loss of one batch."""
    parts = {"names": name_loss(answers.names.float(), batch.names)}
    if arcs is not None:
        parts["upos"] = _cross_entropy(answers.upos, batch.upos)
        parts["xpos"] = _cross_entropy(answers.xpos, batch.xpos)
        parts["lemma"] = _cross_entropy(answers.lemma, batch.lemma)
        parts["starts"] = _start_loss(answers.starts.float(), batch.starts)
        heads = torch.cat([torch.ones_like(batch.word_mask[:, :1]), batch.word_mask], 1)
        parts["arc"] = _cross_entropy(arcs.scores.float().masked_fill(~heads[:, None, :], CLOSED), batch.heads)
        parts["label"] = _label_loss(network, arcs, batch)
    return {name: WEIGHTS[name] * value for name, value in parts.items()}


def name_loss(scores: Tensor, allowed: Tensor) -> Tensor:
    """Return the mean over annotated words of how unlikely the set of allowed tags is."""
    annotated = ~allowed.all(-1)
    missed = torch.logsumexp(scores, -1) - torch.logsumexp(scores.masked_fill(~allowed, CLOSED), -1)
    return missed[annotated].sum() / annotated.sum().clamp(min=1)


def _cross_entropy(scores: Tensor, gold: Tensor) -> Tensor:
    return functional.cross_entropy(scores.float().flatten(0, 1), gold.flatten(), ignore_index=NONE)


def _start_loss(scores: Tensor, gold: Tensor) -> Tensor:
    known = gold != NONE
    return functional.binary_cross_entropy_with_logits(scores[known], gold[known].float())


def _label_loss(network: Network, arcs: Arcs, batch: Batch) -> Tensor:
    known = batch.heads > 0
    rows, words = known.nonzero(as_tuple=True)
    dependents = arcs.dependents[rows, words]
    governors = arcs.governors[rows, batch.heads[known]]
    with torch.autocast("cpu", torch.bfloat16):
        scores = network.arc_labels(dependents, governors)
    return functional.cross_entropy(scores.float(), batch.dep[known], ignore_index=NONE)
