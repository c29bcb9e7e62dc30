"""A pipeline and the data folder in, its scores on the test sets out, as a table and as JSON."""

import json
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

import click
from spacy.language import Language
from spacy.tokens import Doc

from kg.nlp.english.labels import ROOT
from kg.nlp.pipeline import load
from kg.train.card import IN_CAPITALS, TOGETHER, card
from kg.train.cli import EXISTING_FOLDER, FILE
from kg.train.conllu import read_conllu
from kg.train.corpus import Sentence, Span, Syntax
from kg.train.names import read_names
from kg.train.scores import Scores, f1, name_scores, start_scores, syntax_scores, upper_cased
from kg.train.sources import by_document, find

TREEBANK_SETS = ("gum-dev", "gum-test", "ewt-test", "pud-test")
NAME_SETS = (
    "gum-test", "wikigold-test", "crossner_pol-test", "uner_ewt-test", "crossner_other-test", "wnut17-test", "btc-test",
)
# What stands between paragraphs, and between sentences of one, in running text.
SENTENCES_TOGETHER = 20
CARD = "MODEL_CARD.md"
PARAGRAPH, SAME_PARAGRAPH = "\n\n", " "


def given(nlp: Language, sentences: Sequence[Sentence]) -> Doc:
    """Return a doc with the words and sentences of the source."""
    words = [word for s in sentences for word in s.words]
    spaces = list(chain.from_iterable((*s.spaces[:-1], True) for s in sentences))
    starts: list[bool | int | None] = [i == 0 for s in sentences for i in range(len(s.words))]
    return Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=starts)


def parsed(nlp: Language, documents: Iterable[Sequence[Sentence]]) -> Iterator[tuple[Syntax, Syntax]]:
    """Yield (gold, predicted) syntax of each sentence, words and sentences given."""
    groups = list(documents)
    for group, doc in zip(groups, nlp.pipe(given(nlp, group) for group in groups), strict=True):
        at = 0
        for sentence in group:
            assert sentence.syntax is not None
            yield sentence.syntax, _syntax(doc, at, at + len(sentence.words))
            at += len(sentence.words)


def _syntax(doc: Doc, start: int, end: int) -> Syntax:
    tokens = doc[start:end]
    return Syntax(
        upos=tuple(t.pos_ for t in tokens),
        xpos=tuple(t.tag_ for t in tokens),
        lemma=tuple(t.lemma_ for t in tokens),
        heads=tuple(0 if t.head.i == t.i else t.head.i - start + 1 for t in tokens),
        dep=tuple(ROOT if t.head.i == t.i else t.dep_ for t in tokens),
    )


def named(nlp: Language, sentences: Sequence[Sentence], together: int) -> Iterator[list[Span]]:
    """Yield the names found in each sentence, when so many that follow each other make a document."""
    groups = [sentences[at : at + together] for at in range(0, len(sentences), together)]
    for group, doc in zip(groups, nlp.pipe(given(nlp, group) for group in groups), strict=True):
        at = 0
        for sentence in group:
            end = at + len(sentence.words)
            yield [(s.start - at, s.end - at, s.label_) for s in doc.ents if at <= s.start and s.end <= end]
            at = end


def running_text(document: Sequence[Sentence], paragraph: str = PARAGRAPH) -> tuple[str, set[int]]:
    """Return the text of a document and where its sentences start."""
    text, starts = "", set()
    for sentence in document:
        if text:
            text = text.rstrip(" ") + (paragraph if sentence.opens_paragraph else SAME_PARAGRAPH)
        starts.add(len(text))
        text += "".join(w + " " * s for w, s in zip(sentence.words, sentence.spaces, strict=True))
    return text, starts


def sentence_f1(nlp: Language, documents: Iterable[Sequence[Sentence]], paragraph: str) -> float:
    """Return F1 of sentence starts in running text, read with the pipeline's own tokenizer."""
    totals = [0, 0, 0]
    for document in documents:
        text, gold = running_text(document, paragraph)
        found = {token.idx for token in nlp(text) if token.is_sent_start and not token.is_space}
        totals = [a + b for a, b in zip(totals, start_scores(gold, found), strict=True)]
    return f1(*totals)


def evaluate(nlp: Language, data: Path) -> dict[str, Scores]:
    """Return all scores by set."""
    report: dict[str, Scores] = {}
    for name in TREEBANK_SETS:
        documents = list(by_document(read_conllu(find(data, "ud", name))))
        report[name] = syntax_scores(parsed(nlp, documents))
        report[name]["sentences"] = sentence_f1(nlp, documents, PARAGRAPH)
        report[name]["sentences, no paragraphs"] = sentence_f1(nlp, documents, SAME_PARAGRAPH)
    texts = [running_text(document)[0] for document in by_document(read_conllu(find(data, "ud", TREEBANK_SETS[0])))]
    report["speed"] = {"words a second": speed(nlp, texts)}
    for name in NAME_SETS:
        sentences = list(read_names(find(data, "ner", name)))
        copy = list(upper_cased(sentences))
        report[f"names {name}"] = _names(nlp, sentences, 1)
        report[f"names {name}{IN_CAPITALS}"] = _names(nlp, copy, 1)
        report[f"names {name}{TOGETHER}"] = _names(nlp, sentences, SENTENCES_TOGETHER)
    return report


def _names(nlp: Language, sentences: Sequence[Sentence], together: int) -> Scores:
    golds = (sentence.names for sentence in sentences if sentence.names)
    return name_scores(zip(golds, named(nlp, sentences, together), strict=True))


def write_card(report: dict[str, Scores], folder: Path) -> None:
    """Write the card of an artefact into its folder."""
    size = sum(path.stat().st_size for path in folder.iterdir()) / 1e6
    (folder / CARD).write_text(card(report, size), encoding="utf-8")


def speed(nlp: Language, texts: Sequence[str]) -> float:
    """Return words read per second of the processor."""
    began = time.thread_time()
    words = sum(not token.is_space for doc in nlp.pipe(texts) for token in doc)
    return words / (time.thread_time() - began)


@click.command("evaluate")
@click.argument("data", type=EXISTING_FOLDER)
@click.option("--model", "folder", type=EXISTING_FOLDER, help="Folder of an artefact; the shipped one if not given.")
@click.option("--name", help="Another spaCy pipeline, by name or path.")
@click.option("--json", "path", type=FILE, help="Also write the scores here.")
@click.option("--card", "card_folder", type=EXISTING_FOLDER, help="Also write the card of the artefact in this folder.")
def evaluate_command(
    data: Path, folder: Path | None, name: str | None, path: Path | None, card_folder: Path | None
) -> None:
    """Score a pipeline on the test sets in DATA."""
    report = evaluate(load(name, folder), data)
    if card_folder:
        write_card(report, card_folder)
    for title, scores in report.items():
        click.echo(f"{title:30} " + "  ".join(f"{key} {value:g}" for key, value in scores.items()))
    if path:
        path.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
