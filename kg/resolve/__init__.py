"""One identity for many mentions: extractions of all documents in, one graph out, whatever their order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.lexicon.names import KnowledgeBase
from kg.model import Extraction, Graph, Judgement
from kg.resolve import background
from kg.resolve.resolution import Doubt, ordered, run

__all__ = ["Doubt", "resolve", "resolve_with_doubts"]


def resolve(extractions: Iterable[Extraction], knowledge: KnowledgeBase,
            judgements: Sequence[Judgement] = ()) -> Graph:
    """The graph of all that the documents say, one node for one thing. What a person judged always wins."""
    return run(ordered(extractions), background.load(knowledge), judgements).graph


def resolve_with_doubts(extractions: Iterable[Extraction], knowledge: KnowledgeBase,
                        judgements: Sequence[Judgement] = ()) -> tuple[Graph, tuple[Doubt, ...]]:
    """The graph, and the pairs of its nodes that may be one thing: the likeliest first, without what was judged."""
    resolution = run(ordered(extractions), background.load(knowledge), judgements)
    return resolution.graph, resolution.doubts
