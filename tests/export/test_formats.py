"""Every format: found by folder, deterministic, and loaded by the library that users load it with."""

import csv
import json
from dataclasses import replace

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib
from click.testing import CliRunner
from followthemoney import model
from rdflib.compare import isomorphic

from kg.cli import _graph
from kg.cli.main import command
from kg.errors import OutputError
from kg.export.events import codes
from kg.export.formats import load, modules
from kg.export.jsonld import context
from kg.lexicon.ontology import load as load_ontology
from kg.model import Graph, Node
from tests.sample_graph import EVENTS, sample

NAMES = ["csv", "events-csv", "ftm", "gexf", "graphml", "jsonld", "nq", "nt", "trig", "ttl", "ttl12"]
each = pytest.mark.parametrize("name", NAMES)


def written(tmp_path, name, graph=None):
    target = tmp_path / load(name).FILE
    load(name).write(graph or sample(), target)
    return target


def contents(path):
    return [file.read_bytes() for file in sorted(path.iterdir())] if path.is_dir() else [path.read_bytes()]


def test_formats_are_found_by_folder():
    assert list(modules()) == NAMES and all(title for _, title in modules().values())


@each
def test_equal_graphs_give_equal_files(tmp_path, name):
    (tmp_path / "again").mkdir()
    first, second = contents(written(tmp_path, name)), contents(written(tmp_path / "again", name))
    assert first == second and all(first)


@each
def test_an_empty_graph_and_a_hostile_one_can_be_written(tmp_path, name):
    nasty = 'a\x00b\u202e"<>&;\n=1\ud800'
    written(tmp_path, name, Graph())
    written(tmp_path, name, Graph(nodes=(Node("group/x", "Group", nasty, (nasty,)),)))


@each
def test_a_place_that_cannot_be_written_is_one_line(tmp_path, name):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError):
        load(name).write(sample(), tmp_path / "file" / "graph")


def test_an_unknown_format_gets_a_guess():
    with pytest.raises(OutputError, match="did you mean 'graphml'"):
        load("grapml")


@pytest.mark.parametrize(("name", "read"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_networkx_reads_the_network(tmp_path, name, read):
    found = read(written(tmp_path, name))
    assert found.nodes["group/islamic-state"]["label"] == "Islamic State"
    assert found.nodes["event/attack-1"]["killed"] == 5 and found.is_directed()
    assert ("cell/sleeper-cell-1", "group/islamic-state") in {edge[:2] for edge in found.edges}
    assert len(found) == 3 + 16 + 11


def test_gexf_has_the_colors_of_the_ontology_and_no_date_of_its_making(tmp_path):
    text = written(tmp_path, "gexf").read_text()
    assert '<viz:color r="185" g="28" b="28"' in text and "lastmodifieddate" not in text


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_hostile_names_leave_xml_readable(tmp_path, name):
    graph = Graph(nodes=(Node("group/x", "Group", "a\x00<b>&\ud800]]>"),))
    found = {"graphml": nx.read_graphml, "gexf": nx.read_gexf}[name](written(tmp_path, name, graph))
    assert found.nodes["group/x"]["label"] == "a\ufffd<b>&\ufffd]]>"


def test_json_ld_holds_what_turtle_holds(tmp_path):
    left = rdflib.Graph().parse(written(tmp_path, "jsonld"), format="json-ld")
    assert isomorphic(left, rdflib.Graph().parse(written(tmp_path, "ttl"), format="turtle"))
    again = ox.parse(path=str(written(tmp_path, "jsonld")), format=ox.RdfFormat.JSON_LD)
    assert len(set(again)) == len(left)


def test_json_ld_reads_like_json(tmp_path):
    content = json.loads(written(tmp_path, "jsonld").read_text())
    (plot,) = [thing for thing in content["@graph"] if thing["@id"] == "event/plot-1"]
    assert plot["@type"] == "pg:Plot" and plot["pg:stage"] == "pgc:thwarted"
    assert plot["pg:perpetrator"] == ["cell/sleeper-cell-1", "people/four-members-1"]
    assert context()["pg:stage"] == {"@type": "@id"}


def rows(path):
    with path.open(newline="") as stream:
        return list(csv.DictReader(stream))


def test_neo4j_tables_name_every_end_of_every_edge(tmp_path):
    folder = written(tmp_path, "csv")
    nodes, edges = rows(folder / "nodes.csv"), rows(folder / "edges.csv")
    known = {row["iri:ID"] for row in nodes}
    assert len(known) == len(nodes) and all({row[":START_ID"], row[":END_ID"]} <= known for row in edges)
    assert next(row for row in nodes if row["label"] == "sleeper cell")[":LABEL"] == "Cell;Group;Organization;Actor"
    assert next(row for row in edges if row[":TYPE"] == "disrupts")[":END_ID"] == "event/plot-1"


def test_follow_the_money_takes_every_entity(tmp_path):
    lines = written(tmp_path, "ftm").read_text().splitlines()
    proxies = {}
    for line in lines:
        proxy = model.get_proxy(json.loads(line), cleaned=False)
        assert proxy.to_dict()["properties"].keys() == json.loads(line)["properties"].keys(), line
        proxy.schema.validate(proxy.to_dict())
        proxies[proxy.id] = proxy
    assert len(proxies) == len(lines)
    assert proxies["agency.rus-federal-security-service"].schema.name == "PublicBody"
    leads = proxies["assertion.4-aliev-cell"]
    assert (leads.schema.name, leads.get("director")) == ("Directorship", ["person.magomed-aliev"])


def test_follow_the_money_links_lead_to_entities_of_the_right_schema(tmp_path):
    proxies = {p.id: p for p in (model.get_proxy(json.loads(line), cleaned=False)
                                 for line in written(tmp_path, "ftm").read_text().splitlines())}
    for proxy in proxies.values():
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity":
                assert proxies[value].schema.is_a(prop.range), (proxy.id, prop.name, value)


def test_follow_the_money_gets_nothing_that_is_denied(tmp_path):
    text = written(tmp_path, "ftm").read_text()
    assert "assertion.6-gunmen-tur" not in text and "event.preparation-1" not in text


def test_the_table_of_events_has_the_columns_that_statistics_need(tmp_path):
    table = {row["event_id"]: row for row in rows(written(tmp_path, "events-csv"))}
    attack, detention = table["event/attack-1"], table["event/detention-1"]
    assert (attack["deaths"], attack["stage"], attack["event_date"]) == ("5", "accomplished", "2019-05")
    assert (attack["country"], attack["latitude"], attack["actor1"]) == ("RUS", "42.06779", "gunmen")
    assert (detention["cameo"], detention["plover"], detention["actor1_type"]) == ("173", "COERCE", "Agency")
    assert detention["sources"] == "Wire" and detention["actor2"] == "four members of a sleeper cell"


def test_a_suicide_bombing_has_its_own_code():
    attack = replace(EVENTS[0], attributes={"attackKind": "suicide-bombing"})
    assert codes(attack, load_ontology()) == ("1831", "ASSAULT")


def test_no_cell_of_the_table_is_a_formula(tmp_path):
    graph = replace(sample(), events=(replace(EVENTS[0], label='=HYPERLINK("http://x.example")'),))
    (row,) = rows(written(tmp_path, "events-csv", graph))
    assert row["label"] == "'=HYPERLINK(\"http://x.example\")"


def test_the_command_writes_into_the_output_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(_graph, "resolve", lambda *_: sample())
    (tmp_path / "records.jsonl").write_text("")
    result = CliRunner().invoke(command, ["export", "gexf", "-f", str(tmp_path)])
    assert result.exit_code == 0 and nx.read_gexf(tmp_path / "graph.gexf").number_of_nodes() == 30


def test_the_command_lists_formats():
    result = CliRunner().invoke(command, ["export", "--list"])
    assert [line.split()[0] for line in result.output.splitlines()] == NAMES
