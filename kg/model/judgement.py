"""What a person or a rule decided about the identity of two nodes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """Whether two nodes are one thing."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Judgement:
    """`left` and `right` are IRIs or names, in either order; a person's judgement always wins over a score."""

    left: str
    right: str
    verdict: Verdict
    reason: str = ""
    author: str = ""
