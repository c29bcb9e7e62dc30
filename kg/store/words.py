"""Which keywords a query in SPARQL may hold, told without a grammar: it errs on the side of seeing too many.

In: SPARQL. Out: whether it may ask another server, and whether it may tell named graphs from the default graph.
"""

from __future__ import annotations

import re

_ESCAPED = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_NO_WORDS = re.compile(  # IRIs, texts in four kinds of quotes, comments, escaped characters of names
    r'''<[^<>"{}|^`\\\x00-\x20]*>|"""(?:[^"\\]|\\.|"(?!""))*"""|'{3}(?:[^'\\]|\\.|'(?!''))*'{3}'''
    r'''|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*'|#[^\n\r]*|\\.''', re.DOTALL)
_NAMES = re.compile(r"[?$]\w+|:[\w-]*")  # variables, and names after their prefix; they end where no keyword begins
_SERVICE = re.compile("service", re.IGNORECASE)  # a keyword needs no space around it: `1SERVICE`, `SERVICE:x`
_GRAPHS = re.compile("graph|from", re.IGNORECASE)


def unescaped(query: str) -> str:
    """A query with its escapes of code points resolved, as SPARQL does before it reads anything else."""
    return _ESCAPED.sub(lambda match: chr(int(match[1] or match[2], 16) % 0x110000), query)


def calls_elsewhere(query: str) -> bool:
    """Whether it may hold SERVICE."""
    return bool(_SERVICE.search(_keywords(query)))


def names_graphs(query: str) -> bool:
    """Whether it may hold GRAPH or FROM: without them, named graphs are out of its sight."""
    return bool(_GRAPHS.search(_keywords(query)))


def _keywords(query: str) -> str:
    return _NAMES.sub(" ", _NO_WORDS.sub(" ", unescaped(query)))
