"""A saved web page in, its article out: the main text, and title, date, publisher, author from its metadata."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from trafilatura import bare_extraction

from kg.errors import InputError
from kg.model import Document
from kg.read.article import article
from kg.read.charset import normalize
from kg.read.head import Known
from kg.read.plain import too_long, whole_text
from kg.read.source import ReadOptions, Source

MARKUP_FACTOR = 20  # a page's scripts, styles and pictures within it may be so many times longer than its text
_NO_ARTICLE = "no article found in this page; save its text as .txt if there is one"
_MARKUP = re.compile(r"\s*<(?:!doctype|html|body|article|section|div|p|h[1-6]|ul|figure|span|strong|b|em)"
                     r"\b[^<>]{0,500}>", re.IGNORECASE)
_TITLE = re.compile(r"<title\b[^>]*>([^<]{1,1000})</title>", re.IGNORECASE)
_SITE = re.compile(r"\s+(?:[|·»]|[-–—]{1,2})\s+(?P<site>[^|·»]{2,60})$")
# The date of publication, never a guess from anywhere on the page: a false date misplaces every event.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01", "outputformat": "%Y-%m-%d"}


def read(source: Source, content: Iterator[bytes], options: ReadOptions) -> Iterator[Document | InputError]:
    """The article of a web page."""
    markup, sha256 = whole_text(source, content, MARKUP_FACTOR * options.max_characters)
    extracted = _extract(source.name, markup)
    text = normalize(extracted.text)
    if len(text) > options.max_characters:
        raise too_long(source.name, options.max_characters)
    title = _clean(extracted.title)
    hints = Known(title, _clean(extracted.date), _clean(extracted.sitename) or _site(markup, title),
                  _clean(extracted.author), _clean(extracted.url))
    if title and title not in text:
        text = f"{title}\n\n{text}"
    document = article(source.name, text, sha256, hints, _headings(extracted))
    if sum(span.end - span.start for span in document.boilerplate) >= len(text.strip()):
        raise InputError(f"{source.name}: {_NO_ARTICLE}")
    yield document


def fragment_text(name: str, markup: str) -> str:
    """The text of a piece of HTML, such as the cell of a table. Raises InputError, naming `name`, if there is none."""
    return normalize(_extract(name, f"<html><body><article>{markup}</article></body></html>").text)


def is_markup(text: str) -> bool:
    """Whether a text is a piece of HTML."""
    return bool(_MARKUP.match(text))


def _extract(name: str, markup: str) -> Any:
    try:
        extracted: Any = bare_extraction(markup, with_metadata=True, include_comments=False, include_tables=True,
                                         date_extraction_params=dict(_DATES))
    except (RecursionError, ValueError, AssertionError) as error:
        raise InputError(f"{name}: malformed HTML ({type(error).__name__}); save its text as .txt") from error
    if not extracted or not (extracted.text or "").strip():
        raise InputError(f"{name}: {_NO_ARTICLE}")
    return extracted


def _site(markup: str, title: str | None) -> str | None:
    """The name that follows the article's title in that of the page."""
    match = _TITLE.search(markup)
    whole = _clean(html.unescape(match[1])) if match else None
    if not whole or not title or not whole.startswith(title):
        return None
    site = _SITE.fullmatch(whole[len(title):])
    return site["site"] if site else None


def _headings(extracted: Any) -> list[str]:
    heads = extracted.body.iter("head") if extracted.body is not None else ()
    return [" ".join(normalize("".join(head.itertext())).split()) for head in heads]


def _clean(value: str | None) -> str | None:
    return " ".join(normalize(value).split()) or None if value else None
