"""CoNLL-U (plain or gzipped) in, sentences with syntax out; words only, the spacing of multiword tokens folded in."""

import gzip
from collections.abc import Iterator
from pathlib import Path

from kg.nlp.english.labels import ROOT
from kg.train.corpus import Sentence, Syntax

# A text that a source may not print has this in place of its words.
WITHHELD = "_"


def read_conllu(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a treebank file in order; those with withheld words are left out."""
    document, paragraph = path.name, True
    rows: list[list[str]] = []
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for raw in lines:
            line = raw.rstrip("\n")
            if line.startswith("#"):
                if line.startswith("# newdoc id"):
                    document = line.partition("=")[2].strip()
                paragraph = paragraph or line.startswith(("# newdoc", "# newpar"))
            elif line:
                rows.append(line.split("\t"))
            elif rows:
                sentence = _sentence(rows, document, paragraph)
                if WITHHELD not in sentence.words:
                    yield sentence
                rows, paragraph = [], False


def _sentence(rows: list[list[str]], document: str, opens_paragraph: bool) -> Sentence:
    words = [row for row in rows if row[0].isdecimal()]
    joined = {}
    for row in rows:
        first, dash, last = row[0].partition("-")
        if dash:
            joined.update(dict.fromkeys(range(int(first), int(last)), False))
            joined[int(last)] = _spaced(row)
    heads = tuple(int(row[6]) for row in words)
    return Sentence(
        words=tuple(row[1] for row in words),
        spaces=tuple(joined.get(int(row[0]), _spaced(row)) for row in words),
        document=document,
        opens_paragraph=opens_paragraph,
        syntax=Syntax(
            upos=tuple(row[3] for row in words),
            xpos=tuple(row[4] for row in words),
            lemma=tuple(row[2] if row[2] != WITHHELD else row[1] for row in words),
            heads=heads,
            dep=tuple(row[7] if head else ROOT for row, head in zip(words, heads, strict=True)),
        ),
    )


def _spaced(row: list[str]) -> bool:
    return "SpaceAfter=No" not in row[9].split("|")
