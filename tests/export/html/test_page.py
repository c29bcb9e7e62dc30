"""The page as a file: no address to load from, a policy that names its scripts by hash, equal bytes."""

import base64
import hashlib
import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import page_demo
import pytest

from kg.errors import OutputError
from kg.export.html import names, render, write
from kg.export.html.page import as_data

LOADING = {"src", "href", "srcset", "data", "action", "poster", "background"}


class Tags(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.tags, self.bodies, self.open = [], [], None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.open = (tag, dict(attributes))
        self.tags.append(self.open)

    def handle_endtag(self, tag):
        self.open = None

    def handle_data(self, data):
        if self.open and self.open[0] in ("script", "style"):
            self.bodies.append((self.open, data))


@pytest.fixture(scope="module")
def text():
    return render(page_demo.small(), "Title <b>")


def test_no_tag_asks_for_anything(text):
    tags = Tags(text).tags
    assert not [tag for tag in tags if tag[0] in ("link", "img", "iframe", "base", "object", "embed")]
    assert not [tag for tag in tags if LOADING & set(tag[1])]


def test_styles_ask_for_nothing(text):
    assert not re.search(r"url\(|@import", "".join(body for (tag, _), body in Tags(text).bodies if tag == "style"))


def test_the_policy_allows_our_scripts_by_hash_and_nothing_else(text):
    found = Tags(text)
    policy = next(tag[1]["content"] for tag in found.tags if tag[1].get("http-equiv") == "Content-Security-Policy")
    for (tag, attributes), body in found.bodies:
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy or (tag, attributes.get("type")) == ("script", "application/json")
    assert policy.startswith("default-src 'none';") and "unsafe" not in policy and "http" not in policy


def test_data_cannot_end_its_block():
    hostile = {"a": "</script><!-- & \u2028\u2029 \"'"}
    written = as_data(hostile)
    assert not set("<>&\u2028\u2029") & set(written) and json.loads(written) == hostile


def test_the_title_is_text(text):
    assert "<title>Title &lt;b&gt;</title>" in text


def test_marks_of_the_template_in_a_name_are_left_alone():
    page = render(page_demo.small(), "{{script}} {{data}}")
    assert "<title>{{script}} {{data}}</title>" in page


def test_equal_graphs_give_equal_bytes_under_any_hash_seed(tmp_path):
    program = "import sys; sys.path.insert(0, sys.argv[1]); import page_demo; from kg.export.html import render; " \
              "import hashlib; print(hashlib.sha256(render(page_demo.small()).encode()).hexdigest())"
    command = [sys.executable, "-c", program, str(Path(__file__).parent)]
    digests = {subprocess.run(command, capture_output=True, check=True, env={"PYTHONHASHSEED": seed}).stdout
               for seed in "12"}
    assert len(digests) == 1


def test_write_tells_the_size_and_leaves_no_litter(tmp_path):
    size = write(page_demo.small(), tmp_path / "graph.html")
    assert [(path.name, path.stat().st_size) for path in tmp_path.iterdir()] == [("graph.html", size)]


def test_a_place_that_cannot_be_written_is_one_clear_line(tmp_path):
    with pytest.raises(OutputError, match="cannot be written"):
        write(page_demo.small(), tmp_path / "none" / "graph.html")


def test_names_and_aliases_lead_to_nodes(tmp_path):
    write(page_demo.small(), tmp_path / "graph.html")
    found = names(tmp_path / "graph.html")
    assert found["daesh"] == "group/islamic-state" and found["state/rus"] == "state/RUS"


def test_another_file_is_no_page(tmp_path):
    (tmp_path / "other.html").write_text("<p>hello</p>")
    with pytest.raises(OutputError, match="not a page"):
        names(tmp_path / "other.html")


SCRIPTS = sorted(Path(__file__).parents[3].glob("kg/export/html/js/*.js"))
DANGEROUS = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|fetch\(|XMLHttp"


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_scripts_are_short_and_make_no_markup_from_text(path):
    script = path.read_text("utf-8")
    assert len(script.splitlines()) <= 300
    assert not re.search(DANGEROUS, script)
