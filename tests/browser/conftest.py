"""A real browser without a network: opens pages, and fails a test on any request, console message or script error."""

import shutil
import sys
from pathlib import Path

import pytest

from kg.export.html import write

sys.path.insert(0, str(Path(__file__).parents[1] / "export" / "html"))  # the demonstration graphs live there

from page_demo import large, small

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--disable-sync"]
PATIENCE = 90_000  # milliseconds; only a machine with much else to do needs them
LAPTOP = {"width": 1280, "height": 720}


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(item.path).parent == Path(__file__).parent:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser():
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright for Python is not installed")
    found = next((path for path in map(shutil.which, BROWSERS) if path), None)
    if not found:
        pytest.skip(f"no browser is installed: none of {', '.join(BROWSERS)}")
    with playwright.sync_playwright() as running:
        started = running.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def pages(tmp_path_factory):
    """The path of a page, made once: `pages("small")`, `pages("5000")`."""
    folder, makers = tmp_path_factory.mktemp("pages"), {
        "small": small, "1000": lambda: large(1000, 600), "5000": lambda: large(5000, 3750),
        "50000": lambda: large(50000, 30000)}

    def make(name, graph=None):
        path = folder / f"{name}.html"
        if not path.exists():
            write(graph or makers[name](), path, "Demonstration")
        return path
    return make


@pytest.fixture
def small_graph():
    return small()


@pytest.fixture
def visit(browser, pages):
    """Opens a page, waits until it is drawn, and complains at the end about whatever it should not have done."""
    contexts, trouble = [], []

    def go(name="small", fragment="", graph=None, size=LAPTOP, **options):
        context = browser.new_context(viewport=size, accept_downloads=True, reduced_motion="reduce", **options)
        context.set_offline(True)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        address = pages(name, graph).as_uri()
        page.on("request", lambda request: trouble.append(f"asked for {request.url[:200]}") if not (
            request.url.split("#")[0] == address or request.url.startswith("blob:")) else None)
        page.on("console", lambda message: trouble.append(f"{message.type}: {message.text[:300]}"))
        page.on("pageerror", lambda error: trouble.append(f"error: {error}"))
        page.on("dialog", lambda dialog: trouble.append(f"dialog: {dialog.message}"))
        page.goto(address + (f"#{fragment}" if fragment else ""))
        page.wait_for_selector("body[data-ready]")
        page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        return page
    yield go
    for context in contexts:
        context.close()
    assert trouble == []


@pytest.fixture
def until():
    """Waits until an expression is true. Playwright's own way evaluates text in the page, which its policy forbids."""
    def wait(page, expression):
        for _ in range(PATIENCE // 50):
            if page.evaluate(expression):
                return
            page.wait_for_timeout(50)
        pytest.fail(f"never true: {expression}")
    return wait


@pytest.fixture
def shown():
    """The labels of the single nodes in the picture."""
    return lambda page: set(page.evaluate(
        "plotgraph.shown().filter(id => typeof id === 'number').map(id => plotgraph.data.nodes[id].label)"))
