"""`kg export`: writes the graph for other programs: RDF, Gephi, Neo4j, FollowTheMoney, tables."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli._graph import from_option, read_graph
from kg.cli.common import names_option
from kg.export.formats import load, modules


@click.command(epilog="""
\b
Examples:
  kg export --list                   the formats
  kg export gexf                     writes outputs/graph.gexf
  kg export events-csv -o table.csv  writes table.csv
""")
@click.argument("form", metavar="FORMAT", required=False)
@click.option("--list", "listing", is_flag=True, help="Show the formats and what they are for.")
@click.option("-o", "--output", "target", metavar="PATH", type=click.Path(path_type=Path),
              help="Where to write; by default into the output folder.")
@from_option
@names_option
def command(form: str | None, listing: bool, target: Path | None, folder: Path, names: tuple[Path, ...]) -> None:
    """Write the graph in another FORMAT.

    The records in the output folder are resolved again, with the judgements in it, as `kg build` does.
    """
    if listing:
        for name, (_, title) in modules().items():
            click.echo(f"{name:<11} {title}")
        return
    if not form:
        raise click.UsageError(f"give a format: {', '.join(modules())}")
    module = load(form)
    path = target or folder / module.FILE
    module.write(read_graph(folder, names), path)
    click.echo(path)
