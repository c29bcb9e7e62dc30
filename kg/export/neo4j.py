"""The graph as tables for `neo4j-admin database import`: nodes.csv and edges.csv in a folder."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from kg.export._files import folder, opened
from kg.export._network import Edge, Vertex, edges, vertices
from kg.lexicon.ontology import load
from kg.model import Graph

NAME = "csv"
TITLE = "tables of nodes and edges, for Neo4j (neo4j-admin database import)"
FILE = "neo4j"
_TYPES = {"count": "int", "killed": "int", "injured": "int", "sources": "int", "confidence": "double", "lat": "double",
          "long": "double", "aliases": "string[]", "same_as": "string[]", "documents": "string[]"}


def write(graph: Graph, target: Path) -> None:
    """Writes the files into a folder. Raises OutputError."""
    folder(target)
    nodes, links = list(vertices(graph)), list(edges(graph))
    columns = _columns(nodes)
    _table(target / "nodes.csv", ["iri:ID", "label", *map(_header, columns), ":LABEL"],
           ([v.id, v.label, *_cells(v, columns), _labels(v)] for v in nodes))
    columns = _columns(links)
    _table(target / "edges.csv", [":START_ID", ":END_ID", "id", "label", *map(_header, columns), ":TYPE"],
           ([e.source, e.target, e.id, e.label, *_cells(e, columns), e.type] for e in links))


def _columns(items: Sequence[Vertex] | Sequence[Edge]) -> list[str]:
    return sorted({name for item in items for name in item.properties})


def _header(name: str) -> str:
    return f"{name}:{_TYPES[name]}" if name in _TYPES else name


def _cells(item: Vertex | Edge, columns: Sequence[str]) -> list[str]:
    cells = ((name, str(item.properties.get(name, ""))) for name in columns)
    return [value.replace("; ", ";") if _TYPES.get(name) == "string[]" else value for name, value in cells]


def _labels(vertex: Vertex) -> str:
    """The class and all that it is a kind of, as labels."""
    return ";".join(load().ancestors(vertex.type))


def _table(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with opened(path) as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
