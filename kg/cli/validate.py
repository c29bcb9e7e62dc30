"""`kg validate`: says in words what in a graph breaks the ontology, with the quotes behind it."""

from __future__ import annotations

from pathlib import Path

import click

from kg.errors import InputError
from kg.rdf import Config
from kg.rdf.validate import validate

_DEFAULT = Config()


@click.command(epilog="""
\b
Examples:
  kg validate                 the graph in outputs/
  kg validate mine.ttl        any file of RDF in this vocabulary
""")
@click.argument("path", metavar="[FOLDER|FILE]", default="outputs", type=click.Path(path_type=Path))
@click.option("--ontology", metavar="IRI", default=_DEFAULT.ontology, help="The namespace of the ontology, if changed.")
@click.option("--concepts", metavar="IRI", default=_DEFAULT.concept, help="The namespace of the concepts, if changed.")
@click.pass_context
def command(context: click.Context, path: Path, ontology: str, concepts: str) -> None:
    """Check a graph against the shapes of the ontology.

    The exit code is 1 if something breaks them. A large graph takes minutes: some 5,000 triples a second.
    """
    file = path / "graph.ttl" if path.is_dir() else path
    if not file.is_file():
        raise InputError(f"{file}: no such file; `kg build INPUT... -o {path}` makes one")
    violations = validate(file, Config(ontology=ontology, concept=concepts))
    for violation in violations:
        click.echo(str(violation))
        for quote in violation.quotes:
            click.echo(f'    "{" ".join(quote.split())}"')
    click.echo(f"{file}: {len(violations)} {'violation' if len(violations) == 1 else 'violations'}" if violations
               else f"{file}: conforms to the shapes")
    context.exit(1 if violations else 0)
