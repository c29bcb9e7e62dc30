"""One line of a page in, what it looks like by itself out: prose, a headline, a caption, furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from kg.lexicon.layout import Layout, column_key
from kg.read import dates
from kg.read.lines import Line, ended

PROSE_WORDS = 12  # a sentence of this many words is news; a shorter one may stand on a button
LONG_WORDS = 26  # no headline has more words; a line that does is prose even without a full stop
FURNITURE_WORDS, FURNITURE_CHARACTERS = 40, 500  # a longer line is prose; patterns need not be tried on it
BYLINE_WORDS = 12
MENU_WORDS = 24
_BARS = re.compile(r"\s*[|·•]\s*")
_WORD = re.compile(r"[^\W\d_][\w\-]*")
_LABEL = re.compile(r"(?P<label>[\w \-]{2,20}?)\s*:\s+(?P<value>\S.*)")


class Kind(StrEnum):
    """What a line looks like."""

    PROSE = "prose"
    SENTENCE = "sentence"
    HEADLINE = "headline"
    BULLET = "bullet"
    CAPTION = "caption"
    BYLINE = "byline"
    DATE = "date"
    LABEL = "label"
    RELEASE = "release"
    SLUG = "slug"
    LINK = "link"
    OPENER = "opener"
    TEASER = "teaser"
    FURNITURE = "furniture"
    END = "end"
    MESSAGE = "message"
    SEPARATOR = "separator"


# The first kind whose pattern fits a whole line wins.
_BY_PATTERN = (
    (Kind.SEPARATOR, "separators"), (Kind.MESSAGE, "message_numbers"), (Kind.END, "ends"), (Kind.RELEASE, "release"),
    (Kind.TEASER, "teasers"), (Kind.TEASER, "ages"), (Kind.LINK, "links"), (Kind.FURNITURE, "stray"),
    (Kind.FURNITURE, "publisher_lines"), (Kind.CAPTION, "captions"), (Kind.CAPTION, "credits"), (Kind.SLUG, "slug"),
)


@lru_cache(maxsize=4096)
def kind_of(text: str, layout: Layout) -> Kind:
    """What a line looks like by itself."""
    words = len(text.split())
    if words > FURNITURE_WORDS or len(text) > FURNITURE_CHARACTERS:
        return Kind.CAPTION if layout.lines["credits"].fullmatch(text[-400:]) and not ended(text) else Kind.PROSE
    if label(text, layout):
        return Kind.LABEL
    if dates.is_date_line(text, layout):
        return Kind.DATE
    return _by_pattern(text, words, layout) or _by_form(text, words, layout)


def kinds_of(lines: Sequence[Line], layout: Layout) -> list[Kind]:
    """What each line looks like. A sentence said twice in a row is the caption of a picture."""
    kinds = [kind_of(line.text, layout) for line in lines]
    for i, (above, below) in enumerate(pairwise(lines)):
        if above.key == below.key and kinds[i] in (Kind.PROSE, Kind.SENTENCE, Kind.CAPTION):
            kinds[i] = kinds[i + 1] = Kind.CAPTION
    return kinds


def label(text: str, layout: Layout) -> tuple[str, str] | None:
    """Our name of a label and its value, in a line such as `Source: …`."""
    match = _LABEL.fullmatch(text)
    ours = layout.labels.get(column_key(match["label"])) if match else None
    return (ours, match["value"]) if match and ours else None


def is_furniture(text: str, layout: Layout) -> bool:
    """Whether a line belongs to the page, not to the article: share, subscribe, copyright, menus."""
    parts = [part for part in _BARS.split(text) if part]
    pattern = layout.lines["furniture"]
    return bool(pattern.fullmatch(text)) or all(pattern.fullmatch(part) or _is_menu(part, layout) for part in parts)


def _is_menu(text: str, layout: Layout) -> bool:
    words = _WORD.findall(text)
    return not ended(text) and len(words) <= MENU_WORDS and all(word.casefold() in layout.menu_words for word in words)


def _by_pattern(text: str, words: int, layout: Layout) -> Kind | None:
    for kind, name in _BY_PATTERN:
        if layout.lines[name].fullmatch(text) and not (kind is Kind.TEASER and ended(text)):
            return kind
    if words <= BYLINE_WORDS and layout.lines["bylines"].fullmatch(text):
        return Kind.BYLINE
    if layout.lines["openers"].fullmatch(text.rstrip(" :.…»>")):
        return Kind.OPENER
    return Kind.FURNITURE if is_furniture(text, layout) else None


def _by_form(text: str, words: int, layout: Layout) -> Kind:
    if words >= LONG_WORDS or (words >= PROSE_WORDS and ended(text) and not text.endswith("?")):
        return Kind.PROSE
    if ended(text) and not (text.endswith(("?", "!")) and words <= PROSE_WORDS):
        return Kind.SENTENCE
    return Kind.BULLET if layout.bullet.match(text) else Kind.HEADLINE
