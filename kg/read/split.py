"""The marked lines of a file in, where its articles begin out. A file is split only where several signs agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.lexicon.layout import Layout
from kg.read.dateline import dateline
from kg.read.lines import Line
from kg.read.marks import Kind

BLANK_LINES = 2  # between articles; paragraphs are parted by one
NEAR = 8  # lines between a headline and its copy: two captions, each twice, and stray tokens
HEAD_LINES = 6  # lines between a headline and the first paragraph
TITLE_WORDS = 2
ARTICLE_WORDS = 30  # of prose, two sentences of a wire; less than that is a brief inside an article


def starts(lines: Sequence[Line], kinds: Sequence[Kind], layout: Layout) -> list[int]:
    """The index of the first line of each article; the first is always 0."""
    prose = [len(line.text.split()) if kind is Kind.PROSE else 0 for line, kind in zip(lines, kinds, strict=True)]
    found, words = [0], 0
    ahead = _words_ahead(prose)
    seen: set[str] = set()
    for i, line in enumerate(lines):
        if (words >= ARTICLE_WORDS and ahead[i] >= ARTICLE_WORDS and line.key not in seen
                and _begins(i, lines, kinds, layout)):
            found.append(i)
            words, seen = 0, set()
        words += prose[i]
        seen.add(line.key)
    return found


def _words_ahead(prose: Sequence[int]) -> list[int]:
    """For each line, the words of prose from it on."""
    ahead, total = [0] * len(prose), 0
    for i in range(len(prose) - 1, -1, -1):
        total += prose[i]
        ahead[i] = total
    return ahead


def _begins(i: int, lines: Sequence[Line], kinds: Sequence[Kind], layout: Layout) -> bool:
    """Whether a new article begins at a line."""
    if kinds[i] is Kind.MESSAGE:
        return True
    if kinds[i] is Kind.RELEASE:
        return kinds[i - 1] is Kind.END
    if kinds[i] not in (Kind.HEADLINE, Kind.LABEL, Kind.SLUG) or _first_prose(i, kinds) is None:
        return False
    apart = lines[i].gap >= BLANK_LINES or kinds[i - 1] in (Kind.SEPARATOR, Kind.END)
    if len(lines[i].text.split()) >= TITLE_WORDS and _repeated(i, lines):
        return apart or _web_copy(i, lines, kinds)
    return apart and _new_head(i, lines, kinds, layout)


def _first_prose(i: int, kinds: Sequence[Kind]) -> int | None:
    """The next paragraph, if it is near."""
    return next((k for k in range(i + 1, min(i + 2 * NEAR, len(kinds))) if kinds[k] is Kind.PROSE), None)


def _repeated(i: int, lines: Sequence[Line]) -> bool:
    return any(lines[k].key == lines[i].key for k in range(i + 1, min(i + NEAR + 1, len(lines))))


def _web_copy(i: int, lines: Sequence[Line], kinds: Sequence[Kind]) -> bool:
    """Whether a headline and its copy enclose what copied pages have there: a line said twice, a stray token."""
    between = list(_until_copy(i, lines))
    return any(kinds[k] is Kind.FURNITURE or lines[k].key == lines[k - 1].key for k in between)


def _until_copy(i: int, lines: Sequence[Line]) -> Iterator[int]:
    for k in range(i + 1, min(i + NEAR + 1, len(lines))):
        if lines[k].key == lines[i].key:
            return
        yield k


def _new_head(i: int, lines: Sequence[Line], kinds: Sequence[Kind], layout: Layout) -> bool:
    """Whether a date, a label or a dateline stands between a headline and the end of its first paragraph."""
    body = _first_prose(i, kinds)
    if body is None or body - i > HEAD_LINES:
        return False
    head = set(kinds[i:body])
    return bool(head & {Kind.DATE, Kind.LABEL, Kind.BYLINE}) or dateline(lines[body].text, layout) is not None
