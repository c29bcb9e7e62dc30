"""`outputs/` is what `make demo` makes of `examples/`, byte for byte, whatever the hash seed, order and workers."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.read import ReadOptions, expand, read

ROOT = Path(__file__).parent.parent
OUTPUTS = ROOT / "outputs"
FILES = ("records.jsonl", "graph.ttl", "graph.nq", "graph.html", "manifest.json")


@pytest.fixture(scope="session")
def rebuilt(tmp_path_factory):
    """The examples built anew: in two processes, named in reverse order, with another hash seed."""
    folder = tmp_path_factory.mktemp("rebuilt")
    names = sorted((f"examples/{path.name}" for path in (ROOT / "examples").iterdir()), reverse=True)
    command = [sys.executable, "-c", "from kg.cli.main import main; main()",
               "build", *names, "-o", str(folder), "-j", "2"]
    subprocess.run(command, cwd=ROOT, env=os.environ | {"PYTHONHASHSEED": "7"}, check=True, capture_output=True)
    return folder


@pytest.mark.parametrize("name", FILES)
def test_outputs_are_what_the_demo_makes(rebuilt, name):
    same = (rebuilt / name).read_bytes() == (OUTPUTS / name).read_bytes()
    assert same, f"outputs/{name} is not what `make demo` makes now; run it, look at the difference, and commit it"


def test_the_page_asks_no_other_host_for_anything():
    page = (OUTPUTS / "graph.html").read_text("utf-8")
    assert "default-src 'none'" in page
    assert not [mark for mark in ('src="http', "src='http", 'href="http', "@import", "url(http") if mark in page]


def test_examples_come_in_many_formats():
    assert {path.name.partition(".")[2] for path in (ROOT / "examples").iterdir()} >= {
        "txt", "md", "html", "jsonl", "csv", "txt.gz"}


def test_every_example_is_read_with_title_and_date():
    documents = [item for source in expand([str(ROOT / "examples")]) for item in read(source, ReadOptions())]
    assert len(documents) >= 6
    assert all(document.title and document.date for document in documents)


def test_other_articles_on_a_page_are_not_read():
    records = map(json.loads, (OUTPUTS / "records.jsonl").read_text("utf-8").splitlines())
    page = next(record for record in records if record["source"].endswith("aircraft-plot-page.html"))
    assert not [event for event in page["events"] if "Baghdad" in page["text"][event["trigger"]["start"] - 80:][:160]]
