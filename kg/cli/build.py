"""`kg build`: reads articles and writes the graph, its page and everything behind them."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.build import Built, Settings, account, build, stamp
from kg.cli._formats import reading_options
from kg.cli._reading import loader
from kg.cli.common import complain, inputs_argument, jobs_option, model_option, names_option, progress
from kg.lexicon import names as knowledge
from kg.read import ReadOptions

outputs_option = click.option(
    "-o", "--output", "folder", metavar="FOLDER", default=Path("outputs"), show_default=True,
    type=click.Path(path_type=Path, file_okay=False), help="Where the graph is written, and kept up to date.")


@click.command(epilog="""
\b
Examples:
  kg build articles/ -o outputs/             everything in a folder
  kg build 'wire/*.html' new.jsonl --jobs 4  globs and tables, in four processes
  curl … | kg build - -o outputs/            one article from elsewhere

Building again reads only what is new or has changed.
""")
@inputs_argument
@outputs_option
@jobs_option
@model_option
@names_option
@reading_options
def command(inputs: tuple[str, ...], folder: Path, jobs: int, model: str | None, names: tuple[Path, ...],
            reading: ReadOptions) -> None:
    """Read articles; write a graph of who did what to whom.

    INPUT is a file (.txt .md .html .jsonl .csv, also .gz), a folder, a glob or - for standard input. FOLDER then holds
    graph.ttl, graph.nq, graph.html, records.jsonl and manifest.json. Articles that it holds already and that are not
    under INPUT stay in the graph. What cannot be read is reported in one line each; the rest goes through, and the exit
    code is 1.
    """
    unusual = [] if reading == ReadOptions() else [str(reading)]
    mark = stamp(model or "", *unusual, files=names)
    settings = Settings(loader(model, names), knowledge.load(names), mark, jobs, reading,
                        watch=lambda sources: progress(sources, "reading", len(sources)))
    finish(build(inputs, folder, settings), folder)


def finish(built: Built, folder: Path) -> None:
    """Says what was found and what failed; ends with 1 if anything failed."""
    for failure in built.failures:
        complain(failure)
    for source in built.plan.stale:
        complain(f"{source}: not there any more; its facts stay as an earlier version read them")
    for line in account(built, folder):
        click.echo(line)
    sys.exit(1 if built.failures else 0)
