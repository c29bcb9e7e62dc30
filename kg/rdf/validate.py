"""Whether RDF keeps to the shapes, told in words with the quotes behind what does not.

In: a file of Turtle, N-Triples, TriG or N-Quads. Out: violations, sorted. The judge is pySHACL; what the shapes say in
SPARQL is asked of Oxigraph once for all things, where pySHACL asks for each thing anew.
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
_PARTS = (SH.focusNode, SH.resultPath, SH.value, SH.resultMessage)


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


@dataclass(frozen=True, slots=True)
class _Result:
    """What a constraint found, in the terms of SHACL."""

    focus: Term | None = None
    path: Term | None = None
    value: Term | None = None
    message: Term | None = None


def validate(path: Path, config: Config = _DEFAULT) -> list[Violation]:
    """All that breaks the shapes in a file. Raises InputError if the file cannot be read as RDF."""
    lines = _lines(path)
    data = rdflib.Graph().parse(data=lines, format="nt")
    shapes, terms = (_own(name, config) for name in ("shapes.ttl", "plotgraph.ttl"))
    _, report, _ = pyshacl.validate(data, shacl_graph=_without_sparql(shapes), ont_graph=terms, inference="none")
    assert isinstance(report, rdflib.Graph)
    results = report.subjects(RDF.type, SH.ValidationResult)
    found = (_Result(*(report.value(result, part) for part in _PARTS)) for result in results)
    return sorted({_violation(data, one, config) for one in (*found, *_selected(lines, shapes, terms))})


def _without_sparql(shapes: rdflib.Graph) -> rdflib.Graph:
    rest = rdflib.Graph()
    for triple in shapes:
        if triple[1] != SH.sparql:
            rest.add(triple)
    return rest


def _selected(lines: bytes, shapes: rdflib.Graph, terms: rdflib.Graph) -> Iterator[_Result]:
    """What breaks the constraints in SPARQL, of all instances of the classes that their shapes are for."""
    store = ox.Store()
    store.bulk_load(lines, ox.RdfFormat.N_TRIPLES)
    store.bulk_load(terms.serialize(format="nt", encoding="utf-8"), ox.RdfFormat.N_TRIPLES)
    prefixes = {str(shapes.value(one, SH.prefix)): str(shapes.value(one, SH.namespace))
                for one in shapes.objects(None, SH.declare)}
    for shape, constraint in shapes.subject_objects(SH.sparql):
        classes = " ".join(term.n3() for term in shapes.objects(shape, SH.targetClass))
        rows = store.query(
            f"SELECT DISTINCT ?this ?path ?value WHERE {{ {{ {shapes.value(constraint, SH.select)} }} "
            f"FILTER EXISTS {{ ?this a/<{RDFS.subClassOf}>* ?class . VALUES ?class {{ {classes} }} }} }}",
            prefixes=prefixes)
        assert isinstance(rows, ox.QuerySolutions)
        for row in rows:
            this, path, value = (_term(row[name]) for name in ("this", "path", "value"))
            yield _Result(this, path, value, shapes.value(constraint, SH.message))


def _term(term: object) -> Term | None:
    """A term of the store in rdflib."""
    if isinstance(term, ox.Literal):
        return rdflib.Literal(term.value, lang=term.language, datatype=None if term.language else term.datatype.value)
    return rdflib.URIRef(term.value) if isinstance(term, ox.NamedNode) else None


def _lines(path: Path) -> bytes:
    """The triples of a file as N-Triples, whatever named graphs they stand in."""
    form = ox.RdfFormat.from_extension(path.suffix.removeprefix("."))
    if form is None:
        raise InputError(f"{path}: no RDF that can be read; give a .ttl, .nt, .nq or .trig file")
    try:
        return ox.serialize(_triples(path, form), format=ox.RdfFormat.N_TRIPLES) or b""
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
    except SyntaxError as error:
        raise InputError(f"{path}: not {form.name}: {error.msg}") from error

def _triples(path: Path, form: ox.RdfFormat) -> Iterator[ox.Triple]:
    for quad in ox.parse(path=str(path), format=form):
        yield ox.Triple(quad.subject, quad.predicate, quad.object)


@lru_cache
def _own(name: str, config: Config) -> rdflib.Graph:
    """A file of ours, in the namespaces that were chosen."""
    text = (ontology() / name).read_text("utf-8")
    text = text.replace(ONTOLOGY, config.ontology).replace(CONCEPT, config.concept)
    return rdflib.Graph().parse(data=text, format="turtle")


def _violation(data: rdflib.Graph, one: _Result, config: Config) -> Violation:
    label = data.value(one.focus, RDFS.label) if one.focus else None
    return Violation(
        _short(one.focus, config), str(label or ""), _short(one.path, config),
        "" if one.value == one.focus else _short(one.value, config), str(one.message or ""),
        tuple(sorted(set(_quotes(data, one.focus, config)))[:QUOTES]))


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
