"""Where a loaded graph is kept: in memory or beside its files, never older than they are, safe to share."""

import os
import subprocess
import sys

import pyoxigraph as ox
import pytest

from kg.errors import InputError, OutputError, QueryError
from kg.rdf import write_nquads, write_trig, write_turtle
from kg.store import load
from kg.store.ask import table
from kg.store.load import forget, home, kept, open_store
from tests.sample_graph import sample
from tests.store.wider_graph import wider

KEEP = ("import sys; from pathlib import Path; from kg.store import load; load.SMALL = 0; "
        "print(load.kept(Path(sys.argv[1])))")
LEADER = "SELECT ?name WHERE { ?who pg:leads ?what ; rdfs:label ?name }"
PREFIXES = {"pg": "https://w3id.org/plotgraph/ontology#", "rdfs": "http://www.w3.org/2000/01/rdf-schema#"}


@pytest.fixture
def folder(tmp_path):
    write_turtle(sample(), tmp_path / "graph.ttl")
    return tmp_path


@pytest.fixture
def large(folder, monkeypatch):
    """The same folder, with every graph taken for a large one."""
    monkeypatch.setattr(load, "SMALL", 0)
    return folder


def leader(store):
    return [row["name"].value for row in store.default.query(LEADER, prefixes=PREFIXES)]


def rename(folder, name):
    path = folder / "graph.ttl"
    path.write_text(path.read_text("utf-8").replace("Magomed Aliev", name), "utf-8")


def test_a_small_graph_is_loaded_into_memory_and_leaves_nothing(folder):
    assert kept(folder) is None and leader(open_store(folder)) == ["Magomed Aliev"]
    assert [path.name for path in folder.iterdir()] == ["graph.ttl"]


def test_a_large_graph_is_kept_beside_its_files(large):
    place = kept(large)
    assert place.parent == large / ".store" and leader(open_store(large, place)) == ["Magomed Aliev"]
    assert kept(large / "graph.ttl").parent == large / ".graph.ttl.store"


def test_a_kept_graph_is_not_loaded_again(large, monkeypatch):
    place = kept(large)
    monkeypatch.setattr(load, "_filled", None)
    assert kept(large) == place and leader(open_store(large, place)) == ["Magomed Aliev"]


def test_a_changed_file_of_the_same_size_and_age_gives_new_answers_and_the_old_store_goes(large):
    old, before = kept(large), (large / "graph.ttl").stat()
    rename(large, "Magomed Olnev")
    os.utime(large / "graph.ttl", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (large / "graph.ttl").stat().st_size == before.st_size
    assert leader(open_store(large, kept(large))) == ["Magomed Olnev"] and not old.exists()


def test_who_reads_an_older_state_reads_on(large):
    reader = open_store(large, kept(large))
    rename(large, "Somebody")
    kept(large)
    assert leader(reader) == ["Magomed Aliev"]


def test_a_graph_that_shrank_leaves_no_store(large, monkeypatch):
    kept(large)
    monkeypatch.setattr(load, "SMALL", 1 << 30)
    assert kept(large) is None and not home(large).exists()


def test_nothing_is_left_of_a_graph_that_is_forgotten(large):
    kept(large)
    forget(large)
    assert [path.name for path in large.iterdir()] == ["graph.ttl"]


def test_two_processes_may_fill_the_store_at_once(large):
    both = [subprocess.Popen([sys.executable, "-c", KEEP, str(large)], stdout=subprocess.PIPE, text=True)
            for _ in range(2)]
    places = {process.communicate()[0] for process in both}
    assert len(places) == 1 and [path.name for path in home(large).iterdir()] == [kept(large).name]


def test_the_store_of_who_was_first_stays(tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        folder.mkdir()
        (folder / folder.name).touch()
    load._move(second, first)
    assert (first / "first").exists()


def test_what_a_killed_process_left_behind_goes_after_an_hour(large):
    old, young = (home(large) / name for name in (".new-1", ".new-2"))
    old.mkdir(parents=True)
    young.mkdir()
    os.utime(old, (0, 0))
    place = kept(large)
    assert set(home(large).iterdir()) == {young, place}


def test_a_folder_with_other_files_is_left_alone(folder, tmp_path_factory):
    other = tmp_path_factory.mktemp("thesis")
    (other / "thesis.txt").write_text("precious")
    with pytest.raises(OutputError, match="something else"):
        kept(folder, other)
    assert (other / "thesis.txt").read_text() == "precious"


def test_a_store_that_is_gone_or_damaged_is_an_error_that_says_what_to_do(large):
    place = kept(large)
    (place / "CURRENT").write_text("nonsense")
    with pytest.raises(InputError, match="delete"):
        open_store(large, place)
    with pytest.raises(InputError, match="delete"):
        open_store(large, place.with_name("0" * 64))


def test_a_broken_file_leaves_no_store_behind(large):
    (large / "graph.ttl").write_text("no turtle")
    with pytest.raises(InputError, match=r"graph\.ttl: not Turtle"):
        kept(large)
    assert not list(home(large).iterdir())


def test_named_graphs_are_loaded_once_a_query_asks_for_them(folder):
    write_nquads(sample(), folder / "graph.nq")
    store = open_store(folder)
    assert len(store.default) < len(store.whole()) and store.whole() is store.whole()
    counts = [table(store, f"SELECT (COUNT(*) AS ?n) {where}", 1, 60).rows
              for where in ("{ ?event a pg:Plot }", "{ GRAPH ?document { ?event a pg:Plot } }")]
    assert counts == [(("1",),), (("2",),)]


def test_named_graphs_that_cannot_be_loaded_are_an_error_of_the_query_that_asks_for_them(folder):
    (folder / "graph.nq").write_text("no quads")
    store = open_store(folder)
    assert table(store, "ASK { ?s a pg:Plot }", 1, 60).rows == (("yes",),)
    with pytest.raises(QueryError, match=r"graph\.nq: not N-Quads"):
        table(store, "ASK { GRAPH ?g { ?s a pg:Plot } }", 1, 60)


def test_n_quads_say_nothing_outside_of_named_graphs_that_turtle_does_not_say(folder):
    write_nquads(wider(), folder / "graph.nq")
    write_turtle(wider(), folder / "graph.ttl")
    loose = {quad for quad in ox.parse(path=str(folder / "graph.nq")) if quad.graph_name == ox.DefaultGraph()}
    assert loose and loose <= set(ox.parse(path=str(folder / "graph.ttl")))


@pytest.mark.parametrize("small", [0, 1 << 30])
def test_n_quads_or_trig_alone_are_a_whole_graph_with_named_graphs(tmp_path, monkeypatch, small):
    monkeypatch.setattr(load, "SMALL", small)
    write_nquads(sample(), tmp_path / "quads.nq")
    write_trig(sample(), tmp_path / "graph.trig")
    for path in (tmp_path / "quads.nq", tmp_path / "graph.trig"):
        store = open_store(path, kept(path))
        assert leader(store) == ["Magomed Aliev"]
        assert table(store, "ASK { GRAPH ?document { ?who pg:leads ?what } }", 1, 60).rows == (("yes",),)


def test_a_store_of_another_layout_is_filled_anew(large, monkeypatch):
    monkeypatch.setattr(load, "_LAYOUT", "1")
    old = kept(large)
    monkeypatch.undo()
    monkeypatch.setattr(load, "SMALL", 0)
    assert kept(large) != old and not old.exists()
