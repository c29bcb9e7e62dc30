"""The graph as a file: Turtle for reading, N-Quads and TriG with one named graph a document, N-Triples for streams.

In: the resolved graph. Out: UTF-8 bytes, streamed; a file is written beside its place and then renamed.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from kg.errors import OutputError
from kg.lexicon.ontology import load
from kg.model import Graph
from kg.rdf.blocks import Block
from kg.rdf.index import index
from kg.rdf.order import Section, kinds, named_graphs, sections
from kg.rdf.terms import Config, Terms

CHUNK = 500  # blocks joined before they are encoded: some 200 kB; larger is not faster
Target = Path | BinaryIO
_DEFAULT = Config()


def write_turtle(graph: Graph, target: Target, config: Config = _DEFAULT) -> None:
    """Writes prefixed Turtle: documents, actors, places, things, events, assertions, evidence. Raises OutputError."""
    found = index(graph)
    terms = Terms(config, kinds(found))
    _write(target, _turtle(terms, sections(found, terms, load())))


def write_trig(graph: Graph, target: Target, config: Config = _DEFAULT) -> None:
    """Writes prefixed TriG with one named graph a document. Raises OutputError."""
    found = index(graph)
    terms = Terms(config, kinds(found))
    _write(target, _trig(terms, named_graphs(found, terms, load())))


def write_nquads(graph: Graph, target: Target, config: Config = _DEFAULT) -> None:
    """Writes N-Quads with one named graph a document, and one for background knowledge. Raises OutputError."""
    found = index(graph)
    terms = Terms(config)
    _write(target, _nquads(terms, named_graphs(found, terms, load())))


def write_ntriples(graph: Graph, target: Target, config: Config = _DEFAULT) -> None:
    """Writes N-Triples: the same triples as Turtle, one a line. Raises OutputError."""
    found = index(graph)
    terms = Terms(config)
    _write(target, (_lines(block, "") for _, blocks in sections(found, terms, load()) for block in blocks))


def _turtle(terms: Terms, parts: Iterable[Section]) -> Iterator[str]:
    yield _header(terms)
    for heading, blocks in parts:
        first = True
        for block in blocks:
            yield f"\n# {heading}\n\n{_described(block)}" if first else f"\n{_described(block)}"
            first = False


def _trig(terms: Terms, graphs: Iterable[Section]) -> Iterator[str]:
    yield _header(terms)
    for name, blocks in graphs:
        yield f"\n{terms.thing(name)} {{\n" if name else "\n"
        yield from (_described(block) for block in blocks)
        if name:
            yield "}\n"


def _nquads(terms: Terms, graphs: Iterable[Section]) -> Iterator[str]:
    for name, blocks in graphs:
        graph = f" {terms.thing(name)}" if name else ""
        for block in blocks:
            yield _lines(block, graph)


def _header(terms: Terms) -> str:
    return "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in sorted(terms.prefixes.items()))


def _described(block: Block) -> str:
    """A subject with its predicates, each on a line of its own."""
    subject, facts = block
    lines = f"{subject} {facts[0]}"
    before = facts[0].partition(" ")[0]
    for fact in facts[1:]:
        predicate, _, value = fact.partition(" ")
        lines += f" , {value}" if predicate == before else f" ;\n    {fact}"
        before = predicate
    return f"{lines} .\n"


def _lines(block: Block, graph: str) -> str:
    subject, facts = block
    between = f"{graph} .\n{subject} "
    return f"{subject} {between.join(facts)}{graph} .\n"


def _write(target: Target, parts: Iterator[str]) -> None:
    with opened(target) as stream:
        while chunk := "".join(islice(parts, CHUNK)):
            stream.write(chunk.encode())


@contextmanager
def opened(target: Target) -> Iterator[BinaryIO]:
    """A stream of bytes; a file's replace it when all went well. Raises OutputError."""
    if not isinstance(target, Path):
        yield target
        return
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with beside.open("wb") as stream:
            yield stream
        beside.replace(target)
    except OSError as error:
        raise OutputError(f"{target}: cannot be written: {error.strerror}") from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
