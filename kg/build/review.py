"""An output folder in, the pairs of nodes that a person should look at out, with what the texts say of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.build.outputs import extractions, records
from kg.errors import OutputError
from kg.lexicon.names import KnowledgeBase
from kg.model import Quote
from kg.resolve import Doubt, resolve_with_doubts
from kg.resolve.ledger import LEDGER, read


@dataclass(frozen=True, slots=True)
class Review:
    """Doubts, the likeliest first. `titles` and `quotes` are those of nodes and events by IRI, `texts` of documents."""

    doubts: tuple[Doubt, ...]
    titles: Mapping[str, str]
    quotes: Mapping[str, tuple[Quote, ...]]
    texts: Mapping[str, str]

    def contexts(self, iri: str, number: int, width: int) -> Iterator[str]:
        """Up to so many places that speak of it, each from another document if possible."""
        firsts = {quote.document: quote for quote in reversed(self.quotes[iri])}
        chosen = dict.fromkeys([*(firsts[name] for name in sorted(firsts)), *self.quotes[iri]])
        for quote in list(chosen)[:number]:
            yield _around(quote, self.texts[quote.document], width)


def review(folder: Path, knowledge: KnowledgeBase) -> Review:
    """What is doubtful in the records of an output folder. Raises KgError if it holds none."""
    path = records(folder)
    if not path.exists():
        raise OutputError(f"{folder}: holds no {path.name}; build it with `kg build INPUT -o {folder}`")
    graph, doubts = resolve_with_doubts(extractions(path), knowledge, read(folder / LEDGER))
    titles = {thing.iri: f"{thing.name} ({thing.type})" for thing in graph.nodes}
    quotes = {thing.iri: thing.mentions for thing in graph.nodes}
    return Review(doubts, titles | {event.iri: f"{event.label} ({event.type})" for event in graph.events},
                  quotes | {event.iri: event.evidence for event in graph.events},
                  {document.id: document.text for document in graph.documents})


def _around(quote: Quote, text: str, width: int) -> str:
    margin = max(0, width - (quote.end - quote.start)) // 2
    start, end = max(0, quote.start - margin), min(len(text), quote.end + margin)
    return " ".join(f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}".split())
