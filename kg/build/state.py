"""What an output folder holds already: its manifest and its stamp in, the inputs that need no reading again out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import OutputError

MANIFEST, RECORDS, STAMP = "manifest.json", "records.jsonl", ".stamp"


@dataclass(frozen=True, slots=True)
class Input:
    """One source as it was read: its name, the SHA-256 of its bytes, how many records it gave, and what failed."""

    source: str
    sha256: str
    documents: int = 0
    failures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """An output folder. `inputs` by name, in the order of its records; `stamp` is that of program and knowledge."""

    inputs: Mapping[str, Input]
    stamp: str = ""


def load(folder: Path) -> State:
    """The state of an output folder; empty where nothing was built. Raises OutputError if it is damaged."""
    path = folder / MANIFEST
    if not path.exists() or not (folder / RECORDS).exists():
        return State({})
    try:
        content = json.loads(path.read_text("utf-8"))
        inputs = [_input(entry) for entry in content["inputs"]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise OutputError(f"{path}: not a manifest of `kg build` ({error}); build into another folder") from error
    return State({entry.source: entry for entry in inputs}, stamp(folder))


def stamp(folder: Path) -> str:
    """The stamp that the last build left; empty if there is none."""
    path = folder / STAMP
    return path.read_text("utf-8").strip() if path.exists() else ""


def to_json(entry: Input) -> Mapping[str, Any]:
    """The entry of the manifest."""
    return {"source": entry.source, "sha256": entry.sha256, "documents": entry.documents,
            "failures": list(entry.failures)}


def _input(entry: Mapping[str, Any]) -> Input:
    return Input(str(entry["source"]), str(entry["sha256"]), int(entry["documents"]), tuple(entry["failures"]))
