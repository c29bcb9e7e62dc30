"""RDF 1.2 by option: an assertion reifies its triple, and everything else stays as it is."""

import io
from dataclasses import replace

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Graph, ResolvedRelation
from kg.rdf import Config, conform, write_nquads, write_ntriples, write_trig, write_turtle
from tests.programs import node
from tests.sample_graph import ALIEV, GUNMEN, TUR, sample

BASE = "https://w3id.org/plotgraph/id/"
PG = "https://w3id.org/plotgraph/ontology#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
TERMS = Config(triple_terms=True)
TURTLE = ox.RdfFormat.TURTLE


def read(write=write_turtle, config=TERMS, form=TURTLE, graph=None):
    stream = io.BytesIO()
    write(graph or conform(sample())[0], stream, config)
    return set(ox.parse(stream.getvalue(), format=form))


def named(quads):
    """The triple of each rdf:Statement."""
    found = {}
    for quad in quads:
        found.setdefault(quad.subject, {})[quad.predicate.value.removeprefix(RDF)] = quad.object
    return {iri: ox.Triple(facts["subject"], facts["predicate"], facts["object"]) for iri, facts in found.items()
            if "subject" in facts}


def reified(quads):
    """The triple that each assertion reifies."""
    return {quad.subject: quad.object for quad in quads if quad.predicate.value == f"{RDF}reifies"}


def rest(quads):
    """What is neither a reified triple nor a part of one."""
    parts = {f"{RDF}{name}" for name in ("subject", "predicate", "object", "reifies")}
    return {quad for quad in quads if quad.predicate.value not in parts
            and quad.object != ox.NamedNode(f"{RDF}Statement")}


def test_assertions_reify_the_triples_that_statements_name():
    assert len(reified(read())) == len(sample().relations)
    assert reified(read()) == named(read(config=Config()))


def test_all_else_is_told_alike():
    assert rest(read()) == rest(read(config=Config()))


def test_triple_terms_replace_statements():
    assert not named(read()) and not reified(read(config=Config()))
    assert ox.NamedNode(f"{RDF}Statement") not in {quad.object for quad in read()}


@pytest.mark.parametrize(("write", "form"), [(write_ntriples, ox.RdfFormat.N_TRIPLES),
                                             (write_nquads, ox.RdfFormat.N_QUADS), (write_trig, ox.RdfFormat.TRIG)])
def test_every_other_form_of_rdf_can_hold_them(write, form):
    assert reified(read(write, form=form)) == reified(read())


def test_a_denied_triple_is_reified_and_not_stated():
    denied = ox.Triple(ox.NamedNode(BASE + GUNMEN), ox.NamedNode(f"{PG}affiliatedWith"), ox.NamedNode(BASE + TUR))
    assert denied in reified(read()).values()
    assert denied not in {quad.triple for quad in read()}


def test_a_question_of_sparql_1_2_finds_the_quote_of_a_fact():
    store = ox.Store()
    store.extend(read())
    (row,) = store.query(f"PREFIX pg: <{PG}> PREFIX rdf: <{RDF}> SELECT ?quote WHERE {{ "
                         f"?fact rdf:reifies <<( <{BASE}{ALIEV}> pg:leads ?cell )>> ; pg:evidence/pg:quote ?quote }}")
    assert row["quote"].value == "He led the cell."


UNWRITABLE = str.maketrans(dict.fromkeys((*range(0xD800, 0xE000), 0xFFFE, 0xFFFF), "\ufffd"))


@given(st.text(st.characters(exclude_categories=()), max_size=30), st.text(max_size=20))
def test_no_text_can_leave_its_triple(role, name):
    relation = ResolvedRelation("assertion/1", f"person/{name}", "holdsRole", f'{role})>> . "')
    graph = Graph(relations=(relation, replace(relation, iri="assertion/2", object=role)))
    texts = {triple.object.value for triple in reified(read(graph=graph)).values()}
    assert texts == {role.translate(UNWRITABLE), f'{role})>> . "'.translate(UNWRITABLE)}


@pytest.mark.slow
def test_n3_js_reads_every_statement_and_no_blank_node(tmp_path):
    write_turtle(sample(), tmp_path / "graph.ttl", TERMS)
    assert node("n3", [tmp_path / "graph.ttl"]) == {"statements": len(read(graph=sample())), "blank": 0}
