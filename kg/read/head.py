"""The lines of one article with their roles in; title, date, publisher and author out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from re import Match, Pattern

from kg.lexicon.layout import Layout
from kg.read import dates
from kg.read.lines import Line, is_capitals
from kg.read.marks import Kind, label
from kg.read.roles import Role

FOOT_LINES = 12  # how far from the end a signature or a line of copyright is looked for
_AGENCY = re.compile(r"[(/]([^()/\d]{2,40})[)/]")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known about an article. None where nothing says so."""

    title: str | None = None
    date: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of one article, with kind and role each, the index of the first of its body, and its dateline."""

    lines: Sequence[Line]
    kinds: Sequence[Kind]
    roles: Sequence[Role]
    body: int
    dateline: Match[str] | None


def known(page: Page, hints: Known, layout: Layout) -> Known:
    """What the page says about itself, where the hints (from metadata, from columns) do not say it already."""
    labels = dict(reversed(list(_labels(page, layout))))
    date = hints.date or _labeled_date(labels.get("date"), layout) or _date(page, layout)
    publisher = hints.publisher or labels.get("publisher") or _publisher(page, layout)
    title = hints.title or labels.get("title") or _title(page)
    author = (hints.author or labels.get("author") or _byline(page, layout.byline_publisher, "author", layout)
              or _byline(page, layout.byline_author, "author", layout))
    return replace(hints, title=title, date=date, publisher=publisher, author=author,
                   url=hints.url or labels.get("url"))


def _labels(page: Page, layout: Layout) -> Iterator[tuple[str, str]]:
    for line, kind in zip(page.lines, page.kinds, strict=True):
        found = label(line.text, layout) if kind is Kind.LABEL else None
        if found:
            yield found


def _title(page: Page) -> str | None:
    return next((line.text for line, role in zip(page.lines, page.roles, strict=True) if role is Role.TITLE), None)


def _labeled_date(text: str | None, layout: Layout) -> str | None:
    return dates.published(text, layout) if text else None


def _date(page: Page, layout: Layout) -> str | None:
    """From a line of its own above the body, the dateline, or another line above the body."""
    head = range(min(page.body, len(page.lines)))
    own = (dates.published(page.lines[i].text, layout) for i in head if page.kinds[i] is Kind.DATE)
    other = (dates.published(page.lines[i].text, layout) for i in head
             if page.kinds[i] in (Kind.HEADLINE, Kind.BYLINE, Kind.RELEASE) and page.roles[i] is not Role.TITLE)
    below = (dates.published(line.text, layout) for line, kind in zip(page.lines, page.kinds, strict=True)
             if kind is Kind.DATE and layout.published_label.search(line.text.split("2")[0]))
    return next((date for date in (*own, _dateline_date(page, layout), *other, *below) if date), None)


def _dateline_date(page: Page, layout: Layout) -> str | None:
    """The date of the dateline; one without a year is completed from the line of copyright, if there is one."""
    text = page.dateline.groupdict().get("date") if page.dateline else None
    if not text:
        return None
    found = dates.find(text, layout)
    if found:
        return found[0].iso
    years = {match[1] for line in _foot(page) for match in re.finditer(r"\b((?:19|20)\d\d)\b", line.text)
             if layout.copyright.search(line.text)}
    return dates.partial(text, int(years.pop()), layout) if len(years) == 1 else None


def _foot(page: Page) -> Sequence[Line]:
    aside = [line for line, role in zip(page.lines, page.roles, strict=True) if role is Role.ASIDE]
    return aside[-FOOT_LINES:]


def _publisher(page: Page, layout: Layout) -> str | None:
    """The agency of the dateline or of a line with the date, else who signs the article or owns the copyright."""
    agency = page.dateline.groupdict().get("agency") if page.dateline else None
    byline = _byline(page, layout.byline_publisher, "publisher", layout)
    if agency and not any(character.isdigit() for character in agency):
        return byline if byline and _initials(byline) == agency else _cased(agency, page)
    if byline:
        return byline
    for i in range(min(page.body, len(page.lines))):
        match = _AGENCY.search(page.lines[i].text) if page.kinds[i] is Kind.DATE else None
        if match and match[1].strip()[:1].isupper():
            return _cased(match[1], page)
    return _signature(page, layout)


def _byline(page: Page, pattern: Pattern[str], group: str, layout: Layout) -> str | None:
    """What a byline says: `By Name Surname, Publisher`."""
    bylines = (_before_date(line.text, layout) for line, kind in zip(page.lines, page.kinds, strict=True)
               if kind in (Kind.BYLINE, Kind.DATE))
    return next((match[group] for text in bylines if (match := pattern.fullmatch(text))), None)


def _before_date(text: str, layout: Layout) -> str:
    found = dates.find(text, layout)
    return text[:found[0].start if found else None].strip(" ,.|·")


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _signature(page: Page, layout: Layout) -> str | None:
    aside = [line.text for line, role in zip(page.lines, page.roles, strict=True) if role is Role.ASIDE]
    signed = next((text for text in aside if layout.lines["publisher_lines"].fullmatch(text)), None)
    owned = (match["publisher"] for text in aside if (match := layout.copyright.search(text)))
    return signed or next(owned, None)


def _cased(name: str, page: Page) -> str:
    """In a text of capitals, the words of a name of several words are written as names; `AFP` stays."""
    name = " ".join(name.split())
    capitals = is_capitals(" ".join(line.text for line in page.lines[:20]))
    return name.title() if capitals and " " in name else name
