"""`kg extract`: reads articles and writes one JSON record a document."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from kg.cli.common import complain, inputs_argument, model_option, names_option, output_option, progress, writer
from kg.errors import InputError
from kg.extract import Reader, explain, extract
from kg.model import Document
from kg.model.record import dumps
from kg.read import ReadOptions, expand, read


@click.command(epilog="""
\b
Examples:
  kg extract article.txt                     records to the terminal
  kg extract news/ 'wire/*.html' -o r.jsonl  folders and globs
  curl … | kg extract - --explain            why each fact was read
""")
@inputs_argument
@output_option
@model_option
@names_option
@click.option("--explain", "explaining", is_flag=True,
              help="Write readable lines instead: for each fact its rule, trigger and cue.")
def command(inputs: tuple[str, ...], output: Path | None, model: str | None, names: tuple[Path, ...],
            explaining: bool) -> None:
    """Read articles; write one JSON record a document.

    INPUT is a file (.txt .md .html .jsonl .csv, also .gz), a folder, a glob or - for standard input. What cannot be
    read is reported in one line each; the rest goes through, and the exit code is 1.
    """
    reader = Reader.load(model=model, names=names)
    say = explain if explaining else dumps
    failures = 0
    with writer(output) as stream:
        for item in progress(_documents(inputs), "reading"):
            if isinstance(item, InputError):
                failures += 1
                complain(str(item))
            else:
                stream.write(f"{say(extract(item, reader))}\n")
    sys.exit(1 if failures else 0)


def _documents(inputs: tuple[str, ...]) -> Iterator[Document | InputError]:
    for source in expand(inputs):
        yield from read(source, ReadOptions())
