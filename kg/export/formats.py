"""The formats there are, found by folder: names in, modules that write a graph out.

Each defines `NAME`, `TITLE` (what it is for), `FILE` (what the file or folder is called) and `write(graph, target)`.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from kg.errors import OutputError, did_you_mean
from kg.model import Graph

_FOLDER = Path(__file__).parent


class Format(Protocol):
    """A module that writes a graph. `FILE` without a dot is a folder."""

    NAME: str
    TITLE: str
    FILE: str

    def write(self, graph: Graph, target: Path) -> None:
        """Writes the graph to a new or replaced file, or into a folder. Raises OutputError."""


@lru_cache(maxsize=1)
def modules() -> Mapping[str, tuple[str, str]]:
    """Formats by name, sorted: the module and what it is for. Nothing is imported, so a list of them is instant."""
    found = {}
    for path in _FOLDER.glob("*.py"):
        constants = _constants(path)
        if {"NAME", "TITLE", "FILE"} <= set(constants):
            found[constants["NAME"]] = (f"kg.export.{path.stem}", constants["TITLE"])
    return dict(sorted(found.items()))


def load(name: str) -> Format:
    """The format of that name. Raises OutputError with a guess if there is none."""
    if name not in modules():
        raise OutputError(f"no format '{name}'{did_you_mean(name, modules())}: {', '.join(modules())}")
    return cast(Format, import_module(modules()[name][0]))


def _constants(path: Path) -> dict[str, str]:
    """The texts that a module gives names to, read without running it."""
    return {node.targets[0].id: node.value.value for node in ast.parse(path.read_text("utf-8")).body
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
            and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)}
