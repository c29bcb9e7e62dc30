"""`kg build`, `kg remove` and `kg review`, with an extractor that needs no language."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import build as building
from kg.cli import remove as removing
from kg.cli.main import command
from kg.lexicon import names
from tests.build import fake

A = "The police said this.\n\nGroup: Blue Lantern Front\nPerson: Moravec\n"
B = "The papers wrote that.\n\nGroup: Blue Lantern Front\nPerson: Ilya Moravec\n"


@pytest.fixture
def kg(tmp_path, monkeypatch):
    """Runs the program in a folder with two articles."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(names, "load", lambda extra=(): names.build({}))
    for module in (building, removing):
        monkeypatch.setattr(module, "loader", lambda *args, **options: fake.load)
    Path("news").mkdir()
    Path("news/a.txt").write_text(A, "utf-8")
    Path("news/b.txt").write_text(B, "utf-8")
    return lambda *arguments, **more: CliRunner().invoke(command, arguments, **more)


def test_build_says_what_was_found_and_where_to_look(kg):
    result = kg("build", "news", "-o", "out")
    assert result.exit_code == 0, result.output
    assert "2 documents" in result.output and "out/graph.html" in result.output


def test_build_ends_with_1_if_anything_failed_and_writes_the_rest(kg):
    Path("news/c.txt").write_text("crash", "utf-8")
    result = kg("build", "news", "-o", "out")
    assert result.exit_code == 1
    assert "kg: news/c.txt: " in result.stderr and "the parser fell over" in result.stderr
    assert json.loads(Path("out/manifest.json").read_text("utf-8"))["counts"]["documents"] == 2


def test_building_again_says_what_did_not_change(kg):
    kg("build", "news", "-o", "out")
    assert "2 documents: 2 unchanged" in kg("build", "news", "-o", "out").output


def test_remove_takes_a_source_out(kg):
    kg("build", "news", "-o", "out")
    result = kg("remove", "news/b.txt", "-o", "out")
    assert result.exit_code == 0 and "1 documents" in result.output


def test_remove_from_nothing_is_one_line(kg):
    result = kg("remove", "news/b.txt", "-o", "out")
    assert result.exit_code == 1 and result.stderr.startswith("kg: out: holds nothing from 'news/b.txt'")
    assert not Path("out").exists()


def test_review_lists_pairs_with_reasons_and_quotes(kg):
    kg("build", "news", "-o", "out")
    result = kg("review", "out", "--list")
    assert "Moravec" in result.output and "surname of" in result.output and "Person: Ilya" in result.output
    assert not Path("out/judgements.jsonl").exists()


def test_an_answer_is_kept_and_used_by_the_next_build(kg):
    kg("build", "news", "-o", "out")
    result = kg("review", "out", "--author", "an analyst", input="y\nboth papers mean him\n")
    assert result.exit_code == 0, result.output
    assert json.loads(Path("out/judgements.jsonl").read_text("utf-8"))["author"] == "an analyst"
    kg("build", "news", "-o", "out")
    assert json.loads(Path("out/manifest.json").read_text("utf-8"))["classes"]["Person"] == 1


def test_quitting_a_review_writes_nothing(kg):
    kg("build", "news", "-o", "out")
    assert kg("review", "out", input="q\n").exit_code == 0
    assert not Path("out/judgements.jsonl").exists()


def test_what_was_judged_is_not_asked_again(kg):
    kg("build", "news", "-o", "out")
    kg("review", "out", input="n\n\n")
    assert "No pairs" in kg("review", "out").output


def test_reviewing_an_empty_folder_says_what_to_do(kg):
    result = kg("review", "news")
    assert result.exit_code == 1 and "kg build" in result.stderr
