"""One article as it was read: its text, what is known about it, and which parts are not the article."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters from `start` up to, not including, `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """An article. All offsets anywhere in the program count characters of `text`.

    `id` is deterministic (source and text). `date` is an ISO date, month or year as precise as known; `sha256` is
    that of the bytes of the source. `boilerplate` are the spans of `text` that are never evidence (menus, headlines
    of other articles, share lines, doubled captions); `headings` are spans that are titles or captions of the article
    itself: read on their own, not as part of a sentence. Both are sorted and do not overlap among themselves.
    """

    id: str
    source: str
    text: str
    title: str | None = None
    date: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    language: str = "en"
    sha256: str = ""
    boilerplate: tuple[Span, ...] = ()
    headings: tuple[Span, ...] = ()
