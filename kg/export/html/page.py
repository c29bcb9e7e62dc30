"""The view's dictionary in, one HTML file out that asks no host for anything and runs no script but its own."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from functools import cache
from importlib.resources import files
from typing import Any

import pyvis

from kg.resources import package_file

DATA_START = '<script id="data" type="application/json">'  # as in page.html
DATA_END = "</script>"
VIS = ("lib", "vis-9.1.2", "vis-network.min.js")
SCRIPTS = ("data", "state", "filter", "search", "shapes", "picture", "clusters", "labels", "timeline", "facts", "panel",
           "controls", "paths", "table", "turtle", "download", "main")
# What could end the data block or be read as markup, and the two line ends that old scripts choke on.
_ESCAPES = {c: f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def page(view: dict[str, Any]) -> str:
    """The whole page. Text from articles is in the data block only, escaped; the policy allows our scripts by hash."""
    style, vis, own = _own("page.css"), _vis(), _script()
    policy = (f"default-src 'none'; script-src {_hash(vis)} {_hash(own)}; style-src {_hash(style)}; "
              "img-src data: blob:; base-uri 'none'; form-action 'none'")
    parts = {"policy": policy, "title": html.escape(view["title"]), "style": style, "data": as_data(view),
             "vis": vis, "script": own}
    pieces = re.split(r"\{\{(\w+)\}\}", _own("page.html"))  # split once: what is filled in is never searched for marks
    return "".join(parts[piece] if at % 2 else piece for at, piece in enumerate(pieces))


def as_data(value: object) -> str:
    """JSON that cannot leave a script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for character, escape in _ESCAPES.items():  # on 20 MB many times faster than str.translate
        text = text.replace(character, escape)
    return text


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def _vis() -> str:
    """The script of vis-network as pyvis ships it."""
    return files(pyvis).joinpath(*VIS).read_text("utf-8").replace("</script", "<\\/script")


@cache
def _own(name: str) -> str:
    return package_file("export", "html", name).read_text("utf-8")


@cache
def _script() -> str:
    """Our scripts as one, each a plain list of functions, in a scope of their own."""
    return "\"use strict\";\n(() => {\n" + "\n".join(_own(f"js/{name}.js") for name in SCRIPTS) + "\n})();\n"
