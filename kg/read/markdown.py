"""Markdown in, articles out: the text without its markup; what stood in the front matter and the headings is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from kg.errors import InputError
from kg.lexicon import layout as layouts
from kg.lexicon.layout import column_key
from kg.model import Document
from kg.read import dates
from kg.read.article import article
from kg.read.head import Known
from kg.read.plain import whole_text
from kg.read.source import ReadOptions, Source

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FRONT_LONGEST = 20_000  # characters
_HEADING = re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_MARKUP = (
    (re.compile(r"<!--.*?-->", re.DOTALL), ""),
    (re.compile(r"^[ \t]*(?:```|~~~).*$", re.MULTILINE), ""),
    (re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)"), ""),
    (re.compile(r"\[([^\]\n]{1,500})\]\([^)\n]{0,2000}\)"), r"\1"),
    (re.compile(r"\[([^\]\n]{1,500})\]\[[^\]\n]{0,200}\]"), r"\1"),
    (re.compile(r"^[ \t]*\[[^\]\n]{1,200}\]:[ \t]+\S.*$", re.MULTILINE), ""),
    (re.compile(r"<(https?://[^>\s]+)>"), r"\1"),
    (re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE), ""),
    (_HEADING, r"\1"),
    (re.compile(r"^(\S.*)\n(?:=+|-+)[ \t]*$", re.MULTILINE), r"\1\n"),
    (re.compile(r"(?<![\w*])(\*{1,3})(?=\S)([^*\n]{1,1000}?)(?<=\S)\1(?![\w*])"), r"\2"),
    (re.compile(r"(?<![\w_])(_{1,3})(?=\S)([^_\n]{1,1000}?)(?<=\S)\1(?![\w_])"), r"\2"),
    (re.compile(r"`([^`\n]{1,1000})`"), r"\1"),
    (re.compile(r"[ \t]+$", re.MULTILINE), ""),
    (re.compile(r"\\([\\`*_{}\[\]()#+\-.!>])"), r"\1"),
)


def read(source: Source, content: Iterator[bytes], options: ReadOptions) -> Iterator[Document | InputError]:
    """The article of a Markdown file."""
    raw, sha256 = whole_text(source, content, options.max_characters)
    front = _FRONT.match(raw[:_FRONT_LONGEST])
    body = raw[front.end():] if front else raw
    text = without_markup(body)
    if not text.strip():
        raise InputError(f"{source.name}: the file has no text besides its front matter")
    headings = [without_markup(match[1]).strip() for match in _HEADING.finditer(body)]
    yield article(source.name, text, sha256, _hints(front[1] if front else "", body), headings)


def without_markup(text: str) -> str:
    """The words of a Markdown text, its lines kept."""
    for pattern, replacement in _MARKUP:
        text = pattern.sub(replacement, text)
    return text


def _hints(front: str, body: str) -> Known:
    """What the front matter says; the title may also be the heading of the first level."""
    fields = _fields(front)
    first = re.search(r"^# +(.+?)[ \t]*#*$", body, re.MULTILINE)
    title = fields.get("title") or (without_markup(first[1]).strip() if first else None)
    date = dates.published(fields.get("date", ""), layouts.load())
    return Known(title, date, fields.get("publisher"), fields.get("author"), fields.get("url"))


def _fields(front: str) -> dict[str, str]:
    try:
        loaded: Any = yaml.load(front, Loader=yaml.CBaseLoader)
    except (yaml.YAMLError, RecursionError):
        return {}
    names = layouts.load().columns
    pairs = loaded.items() if isinstance(loaded, dict) else ()
    return {names[column_key(key)]: " ".join(value.split()) for key, value in reversed(list(pairs))
            if isinstance(key, str) and isinstance(value, str) and value.strip() and column_key(key) in names}
