"""`kg ontology`: the words of the graph, as a list or as a page to read."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.common import output_option, writer
from kg.export.reference import page
from kg.lexicon.ontology import load


@click.command(epilog="""
\b
Examples:
  kg ontology                          classes, properties and concepts with their meanings
  kg ontology --html -o ontology.html  the same as a page with a diagram
""")
@click.option("--html", is_flag=True, help="Write one HTML page.")
@output_option
def command(html: bool, output: Path | None) -> None:
    """Tell what the classes, properties and concepts of the graph mean."""
    terms = load()
    with writer(output) as stream:
        if html:
            stream.write(page(terms))
            return
        for heading, group in (("Classes", terms.classes), ("Properties", terms.properties),
                               ("Concepts", terms.concepts)):
            stream.write(f"# {heading}\n")
            stream.writelines(f"{name}: {term.definition or term.label}\n" for name, term in group.items())
