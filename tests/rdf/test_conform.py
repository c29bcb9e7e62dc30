"""What breaks the ontology is set aside with its reason, and whatever is left conforms to the shapes."""

import io
import json
from dataclasses import replace

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from kg.lexicon.ontology import load
from kg.model import Document, Graph, Node, Quote, ResolvedEvent, ResolvedRelation, When
from kg.rdf import conform, write_turtle
from kg.rdf.conform import lines
from kg.rdf.validate import validate
from tests.sample_graph import CELL, FOUR, FSB, GUNMEN, RUS, SHOT, sample


def with_event(name, **changes):
    graph = sample()
    return replace(graph, events=tuple(replace(e, **changes) if e.iri == f"event/{name}" else e for e in graph.events))


def with_node(iri, **changes):
    graph = sample()
    return replace(graph, nodes=tuple(replace(n, **changes) if n.iri == iri else n for n in graph.nodes))


def with_relation(predicate, subject, target, **options):
    graph = sample()
    extra = ResolvedRelation("assertion/x", subject, predicate, target, **{"evidence": (SHOT,), **options})
    return replace(graph, relations=(*graph.relations, extra))


def reasons(graph):
    return [rejected.reason for rejected in conform(graph)[1]]


def event(graph, name):
    return next(e for e in conform(graph)[0].events if e.iri == f"event/{name}")


def test_a_good_graph_passes_unchanged():
    graph, rejected = conform(sample())
    assert not rejected and len(graph.events) == 11 and len(graph.relations) == 9


def test_an_agent_that_cannot_act_is_set_aside_with_its_quote():
    graph = with_event("seizure-1", roles={"agent": ("weapon/bomb-1",), "patient": ("weapon/two-rifles-1",)})
    (rejected,) = conform(graph)[1]
    assert rejected.reason == "agent takes Actor, not Weapon" and rejected.quote.startswith("Agents seized")
    assert "agent" not in event(graph, "seizure-1").roles


def test_a_role_too_narrow_for_the_event_becomes_the_wider_role():
    graph = with_event("seizure-1", roles={"perpetrator": (FSB,)})
    assert not reasons(graph) and event(graph, "seizure-1").roles == {"agent": (FSB,)}


def test_a_suspect_is_never_also_a_perpetrator():
    graph = with_event("attack-1", roles={"perpetrator": (CELL, GUNMEN), "suspect": (CELL,)})
    assert reasons(graph) == ["is only a suspect of the same act"]
    assert event(graph, "attack-1").roles == {"perpetrator": (GUNMEN,), "suspect": (CELL,)}


def test_a_participant_that_is_not_in_the_graph_is_set_aside():
    graph = with_event("seizure-1", roles={"agent": ("agency/nobody",)})
    assert reasons(graph) == ["agency/nobody is not in the graph"]


def test_an_event_takes_no_part_in_itself():
    assert reasons(with_event("claim-1", roles={"topic": ("event/claim-1",)})) == ["an event has no role in itself"]


@pytest.mark.parametrize(("changes", "reason"), [
    ({"type": "Parade"}, "not a class of events"),
    ({"type": "Person"}, "not a class of events"),
    ({"evidence": ()}, "an event without evidence"),
    ({"factuality": "certain"}, "no concept of factuality"),
])
def test_an_event_that_cannot_be_told_is_left_out(changes, reason):
    graph = with_event("claim-1", **changes)
    assert reasons(graph) == [reason] and len(conform(graph)[0].events) == 10


def test_who_names_an_event_that_was_left_out_loses_it():
    assert reasons(with_event("plot-1", evidence=())) == [
        "an event without evidence", "event/plot-1 is not in the graph", "event/plot-1 is not in the graph"]


@pytest.mark.parametrize(("name", "stage"), [
    ("plot-1", "accomplished"), ("attack-1", "planned"), ("claim-1", "planned"), ("plot-1", "dreamt")])
def test_a_stage_that_contradicts_the_class_is_set_aside(name, stage):
    graph = with_event(name, stage=stage)
    assert len(reasons(graph)) == 1 and event(graph, name).stage is None


def test_a_date_that_is_not_in_the_calendar_is_set_aside():
    graph = with_event("seizure-1", times=(When("2019-02-30", "2019-03", "then"),))
    assert reasons(graph) == ["no date of the calendar"]
    assert event(graph, "seizure-1").times == (When(None, "2019-03", "then"),)


def test_a_quote_that_is_not_in_the_document_is_no_evidence():
    wrong = Quote("doc-wire", 0, 4, "Oslo")
    graph = with_event("seizure-1", evidence=(*event(sample(), "seizure-1").evidence, wrong))
    assert reasons(graph) == ["the quote is not what the document says there"]


@pytest.mark.parametrize(("predicate", "subject", "target", "options", "reason"), [
    ("agencyOf", CELL, RUS, {}, "agencyOf belongs to Agency, not to Cell"),
    ("memberOf", FOUR, "weapon/bomb-1", {}, "memberOf takes Actor, not Weapon"),
    ("memberOf", CELL, CELL, {}, "a thing has no relation to itself"),
    ("adores", FOUR, CELL, {}, "the ontology has no adores"),
    ("memberOf", FOUR, CELL, {"evidence": ()}, "a relation without evidence and without a source"),
    ("memberOf", FOUR, CELL, {"factuality": "sure"}, "no concept of factuality"),
    ("agent", "event/claim-1", CELL, {}, "not a relation between actors, places or things"),
    ("memberOf", "people/none", CELL, {}, "people/none is not in the graph"),
    ("holdsRole", "weapon/bomb-1", "leader", {}, "holdsRole belongs to Actor, not to Weapon"),
])
def test_a_relation_that_breaks_the_ontology_is_set_aside(predicate, subject, target, options, reason):
    graph = with_relation(predicate, subject, target, **options)
    assert reasons(graph) == [reason] and len(conform(graph)[0].relations) == 9


@pytest.mark.parametrize(("attributes", "reason"), [
    ({"agencyKind": "bakery"}, "no concept of agencyKind"),
    ({"weaponKind": "blade"}, "weaponKind belongs to Weapon, not to Agency"),
    ({"founded": "long ago"}, "not a year"),
    ({"lat": "1"}, "not the coordinate of a place in degrees"),
])
def test_an_attribute_that_breaks_the_ontology_is_set_aside(attributes, reason):
    assert reasons(with_node(FSB, attributes=attributes)) == [reason]


def test_attributes_for_other_uses_are_neither_written_nor_reported():
    graph = with_node(FSB, attributes={"adjective": "Russian"})
    assert not reasons(graph) and not next(n for n in conform(graph)[0].nodes if n.iri == FSB).attributes


def test_what_was_set_aside_is_one_line_of_json_each():
    graph = with_event("claim-1", type="Parade")
    (line,) = lines(conform(graph)[1])
    assert json.loads(line) | {"quote": ""} == {
        "subject": "event/claim-1", "predicate": "type", "object": "Parade", "reason": "not a class of events",
        "document": "doc-daily", "quote": ""}


names = load()
classes, properties = st.sampled_from(sorted(names.classes)), st.sampled_from(sorted(names.properties))
iris = st.sampled_from(["a/1", "a/2", "a/3", "event/1", "event/2", "event/3", "document/doc-1", "doc-1", "a/none"])
values = st.sampled_from([*sorted(names.concepts)[:40], "2019", "12", "TUR", "", 'a "text"'])
dates = st.sampled_from(["2019-01-02", "2019-13", "2019", "--02-29", "--02-30", "tomorrow", None])
numbers = st.integers(-1, 9)
quotes = st.lists(st.sampled_from([Quote("doc-1", 0, 3, "One"), Quote("doc-1", 4, 7, "two", "M/x", "two"),
                                   Quote("doc-1", 1, 3, "Two")]), max_size=2).map(tuple)
factualities = st.sampled_from(["reported", "claimed", "denied", "odd"])
several = st.lists(iris, max_size=3, unique=True).map(tuple)
nodes = st.builds(Node, st.just(""), classes, values, st.just(("x",)), st.none() | numbers,
                  st.dictionaries(properties | st.sampled_from(["lat", "long"]), values, max_size=3),
                  known=st.booleans())
events = st.builds(
    ResolvedEvent, st.just(""), classes, values, st.dictionaries(properties, several, max_size=3), quotes,
    st.lists(st.builds(When, dates, dates, values), max_size=2).map(tuple), st.none() | values, factualities, several,
    st.floats(-1, 2), numbers.map(abs), st.dictionaries(properties, values | numbers, max_size=3))
relations = st.builds(ResolvedRelation, st.just(""), iris, properties, iris | values, quotes, factualities, several,
                      st.floats(-1, 2), st.sampled_from(["", "names/a.ttl"]))


def numbered(prefix, items):
    return tuple(replace(item, iri=f"{prefix}/{number}") for number, item in enumerate(items, 1))


@pytest.mark.slow
@settings(max_examples=100, deadline=None, phases=[Phase.generate])
@given(st.lists(nodes, max_size=3), st.lists(events, max_size=3), st.lists(relations, max_size=3))
def test_whatever_comes_in_what_goes_out_conforms(tmp_path_factory, some_nodes, some_events, some_relations):
    graph = Graph((Document("doc-1", "a.txt", "One two three."),), numbered("a", some_nodes),
                  numbered("event", some_events), numbered("assertion", some_relations))
    stream = io.BytesIO()
    write_turtle(conform(graph)[0], stream)
    path = tmp_path_factory.mktemp("any") / "graph.ttl"
    path.write_bytes(stream.getvalue())
    assert not validate(path)
