"""Name annotation (JSON lines, plain or gzipped) in, sentences with names out; and names laid onto a treebank."""

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

from kg.nlp.english.names import divided, marks_apart
from kg.train.corpus import Names, Sentence, Span

# The tag of a plural name.
PLURAL_NAME = "NNPS"
# Wikigold has no label for events: it calls them MISC.
MERGED = {"wikigold": (("EVENT", "MISC"),)}


def read_names(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a name corpus in order."""
    source = path.name.partition("-")[0]
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            names = Names(
                spans=tuple((start, end, label) for start, end, label in row["entities"]),
                unlabelled=tuple(row["unlabelled"]),
                ignore=tuple((start, end) for start, end, *_ in row["ignore"]),
                merged=MERGED.get(source, ()),
            )
            yield Sentence(tuple(row["words"]), tuple(row["spaces"]), document=source, names=names)


def lay_names(treebank: Iterable[Sentence], named: Iterable[Sentence]) -> Iterator[Sentence]:
    """Give treebank sentences the names of the same text cut into other words; others stay without."""
    by_text = {"".join(sentence.words): sentence for sentence in named}
    for sentence in treebank:
        source = by_text.get("".join(sentence.words))
        yield sentence.with_names(_without_peoples(_moved(source, sentence), sentence)) if source else sentence


def divided_at_marks(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """Yield the sentences with persons and places parted as the reader parts them."""
    for sentence in sentences:
        names = sentence.names
        marks = marks_apart(sentence.words, sentence.spaces)
        if names is not None and marks:
            yield sentence.with_names(replace(names, spans=tuple(divided(names.spans, marks))))
        else:
            yield sentence


def _without_peoples(names: Names, sentence: Sentence) -> Names:
    """Let peoples ("Kurds") be nothing or MISC, as the other sources have them; GUM alone calls them persons."""
    assert sentence.syntax is not None
    tags = sentence.syntax.xpos
    peoples = [s for s in names.spans if s[2] == "PERSON" and tags[s[1] - 1] == PLURAL_NAME]
    kept = tuple(span for span in names.spans if span not in peoples)
    return replace(names, spans=kept, ignore=names.ignore + tuple((start, end) for start, end, _ in peoples))


def _moved(source: Sentence, target: Sentence) -> Names:
    """Move spans by letters; a span that begins or ends inside a word of the target becomes one to ignore."""
    assert source.names is not None
    starts = {at: i for i, at in enumerate(accumulate((len(w) for w in target.words), initial=0))}
    ends = list(accumulate((len(w) for w in source.words), initial=0))
    spans: list[Span] = []
    ignore: list[tuple[int, int]] = []
    for start, end, label in source.names.spans:
        first, last = starts.get(ends[start]), starts.get(ends[end])
        if first is not None and last is not None:
            spans.append((first, last, label))
        else:
            ignore.append(_touched(starts, ends[start], ends[end]))
    ignore += [_touched(starts, ends[start], ends[end]) for start, end in source.names.ignore]
    return Names(tuple(spans), source.names.unlabelled, tuple(ignore), source.names.merged)


def _touched(starts: dict[int, int], start: int, end: int) -> tuple[int, int]:
    """Return the words that overlap the letters from start to end."""
    first = max(i for at, i in starts.items() if at <= start)
    last = min(i for at, i in starts.items() if at >= end)
    return first, last
