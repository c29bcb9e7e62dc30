"""Commands that read a finished graph: query, validate, show and why."""

import json
import shutil

import pytest
from click.testing import CliRunner

from kg.cli import _graph
from kg.cli.main import command
from kg.model import Extraction
from kg.rdf import write_nquads, write_turtle
from kg.store import load
from tests.sample_graph import sample


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("outputs")
    write_turtle(sample(), path / "graph.ttl")
    write_nquads(sample(), path / "graph.nq")
    (path / "records.jsonl").write_text("")
    return path


@pytest.fixture
def resolved(monkeypatch):
    """The sample in place of what resolution would make of the records."""
    def resolve(extractions, knowledge, judgements):
        assert not [one for one in extractions if not isinstance(one, Extraction)]
        return sample()
    monkeypatch.setattr(_graph, "resolve", resolve)


def run(*words, status=0, **options):
    result = CliRunner().invoke(command, [str(word) for word in words], **options)
    assert result.exit_code == status, result.output
    return result.output


def test_a_named_question_is_answered_as_a_table(folder):
    first, second = run("query", folder, "thwarted").splitlines()
    assert first.split() == ["actor", "stopped", "date", "placeName", "event"]
    assert "plan to bomb the railway station  2019-10-14  Makhachkala" in second


def test_a_parameter_narrows_a_named_question(folder):
    assert len(run("query", folder, "timeline", "--set", "actor=ISIS").splitlines()) == 1 + 5
    assert run("query", folder, "timeline", "--set", 'actor=" } # ') == "no answer\n"


def test_formats_of_answers(folder):
    query = "SELECT ?s WHERE { ?s a pg:Raid } LIMIT 1"
    assert json.loads(run("query", folder, query, "--format", "json"))["results"]["bindings"] == []
    assert run("query", folder, "ASK { ?s a pg:Plot }", "--format", "csv") == "true\n"
    assert run("query", folder, "ASK { ?s a pg:Plot }").split() == ["answer", "yes"]
    assert "a <https://w3id.org/plotgraph/ontology#Plot>" in run(
        "query", folder, "CONSTRUCT { ?s a pg:Plot } WHERE { ?s a pg:Plot }", "--format", "ttl")


def test_a_question_comes_from_a_file_or_standard_input_too(folder, tmp_path):
    query = "SELECT (COUNT(*) AS ?n) WHERE { ?s a pg:City }"
    (tmp_path / "cities.rq").write_text(query)
    assert run("query", folder, tmp_path / "cities.rq") == run("query", folder, "-", input=query) == "n\n2\n"


def test_an_answer_goes_to_a_file(folder, tmp_path):
    run("query", folder, "leaders", "--format", "csv", "-o", tmp_path / "answer.csv")
    assert (tmp_path / "answer.csv").read_bytes() == b"leader,leads,office\r\nMagomed Aliev,sleeper cell,leader\r\n"


def test_the_list_tells_questions_and_parameters():
    listed = run("query", "--list")
    assert "plots-by-group: Plots by group and stage" in listed and "--set minimum=2" in listed


@pytest.mark.parametrize(("words", "message"), [
    (["plots-by-grup"], "did you mean 'plots-by-group'"),
    (["thwarted", "--set", "agncy=FSB"], "did you mean 'agency'"),
    (["most-active", "--set", "minimum=two"], "takes a whole number"),
    (["SELECT ?s WHERE { ?s pg:agent }"], "line 1, column 31"),
    (["SELECT * WHERE { SERVICE <http://x.example/> { ?s ?p ?o } }"], "SERVICE is not allowed"),
    (["DELETE WHERE { ?s ?p ?o }"], "not a SPARQL query"),
    (["SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ", "--seconds", "0.05", "--format", "csv"], "no answer within 0.05"),
    (["absent.rq"], "neither a named question nor SPARQL nor a file"),
])
def test_a_bad_question_is_one_line(folder, words, message):
    output = run("query", folder, *words, status=1)
    assert message in output and len(output.splitlines()) == 1


def test_a_folder_without_a_graph_is_one_line(tmp_path):
    assert "kg build" in run("query", tmp_path, "leaders", status=1)
    assert "kg build" in run("show", "FSB", "-f", tmp_path, status=1)
    assert "kg build" in run("validate", tmp_path, status=1)


def test_a_stored_graph_is_used_again_and_renewed_when_the_files_change(folder, tmp_path):
    again = [run("query", folder, "leaders", "--store", tmp_path / "store") for _ in range(2)]
    assert again[0] == again[1] and "Magomed Aliev" in again[0]
    copy = tmp_path / "copy"
    copy.mkdir()
    (copy / "graph.ttl").write_text((folder / "graph.ttl").read_text().replace("Magomed Aliev", "Somebody"))
    assert "Somebody" in run("query", copy, "leaders", "--store", tmp_path / "store")


def test_a_large_graph_is_kept_beside_its_files_unless_that_is_not_wanted(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(load, "SMALL", 0)
    copy = shutil.copytree(folder, tmp_path / "copy")
    assert "Magomed Aliev" in run("query", copy, "leaders", "--in-memory") and not (copy / ".store").exists()
    assert "Magomed Aliev" in run("query", copy, "leaders") and (copy / ".store").is_dir()
    assert "give one of them" in run("query", copy, "leaders", "--in-memory", "--store", tmp_path, status=2)


def test_where_no_store_can_be_written_one_line_says_so_and_the_answer_comes_from_memory(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(load, "SMALL", 0)
    copy = shutil.copytree(folder, tmp_path / "copy")
    (copy / ".store").write_text("a file stands in the way")
    note, *answer = run("query", copy, "leaders").splitlines()
    assert note.endswith("the graph is loaded into memory") and "Magomed Aliev" in answer[1]


def test_a_folder_with_other_files_is_never_made_a_store(folder, tmp_path):
    (tmp_path / "thesis.txt").write_text("precious")
    assert "something else" in run("query", folder, "leaders", "--store", tmp_path, status=1)
    assert (tmp_path / "thesis.txt").read_text() == "precious"


def test_a_graph_that_conforms_is_said_to(folder):
    assert run("validate", folder).endswith("graph.ttl: conforms to the shapes\n")


def test_a_violation_is_told_with_its_quote_and_fails(folder, tmp_path):
    bad = tmp_path / "bad.ttl"
    bad.write_text((folder / "graph.ttl").read_text().replace("pgc:thwarted", "pgc:accomplished"))
    output = run("validate", bad, status=1)
    assert "A plot was not carried out" in output and '"The FSB said the men planned' in output
    assert output.endswith("1 violation\n")


def test_an_actor_is_shown_with_its_facts(folder, resolved):
    shown = run("show", "fsb", "-f", folder)
    assert shown.startswith("Federal Security Service (Agency; agency/rus-federal-security-service)\n  also: FSB\n")
    assert "Federal Security Service is an agency of Russia" in shown
    assert "kind of agency: intelligence service" in shown
    assert "Daily" not in shown and "by Disruption/active, on 'foiled'" in shown


def test_an_event_is_shown_with_its_sources(folder, resolved):
    shown = run("show", "event/plot-1", "-f", folder)
    assert "perpetrator: sleeper cell, four members of a sleeper cell" in shown
    assert "claimed, says Federal Security Service, confidence 0.80" in shown


def test_a_name_nobody_bears_gets_a_guess(folder, resolved):
    assert "did you mean 'islamic state'" in run("show", "Islamik State", "-f", folder, status=1)


def test_why_answers_with_quote_rule_and_trigger(folder, resolved):
    told = run("why", "Magomed Aliev", "leads", "sleeper cell", "-f", folder)
    assert told == ("Magomed Aliev leads sleeper cell\n  reported, confidence 1.00\n    \"He led the cell.\"\n"
                    "      Twelve years (2020-03), by leads/active, on 'led', at 60\n")


def test_why_answers_for_background_knowledge_and_for_roles(folder, resolved):
    assert "background knowledge: names/groups.ttl:3" in run("why", "ISIS", "bannedIn", "Russia", "-f", folder)
    assert "The FSB foiled" in run("why", "event/disruption-1", "disrupts", "event/plot-1", "-f", folder)


def test_why_not_is_one_line(folder, resolved):
    assert "does not say so" in run("why", "ISIS", "agencyOf", "Russia", "-f", folder, status=1)
    assert "did you mean 'agencyOf'" in run("why", "ISIS", "agencyof", "-f", folder, status=1)
