"""The network: a BERT encoder with case shapes, and one light head per question."""

from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from kg.nlp.english.labels import NAME_TAGS, Labels
from kg.nlp.english.pieces import ENDING_NUMBERS, SHAPES

WIDTH, LAYERS, HEADS, INNER, POSITIONS, VOCABULARY = 384, 6, 12, 1536, 512, 30522
MASKED = -1e4
ARC_WIDTH, LABEL_WIDTH, LEMMA_WIDTH = 256, 256, 256


class Dropout(nn.Module):
    """Dropout that draws eight places from each random number: torch's own takes 28 % of a step on a processor."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.floor = round(256 * rate)

    def forward(self, states: Tensor) -> Tensor:
        """Drop places while training."""
        if not self.training or not self.floor:
            return states
        size = states.numel()
        drawn = torch.empty(size // 8 + 1, dtype=torch.int64).random_(-(2**63), None).view(torch.uint8)[:size]
        kept = (drawn >= self.floor).view(states.shape)
        return states * kept * (256 / (256 - self.floor))


class Block(nn.Module):
    """One transformer layer, post-norm as in BERT, with a single matrix for query, key and value."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm_attention = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm_output = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = Dropout(dropout)

    def attend(self, states: Tensor, mask: Tensor | None) -> Tensor:
        """Mix the states of a window, in plain operations: they export well, and train faster than the fused one."""
        batch, length, _ = states.shape
        parts = self.qkv(states).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        query, key, value = parts[0], parts[1], parts[2]
        scores = query * (WIDTH // HEADS) ** -0.5 @ key.transpose(2, 3)
        if mask is not None:
            scores = scores.masked_fill(~mask, MASKED)
        mixed = scores.softmax(-1) @ value
        return self.out(mixed.transpose(1, 2).reshape(batch, length, WIDTH))

    def forward(self, states: Tensor, mask: Tensor | None) -> Tensor:
        """Attention, then the two-layer network, each added to its input and normalized."""
        states = self.norm_attention(states + self.dropout(self.attend(states, mask)))
        inner = functional.gelu(self.up(states))
        return self.norm_output(states + self.dropout(self.down(inner)))


class Encoder(nn.Module):
    """Pieces and case shapes in, one state per piece out."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.pieces = nn.Embedding(VOCABULARY, WIDTH)
        self.places = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(len(SHAPES), WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = Dropout(dropout)
        self.blocks = nn.ModuleList([Block(dropout) for _ in range(LAYERS)])

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor | None) -> Tensor:
        """Encode; the mask tells true pieces from padding."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        states = self.pieces(pieces) + self.places(places) + self.shapes(shapes)
        states = self.dropout(self.norm(states))
        wide = None if mask is None else mask[:, None, None, :]
        for block in self.blocks:
            states = block(states, wide)
        return states


class Answers(NamedTuple):
    """What the heads say of each word; `dependents` and `governors` have the root at place 0."""

    upos: Tensor
    xpos: Tensor
    lemma: Tensor
    names: Tensor
    starts: Tensor


class Arcs(NamedTuple):
    """Arc scores [word, head] and the two views of each word from which an arc's label is read."""

    scores: Tensor
    dependents: Tensor
    governors: Tensor


def _view(width: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(WIDTH, width), nn.GELU(), Dropout(0.2))


class ArcLabels(nn.Module):
    """The label of an arc from the views of its two ends: half multiplied, half added."""

    def __init__(self, labels: int) -> None:
        super().__init__()
        self.label = nn.Linear(LABEL_WIDTH, labels)

    def forward(self, dependent: Tensor, governor: Tensor) -> Tensor:
        """Score every label of every given arc."""
        half = LABEL_WIDTH // 2
        product = dependent[..., :half] * governor[..., :half]
        added = functional.relu(dependent[..., half:] + governor[..., half:])
        return self.label(torch.cat([product, added], -1))


class Lemmas(nn.Module):
    """The edit that makes a word's lemma, from its state in the sentence and its last letters."""

    def __init__(self, edits: int) -> None:
        super().__init__()
        self.state = nn.Linear(WIDTH, LEMMA_WIDTH)
        self.endings = nn.Embedding(ENDING_NUMBERS, LEMMA_WIDTH)
        nn.init.normal_(self.endings.weight, std=0.1)
        self.dropout = Dropout(0.2)
        self.edit = nn.Linear(LEMMA_WIDTH, edits)

    def forward(self, words: Tensor, endings: Tensor) -> Tensor:
        """Score every edit of every word."""
        mixed = functional.gelu(self.state(words) + self.endings(endings).sum(-2))
        return self.edit(self.dropout(mixed))


class Network(nn.Module):
    """One encoder, all heads."""

    def __init__(self, labels: Labels, dropout: float = 0.15) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.dropout = Dropout(dropout)
        self.upos = nn.Linear(WIDTH, len(labels.upos))
        self.xpos = nn.Linear(WIDTH, len(labels.xpos))
        self.lemma = Lemmas(len(labels.lemma))
        self.names = nn.Linear(WIDTH, len(NAME_TAGS))
        self.starts = nn.Linear(WIDTH, 1)
        self.arc_dependent, self.arc_head = _view(ARC_WIDTH), _view(ARC_WIDTH)
        self.label_dependent, self.label_head = _view(LABEL_WIDTH), _view(LABEL_WIDTH)
        self.arc = nn.Linear(ARC_WIDTH, ARC_WIDTH)
        self.arc_bias = nn.Linear(ARC_WIDTH, 1)
        self.arc_labels = ArcLabels(len(labels.dep))

    def words(self, pieces: Tensor, shapes: Tensor, firsts: Tensor, mask: Tensor | None) -> Tensor:
        """Return the state of each word's first piece, after that of the opening mark, which stands for the root."""
        states = self.encoder(pieces, shapes, mask)
        index = firsts.unsqueeze(-1).expand(-1, -1, WIDTH)
        return self.dropout(torch.cat([states[:, :1], torch.gather(states, 1, index)], 1))

    def answers(self, states: Tensor, endings: Tensor) -> Answers:
        """Score tags, lemma edits, names and sentence starts of every word."""
        words = states[:, 1:]
        starts = self.starts(words).squeeze(-1)
        lemma = self.lemma(words, endings)
        return Answers(self.upos(words), self.xpos(words), lemma, self.names(words), starts)

    def arcs(self, states: Tensor) -> Arcs:
        """Score every pair of word and head."""
        heads = self.arc_head(states)
        scores = self.arc(self.arc_dependent(states[:, 1:])) @ heads.transpose(1, 2)
        scores = scores + self.arc_bias(heads).transpose(1, 2)
        return Arcs(scores, self.label_dependent(states[:, 1:]), self.label_head(states))
