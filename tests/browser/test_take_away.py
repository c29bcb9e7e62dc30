"""Taking away: picture, table and graph, made in the page and opened again here."""

import csv
import io
from pathlib import Path
from xml.etree import ElementTree

import pyoxigraph as ox

from kg.rdf import write_turtle

SVG = "{http://www.w3.org/2000/svg}"
BASE = "https://w3id.org/plotgraph/id/"


def saved(page, kind):
    page.click("#show-save")
    with page.expect_download() as waiting:
        page.click(f"[data-save={kind}]")
    return Path(waiting.value.path()).read_bytes()


def test_png_is_a_picture_of_the_view(visit):
    data = saved(visit(), "png")
    assert data.startswith(b"\x89PNG") and len(data) > 20_000


def test_svg_names_what_the_picture_names(visit):
    page = visit()
    words = {element.text for element in ElementTree.fromstring(saved(page, "svg")).iter(f"{SVG}text")}
    assert set(page.evaluate("plotgraph.labels().map(label => label.name)")) <= words


def test_csv_holds_the_facts_shown(visit):
    rows = list(csv.DictReader(io.StringIO(saved(visit(fragment="factuality=alleged"), "csv").decode())))
    assert {row["Told as"] for row in rows} == {"alleged"}
    assert "General Directorate for Internal Security" in {row["Said by"] for row in rows}


def test_turtle_holds_the_filtered_graph_only(visit):
    data = saved(visit(fragment="hidden=State&factuality=reported"), "ttl")
    subjects = {triple.subject.value for triple in ox.parse(data, format=ox.RdfFormat.TURTLE)}
    assert BASE + "event/e10" in subjects and not {BASE + "event/e13", BASE + "state/RUS"} & subjects


def test_turtle_of_everything_says_nothing_that_the_graphs_own_file_does_not(visit, small_graph, tmp_path):
    write_turtle(small_graph, tmp_path / "graph.ttl")
    whole = set(ox.parse(path=tmp_path / "graph.ttl", format=ox.RdfFormat.TURTLE))
    mine = set(ox.parse(saved(visit(fragment="hidden=&lonely=1"), "ttl"), format=ox.RdfFormat.TURTLE))
    assert mine - whole == set() and len(mine) > .85 * len(whole)


def test_the_table_shows_the_same_facts_and_opens_them(visit):
    page = visit(fragment="factuality=alleged")
    page.click("#show-table")
    assert page.locator("#table tbody tr").count() == 4
    page.click("#table tbody button >> nth=0")
    assert page.is_visible("#reading")


def test_the_table_sorts_by_any_column(visit):
    page = visit(fragment="table=1")
    page.click("#table th button:has-text('Type')")
    types = page.locator("#table tbody td:nth-child(2)").all_inner_texts()
    assert types == sorted(types) and len(set(types)) > 3
