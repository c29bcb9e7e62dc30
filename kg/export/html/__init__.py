"""The graph as one HTML file: a picture to look at, search, filter and read, offline."""

from __future__ import annotations

import json
from pathlib import Path

from kg.errors import OutputError
from kg.export.html.page import DATA_END, DATA_START, page
from kg.export.html.view import view
from kg.model import Graph

__all__ = ["names", "render", "write"]

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


def names(path: Path) -> dict[str, str]:
    """The IRI of each name in a page, casefolded; of two with one name the one with more links, then the first.

    Raises OutputError if the file is not such a page.
    """
    try:
        data = path.read_text("utf-8").partition(DATA_START)[2].partition(DATA_END)[0]
        nodes = json.loads(data)["nodes"]
        found = {name.casefold(): node["iri"] for node in sorted(nodes, key=lambda node: (node["size"], -node["id"]))
                 for name in (*node.get("aliases", ()), node["label"], node["iri"])}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise OutputError(f"{path}: not a page of `kg build`; build it again") from error
    return found
