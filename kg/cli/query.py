"""`kg query`: asks the graph in SPARQL, or one of the named questions."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from kg.cli._facts import plain
from kg.cli._store import Place, store_options
from kg.cli.common import complain, output_option
from kg.errors import InputError, OutputError, QueryError
from kg.store.ask import ROWS, SECONDS, TRIPLES, Table, serialized, table
from kg.store.load import open_store
from kg.store.named import bound, find, named_queries

SHOWN = 100  # rows: some screens full
_NAME = re.compile(r"[\w-]+")
_WIDE = 10_000  # characters: no line is broken where no terminal breaks it


@click.command(epilog="""
\b
Examples:
  kg query --list                                    the named questions
  kg query plots-by-group --set group=ISIS           one of them
  kg query "SELECT ?s WHERE { ?s a pg:Plot }"        SPARQL; common prefixes are known
  kg query outputs/ question.rq --format csv -o answer.csv
  kg query archive/graph.nq timeline --store cache/  keeps the loaded graph in a folder of your choice
""")
@click.argument("words", metavar="[FOLDER] QUERY", nargs=-1)
@click.option("--list", "listing", is_flag=True, help="Show the named questions and their parameters.")
@click.option("--set", "values", metavar="NAME=VALUE", multiple=True, help="Set a parameter of a named question.")
@click.option("--format", "form", type=click.Choice(["table", *ROWS, *(t for t in TRIPLES if t not in ROWS)]),
              default="table", show_default=True, help="How to give the answer; ttl, nt, jsonld where it is RDF.")
@click.option("--rows", metavar="N", type=click.IntRange(min=1), default=SHOWN, show_default=True,
              help="The most rows that a table shows.")
@click.option("--seconds", metavar="N", type=click.FloatRange(min=0, min_open=True), default=SECONDS,
              show_default=True, help="Give up after this time.")
@store_options
@output_option
def command(words: tuple[str, ...], listing: bool, values: tuple[str, ...], form: str, rows: int, seconds: float,
            place: Place, output: Path | None) -> None:
    """Ask the graph a question.

    FOLDER is an output folder of `kg build` (outputs/ if not given) or a file of RDF. QUERY is the name of a question,
    a file with SPARQL, SPARQL itself, or - for standard input. The graph is never changed. A large one is loaded once
    and kept beside its files until they change, so that the next question is answered at once.
    """
    if listing:
        click.echo("\n\n".join(_listed()))
        return
    if not 1 <= len(words) <= 2:
        raise click.UsageError("give one question, after the folder if it is not outputs/; --list shows named ones")
    query = _sparql(words[-1], _pairs(values))
    source = Path(words[0]) if len(words) == 2 else Path("outputs")
    opened = open_store(source, place(source))
    if form == "table":
        _write(_drawn(table(opened, query, rows, seconds), output), output)
    else:
        reply = serialized(opened, query, form if form in ROWS else "json", form if form in TRIPLES else "ttl", seconds)
        _write(reply.data, output)


def _listed() -> list[str]:
    return ["\n".join([f"{query.name}: {query.title}", f"    {query.question}",
                       *(f"    --set {p.name}={p.default}  {p.description}" for p in query.parameters)])
            for query in named_queries().values()]


def _pairs(values: tuple[str, ...]) -> dict[str, str]:
    for value in values:
        if "=" not in value:
            raise click.BadParameter(f"'{value}' is not NAME=VALUE, as in group=ISIS", param_hint="--set")
    return dict(value.split("=", 1) for value in values)


def _sparql(word: str, values: dict[str, str]) -> str:
    """The text of a question given by name, as a file, as itself or on standard input."""
    if _NAME.fullmatch(word) and word != "-" and not Path(word).is_file():
        return bound(find(word), values)
    if values:
        raise QueryError("--set goes with a named question; `kg query --list` shows them")
    if word == "-":
        return sys.stdin.read()
    if "{" in word:
        return word
    try:
        return Path(word).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{word}: neither a named question nor SPARQL nor a file that can be read") from error


def _drawn(answer: Table, output: Path | None) -> bytes:
    grid = Grid(box=None, pad_edge=False, header_style="bold")
    for column in answer.columns:
        grid.add_column(column, overflow="fold")
    for row in answer.rows:
        grid.add_row(*(Text(plain(cell)) for cell in row))
    console = Console(width=None if output is None and sys.stdout.isatty() else _WIDE)
    with console.capture() as capture:
        console.print(grid)
    if answer.more:
        complain(f"only the first {len(answer.rows)} rows; --rows shows more, --format csv gives all")
    lines = (line.rstrip() for line in capture.get().splitlines())
    return "".join(f"{line}\n" for line in (lines if answer.rows else ["no answer"])).encode()


def _write(data: bytes, output: Path | None) -> None:
    if output is None or str(output) == "-":
        click.echo(data, nl=not data.endswith(b"\n"))
        return
    try:
        output.write_bytes(data)
    except OSError as error:
        raise OutputError(f"{output}: cannot be written: {error.strerror}") from error
