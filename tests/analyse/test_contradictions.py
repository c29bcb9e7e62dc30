"""Contradictions: sources that cannot both be right, and those that can."""

from dataclasses import replace

import pytest

from kg.analyse import Contradiction, contradictions
from kg.model import Node, ResolvedRelation


@pytest.fixture
def about(told, graph):
    return lambda *accounts: [found.about for found in contradictions(graph(told(*accounts)))]


def test_two_death_tolls_contradict_and_are_listed_with_their_sources(told, graph, say):
    found = contradictions(graph(told(say("a", killed=3), say("b", killed=5), say("c", killed=5))))
    assert found == (Contradiction("event/one", "killed", (("3", ("a",)), ("5", ("b", "c")))),)


def test_one_death_toll_is_no_contradiction(about, say):
    assert about(say("a", killed=3), say("b", killed=3), say("c")) == []


def test_who_gives_two_tolls_agrees_with_either(about, say):
    assert about(say("a", killed=3), say("a", killed=5), say("b", killed=5)) == []


def test_days_that_do_not_meet_contradict(about, say):
    assert about(say("a", "2021-05-08"), say("b", "2021-05-09")) == ["date"]


@pytest.mark.parametrize("vaguer", ["2021-05", "2021-05-07/2021-05-09", "--05-08"])
def test_a_vaguer_date_does_not_contradict_the_day_within(about, say, vaguer):
    assert about(say("a", "2021-05-08"), say("b", vaguer)) == []


def test_different_numbers_of_detained_contradict(about, say):
    assert about(say("a", patient=4), say("b", patient=5)) == ["patient"]


def test_two_perpetrators_contradict(about, say):
    left, right = ({"perpetrator": [f"group/{name}"]} for name in ("heron", "lantern"))
    assert about(say("a", roles=left), say("b", roles=right)) == ["perpetrator"]


@pytest.mark.parametrize(("left", "right", "expected"), [
    ("perpetrator", "suspect", ["perpetrator"]), ("suspect", "suspect", [])])
def test_a_suspect_contradicts_another_perpetrator_and_no_other_suspect(about, say, left, right, expected):
    assert about(say("a", roles={left: ["group/heron"]}), say("b", roles={right: ["group/lantern"]})) == expected


def test_who_is_suspected_and_said_to_have_done_it_is_one_and_the_same(about, say):
    assert about(*(say(name, roles={role: ["group/heron"]}) for name, role in zip("ab", (
        "perpetrator", "suspect"), strict=True))) == []


def test_gunmen_without_a_name_may_be_of_the_group_that_is_named(told, graph, say):
    gunmen = Node("people/gunmen-1", "People", "gunmen")
    one = told(say("a", roles={"perpetrator": ["group/heron"]}), say("b", roles={"perpetrator": [gunmen.iri]}))
    assert contradictions(replace(graph(one), nodes=(gunmen,))) == ()


def test_a_group_and_its_parent_do_not_contradict(told, graph, say):
    left, right = ({"perpetrator": [f"group/{name}"]} for name in ("heron", "lantern"))
    kin = ResolvedRelation("assertion/x", "group/heron", "partOf", "group/lantern")
    assert contradictions(graph(told(say("a", roles=left), say("b", roles=right)), relations=(kin,))) == ()


def test_a_denial_contradicts_a_report(about, say):
    assert about(say("a", factuality="denied"), say("b")) == ["factuality"]


def test_a_claim_does_not_contradict_a_report(about, say):
    assert about(say("a", factuality="claimed"), say("b")) == []


def test_one_document_cannot_contradict_itself(about, say):
    assert about(say("a", killed=3), say("a", killed=5)) == []
