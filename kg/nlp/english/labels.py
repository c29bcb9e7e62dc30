"""The label sets of a trained pipeline, read from and written to the JSON file beside its weights."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

NAMES = ("PERSON", "ORG", "LOC", "EVENT", "MISC")
NAME_TAGS = ("O", *(f"{mark}-{name}" for name in NAMES for mark in "BI"))
ROOT = "root"


@dataclass(frozen=True, slots=True)
class Labels:
    """What each output number of the network stands for."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    dep: tuple[str, ...]
    lemma: tuple[str, ...]

    def write(self, path: Path) -> None:
        """Write the label sets as JSON."""
        path.write_text(json.dumps(asdict(self), indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


def read_labels(path: Path) -> Labels:
    """Read the label sets of a trained pipeline."""
    stored = json.loads(path.read_text(encoding="utf-8"))
    return Labels(**{name: tuple(stored[name]) for name in ("upos", "xpos", "dep", "lemma")})
