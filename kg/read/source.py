"""What is to be read and how: one input each, and the options for all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

MAX_CHARACTERS = 1_000_000
"""The longest text that is read as one document: spaCy's own default limit, some 350 pages of print."""

FIELDS = ("text", "title", "date", "publisher", "url", "id", "author")
"""What a column of a table may hold."""

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """One input: its name as given, and its file (None is standard input). `problem` says why it cannot be read."""

    name: str
    path: Path | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read.

    `format` is the ending of a file name that decides how everything is read (`.jsonl`), instead of each input's own.
    `columns` maps some of FIELDS to the names in the user's table.
    """

    format: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    max_characters: int = MAX_CHARACTERS
