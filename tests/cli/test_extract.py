"""`kg extract` from the outside, with a reader that needs no model."""

import json

import pytest
from click.testing import CliRunner

from kg.cli import extract as verb
from kg.cli.main import command
from kg.model import Extraction


def no_loader(model, names):
    return lambda: Extraction


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(verb, "loader", no_loader)


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Two men were arrested in Lyon on Monday, the police said.\n")
    return path


def run(*arguments, **options):
    return CliRunner().invoke(command, ["extract", *map(str, arguments)], **options)


def test_each_document_is_one_line_of_json(article):
    result = run(article)
    assert [json.loads(line)["source"] for line in result.stdout.splitlines()] == [str(article)]
    assert result.exit_code == 0


def test_standard_input_is_read_for_a_dash():
    result = run("-", input="Police in Lyon arrested two men.")
    assert json.loads(result.stdout)["text"] == "Police in Lyon arrested two men."


def test_a_bad_input_is_one_line_and_the_rest_goes_through(article, tmp_path):
    (tmp_path / "empty.txt").touch()
    result = run(tmp_path)
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    assert result.stderr.startswith("kg: ")
    assert len(result.stderr.splitlines()) == 1


def test_a_document_that_breaks_the_reader_is_named(article, monkeypatch):
    monkeypatch.setattr(verb, "loader", lambda model, names: lambda: lambda document: 1 / 0)
    result = run(article)
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"kg: {article}" in result.stderr
    assert "ZeroDivisionError" in result.stderr


def test_records_go_to_a_file(article, tmp_path):
    run(article, "-o", tmp_path / "r.jsonl")
    assert json.loads((tmp_path / "r.jsonl").read_text())["source"] == str(article)


def test_explain_writes_lines_for_a_reader(article):
    assert run(article, "--explain").stdout.startswith("# ")
