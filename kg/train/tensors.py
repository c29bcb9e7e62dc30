"""A list of examples in, padded tensors out."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from kg.nlp.english.labels import NAME_TAGS
from kg.nlp.english.pieces import ENDINGS
from kg.train.batches import Item
from kg.train.examples import NONE


@dataclass(frozen=True, slots=True)
class Batch:
    """One batch: encoder input, masks, and what is to be learned."""

    pieces: Tensor
    shapes: Tensor
    firsts: Tensor
    endings: Tensor
    piece_mask: Tensor
    word_mask: Tensor
    upos: Tensor
    xpos: Tensor
    lemma: Tensor
    heads: Tensor
    dep: Tensor
    starts: Tensor
    names: Tensor

    @property
    def has_syntax(self) -> bool:
        """Whether any word has a head."""
        return bool((self.heads != NONE).any())


def tensors(items: Sequence[Item]) -> Batch:
    """Pad a batch."""
    length = max(len(pieces.numbers) for _, pieces in items)
    size = max(len(example.words) for example, _ in items)
    lengths = torch.tensor([len(pieces.numbers) for _, pieces in items])
    sizes = torch.tensor([len(example.words) for example, _ in items])
    names = np.ones((len(items), size, len(NAME_TAGS)), dtype=bool)
    for row, (example, _) in enumerate(items):
        names[row, : len(example.words)] = example.names
    fields = {
        name: _padded([getattr(example, name) for example, _ in items], size, NONE)
        for name in ("upos", "xpos", "lemma", "heads", "dep", "starts")
    }
    return Batch(
        pieces=_padded([pieces.numbers for _, pieces in items], length, 0),
        shapes=_padded([pieces.shapes for _, pieces in items], length, 0),
        firsts=_padded([pieces.firsts for _, pieces in items], size, 0),
        endings=_padded_endings([pieces.endings for _, pieces in items], size),
        piece_mask=torch.arange(length) < lengths[:, None],
        word_mask=torch.arange(size) < sizes[:, None],
        names=torch.from_numpy(names),
        **fields,
    )


def _padded(rows: Sequence[Sequence[int]], size: int, fill: int) -> Tensor:
    padded = np.full((len(rows), size), fill, dtype=np.int64)
    for i, row in enumerate(rows):
        padded[i, : len(row)] = row
    return torch.from_numpy(padded)


def _padded_endings(rows: Sequence[Sequence[Sequence[int]]], size: int) -> Tensor:
    padded = np.zeros((len(rows), size, len(ENDINGS)), dtype=np.int64)
    for i, row in enumerate(rows):
        padded[i, : len(row)] = row
    return torch.from_numpy(padded)
