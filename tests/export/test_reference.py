"""The page on the ontology: every term is there, links lead somewhere, nothing comes from elsewhere."""

import re

from click.testing import CliRunner

from kg.cli.main import command
from kg.export.reference import diagram, page
from kg.lexicon.ontology import load

PAGE = page(load())


def test_every_term_has_an_entry_and_every_link_leads_to_one():
    targets = re.findall(r'id="([^"]+)"', PAGE)
    concepts = {f"{scheme}-{name}" for name, concept in load().concepts.items() for scheme in concept.schemes}
    assert {*load().classes, *load().properties, *concepts} <= set(targets)
    assert set(re.findall(r'href="#([^"]+)"', PAGE)) <= set(targets) and len(targets) == len(set(targets))


def test_the_diagram_shows_every_class_once():
    assert sorted(re.findall(r'<a href="#([^"]+)">', diagram(load()))) == sorted(load().classes)


def test_the_page_loads_nothing_and_runs_nothing():
    assert not re.search(r"<script|src=|url\(|@import|<link", PAGE)


def test_the_command_writes_a_page_or_a_list(tmp_path):
    run = CliRunner().invoke
    assert run(command, ["ontology", "--html", "-o", str(tmp_path / "o.html")]).exit_code == 0
    assert (tmp_path / "o.html").read_text() == PAGE
    assert "Plot: Violence intended and not carried out" in run(command, ["ontology"]).output
