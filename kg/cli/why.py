"""`kg why`: the quotes, rules and triggers behind a fact, how sure it is and who says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from kg.cli._facts import View, plain
from kg.cli._graph import Thing, find, from_option, read_graph
from kg.cli.common import names_option
from kg.errors import InputError, did_you_mean
from kg.lexicon.ontology import load
from kg.model import Graph, ResolvedEvent

_ALL = 1000  # quotes: as good as all


@click.command(epilog="""
\b
Examples:
  kg why FSB                       every fact on it
  kg why FSB agencyOf Russia       one relation
  kg why event/plot-x perpetrator  one role of an event
""")
@click.argument("subject")
@click.argument("predicate", required=False)
@click.argument("target", metavar="[OBJECT]", required=False)
@from_option
@names_option
def command(subject: str, predicate: str | None, target: str | None, folder: Path, names: tuple[Path, ...]) -> None:
    """Tell why the graph holds a fact.

    SUBJECT and OBJECT are names or identifiers; PREDICATE is a property such as agencyOf, or the role of an event.
    """
    graph = read_graph(folder, names)
    if predicate and predicate not in load().properties:
        raise InputError(f"no property '{predicate}'{did_you_mean(predicate, load().properties)}")
    lines = list(_facts(graph, find(graph, subject), predicate, target))
    if not lines:
        raise InputError(f"the graph does not say so: {' '.join(filter(None, (subject, predicate, target)))}")
    click.echo("\n".join(plain(line) for line in lines[1:]))


def _facts(graph: Graph, subjects: tuple[Thing, ...], predicate: str | None, target: str | None) -> Iterator[str]:
    """The lines of the facts that match, an empty one before each."""
    view = View(graph, quotes=_ALL)
    starts = {thing.iri for thing in subjects}
    ends = _ends(graph, target)
    for relation in graph.relations:
        matches = relation.subject in starts and predicate in (None, relation.predicate)
        if matches and (ends is None or relation.object in ends):
            yield from ["", *view.relation(relation)]
    for event in graph.events:
        if _matches(event, starts, predicate, ends):
            yield from ["", *view.event(event)]


def _ends(graph: Graph, target: str | None) -> set[str] | None:
    """What the object may be: things of that name, or the text itself."""
    if target is None:
        return None
    if any(relation.object == target for relation in graph.relations):
        return {target}
    return {thing.iri for thing in find(graph, target)}


def _matches(event: ResolvedEvent, starts: set[str], predicate: str | None, ends: set[str] | None) -> bool:
    """Whether an event is meant itself, with that role, or has one of the things in that role."""
    fillers = {filler for role, some in event.roles.items() if predicate in (None, role) for filler in some}
    if event.iri in starts:
        return predicate is None or bool(fillers if ends is None else fillers & ends)
    return bool(fillers & starts) and ends is None
