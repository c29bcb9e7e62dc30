"""Every named query: a title, a question, an answer on the small graph, and the same one in two engines."""

from pathlib import Path

import pytest

from kg.rdf import write_nquads, write_turtle
from kg.store.ask import table
from kg.store.load import Opened, open_store
from kg.store.named import bound, find, named_queries
from tests.sample_graph import sample
from tests.store.engines import in_rdflib, rdflib_rows
from tests.store.wider_graph import wider

ANSWERS = {  # what each query must find in the sample, by its first columns; rows that matter most
    "accusations": (0, None),
    "agencies": (1, ("Russia", "Federal Security Service", "intelligence service")),
    "alleged-only": (0, None),
    "attack-kinds": (2, ("bombing", "thwarted", "1")),
    "background": (3, ("Derbent", "located in", "Russia", "geonames")),
    "banned": (1, ("Islamic State", "Russia", "banned in")),
    "claims-of-responsibility": (1, ("Islamic State", "gunmen opened fire", "", "no")),
    "co-detained": (1, ("four members of a sleeper cell", "Magomed Aliev", "2019-10-13")),
    "contradictions": (2, ("gunmen opened fire", "killed", "5", "Attack on \"station\" foiled", "6", "Twelve years")),
    "contradictory-claims": (0, None),
    "contradictory-counts": (1, ("gunmen opened fire", "2019-05", "killed", "5", "6")),
    "contradictory-dates": (1, ("FSB detained four members", "2019-10-13", "2019-10-14")),
    "deadliest": (2, ("6", "six people killed", "2019-05", "Derbent")),
    "denials": (2, ("affiliated with", "Turkey", "Turkey denied that it sheltered the gunmen.")),
    "detained-without-charge": (1, ("four members of a sleeper cell", "Federal Security Service")),
    "documents-about": (23, ("Islamic State", "Four detained in Dagestan", "2019-10-17", "Wire")),
    "hostile-acts-by-place": (1, ("Derbent", "0", "2")),
    "intelligence-sharing": (1, ("United States", "Russia", "plan to bomb the railway station")),
    "leaders": (1, ("Magomed Aliev", "sleeper cell", "leader")),
    "legal-cases": (1, ("Magomed Aliev", "sentence", "court in Makhachkala")),
    "map": (4, ("FSB foiled an attack", "Disruption", "2019-10-14", "Makhachkala", "42.97638", "47.50236")),
    "meetings": (0, None),
    "members": (3, ("sleeper cell", "Magomed Aliev", "leads")),
    "most-active": (6, ("Federal Security Service", "3", "2")),
    "neighbors": (14, ("sleeper cell", "affiliated with", "to", "Islamic State")),
    "open-plots": (0, None),
    "plots-by-group": (4, ("Islamic State", "suspect", "accomplished", "gunmen opened fire", "2019-05")),
    "publishers": (2, ("Daily", "2", "8")),
    "quotes-about": (27, ("Turkey", "Denial", "Turkey denied that it sheltered the gunmen.")),
    "seizures": (2, ("two rifles", "firearm", "2", "Federal Security Service")),
    "single-source": (9, ("Seizure", "agents seized two rifles", "reported", "Four detained in Dagestan")),
    "states-sharing": (1, ("United States", "Russia", "1")),
    "supporters": (0, None),
    "thwarted": (1, ("Federal Security Service", "plan to bomb the railway station", "2019-10-14", "Makhachkala")),
    "timeline": (10, ("2019-10-03", "Intelligence sharing", "Washington warned Moscow", "reported")),
    "together": (13, ("Federal Security Service", "Magomed Aliev", "1")),
    "travel": (0, None),
    "warned-before": (1, ("United States", "Russia", "2019-10-03", "plan to bomb the railway station", "thwarted")),
    "weapons-and-targets": (1, ("bomb", "explosive", "railway station", "thwarted")),
    "who-says-what": (6, ("Federal Security Service", "claimed", "plan to bomb the railway station", "sleeper cell")),
}
EVERY = pytest.mark.parametrize("name", sorted(named_queries()))


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("outputs")
    write_turtle(sample(), path / "graph.ttl")
    write_nquads(sample(), path / "graph.nq")
    return path


@pytest.fixture(scope="module")
def store(folder):
    return open_store(folder)


ONLY_THERE = {
    "accusations": ("Turkey", "Islamic State", "gunmen opened fire"),
    "alleged-only": ("sleeper cell", "plot against a market", "Federal Security Service"),
    "contradictory-claims": ("four members of a sleeper cell", "member of", "sleeper cell", "reported", "denied"),
    "contradictory-counts": ("two counts", "", "killed", "7", "9"),
    "meetings": ("Russia", "Turkey"),
    "open-plots": ("plot against a market", "sleeper cell", "planned", "alleged"),
    "supporters": ("Islamic State", "Recruitment", "gunmen"),
    "travel": ("gunmen", "Turkey", "Derbent"),
}


@pytest.fixture(scope="module")
def more_folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("more")
    write_turtle(wider(), path / "graph.ttl")
    write_nquads(wider(), path / "graph.nq")
    return path


@pytest.fixture(scope="module")
def more(more_folder):
    return open_store(more_folder)


@pytest.fixture(scope="module")
def more_in_rdflib(more_folder):
    return in_rdflib(more_folder)


@pytest.mark.parametrize("name", sorted(ONLY_THERE))
def test_a_query_finds_what_the_small_graph_lacks(more, name):
    row = ONLY_THERE[name]
    assert any(found[:len(row)] == row for found in answer(more, name)), answer(more, name)


@pytest.mark.parametrize(("name", "values", "number"), [
    ("plots-by-group", {"group": "isis"}, 3), ("plots-by-group", {"group": "isis", "stage": "thwarted"}, 2),
    ("timeline", {"actor": "FSB", "from": "2019-10-14"}, 1), ("timeline", {"to": "2019-06"}, 7),
    ("deadliest", {"minimum": "6"}, 1), ("members", {"group": "ISIS"}, 1), ("who-says-what", {"speaker": "fsb"}, 2),
    ("weapons-and-targets", {"weapon": "firearm"}, 0), ("legal-cases", {"kind": "sentence"}, 1),
    ("quotes-about", {"actor": '\\"'}, 0), ("together", {"minimum": "2"}, 0),
])
def test_parameters_narrow_the_answer(store, name, values, number):
    assert len(answer(store, name, **values)) == number


def answer(store, name, **values):
    return table(store, bound(find(name), values), 1000, 60).rows


def test_there_are_at_least_25_named_queries_and_each_has_an_expected_answer():
    assert set(ANSWERS) == set(named_queries()) and len(ANSWERS) >= 25


@EVERY
def test_a_query_finds_what_it_asks_for(store, name):
    number, row = ANSWERS[name]
    rows = answer(store, name)
    assert len(rows) == number
    assert row is None or any(found[:len(row)] == row for found in rows), rows


@EVERY
def test_an_answer_is_the_same_with_and_without_named_graphs_in_the_store(more, name):
    whole = more.whole()
    assert answer(Opened(whole, lambda: whole), name) == answer(more, name)


@EVERY
def test_rdflib_gives_the_same_answer(more, more_in_rdflib, name):
    assert rdflib_rows(more_in_rdflib, bound(find(name), {})) == list(answer(more, name))


def test_contradictions_of_every_kind_are_found_in_one_event_and_between_events(more):
    by = ('Attack on "station" foiled', "Four detained in Dagestan")
    found = {(what, about, said, other) for what, about, said, source, other, source_2, *_ in
             answer(more, "contradictions") if {source, source_2} == set(by) and what.startswith(("two", "four"))}
    assert found == {
        ("two counts", "killed", "7", "9"), ("two views", "date", "2019-05-08", "2019-05-09"),
        ("two views", "perpetrator", "Islamic State", "Russia"), ("two views", "factuality", "reported", "denied"),
        ("four members of a sleeper cell member of sleeper cell", "factuality", "reported", "denied")}


def test_who_agrees_or_is_only_vaguer_is_no_contradiction_but_a_denial_of_the_accused_is(more):
    rows = [row for row in answer(more, "contradictions") if row[0] == "one view"]
    assert {row[1:3] + row[4:5] for row in rows} == {("perpetrator", "Islamic State", "denied by Islamic State")}
