"""The graph as GEXF with the colors of the ontology."""

from __future__ import annotations

import re
from pathlib import Path

import networkx as nx

from kg.export._files import lines
from kg.export._networkx import network
from kg.model import Graph

NAME = "gexf"
TITLE = "GEXF with colors, for Gephi"
FILE = "graph.gexf"
_TODAY = re.compile(r' lastmodifieddate="[^"]*"')  # networkx writes the day; equal graphs give equal files


def write(graph: Graph, target: Path) -> None:
    """Writes the file. Raises OutputError."""
    found = network(graph)
    for _, data in found.nodes(data=True):
        data["viz"] = {"color": _rgb(data.pop("color"))}
    lines(target, (_TODAY.sub("", line, count=1) if "<meta" in line else line for line in nx.generate_gexf(found)))


def _rgb(color: str) -> dict[str, int | float]:
    red, green, blue = (int(color[at:at + 2], 16) for at in (1, 3, 5))
    return {"r": red, "g": green, "b": blue, "a": 1.0}
