"""The page on the ontology in a browser: fits a phone, is accessible in light and dark, and asks for nothing."""

import pytest

from kg.export.reference import page as reference
from kg.lexicon.ontology import load

PHONE, LAPTOP = {"width": 390, "height": 844}, {"width": 1280, "height": 720}


@pytest.fixture(params=[(PHONE, "light"), (PHONE, "dark"), (LAPTOP, "light"), (LAPTOP, "dark")],
                ids=["phone", "phone-dark", "laptop", "laptop-dark"])
def opened(request, browser, tmp_path):
    (tmp_path / "ontology.html").write_text(reference(load()), "utf-8")
    size, scheme = request.param
    context = browser.new_context(viewport=size, color_scheme=scheme, offline=True)
    page, asked = context.new_page(), []
    page.on("request", lambda sent: asked.append(sent.url))
    page.goto((tmp_path / "ontology.html").as_uri() + "#Plot")
    yield page
    assert len(asked) == 1
    context.close()


def test_nothing_is_wider_than_the_screen(opened):
    too_wide = "[...document.querySelectorAll('html, figure')].filter(box => box.scrollWidth > box.clientWidth).length"
    assert opened.evaluate(too_wide) == 0


def test_a_link_to_a_term_shows_its_heading_below_the_bar(opened):
    heading, bar = (opened.locator(which).bounding_box() for which in ("#Plot h3", "nav"))
    assert bar["y"] + bar["height"] <= heading["y"] < 200


def test_axe_finds_nothing_at_all(opened):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    found = axe.Axe().run(opened).response["violations"]
    assert [(f["id"], f["nodes"][0]["html"][:120]) for f in found] == []
