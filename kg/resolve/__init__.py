"""One identity for many mentions: extractions of all documents in, one graph out, whatever their order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.lexicon.names import KnowledgeBase
from kg.model import Extraction, Graph, Judgement
from kg.resolve import background
from kg.resolve.resolution import Doubt, ordered, run

__all__ = ["Doubt", "doubtful", "resolve"]


def resolve(extractions: Iterable[Extraction], knowledge: KnowledgeBase,
            judgements: Sequence[Judgement] = ()) -> Graph:
    """The graph of all that the documents say, one node for one thing. What a person judged always wins."""
    return run(ordered(extractions), background.load(knowledge), judgements).graph


def doubtful(extractions: Iterable[Extraction], knowledge: KnowledgeBase,
             judgements: Sequence[Judgement] = ()) -> tuple[Doubt, ...]:
    """Pairs of nodes that nearly were one, or nearly were two: the likeliest first, without what was judged."""
    return run(ordered(extractions), background.load(knowledge), judgements).doubts
