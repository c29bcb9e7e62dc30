"""`kg remove`: takes documents out of an output folder, with everything that only they said."""

from __future__ import annotations

from pathlib import Path

import click

from kg.build import Settings, remove
from kg.build.state import stamp
from kg.cli._reading import loader
from kg.cli.build import finish, outputs_option
from kg.cli.common import names_option
from kg.lexicon import names as knowledge


@click.command(epilog="""
\b
Examples:
  kg remove wire/withdrawn.html -o outputs/   one source
  kg remove wire/ -o outputs/                 everything that came from a folder
""")
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@outputs_option
@names_option
def command(sources: tuple[str, ...], folder: Path, names: tuple[Path, ...]) -> None:
    """Take sources out of a graph.

    SOURCE is the name under which it was built (manifest.json lists them) or a folder of such. The outputs are then
    those of a build without it.
    """
    settings = Settings(loader(names=names), knowledge.load(names), stamp(folder))
    finish(remove(sources, folder, settings), folder)
