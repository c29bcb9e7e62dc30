"""An output folder in, its resolved graph out: for commands that need more than the RDF holds; and names in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from kg.build.outputs import extractions, records
from kg.errors import InputError, did_you_mean
from kg.lexicon import names as knowledge
from kg.lexicon.turtle import BASE
from kg.model import Graph, Node, ResolvedEvent
from kg.rdf import conform
from kg.resolve import resolve
from kg.resolve.ledger import LEDGER
from kg.resolve.ledger import read as read_ledger

Thing = Node | ResolvedEvent

from_option = click.option(
    "-f", "--from", "folder", metavar="FOLDER", default=Path("outputs"), show_default=True,
    type=click.Path(path_type=Path, file_okay=False), help="The output folder of `kg build` to read.")


def read_graph(folder: Path, names: Sequence[Path] = ()) -> Graph:
    """The graph of the records in an output folder, as `kg build` wrote it. Raises InputError if there are none."""
    path = records(folder)
    if not path.is_file():
        raise InputError(f"{folder}: no {path.name} in it; `kg build INPUT... -o {folder}` makes one")
    return conform(resolve(extractions(path), knowledge.load(names), read_ledger(folder / LEDGER)))[0]


def find(graph: Graph, name: str) -> tuple[Thing, ...]:
    """What bears a name, alias or local IRI, in any case; whole names before parts of names. Raises InputError."""
    things: tuple[Thing, ...] = (*graph.nodes, *graph.events)
    wanted = name.casefold().removeprefix(BASE)
    tests = (_is_iri, _is_name, _is_part)
    found = next((hits for test in tests if (hits := [thing for thing in things if test(thing, wanted)])), None)
    if not found:
        known = {known for thing in things for known in _names(thing)}
        raise InputError(f"nothing is called '{name}'{did_you_mean(wanted, known)}")
    return tuple(found)


def _is_iri(thing: Thing, wanted: str) -> bool:
    return wanted in (thing.iri.casefold(), thing.iri.casefold().partition("/")[2])


def _is_name(thing: Thing, wanted: str) -> bool:
    return wanted in _names(thing)


def _is_part(thing: Thing, wanted: str) -> bool:
    return any(wanted in name.split() or f" {wanted} " in f" {name} " for name in _names(thing))


def labels(graph: Graph) -> Mapping[str, str]:
    """How things are called, by local IRI; documents by their titles."""
    return {**{f"document/{document.id}": document.title or document.id for document in graph.documents},
            **{node.iri: node.name for node in graph.nodes}, **{event.iri: event.label for event in graph.events}}


def _names(thing: Thing) -> list[str]:
    names = (thing.name, *thing.aliases) if isinstance(thing, Node) else (thing.label,)
    return [name.casefold() for name in names]
