"""`kg show`: one actor, place, thing or event as text, with its facts and their quotes."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli._facts import describe, plain
from kg.cli._graph import find, from_option, read_graph
from kg.cli.common import names_option

SEVERAL = 10  # things of one name that are all shown; of more, only the names


@click.command(epilog="""
\b
Examples:
  kg show "Islamic State"       by any of its names
  kg show state/RUS             by its identifier
  kg show FSB -f my-outputs/
""")
@click.argument("name")
@from_option
@names_option
def command(name: str, folder: Path, names: tuple[Path, ...]) -> None:
    """Show what the graph knows of NAME.

    NAME is a name or alias in any case, a word of one, or an identifier.
    """
    graph = read_graph(folder, names)
    found = find(graph, name)
    for number, thing in enumerate(found):
        if len(found) > SEVERAL:
            click.echo(plain(next(describe(graph, thing))))
        else:
            click.echo(("\n" if number else "") + "\n".join(plain(line) for line in describe(graph, thing)))
