"""What a reader sees first: a calm, readable picture with actors and plots in front."""

from itertools import combinations

import pytest

PHONE = {"width": 390, "height": 844}


def labels(page):
    return page.evaluate("plotgraph.labels()")


def overlap(a, b):
    return all(a[at] < b[at] + b[size] and b[at] < a[at] + a[size] for at, size in (("x", "w"), ("y", "h")))


def test_actors_and_plots_are_in_front_and_places_and_documents_are_folded(visit, shown):
    names = shown(visit())
    assert {"Islamic State", "Federal Security Service", "Plot against the metro"} <= names
    assert not names & {"Makhachkala", "Kabul", "Rifle", "Islamist cell broken up before attacks in Moscow"}


@pytest.mark.parametrize("name", ["small", "1000"])
def test_labels_do_not_overlap_at_the_first_zoom(visit, name):
    boxes = labels(visit(name))
    assert len(boxes) > 20
    assert not [(a["name"], b["name"]) for a, b in combinations(boxes, 2) if overlap(a, b)]


def test_nothing_moves_by_itself(visit):
    page = visit()
    before = page.evaluate("plotgraph.network().getPositions()")
    page.wait_for_timeout(700)
    assert page.evaluate("plotgraph.network().getPositions()") == before


def test_title_counts_and_dates_are_told(visit):
    page = visit()
    assert page.inner_text("h1") == "Demonstration"
    summary = page.inner_text("#summary")
    assert "43 actors" in summary and "7 documents" in summary and "2024-09-03" in summary


def test_the_legend_names_every_class_in_use(visit):
    page = visit()
    legend = page.text_content("#filters")
    assert all(look["label"] in legend or look["layer"] == "Document"
               for look in page.evaluate("plotgraph.data.classes").values())


def test_places_and_documents_unfold_on_request(visit, shown):
    page = visit()
    page.check("[data-layer=Place]")
    page.check("[data-layer=Document]")
    assert {"Makhachkala", "Concerts called off after arrests in Austria"} <= shown(page)


def test_events_can_be_lines_instead_of_nodes(visit, shown):
    page = visit()
    page.check("[name=events][value=edges]")
    assert "Crocus City Hall attack" not in shown(page) and {"Four gunmen", "145 concertgoers"} <= shown(page)


def test_a_phone_shows_the_picture_and_hides_the_filters_until_asked(visit):
    page = visit(size=PHONE)
    assert not page.is_visible("#filters")
    page.click("#show-filters")
    assert page.is_visible("#filters")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_dark_follows_the_system_and_the_button_changes_it(visit):
    page = visit(color_scheme="dark")
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.click("#theme")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != dark
