"""The graph as TriG."""

from __future__ import annotations

from pathlib import Path

from kg.model import Graph
from kg.rdf import write_trig

NAME = "trig"
TITLE = "TriG, Turtle with one named graph for each document"
FILE = "graph.trig"


def write(graph: Graph, target: Path) -> None:
    """Writes the file. Raises OutputError."""
    write_trig(graph, target)
