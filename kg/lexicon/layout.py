"""How articles are laid out: ontology/reading/layout.yaml in, compiled patterns and word lists out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from re import Pattern
from typing import Any

from kg.errors import KnowledgeError
from kg.lexicon import yamlfile
from kg.resources import ontology

FILE = "reading/layout.yaml"
_PIECE = re.compile(r"\{([a-z_]+)\}")
_MAX_DEPTH = 9  # pieces within pieces: more is a piece that names itself
LINE_KINDS = ("furniture", "openers", "links", "stray", "bylines", "captions", "credits", "release", "ends", "slug",
              "separators", "teasers", "ages", "message_numbers", "publisher_lines")
_CASED = {"bylines", "credits", "slug", "stray", "message_numbers", "publisher_lines"}


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """What tells the parts of a page apart. `lines` are patterns for whole lines, by kind.

    `datelines` are tried on any text, `mixed_datelines` only where capitals mean something. `labels` and `columns`
    map a name in use to one of ours (`headline` to `title`).
    """

    months: Mapping[str, int]
    dates: tuple[Pattern[str], ...]
    beside_dates: tuple[Pattern[str], ...]
    weekday_before: Pattern[str]
    published_label: Pattern[str]
    updated_label: Pattern[str]
    datelines: tuple[Pattern[str], ...]
    mixed_datelines: tuple[Pattern[str], ...]
    lines: Mapping[str, Pattern[str]]
    bullet: Pattern[str]
    copyright: Pattern[str]
    byline_publisher: Pattern[str]
    byline_author: Pattern[str]
    labels: Mapping[str, str]
    columns: Mapping[str, str]
    menu_words: frozenset[str]
    function_words: frozenset[str]


@lru_cache(maxsize=2)
def load(path: Path | None = None) -> Layout:
    """The layout knowledge of the program, or of another file. Raises KnowledgeError with all that is wrong in it."""
    where = path or ontology() / FILE
    return _Compiler(where, yamlfile.load(where)).layout()


def column_key(name: str) -> str:
    """The form in which names of columns and labels are compared."""
    return re.sub(r"[\s_\-.]+", "", name).casefold()


class _Compiler:
    """Puts the pieces into the patterns of one file and gathers complaints."""

    def __init__(self, path: Path, content: dict[str, Any]) -> None:
        self.path, self.content, self.complaints = path, content, list[str]()
        self.source_lines = path.read_text(encoding="utf-8").splitlines()
        self.months = {name: number for number, names in self.mapping("months") for name in yamlfile.words(names)}
        self.pieces = {key: str(piece) for key, piece in self.mapping("pieces")}
        lists = {"month": tuple(self.months), "weekday": self.words("weekdays"), "zone": self.words("zones")}
        for piece, words in lists.items():
            self.pieces[piece] = f"(?i:{'|'.join(sorted(map(re.escape, words), key=lambda w: (-len(w), w)))})"

    def layout(self) -> Layout:
        """Everything compiled."""
        datelines = dict(self.mapping("datelines"))
        result = Layout(
            months={name: int(number) for name, number in self.months.items()},
            dates=self.patterns(self.entry("dates"), re.IGNORECASE),
            beside_dates=self.patterns(self.entry("beside_dates")),
            weekday_before=self.one("weekday_before"),
            published_label=self.one("published_labels"), updated_label=self.one("updated_labels"),
            datelines=self.patterns(datelines.get("any_case")), mixed_datelines=self.patterns(datelines.get("mixed")),
            lines={kind: self.line_kind(kind) for kind in LINE_KINDS},
            bullet=self.one("bullets"), copyright=self.one("copyright_publishers"),
            byline_publisher=self.one("byline_publishers"), byline_author=self.one("byline_authors"),
            labels=self.names("labels"), columns=self.names("columns"),
            menu_words=frozenset(map(str.casefold, self.words("menu_words"))),
            function_words=frozenset(self.words("function_words")))
        yamlfile.raise_all(self.complaints)
        return result

    def entry(self, key: str) -> Any:
        """What stands under a key; a complaint if nothing does."""
        if not self.content.get(key):
            self.complaints.append(f"{self.path}: '{key}' is missing or empty")
        return self.content.get(key)

    def mapping(self, key: str) -> Iterator[tuple[Any, Any]]:
        """The items of a mapping under a key."""
        value = self.entry(key)
        if value is not None and not isinstance(value, dict):
            raise KnowledgeError(f"{self.path}: '{key}' must be a mapping")
        return ((name, item) for name, item in (value or {}).items() if name != yamlfile.LINE)

    def words(self, key: str) -> tuple[str, ...]:
        """A list of words."""
        return yamlfile.words(self.entry(key))

    def names(self, key: str) -> dict[str, str]:
        """The names in use, each with ours."""
        return {column_key(name): ours for ours, names in self.mapping(key) for name in (ours, *yamlfile.words(names))}

    def line_kind(self, kind: str) -> Pattern[str]:
        """The patterns of one kind of line as one."""
        value = self.entry(kind) or []
        wholes = [value] if isinstance(value, str) else value
        return self.compile("|".join(f"(?:{whole})" for whole in wholes), 0 if kind in _CASED else re.IGNORECASE, kind)

    def one(self, key: str) -> Pattern[str]:
        """The pattern under a key."""
        return self.compile(str(self.entry(key)), 0, key)

    def patterns(self, values: Any, flags: int = 0) -> tuple[Pattern[str], ...]:
        """A list of patterns."""
        return tuple(self.compile(str(value), flags, str(value)) for value in values or ())

    def compile(self, pattern: str, flags: int, shown: str) -> Pattern[str]:
        """A pattern with its pieces in place; a complaint and a pattern that never matches if it is malformed."""
        try:
            return re.compile(self.expand(pattern), flags)
        except (re.error, KeyError) as error:
            line = next((n for n, text in enumerate(self.source_lines, 1) if shown in text), "?")
            self.complaints.append(f"{self.path}:{line}: not a pattern: {error} in {shown!r}")
            return re.compile("(?!)")

    def expand(self, pattern: str, depth: int = 0) -> str:
        """The pattern with each `{piece}` replaced."""
        if depth > _MAX_DEPTH:
            raise KeyError(f"a piece that contains itself: {pattern[:40]}")
        return _PIECE.sub(lambda match: self.expand(self.pieces[match[1]], depth + 1), pattern)
