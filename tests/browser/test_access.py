"""Access: axe-core finds nothing serious, in light and dark, on a laptop and on a phone."""

import pytest

PHONE = {"width": 390, "height": 844}


@pytest.mark.parametrize(("fragment", "options"), [
    ("", {}), ("node=event/e01&table=1", {}), ("node=group/islamic-state", {"color_scheme": "dark"}),
    ("node=cell/moscow", {"size": PHONE})])
def test_axe_finds_nothing_serious(visit, fragment, options):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    page = visit(fragment=fragment, **options)
    found = axe.Axe().run(page).response["violations"]
    assert [(f["id"], f["nodes"][0]["html"][:120]) for f in found if f["impact"] in ("serious", "critical")] == []
