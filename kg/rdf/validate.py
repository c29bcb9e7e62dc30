"""Whether RDF keeps to the shapes, told in words with the quotes behind what does not.

In: a file of Turtle, N-Triples, TriG or N-Quads. Out: violations, sorted; the judge is pySHACL.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import rdflib
from rdflib.namespace import RDF, RDFS, SH
from rdflib.term import Node as Term

from kg.errors import InputError
from kg.lexicon.turtle import CONCEPT, ONTOLOGY
from kg.rdf.terms import VOCABULARIES, Config
from kg.resources import ontology

QUOTES = 3  # enough to see what is meant
_LITTLE = 80  # characters of a value that are shown
_DEFAULT = Config()


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """A thing that breaks a shape. `subject`, `path` and `value` are short names, `quotes` the texts behind it."""

    subject: str
    label: str
    path: str
    value: str
    message: str
    quotes: tuple[str, ...] = ()

    def __str__(self) -> str:
        what = f" {self.path}" if self.path else ""
        what += f" {self.value}" if self.value else ""
        named = f" ({self.label})" if self.label else ""
        return f"{self.subject}{named}{what}: {self.message}"


def validate(path: Path, config: Config = _DEFAULT) -> list[Violation]:
    """All that breaks the shapes in a file. Raises InputError if the file cannot be read as RDF."""
    data = _load(path)
    shapes, terms = (_own(name, config) for name in ("shapes.ttl", "plotgraph.ttl"))
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, ont_graph=terms, inference="none", advanced=True)
    assert isinstance(report, rdflib.Graph)
    results = report.subjects(RDF.type, SH.ValidationResult)
    return sorted({_violation(data, report, result, config) for result in results})


def _load(path: Path) -> rdflib.Graph:
    """The triples of a file in one graph, whatever named graphs they stand in."""
    form = ox.RdfFormat.from_extension(path.suffix.removeprefix("."))
    if form is None:
        raise InputError(f"{path}: no RDF that can be read; give a .ttl, .nt, .nq or .trig file")
    graph = rdflib.Graph()
    try:
        lines = ox.serialize(_triples(path, form), format=ox.RdfFormat.N_TRIPLES)
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
    except SyntaxError as error:
        raise InputError(f"{path}: not {form.name}: {error.msg}") from error
    return graph.parse(data=lines or b"", format="nt")


def _triples(path: Path, form: ox.RdfFormat) -> Iterator[ox.Triple]:
    for quad in ox.parse(path=str(path), format=form):
        yield ox.Triple(quad.subject, quad.predicate, quad.object)


@lru_cache
def _own(name: str, config: Config) -> rdflib.Graph:
    """A file of ours, in the namespaces that were chosen."""
    text = (ontology() / name).read_text("utf-8")
    text = text.replace(ONTOLOGY, config.ontology).replace(CONCEPT, config.concept)
    return rdflib.Graph().parse(data=text, format="turtle")


def _violation(data: rdflib.Graph, report: rdflib.Graph, result: Term, config: Config) -> Violation:
    focus = report.value(result, SH.focusNode)
    value = report.value(result, SH.value)
    label = data.value(focus, RDFS.label) if focus else None
    return Violation(
        _short(focus, config), str(label or ""), _short(report.value(result, SH.resultPath), config),
        "" if value == focus else _short(value, config), str(report.value(result, SH.resultMessage) or ""),
        tuple(sorted(set(_quotes(data, focus, config)))[:QUOTES]))


def _quotes(data: rdflib.Graph, focus: Term | None, config: Config) -> Iterator[str]:
    """The quotes behind an event, an assertion, evidence itself, or an assertion on the thing."""
    quote, evidence = (rdflib.URIRef(config.ontology + name) for name in ("quote", "evidence"))
    told = [focus, *data.objects(focus, evidence)]
    for assertion in data.subjects(RDF.subject, focus):
        told += data.objects(assertion, evidence)
    for source in told:
        yield from map(str, data.objects(source, quote))


def _short(term: Term | None, config: Config) -> str:
    text = str(term or "")
    if not isinstance(term, rdflib.URIRef):
        return text if len(text) <= _LITTLE else text[:_LITTLE - 1] + "…"
    names = {"": config.base, "pg:": config.ontology, "pgc:": config.concept}
    names |= {f"{prefix}:": iri for prefix, iri in VOCABULARIES.items()}
    return next((prefix + text.removeprefix(iri) for prefix, iri in names.items() if text.startswith(iri)), text)
