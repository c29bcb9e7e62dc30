"""JSON-LD as its own tools take it: expanded, flattened, framed and turned into triples, with every address refused."""

import io
import json
from dataclasses import replace
from functools import partial

import pyoxigraph as ox
import pytest
from pyld import jsonld

from kg.export.formats import load
from kg.model import Graph, Node
from kg.rdf import write_ntriples
from kg.resources import ontology
from tests.sample_graph import sample

BASE = "https://w3id.org/plotgraph/id/"
FRAME = json.loads((ontology() / "frames" / "hostile-acts.jsonld").read_text("utf-8"))


def refuse(url, options):
    raise AssertionError(f"asked for {url}")


OPTIONS = {"documentLoader": refuse}
expand, flatten = partial(jsonld.expand, options=OPTIONS), partial(jsonld.flatten, options=OPTIONS)
frame = partial(jsonld.frame, options=OPTIONS)


@pytest.fixture
def exported(tmp_path):
    def export(graph):
        load("jsonld").write(graph, tmp_path / "graph.jsonld")
        return json.loads((tmp_path / "graph.jsonld").read_text("utf-8"))
    return export


def triples(content):
    lines = jsonld.to_rdf(content, {**OPTIONS, "format": "application/n-quads"})
    return {quad.triple for quad in ox.parse(lines, format=ox.RdfFormat.N_QUADS)}


def told(graph):
    stream = io.BytesIO()
    write_ntriples(graph, stream)
    return {quad.triple for quad in ox.parse(stream.getvalue(), format=ox.RdfFormat.N_TRIPLES)}


def test_its_triples_are_those_of_the_graph(exported):
    assert triples(exported(sample())) == told(sample())


@pytest.mark.parametrize("change", [expand, flatten, partial(frame, frame={})], ids=["expand", "flatten", "frame"])
def test_no_step_loses_or_adds_a_triple(exported, change):
    assert triples(change(exported(sample()))) == told(sample())


def test_expanded_it_has_full_addresses_only(exported):
    assert all("://" in thing["@id"] and all("://" in key or key[0] == "@" for key in thing)
               for thing in expand(exported(sample())))


def test_the_frame_puts_actors_and_quotes_inside_each_hostile_act(exported):
    acts = {act["id"]: act for act in frame(exported(sample()), FRAME)["@graph"]}
    assert set(acts) == {event.iri for event in sample().events if event.type in ("Plot", "Attack")}
    plot = acts["event/plot-1"]
    assert (plot["stage"], plot["killed"], plot["suspect"]) == ("pgc:thwarted", None, [])
    assert [who["label"] for who in plot["perpetrator"]] == ["sleeper cell", "four members of a sleeper cell"]
    assert plot["evidence"][0]["quote"] == "The FSB said the men planned to bomb the railway station."
    assert plot["evidence"][0]["inDocument"]["title"] == "Four detained in Dagestan"


def test_what_the_frame_shows_is_part_of_the_graph(exported):
    shown = triples(frame(exported(sample()), FRAME))
    assert shown < told(sample()) and len(shown) > 50


def test_the_frame_has_lists_even_where_there_is_one(exported):
    graph = replace(sample(), events=tuple(event for event in sample().events if event.iri == "event/plot-1"))
    act = frame(exported(graph), FRAME)
    assert act["id"] == "event/plot-1" and [weapon["label"] for weapon in act["instrument"]] == ["bomb"]


def test_the_frame_asks_for_words_of_the_ontology_only(exported):
    shown = frame(exported(sample()), FRAME)["@graph"]
    assert not [key for act in shown for key in act if "/" in key]
    assert all(act["factuality"].startswith("pgc:") and act["label"] for act in shown)


@pytest.mark.parametrize("text", ["@id", "@type", "pg:Plot", "_:b0", "https://evil.example/c.jsonld", "\x00\u202e"])
def test_a_name_that_looks_like_a_keyword_stays_a_name(exported, text):
    graph = Graph(nodes=(Node("group/x", "Group", text, (f"{text} too",)),))
    assert triples(exported(graph)) == told(graph)
    assert ox.Literal(text) in {triple.object for triple in triples(exported(graph))}
