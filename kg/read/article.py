"""A text with what is known about it in, Documents out: told apart, described, with boilerplate and headings marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.ids import document_id
from kg.lexicon import layout as layouts
from kg.lexicon.layout import Layout
from kg.model import Document, Span
from kg.read import roles, split
from kg.read.dateline import dateline
from kg.read.head import Known, Page, known
from kg.read.language import language
from kg.read.lines import Line, logical_lines
from kg.read.marks import Kind, kinds_of
from kg.read.roles import Role


def articles(source: str, text: str, sha256: str, hints: Known | None = None) -> Iterator[Document]:
    """The article or articles of a file of plain text. `text` must be normalized already."""
    layout = layouts.load()
    lines = logical_lines(text, layout)
    first_lines = split.starts(lines, kinds_of(lines, layout), layout)
    identity = document_id(source, text)
    if len(first_lines) == 1:
        yield article(source, text, sha256, hints, identity=identity)
        return
    inner = [lines[i].start for i in first_lines[1:]]
    for number, (start, end) in enumerate(zip([0, *inner], [*inner, len(text)], strict=True), 1):
        yield article(source, text[start:end].rstrip(), sha256, None, identity=f"{identity}-{number}")


def article(source: str, text: str, sha256: str, hints: Known | None = None, headings: Sequence[str] = (),
            identity: str | None = None) -> Document:
    """One article. `headings` are lines of it that are known to be headings."""
    layout = layouts.load()
    page = _page(text, hints or Known(), frozenset(headings), layout)
    facts = known(page, hints or Known(), layout)
    return Document(
        id=identity or document_id(source, text), source=source, text=text, title=facts.title, date=facts.date,
        publisher=facts.publisher, author=facts.author, url=facts.url, language=language(text, layout), sha256=sha256,
        boilerplate=tuple(_merged(page, Role.ASIDE)), headings=tuple(_headings(page)))


def _page(text: str, hints: Known, headings: frozenset[str], layout: Layout) -> Page:
    lines = logical_lines(text, layout)
    kinds = [Kind.HEADLINE if line.text in headings else kind
             for line, kind in zip(lines, kinds_of(lines, layout), strict=True)]
    assigned = roles.assign(lines, kinds, layout, hints.title)
    for i, line in enumerate(lines):
        if line.text in headings and assigned[i] is Role.BODY:
            assigned[i] = Role.HEADING
    body = roles.body_start(kinds)
    return Page(lines, kinds, assigned, body, dateline(lines[body].text, layout) if body < len(lines) else None)


def _merged(page: Page, role: Role) -> Iterator[Span]:
    """The spans of lines of one role; neighbors are one span."""
    run: list[Line] = []
    for line, own in zip(page.lines, page.roles, strict=True):
        if own is role:
            run.append(line)
        elif run:
            yield Span(run[0].start, run[-1].end)
            run = []
    if run:
        yield Span(run[0].start, run[-1].end)


def _headings(page: Page) -> Iterator[Span]:
    """Titles, subheadings, captions, and the dateline, which is no part of the first sentence."""
    for i, (line, role) in enumerate(zip(page.lines, page.roles, strict=True)):
        if role in (Role.TITLE, Role.HEADING):
            yield Span(line.start, line.end)
        elif i == page.body and page.dateline and role is Role.BODY:
            yield Span(line.start, line.start + len(page.dateline[0].rstrip()))
