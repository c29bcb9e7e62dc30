"""A build in, lines for a person out: documents, actors, events, plots, contradictions, failures, where to look."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from kg.analyse import Contradiction, contradictions, summarize
from kg.build.run import Built
from kg.lexicon import ontology
from kg.model import Graph

LISTED = 5
KINDS = 5  # classes that are named in a line; the rest is summed up
FILES = {
    "graph.html": "the page, for a browser", "graph.ttl": "the graph, as Turtle",
    "graph.nq": "the same, with one named graph a document", "records.jsonl": "what each document says",
    "manifest.json": "counts, checksums, failures", "rejected.jsonl": "statements set aside, with the reason",
}


def account(built: Built, folder: Path) -> Iterator[str]:
    """The lines, the most important first."""
    found = summarize(built.graph, ontology.load())
    disputed = contradictions(built.graph)
    kept = sum(entry.documents for entry in built.plan.keep)
    yield _row("documents", found.documents, f"{kept} unchanged" if kept else "")
    yield _row("actors", sum(found.actors.values()), _kinds(found.actors))
    yield _row("other things", sum(found.others.values()), _kinds(found.others))
    yield _row("events", sum(found.events.values()), _kinds(found.events))
    yield _row("plots", found.events.get("Plot", 0), _kinds(found.stages))
    yield _row("relations", found.relations, "")
    yield _row("told by several independent sources", found.corroborated, "")
    yield _row("contradictions", len(disputed), "")
    yield from (f"  {line}" for line in _listed(disputed, built.graph))
    yield _row("failures", len(built.failures), "")
    if found.busiest:
        yield f"In most events: {', '.join(f'{name} ({count})' for name, count in found.busiest)}"
    for name, what in FILES.items():
        if (folder / name).exists():
            yield f"{folder / name}  {what}, {(folder / name).stat().st_size / 1e6:.1f} MB"


def _row(name: str, count: int, details: str) -> str:
    return f"{count:>7,} {name}{f': {details}' if details else ''}"


def _kinds(counts: Mapping[str, int]) -> str:
    shown = [f"{count} {name}" for name, count in list(counts.items())[:KINDS]]
    rest = sum(list(counts.values())[KINDS:])
    return ", ".join([*shown, *([f"{rest} more"] if rest else [])])


def _listed(disputed: tuple[Contradiction, ...], graph: Graph) -> Iterator[str]:
    events = {event.iri: event for event in graph.events}
    names = {node.iri: node.name for node in graph.nodes}
    for item in disputed[:LISTED]:
        values = " or ".join(names.get(value, value) for value, _ in item.values)
        yield f"{events[item.event].label}: {item.about} {values}"
    if len(disputed) > LISTED:
        yield f"… and {len(disputed) - LISTED} more"
