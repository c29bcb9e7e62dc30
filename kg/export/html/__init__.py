"""The graph as one HTML file: a picture to look at, search, filter and read, offline."""

from __future__ import annotations

from pathlib import Path

from kg.errors import OutputError
from kg.export.html.page import page
from kg.export.html.view import view
from kg.model import Graph

__all__ = ["render", "write"]

TITLE = "Plotgraph"


def render(graph: Graph, title: str = TITLE) -> str:
    """The page as text; equal graphs give equal text."""
    return page(view(graph, title))


def write(graph: Graph, path: Path, title: str = TITLE) -> int:
    """Writes the page and returns its size in bytes. Raises OutputError if the file cannot be written."""
    data = render(graph, title).encode("utf-8", "backslashreplace")
    beside = path.with_name(path.name + ".part")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror or error}") from error
    return len(data)
