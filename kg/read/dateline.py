"""The opening of a report's first paragraph: place, date and agency before the news begins."""

from __future__ import annotations

from re import Match

from kg.lexicon.layout import Layout
from kg.read.lines import is_capitals

LONGEST = 160  # characters; no dateline is longer


def dateline(paragraph: str, layout: Layout) -> Match[str] | None:
    """The dateline that a paragraph begins with (groups `place`, `date`, `agency` where its pattern has them)."""
    opening = paragraph[:LONGEST]
    patterns = layout.datelines if is_capitals(paragraph) else (*layout.datelines, *layout.mixed_datelines)
    return next((match for pattern in patterns if (match := pattern.match(opening))), None)
