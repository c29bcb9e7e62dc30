"""The graph as Turtle."""

from __future__ import annotations

from pathlib import Path

from kg.model import Graph
from kg.rdf import write_turtle

NAME = "ttl"
TITLE = "Turtle, to read and to load into any RDF store"
FILE = "graph.ttl"


def write(graph: Graph, target: Path) -> None:
    """Writes the file. Raises OutputError."""
    write_turtle(graph, target)
