"""`kg evaluate`: holds what is read out of articles against gold and prints the table."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from kg.build.workers import Extractor
from kg.cli._reading import loader
from kg.cli.common import complain, model_option, names_option, progress
from kg.errors import InputError
from kg.evaluate import GoldArticle, errors, load, score, summary, table
from kg.model import Extraction
from kg.model.record import loads
from kg.read import ReadOptions, expand, read


@click.command(epilog="""
\b
Examples:
  kg evaluate tests/gold                          read the articles there and score them
  kg evaluate my-gold --records r.jsonl --errors  score records that are there already
""")
@click.argument("folder", metavar="GOLD_DIR", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--records", metavar="FILE", type=click.Path(path_type=Path, exists=True, dir_okay=False),
              help="Records of `kg extract` to score, instead of reading the articles now.")
@click.option("--errors", "listing", is_flag=True, help="List what was missed (-) and what was wrong (+).")
@click.option("--json", "as_json", is_flag=True, help="Print the numbers as JSON.")
@model_option
@names_option
def command(folder: Path, records: Path | None, listing: bool, as_json: bool, model: str | None,
            names: tuple[Path, ...]) -> None:
    """Score the reading against gold.

    GOLD_DIR holds articles and, beside each, NAME.gold.json with what a careful reader finds in it: entities, events,
    relations, and what must never be said.
    """
    gold = load(folder)
    scores = score(gold, _stored(records) if records else _fresh(gold, loader(model, names)()))
    click.echo(json.dumps(summary(scores), indent=1) if as_json else table(scores))
    if listing:
        click.echo(f"\n{errors(scores)}")


def _stored(path: Path) -> Iterator[Extraction]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield loads(line, f"{path}:{number}")


def _fresh(gold: Sequence[GoldArticle], extractor: Extractor) -> Iterator[Extraction]:
    sources = dict.fromkeys(str(article.source) for article in gold)
    for source in progress(expand(list(sources)), "reading", total=len(sources)):
        for item in read(source, ReadOptions()):
            if isinstance(item, InputError):
                complain(str(item))
            else:
                yield extractor(item)
