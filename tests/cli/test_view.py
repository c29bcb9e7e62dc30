"""`kg view`: finds the page of a graph, and the node of a name."""

import webbrowser

import pytest
from click.testing import CliRunner

from kg.cli import view
from kg.errors import OutputError
from kg.export import html
from kg.model import Document, Extraction, Graph, Node
from kg.model.record import dumps


@pytest.fixture
def folder(tmp_path):
    html.write(Graph(nodes=(Node("group/a", "Group", "Red Branch", ("RB",)),)), tmp_path / "graph.html")
    return tmp_path


def run(*arguments):
    return CliRunner().invoke(view.command, list(map(str, arguments)))


def test_the_page_opens_at_the_node_of_a_name(folder, monkeypatch):
    opened = []
    monkeypatch.setattr(webbrowser, "open", lambda address: opened.append(address) or True)
    assert run("red branch", "-o", folder).exit_code == 0
    assert opened == [(folder / "graph.html").as_uri() + "#node=group%2Fa"]


def test_nothing_is_opened_when_only_the_address_is_wanted(folder, monkeypatch):
    monkeypatch.setattr(webbrowser, "open", lambda address: pytest.fail("opened"))
    assert run("--no-open", "-o", folder).output.strip() == (folder / "graph.html").as_uri()


def test_a_wrong_name_is_answered_with_a_guess(folder):
    with pytest.raises(OutputError, match=r"did you mean 'red branch'"):
        view.find("Red Brunch", folder / "graph.html")


def test_an_empty_folder_says_what_to_do(tmp_path):
    with pytest.raises(OutputError, match="kg build INPUT"):
        view.page(tmp_path)


def test_records_without_a_page_give_a_temporary_one(tmp_path):
    (tmp_path / "records.jsonl").write_text(dumps(Extraction(Document("doc-a", "a.txt", "Nothing."))) + "\n", "utf-8")
    made = view.page(tmp_path)
    assert made.is_file() and tmp_path not in made.parents
