"""Four engines that answer SPARQL over the same files: the vocabulary, graph.ttl and graph.nq of a folder.

In: a folder, and queries by name. Out: rows by name, in the order of the engine, with the texts of the terms.
"""

import rdflib

from kg.resources import ontology
from kg.store.ask import table
from kg.store.load import open_store
from tests.programs import jena, node

ROWS = 100_000
SECONDS = 600


def files(folder):
    return [ontology() / "plotgraph.ttl", ontology() / "concepts.ttl", folder / "graph.ttl", folder / "graph.nq"]


def oxigraph(folder, queries):
    store = open_store(folder)
    return {name: list(table(store, text, ROWS, SECONDS).rows) for name, text in queries.items()}


def in_rdflib(folder):
    """The files in rdflib's store, read by rdflib."""
    vocabulary, concepts, graph, named = files(folder)
    whole = rdflib.Dataset(default_union=False)
    whole.parse(named, format="nquads")
    for path in (vocabulary, concepts, graph):
        for triple in rdflib.Graph().parse(path, format="turtle"):
            whole.default_graph.add(triple)
    return whole


def rdflib_rows(whole, text):
    return [tuple("" if value is None else str(value) for value in row) for row in whole.query(text)]


def by_rdflib(folder, queries):
    whole = in_rdflib(folder)
    return {name: rdflib_rows(whole, text) for name, text in queries.items()}


def comunica(folder, queries):
    rows = node("store", files(folder), queries)
    return {name: [tuple(row) for row in found] for name, found in rows.items()}


def by_jena(folder, queries):
    return jena(files(folder), queries)
