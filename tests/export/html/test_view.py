"""The view: what the page knows of a graph, looks from the ontology alone."""

from dataclasses import replace
from types import MappingProxyType

import page_demo
import pytest

from kg.export.html.view import QUOTES_SHOWN, view
from kg.lexicon.ontology import Class, load
from kg.model import Graph, Node, Quote, ResolvedEvent, ResolvedRelation


@pytest.fixture(scope="module")
def seen():
    return view(page_demo.small(), "Title")


def test_every_node_event_and_document_is_a_node_of_the_picture(seen):
    graph = page_demo.small()
    assert len(seen["nodes"]) == len(graph.nodes) + len(graph.events) + len(graph.documents)
    assert [node["id"] for node in seen["nodes"]] == list(range(len(seen["nodes"])))


def test_a_new_event_type_brings_its_look_and_phrase_from_the_ontology():
    known = load()
    heist = Class("Heist", "Heist", "d", parents=("Attack",), color="#123456", icon="💎", phrase="robbed")
    ontology = replace(known, classes=MappingProxyType({**known.classes, "Heist": heist}))
    roles = {"agent": ("group/a",), "patient": ("group/b",)}
    graph = Graph(nodes=(Node("group/a", "Group", "Gang"), Node("group/b", "Group", "Bank")),
                  events=(ResolvedEvent("event/h", "Heist", "h", roles, ()),))
    made = view(graph, "t", ontology)
    assert made["classes"]["Heist"] == {"label": "Heist", "color": "#123456", "icon": "💎", "layer": "HostileAct"}
    assert made["nodes"][2]["sentence"] == [0, " robbed ", 1]


def test_an_event_type_that_the_ontology_lacks_is_shown_plainly():
    made = view(Graph(events=(ResolvedEvent("event/x", "MoonLanding", "m", {}, ()),)), "t")
    assert made["classes"]["MoonLanding"]["label"] == "Moon landing"


def test_many_quotes_are_cut_and_counted():
    quotes = tuple(Quote("doc-cell", i, i + 5, "x") for i in range(40))
    made = view(Graph(page_demo.small().documents, (Node("group/a", "Group", "A", mentions=quotes),)), "t")
    assert len(made["nodes"][0]["quotes"]) == QUOTES_SHOWN and made["nodes"][0]["total"] == 40


def test_a_relation_to_a_text_is_a_note_and_one_to_nobody_known_as_well():
    relations = (ResolvedRelation("relation/a", "person/p", "holdsRole", "general"),
                 ResolvedRelation("relation/b", "person/p", "leads", "group/gone"),
                 ResolvedRelation("relation/c", "person/gone", "leads", "person/p"))
    made = view(Graph(nodes=(Node("person/p", "Person", "P"),), relations=relations), "t")
    assert [note["value"] for note in made["notes"]] == ["general", "group/gone"] and made["edges"] == []


def test_an_empty_graph_has_a_view():
    assert view(Graph(), "t")["nodes"] == []


def test_states_are_actors_though_they_are_places_as_well(seen):
    assert seen["classes"]["State"]["layer"] == "Actor"
