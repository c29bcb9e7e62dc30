"""`kg extract`: reads articles and writes one JSON record a document."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from kg.build.run import guarded
from kg.build.workers import Outcome, outcomes
from kg.cli._explain import explain
from kg.cli._formats import reading_options
from kg.cli._reading import loader
from kg.cli.common import (
    complain,
    inputs_argument,
    jobs_option,
    model_option,
    names_option,
    output_option,
    progress,
    writer,
)
from kg.errors import InputError
from kg.model import Document
from kg.model.record import loads
from kg.read import ReadOptions, expand, read


@click.command(epilog="""
\b
Examples:
  kg extract article.txt                     records to the terminal
  kg extract news/ 'wire/*.html' -o r.jsonl  folders and globs
  kg extract - --explain < article.txt       why each fact was read
""")
@inputs_argument
@output_option
@model_option
@names_option
@jobs_option
@reading_options
@click.option("--explain", "explaining", is_flag=True,
              help="Write lines for a reader instead: each fact with its rule and quote.")
@click.pass_context
def command(context: click.Context, inputs: tuple[str, ...], output: Path | None, model: str | None,
            names: tuple[Path, ...], jobs: int, explaining: bool, reading: ReadOptions) -> None:
    """Read articles; write one JSON record a document.

    INPUT is a file (.txt .md .html .jsonl .csv, also .gz), a folder, a glob or - for standard input. What cannot be
    read is reported in one line each; the rest goes through, and the exit code is 1.
    """
    failures = 0
    with writer(output) as stream:
        for outcome in outcomes(_documents(inputs, reading), loader(model, names), guarded, jobs):
            if outcome.failure:
                failures += 1
                complain(outcome.failure)
            else:
                stream.writelines(f"{line}\n" for line in _lines(outcome.record, explaining))
    context.exit(1 if failures else 0)


def _documents(inputs: tuple[str, ...], reading: ReadOptions) -> Iterator[Document | Outcome]:
    for source in progress(expand(inputs), "reading"):
        for item in read(source, reading):
            yield Outcome(failure=str(item)) if isinstance(item, InputError) else item


def _lines(record: str, explaining: bool) -> Iterator[str]:
    yield from explain(loads(record)) if explaining else [record]
