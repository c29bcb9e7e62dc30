"""The graph as Turtle 1.2: what a fact rests on hangs on the triple itself, as a term of RDF 1.2."""

from __future__ import annotations

from pathlib import Path

from kg.model import Graph
from kg.rdf import Config, write_turtle

NAME = "ttl12"
TITLE = "Turtle 1.2, with triple terms where Turtle has rdf:Statement, for stores that read RDF 1.2"
FILE = "graph-rdf12.ttl"


def write(graph: Graph, target: Path) -> None:
    """Writes the file. Raises OutputError."""
    write_turtle(graph, target, Config(triple_terms=True))
