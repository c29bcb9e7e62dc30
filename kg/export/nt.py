"""The graph as N-Triples."""

from __future__ import annotations

from pathlib import Path

from kg.model import Graph
from kg.rdf import write_ntriples

NAME = "nt"
TITLE = "N-Triples, one triple a line"
FILE = "graph.nt"


def write(graph: Graph, target: Path) -> None:
    """Writes the file. Raises OutputError."""
    write_ntriples(graph, target)
