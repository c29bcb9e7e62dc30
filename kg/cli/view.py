"""`kg view`: opens the page of a graph in the browser, at a name if one is given."""

from __future__ import annotations

import tempfile
import webbrowser
from pathlib import Path
from urllib.parse import quote

import click

from kg.build.outputs import extractions, records
from kg.cli.build import outputs_option
from kg.errors import OutputError, did_you_mean
from kg.export import html
from kg.lexicon import names as knowledge
from kg.rdf import conform
from kg.resolve import resolve
from kg.resolve.ledger import LEDGER
from kg.resolve.ledger import read as read_ledger


@click.command(epilog="""
\b
Examples:
  kg view                               the graph in outputs/
  kg view "Islamic State" -o outputs/   starts at that node
  kg view --no-open                     only says where the page is
""")
@click.argument("name", required=False)
@outputs_option
@click.option("--no-open", is_flag=True, help="Print the page's address and open nothing.")
def command(name: str | None, folder: Path, no_open: bool) -> None:
    """Open the page of a graph.

    NAME is a name or alias of a node, in any case, or its IRI. If FOLDER holds records but no page, one is made in a
    temporary folder.
    """
    path = page(folder)
    address = path.resolve().as_uri() + (f"#node={quote(find(name, path), safe='')}" if name else "")
    click.echo(address)
    if not no_open and not webbrowser.open(address):
        raise OutputError(f"no browser to open {path} with; open it by hand")


def page(folder: Path) -> Path:
    """The page of an output folder, or one made now from its records. Raises OutputError if there are none."""
    built = folder / "graph.html"
    if built.is_file():
        return built
    if not records(folder).is_file():
        raise OutputError(f"{folder}: holds no graph; `kg build INPUT -o {folder}` makes one")
    graph = resolve(extractions(records(folder)), knowledge.load(), read_ledger(folder / LEDGER))
    made = Path(tempfile.mkdtemp(prefix="plotgraph-")) / "graph.html"
    html.write(conform(graph)[0], made)
    return made


def find(name: str, path: Path) -> str:
    """The IRI of a name in a page. Raises OutputError with a guess if there is none."""
    known = html.names(path)
    if name.casefold() not in known:
        raise OutputError(f"no '{name}' in {path}{did_you_mean(name.casefold(), known)}")
    return known[name.casefold()]
