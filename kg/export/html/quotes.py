"""Quotes in their context: evidence in, shared passages of the documents and offsets into them out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.model import Document, Quote

CONTEXT = 140  # characters before and after a quote: about a sentence on either side
DIGITS = 6  # of a confidence, as in the other files of the graph
Packed = list[object]


@dataclass(frozen=True, slots=True)
class Passages:
    """Passages as `[document number, text, cut before, cut after, offset]`, and where they lie in each document."""

    rows: list[Packed]
    spans: Mapping[str, list[tuple[int, int, int]]]
    texts: Mapping[str, str]

    def pack(self, quote: Quote) -> Packed | None:
        """A quote as `[passage, start, length, method, trigger, confidence]`; None if its document is not known.

        Offsets count UTF-16 units, as the page's language does.
        """
        for number, start, end in self.spans.get(quote.document, ()):
            if start <= quote.start and quote.end <= end:
                text = self.texts[quote.document]
                return [number, units(text[start:quote.start]), units(text[quote.start:quote.end]), quote.method,
                        quote.trigger, round(quote.confidence, DIGITS)]
        return None


def collect(documents: Iterable[Document], quotes: Iterable[Quote]) -> Passages:
    """The passages that hold all quotes with their context, neighbors that touch joined into one."""
    wanted: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for quote in quotes:
        wanted[quote.document].append((quote.start, quote.end))
    rows: list[Packed] = []
    spans: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    texts = {}
    for number, document in enumerate(documents):
        texts[document.id] = document.text
        for start, end in _windows(document.text, sorted(wanted.get(document.id, ()))):
            spans[document.id].append((len(rows), start, end))
            rows.append([number, document.text[start:end], int(start > 0), int(end < len(document.text)), start])
    return Passages(rows, spans, texts)


def units(text: str) -> int:
    """The length of a text in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _windows(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        left, right = _back_to_word(text, start), _on_to_word(text, end)
        if joined and left <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(right, joined[-1][1]))
        else:
            joined.append((left, right))
    return joined


def _back_to_word(text: str, start: int) -> int:
    left = max(0, start - CONTEXT)
    while 0 < left < start and not text[left - 1].isspace():
        left += 1
    return left


def _on_to_word(text: str, end: int) -> int:
    right = min(len(text), end + CONTEXT)
    while end < right < len(text) and not text[right].isspace():
        right -= 1
    return right
