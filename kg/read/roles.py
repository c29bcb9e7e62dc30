"""The marked lines of one article in, what each is for out: title, heading, body, or set aside."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from itertools import takewhile

from kg.lexicon.layout import Layout
from kg.read.lines import Line
from kg.read.marks import Kind

TITLE_WORDS = 4  # shorter lines above a headline are names of sections
REPEAT_WORDS = 3  # a repeated line of fewer words may be a subheading used twice
LINK_WORDS = 4  # a headline of another article has at least as many words
LIST_LENGTH = 3  # so many headlines one after another are a list of links, not subheadings
SIGNATURE_WORDS = 6  # a last line without a full stop and with no more words is a signature
RESUME_WORDS = 20  # after a list of links the article goes on with a paragraph, not with a teaser's sentence
RESUME_LINES = 4  # or with a few short sentences before such a paragraph

_FURNITURE = {Kind.LINK, Kind.TEASER, Kind.FURNITURE, Kind.END, Kind.MESSAGE, Kind.SEPARATOR, Kind.SLUG, Kind.RELEASE}
_NEWS = {Kind.PROSE, Kind.SENTENCE}
_SHORT = {Kind.HEADLINE, Kind.BULLET}
_TIMES = {Kind.DATE, Kind.TEASER}


class Role(StrEnum):
    """What a line is for."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    ASIDE = "aside"


def assign(lines: Sequence[Line], kinds: Sequence[Kind], layout: Layout, title: str | None = None) -> list[Role]:
    """The role of every line. `title` is the article's title where it is known from elsewhere."""
    body = body_start(kinds)
    roles = [Role.BODY] * len(lines)
    chosen = title_line(lines, kinds, body, title)
    _head(lines, kinds, body, chosen, roles)
    _Body(lines, kinds, layout, roles).walk(body)
    _repeats(lines, kinds, chosen, roles)
    return roles


def body_start(kinds: Sequence[Kind]) -> int:
    """The index of the first line of news."""
    first_prose = next((i for i, kind in enumerate(kinds) if kind is Kind.PROSE), None)
    if first_prose is None:
        nothing = len(kinds) if len(kinds) > 1 else 0  # a single line is news, whatever it looks like
        return next((i for i, kind in enumerate(kinds) if kind is Kind.SENTENCE), nothing)
    return first_prose


def title_line(lines: Sequence[Line], kinds: Sequence[Kind], body: int, title: str | None = None) -> int | None:
    """The index of the headline above the body; None if there is none."""
    if title:
        key = " ".join(title.casefold().split())
        return next((i for i, line in enumerate(lines) if line.key == key), None)
    if len(lines) < 2:
        return None
    candidates = [i for i in range(body) if kinds[i] is Kind.HEADLINE]
    return next((i for i in candidates if len(lines[i].text.split()) >= TITLE_WORDS), next(iter(candidates), None))


def _head(lines: Sequence[Line], kinds: Sequence[Kind], body: int, chosen: int | None, roles: list[Role]) -> None:
    for i in range(body):
        kind = kinds[i]
        if kind in (Kind.SENTENCE, Kind.BULLET):
            continue
        own = kind is Kind.CAPTION or (kind is Kind.HEADLINE and (chosen is None or i > chosen))
        roles[i] = Role.HEADING if own else Role.ASIDE
    if chosen is not None:
        roles[chosen] = Role.TITLE


def _repeats(lines: Sequence[Line], kinds: Sequence[Kind], chosen: int | None, roles: list[Role]) -> None:
    """The second copy of a line is set aside; a line that stands twice in a row is a caption."""
    first: dict[str, int] = {} if chosen is None else {lines[chosen].key: chosen}
    for i, line in enumerate(lines):
        before = first.setdefault(line.key, i)
        if before == i or len(line.text.split()) < REPEAT_WORDS:
            continue
        roles[i] = Role.ASIDE
        if before == i - 1 and roles[before] is Role.BODY and kinds[before] is not Kind.PROSE:
            roles[before] = Role.HEADING


def _is_signature(text: str) -> bool:
    """Whether the last line is a name or an office: few words, most of them with a capital."""
    words = text.split()
    return len(words) <= SIGNATURE_WORDS and 3 * sum(word[0].islower() for word in words) <= len(words)


class _Body:
    """Walks down the body; a list of links is left where prose goes on."""

    def __init__(self, lines: Sequence[Line], kinds: Sequence[Kind], layout: Layout, roles: list[Role]) -> None:
        self.lines, self.kinds, self.layout, self.roles = lines, kinds, layout, roles
        self.in_links = False

    def walk(self, start: int) -> None:
        """Assigns the role of every line from `start` on."""
        i = start
        while i < len(self.lines):
            if self.kinds[i] in _SHORT | _TIMES and not self.in_links:
                i = self.short_lines(i)
                continue
            self.roles[i] = self.role(i)
            i += 1

    def role(self, i: int) -> Role:
        """The role of a line that is not in a run of short ones."""
        kind = self.kinds[i]
        if kind in (Kind.OPENER, Kind.END):
            self.in_links = True
            return Role.ASIDE
        if self.in_links and not self.resumes(i):
            return Role.ASIDE
        self.in_links = False
        if kind is Kind.CAPTION:
            return Role.HEADING
        return Role.ASIDE if kind in _FURNITURE or kind in (Kind.BYLINE, Kind.LABEL) else Role.BODY

    def resumes(self, i: int) -> bool:
        """Whether the article goes on here, after links: with a paragraph, or with short ones before it."""
        ahead = takewhile(lambda k: self.kind(k) in _NEWS, range(i, i + RESUME_LINES))
        return any(self.is_paragraph(k) for k in ahead)

    def is_paragraph(self, i: int) -> bool:
        """Whether a line is prose that is not one of several teasers."""
        if self.kinds[i] is not Kind.PROSE or len(self.lines[i].text.split()) < RESUME_WORDS:
            return False
        after, above = self.kind(i + 1), self.kind(i - 2)
        if after in _TIMES:
            return False
        under_headline = self.kind(i - 1) is Kind.HEADLINE and above in (*_NEWS, *_TIMES, Kind.OPENER)
        return not (under_headline and (after in (Kind.HEADLINE, Kind.OPENER) or above in _NEWS))

    def kind(self, i: int) -> Kind | None:
        """The kind of a line, None beyond the ends."""
        return self.kinds[i] if 0 <= i < len(self.kinds) else None

    def short_lines(self, start: int) -> int:
        """A run of lines that are no sentences: subheadings, a list, or links. Returns the index behind it."""
        end = start
        while self.kind(end) in _SHORT | _TIMES:
            end += 1
        role = self.run_role(start, end)
        self.roles[start:end] = [role] * (end - start)
        return end

    def run_role(self, start: int, end: int) -> Role:
        """What a run of short lines is for."""
        run = self.kinds[start:end]
        intro = start > 0 and self.lines[start - 1].text.endswith(":")
        last = end == len(self.lines) or all(kind not in _NEWS for kind in self.kinds[end:])
        if intro and Kind.BULLET in run:
            return Role.BODY
        if any(kind in _TIMES for kind in run):
            return Role.ASIDE
        links = sum(map(self.is_link, range(start, end)))
        if last:
            return self.last_role(start, end, links)
        if Kind.BULLET in run:
            return Role.BODY
        return Role.ASIDE if links >= LIST_LENGTH and not intro else Role.HEADING

    def last_role(self, start: int, end: int, links: int) -> Role:
        """What the last short lines are for: links to other articles, a signature, or the article's own list."""
        if end - start == 1 and self.kinds[start] is Kind.HEADLINE:
            return Role.ASIDE if start and _is_signature(self.lines[start].text) else Role.BODY
        if not links:
            return Role.BODY if Kind.BULLET in self.kinds[start:end] else Role.ASIDE
        return Role.ASIDE if links > 1 and 2 * links > end - start else Role.BODY

    def is_link(self, i: int) -> bool:
        """Whether a short line could be the headline of another article."""
        text = self.layout.bullet.sub("", self.lines[i].text, count=1).lstrip("\"'“‘«")
        return len(text.split()) >= LINK_WORDS and not text[:1].islower()
