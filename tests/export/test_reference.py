"""The page on the ontology: every term is there, links lead somewhere, nothing comes from elsewhere."""

import re
from itertools import pairwise

from click.testing import CliRunner

from kg.cli.main import command
from kg.export._reference_picture import picture
from kg.export.reference import page, tree
from kg.lexicon.ontology import load

PAGE = page(load())


def test_every_term_has_an_entry_and_every_link_leads_to_one():
    targets = re.findall(r'id="([^"]+)"', PAGE)
    concepts = {f"{scheme}-{name}" for name, concept in load().concepts.items() for scheme in concept.schemes}
    assert {*load().classes, *load().properties, *concepts} <= set(targets)
    assert set(re.findall(r'href="#([^"]+)"', PAGE)) <= set(targets) and len(targets) == len(set(targets))


def test_the_tree_shows_every_class_once_and_says_where_one_has_two_parents():
    assert sorted(re.findall(r'</span><a href="#([^"]+)">', tree(load()))) == sorted(load().classes)
    assert '>State</a> (and <a href="#Place">Place</a>)' in tree(load())


def test_the_picture_shows_every_property_that_leads_to_a_thing_or_a_concept():
    links = {name for name, term in load().properties.items() if not term.literal}
    shown = set(re.findall(r'<a href="#([^"]+)"><text', picture(load())))
    assert shown == links and "perpetrator" in shown and "startDate" not in shown


def test_no_two_boxes_of_the_picture_lie_on_each_other():
    boxes = sorted(tuple(map(int, found)) for found in re.findall(
        r'<rect x="(\d+)" y="(\d+)" width="\d+" height="(\d+)"', picture(load())))
    assert len(boxes) > 20
    assert all(left[0] < right[0] or left[1] + left[2] <= right[1] for left, right in pairwise(boxes))


def test_a_term_tells_its_meaning_its_limits_and_its_likes_elsewhere():
    (entry,) = re.findall(r'<section class="term" id="agent">.*?</section>', PAGE)
    text = re.sub("<[^>]+>", " ", entry)
    for told in ("Who acts.", "Example: Police", "on  Event", "value  Actor", "always also  sem:hasActor",
                 "close to  schema:agent", "a  was carried out by  b"):
        assert told in text.replace("   ", "  "), text
    assert 'href="http://semanticweb.cs.vu.nl/2009/11/sem/hasActor"' in entry


def test_a_term_of_others_leads_to_them_and_a_code_to_its_row():
    (entry,) = re.findall(r'<section class="term" id="Detention">.*?</section>', PAGE)
    assert '<a href="#cameo-cameo-173">pgc:cameo-173</a>' in entry
    assert set(re.findall(r'href="([^#"][^"]*)"', PAGE)) == {
        iri for term in (*load().classes.values(), *load().properties.values()) for iri in (*term.above, *term.matches)
        if "plotgraph" not in iri}


def test_the_page_loads_nothing_and_runs_nothing():
    assert not re.search(r"<script|src=|url\(|@import|<link", PAGE)


def test_the_command_writes_a_page_or_a_list(tmp_path):
    run = CliRunner().invoke
    assert run(command, ["ontology", "--html", "-o", str(tmp_path / "o.html")]).exit_code == 0
    assert (tmp_path / "o.html").read_text() == PAGE
    assert "Plot: Violence intended and not carried out" in run(command, ["ontology"]).output
