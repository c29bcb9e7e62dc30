"""Files of RDF: what they hold, that two other libraries read them alike, and that nothing in a text can break them."""

import io
import re
from dataclasses import replace

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from rdflib.compare import isomorphic

from kg.errors import OutputError
from kg.model import Account, Graph, Node
from kg.rdf import Config, conform, write_nquads, write_ntriples, write_trig, write_turtle
from tests.sample_graph import DERBENT, GUNMEN, sample

BASE = "https://w3id.org/plotgraph/id/"
PG = "https://w3id.org/plotgraph/ontology#"


def written(write, graph=None, **options):
    stream = io.BytesIO()
    write(graph or conform(sample())[0], stream, **options)
    return stream.getvalue()


def triples(data, form):
    return {ox.Triple(q.subject, q.predicate, q.object) for q in ox.parse(data, format=form)}


def test_rdflib_and_oxigraph_read_isomorphic_graphs_from_turtle():
    turtle = written(write_turtle)
    again = ox.serialize(ox.parse(turtle, format=ox.RdfFormat.TURTLE), format=ox.RdfFormat.N_TRIPLES)
    left = rdflib.Graph().parse(data=turtle, format="turtle")
    assert len(left) > 300
    assert isomorphic(left, rdflib.Graph().parse(data=again, format="nt"))


def test_turtle_and_ntriples_hold_the_same_triples():
    assert triples(written(write_turtle), ox.RdfFormat.TURTLE) == triples(written(write_ntriples),
                                                                          ox.RdfFormat.N_TRIPLES)


def test_trig_and_nquads_hold_the_same_quads():
    trig = set(ox.parse(written(write_trig), format=ox.RdfFormat.TRIG))
    assert trig == set(ox.parse(written(write_nquads), format=ox.RdfFormat.N_QUADS))


def test_the_named_graphs_together_hold_what_turtle_holds():
    assert triples(written(write_nquads), ox.RdfFormat.N_QUADS) == triples(written(write_turtle), ox.RdfFormat.TURTLE)


def test_no_line_is_written_twice():
    for write in (write_nquads, write_ntriples):
        lines = written(write).splitlines()
        assert len(lines) == len(set(lines))


def test_there_are_no_blank_nodes():
    assert b"_:" not in written(write_nquads) and b"[" not in written(write_turtle)


def test_a_named_graph_holds_only_what_its_document_says():
    quads = ox.parse(written(write_nquads), format=ox.RdfFormat.N_QUADS)
    graph = ox.NamedNode(BASE + "document/doc-court")
    court = {quad.subject.value.removeprefix(BASE) for quad in quads if quad.graph_name == graph}
    assert "person/magomed-aliev" in court and "event/legal-action-1" in court
    assert not {"event/detention-1", "state/TUR"} & court


@pytest.fixture(scope="module")
def loaded():
    store = ox.Store()
    store.load(written(write_nquads), format=ox.RdfFormat.N_QUADS)
    return store


def ask(store, pattern):
    return bool(store.query(f"PREFIX pg: <{PG}> PREFIX i: <{BASE}> PREFIX prov: <http://www.w3.org/ns/prov#> "
                            f"PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> ASK {{ {pattern} }}"))


def test_background_knowledge_has_its_own_graph_and_source(loaded):
    assert ask(loaded, "GRAPH <" + BASE + "graph/knowledge-base> { <" + BASE + "group/islamic-state> pg:bannedIn ?s . "
                       "?a rdf:predicate pg:bannedIn ; prov:wasDerivedFrom ?file }")
    assert not ask(loaded, f"GRAPH <{BASE}document/doc-wire> {{ ?s pg:bannedIn ?o }}")


def test_a_denied_relation_is_an_assertion_and_never_a_plain_triple(loaded):
    gunmen = f"<{BASE}people/gunmen-1>"
    assert ask(loaded, f"GRAPH ?g {{ ?a rdf:subject {gunmen} ; rdf:predicate pg:affiliatedWith }}")
    assert not ask(loaded, f"GRAPH ?g {{ {gunmen} pg:affiliatedWith ?o }}")


def test_a_participant_that_no_source_names_in_its_words_is_still_written(loaded):
    assert ask(loaded, f"GRAPH ?g {{ <{BASE}event/detention-1> pg:patient <{BASE}person/magomed-aliev> }}")


def test_dates_are_as_precise_as_the_text():
    turtle = written(write_turtle).decode()
    for token in ('"2019-10-13"^^xsd:date', '"2019-05"^^xsd:gYearMonth', '"--10-14"^^xsd:gMonthDay'):
        assert token in turtle


def test_the_publisher_of_two_documents_is_one_medium():
    assert written(write_turtle).decode().count("dct:publisher media:daily") == 2


def test_a_publisher_that_is_known_by_another_name_is_that_medium():
    graph = sample()
    medium = Node("media/the-daily", "MediaOrganization", "The Daily News", ("daily",))
    turtle = written(write_turtle, replace(graph, nodes=(*graph.nodes, medium))).decode()
    assert "dct:publisher media:the-daily" in turtle and "media:daily" not in turtle


def test_other_namespaces_can_be_chosen():
    config = Config("https://a.example/", "https://b.example/o#", "https://b.example/c/")
    data = written(write_nquads, config=config).decode()
    assert "<https://a.example/state/RUS>" in data and "plotgraph/id/" not in data and "plotgraph/ontology#" not in data


def test_a_time_is_written_only_on_request():
    assert b"startedAtTime" not in written(write_turtle)
    assert b'"2026-01-02T03:04:05"^^xsd:dateTime' in written(write_turtle, config=Config(started="2026-01-02T03:04:05"))


def test_each_kind_of_thing_has_its_heading_and_order():
    turtle = written(write_turtle).decode()
    places = [turtle.index(f"\n# {heading}\n") for heading in (
        "Documents", "Actors", "Places", "Weapons and targets", "Events", "Assertions", "Evidence")]
    assert places == sorted(places)


def test_type_and_label_come_first():
    assert ("event:seizure-1 a pg:Seizure ;\n    rdfs:label \"agents seized two rifles\" ;\n"
            "    pg:agent agency:rus-federal-security-service ;\n") in written(write_turtle).decode()


def test_a_file_that_cannot_be_written_is_one_line(tmp_path):
    with pytest.raises(OutputError, match="cannot be written"):
        write_turtle(Graph(), tmp_path / "absent" / "graph.ttl")


def test_a_file_is_replaced_as_a_whole(tmp_path):
    target = tmp_path / "graph.ttl"
    target.write_text("old")
    write_turtle(sample(), target)
    assert target.read_bytes() == written(write_turtle, sample()) and list(tmp_path.iterdir()) == [target]


UNWRITABLE = re.compile("[\ud800-\udfff\ufffe\uffff]")
hostile = st.text(st.characters(exclude_categories=()), max_size=30)


@given(hostile, hostile, hostile)
def test_no_text_or_name_can_break_a_file(label, iri, outside):
    graph = Graph(nodes=(Node(f"group/{iri}", "Group", label, same_as=(outside, "http://x.example/" + outside)),))
    turtle, quads = written(write_turtle, graph), written(write_nquads, graph)
    assert triples(turtle, ox.RdfFormat.TURTLE) == triples(quads, ox.RdfFormat.N_QUADS)
    labels = {t.object.value for t in triples(turtle, ox.RdfFormat.TURTLE) if t.predicate.value.endswith("label")}
    assert UNWRITABLE.sub("\ufffd", label) in labels
    rdflib.Graph().parse(data=turtle, format="turtle")


def test_each_named_graph_keeps_the_number_that_its_document_gives():
    (event,) = [event for event in sample().events if event.iri == "event/attack-1"]
    accounts = (Account("doc-court", {}, counts={"killed": 6}), Account("doc-daily", event.roles, counts={"killed": 5}))
    graph = replace(sample(), events=(replace(event, accounts=accounts),))
    lines = written(write_nquads, conform(graph)[0]).decode().splitlines()
    told = {(line.split()[2][1], line.split()[3].rpartition("/")[2]) for line in lines if "#killed>" in line}
    assert told == {("6", "doc-court>"), ("5", "doc-daily>")}
    assert b"pg:killed 5" in written(write_turtle, graph)


def test_what_a_document_tells_of_an_event_in_two_places_stands_in_its_graph():
    (event,) = [event for event in sample().events if event.iri == "event/attack-1"]
    accounts = (Account("doc-court", {}), Account("doc-daily", {"perpetrator": (GUNMEN,)}, counts={"killed": 5}),
                Account("doc-daily", {"place": (DERBENT,)}, counts={"injured": 7}))
    lines = written(write_nquads, replace(sample(), events=(replace(event, accounts=accounts),))).decode().splitlines()
    told = {line.split()[1].rpartition("#")[2] for line in lines if "attack-1> " in line and "doc-daily> ." in line}
    assert {"perpetrator>", "place>", "killed>", "injured>"} <= told and "victim>" not in told
