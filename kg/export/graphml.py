"""The graph as GraphML: vertices for actors, places, things, events and documents."""

from __future__ import annotations

from pathlib import Path

import networkx as nx

from kg.export._files import lines
from kg.export._networkx import network
from kg.model import Graph

NAME = "graphml"
TITLE = "GraphML, for Gephi, yEd, Cytoscape and network libraries"
FILE = "graph.graphml"


def write(graph: Graph, target: Path) -> None:
    """Writes the file. Raises OutputError."""
    lines(target, nx.generate_graphml(network(graph), named_key_ids=True))
