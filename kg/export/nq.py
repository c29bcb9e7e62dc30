"""The graph as N-Quads."""

from __future__ import annotations

from pathlib import Path

from kg.model import Graph
from kg.rdf import write_nquads

NAME = "nq"
TITLE = "N-Quads, one named graph for each document"
FILE = "graph.nq"


def write(graph: Graph, target: Path) -> None:
    """Writes the file. Raises OutputError."""
    write_nquads(graph, target)
