"""An output folder in, the pairs of nodes that a person should look at out, with what the texts say of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.build.outputs import extractions, records
from kg.errors import OutputError
from kg.lexicon.names import KnowledgeBase
from kg.model import Graph, Node, Quote
from kg.resolve import Doubt, resolve_with_doubts
from kg.resolve.ledger import LEDGER, read


@dataclass(frozen=True, slots=True)
class Review:
    """The resolved graph and its doubts, the likeliest first."""

    graph: Graph
    doubts: tuple[Doubt, ...]

    def contexts(self, node: Node, number: int, width: int) -> Iterator[str]:
        """Up to so many places where the node is named, each from another document if possible."""
        texts = {document.id: document.text for document in self.graph.documents}
        firsts = {quote.document: quote for quote in reversed(node.mentions)}
        chosen = dict.fromkeys([*(firsts[name] for name in sorted(firsts)), *node.mentions])
        for quote in list(chosen)[:number]:
            yield _around(quote, texts[quote.document], width)


def review(folder: Path, knowledge: KnowledgeBase) -> Review:
    """What is doubtful in the records of an output folder. Raises KgError if it holds none."""
    path = records(folder)
    if not path.exists():
        raise OutputError(f"{folder}: holds no {path.name}; build it with `kg build INPUT -o {folder}`")
    graph, doubts = resolve_with_doubts(extractions(path), knowledge, read(folder / LEDGER))
    return Review(graph, doubts)


def _around(quote: Quote, text: str, width: int) -> str:
    margin = max(0, width - (quote.end - quote.start)) // 2
    start, end = max(0, quote.start - margin), min(len(text), quote.end + margin)
    return " ".join(f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}".split())
