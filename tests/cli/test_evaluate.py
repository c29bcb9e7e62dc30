"""`kg evaluate` on gold and records that need no model."""

import json

import pytest
from click.testing import CliRunner

from kg.cli.main import command
from kg.model import Document, Entity, Extraction, Mention
from kg.model.record import dumps


@pytest.fixture
def folder(tmp_path):
    entities = [{"id": "a", "type": "Person", "names": ["Ali Kaya"], "key": True}]
    article = {"entities": entities, "events": [], "relations": []}
    (tmp_path / "a.gold.json").write_text(json.dumps({"source": "a.txt", "articles": [article]}))
    return tmp_path


@pytest.fixture
def records(folder):
    person = Entity("e1", "Person", "Ali Kaya", (Mention("Ali Kaya", 0, 8, "Kaya", "name"),))
    path = folder / "r.jsonl"
    path.write_text(dumps(Extraction(Document("doc-1", "x/a.txt", "Ali Kaya spoke."), (person,))) + "\n")
    return path


def run(*arguments):
    return CliRunner().invoke(command, ["evaluate", *map(str, arguments)])


def test_the_table_has_a_row_for_each_kind_of_fact(folder, records):
    first_words = [line.split()[0] for line in run(folder, "--records", records).stdout.splitlines() if line]
    assert first_words[1:6] == ["facts", "entities", "events", "arguments", "relations"]


def test_the_numbers_are_to_be_had_as_json(folder, records):
    assert json.loads(run(folder, "--records", records, "--json").stdout)["entities"] == 1


def test_errors_are_listed_on_demand(folder):
    empty = folder / "none.jsonl"
    empty.touch()
    assert "a.txt\n  - no record" in run(folder, "--records", empty, "--errors").stdout


def test_a_broken_record_is_named_with_its_line(folder, records):
    records.write_text(records.read_text() + "{\n")
    result = run(folder, "--records", records)
    assert result.exit_code == 1
    assert f"kg: {records}:2: not JSON" in result.stderr
