"""The graph as a networkx MultiDiGraph, with texts that XML can hold."""

from __future__ import annotations

import networkx as nx

from kg.export._files import xml
from kg.export._network import Edge, Properties, Vertex, edges, vertices
from kg.model import Graph


def network(graph: Graph) -> nx.MultiDiGraph:
    """Vertices under their local IRIs, edges keyed by their ids; each has `label` and `type`."""
    found = nx.MultiDiGraph()
    for vertex in vertices(graph):
        found.add_node(xml(vertex.id), color=vertex.color, **_common(vertex))
    for edge in edges(graph):
        found.add_edge(xml(edge.source), xml(edge.target), key=xml(edge.id), **_common(edge))
    return found


def _common(item: Vertex | Edge) -> Properties:
    given = {name: xml(value) if isinstance(value, str) else value for name, value in item.properties.items()}
    return {"label": xml(item.label), "type": item.type, **given}
