"""The training loop: batches of both kinds in, a trained network out; the clock decides when to stop."""

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

import click
import torch
from torch import Tensor

from kg.train.batches import Item
from kg.train.losses import loss
from kg.train.network import Network
from kg.train.tensors import Batch, tensors


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how fast; rates fall linearly to a fiftieth over the minutes given."""

    minutes: float = 60.0
    encoder_rate: float = 1.7e-4
    head_rate: float = 1e-3
    warm_up: int = 150
    decay: float = 0.01
    clip: float = 1.0
    save_minutes: float = 10.0
    seed: int = 0


def optimizer(network: Network, schedule: Schedule) -> torch.optim.Optimizer:
    """Return AdamW with the slow rate for the encoder and the fast one for all that starts untrained."""
    fresh = network.encoder.shapes.weight
    slow = [p for p in network.encoder.parameters() if p is not fresh]
    known = {id(p) for p in slow}
    fast = [p for p in network.parameters() if id(p) not in known]
    groups = [
        {"params": slow, "lr": schedule.encoder_rate, "full": schedule.encoder_rate},
        {"params": fast, "lr": schedule.head_rate, "full": schedule.head_rate},
    ]
    return torch.optim.AdamW(groups, weight_decay=schedule.decay, fused=True)


def train(
    network: Network, streams: Mapping[str, Iterator[list[Item]]], shares: Mapping[str, float], schedule: Schedule,
    save_to: Path,
) -> None:
    """Train until the time is over, drawing the next batch from a stream by its share."""
    chance = Random(schedule.seed)
    steps = optimizer(network, schedule)
    network.train()
    progress = Progress(schedule, save_to)
    names = list(streams)
    while (done := progress.done()) < 1:
        for group in steps.param_groups:
            group["lr"] = group["full"] * min(1.0, (progress.steps + 1) / schedule.warm_up) * max(0.02, 1 - done)
        name = chance.choices(names, [shares[n] for n in names])[0]
        batch = tensors(next(streams[name]))
        parts = step(network, batch, steps, schedule.clip)
        progress.note(name, batch, parts, network)
    torch.save(network.state_dict(), save_to)


def step(network: Network, batch: Batch, optimizer: torch.optim.Optimizer, clip: float) -> dict[str, float]:
    """Take one step and return the parts of the loss."""
    with torch.autocast("cpu", torch.bfloat16):
        states = network.words(batch.pieces, batch.shapes, batch.firsts, batch.piece_mask)
        answers = network.answers(states, batch.endings)
        arcs = network.arcs(states) if batch.has_syntax else None
    parts: dict[str, Tensor] = loss(network, batch, answers, arcs)
    optimizer.zero_grad()
    sum(parts.values(), torch.zeros(())).backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), clip)
    optimizer.step()
    return {name: value.item() for name, value in parts.items()}


class Progress:
    """Keeps the time, prints a line a minute, saves now and then."""

    def __init__(self, schedule: Schedule, save_to: Path) -> None:
        """Start the clock."""
        self.steps = 0
        self._schedule, self._save_to = schedule, save_to
        self._began = self._printed = self._saved = time.monotonic()
        self._words: dict[str, int] = {}
        self._parts: dict[str, list[float]] = {}

    def done(self) -> float:
        """Return the share of the time that is over."""
        return (time.monotonic() - self._began) / (60 * self._schedule.minutes)

    def note(self, stream: str, batch: Batch, parts: dict[str, float], network: Network) -> None:
        """Count a step."""
        now = time.monotonic()
        self.steps += 1
        self._words[stream] = self._words.get(stream, 0) + int(batch.word_mask.sum())
        for name, value in parts.items():
            self._parts.setdefault(name, []).append(value)
        if now - self._printed >= 60:
            means = " ".join(f"{name} {sum(values) / len(values):.3f}" for name, values in self._parts.items())
            click.echo(f"{(now - self._began) / 60:.1f} min, step {self.steps}, words {self._words}: {means}")
            self._printed, self._parts = now, {}
        if now - self._saved >= 60 * self._schedule.save_minutes:
            torch.save(network.state_dict(), self._save_to)
            self._saved = now
