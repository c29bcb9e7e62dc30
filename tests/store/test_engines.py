"""Named queries give the same rows in Oxigraph, rdflib, Comunica and Jena, on a small graph and on the demo (slow).

rdflib on the small graph with the defaults is in test_queries.py, where it is fast enough for every run.
"""

from pathlib import Path

import pytest

from kg.rdf import write_nquads, write_turtle
from kg.store.named import bound, find, named_queries
from tests.store.engines import by_jena, by_rdflib, comunica, oxigraph
from tests.store.wider_graph import wider

DEMO = Path(__file__).parents[2] / "outputs"
DEFAULTS = {name: bound(query, {}) for name, query in named_queries().items()}
NARROWED = (  # with every parameter of every query
    ("agencies", {"state": "Russia"}), ("claims-of-responsibility", {"group": "ISIS"}), ("deadliest", {"minimum": "7"}),
    ("deadliest", {"from": "2019-05", "to": "2019-06"}), ("documents-about", {"name": "FSB"}),
    ("intelligence-sharing", {"actor": "Russia"}), ("legal-cases", {"kind": "sentence"}),
    ("map", {"from": "2019-06", "to": "2019-12"}), ("members", {"group": "isis"}), ("most-active", {"minimum": "5"}),
    ("neighbors", {"actor": "FSB"}), ("plots-by-group", {"group": "ISIS"}), ("plots-by-group", {"stage": "thwarted"}),
    ("quotes-about", {"actor": "FSB"}), ("single-source", {"kind": "Detention"}), ("thwarted", {"agency": "FSB"}),
    ("timeline", {"actor": "FSB"}), ("timeline", {"from": "2019-10", "to": "2019-12"}), ("together", {"minimum": "2"}),
    ("weapons-and-targets", {"weapon": "explosive"}), ("who-says-what", {"speaker": "FSB"}),
)
BOUND = {f"{name} {values}": bound(find(name), values) for name, values in NARROWED}
SORTS_AS_PEOPLE_DO = {comunica}  # lower case beside upper case; SPARQL goes by the numbers of characters


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("outputs")
    write_turtle(wider(), path / "graph.ttl")
    write_nquads(wider(), path / "graph.nq")
    return path


def differing(engine, theirs, ours):
    ordered = sorted if engine in SORTS_AS_PEOPLE_DO else list
    return {name: (theirs[name], rows) for name, rows in ours.items() if ordered(theirs[name]) != ordered(rows)}


@pytest.mark.slow
@pytest.mark.parametrize("engine", [by_rdflib, comunica, by_jena])
def test_engines_agree_on_the_small_graph_whatever_is_asked_for(folder, engine):
    queries = DEFAULTS | BOUND
    assert differing(engine, engine(folder, queries), oxigraph(folder, queries)) == {}


@pytest.mark.slow
@pytest.mark.parametrize("engine", [by_rdflib, comunica, by_jena])
def test_engines_agree_on_the_demo(engine):
    assert differing(engine, engine(DEMO, DEFAULTS), oxigraph(DEMO, DEFAULTS)) == {}


def test_every_parameter_is_tried_with_a_value_that_leaves_rows(folder):
    tried = {(name, parameter) for name, values in NARROWED for parameter in values}
    assert tried == {(name, one.name) for name, query in named_queries().items() for one in query.parameters}
    assert all(oxigraph(folder, BOUND).values())


def test_every_query_finds_something_on_the_small_graph(folder):
    assert [name for name, rows in oxigraph(folder, DEFAULTS).items() if not rows] == []
