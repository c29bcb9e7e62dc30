"""The graph as JSON-LD: one object for each thing, with a context that makes keys and identifiers short."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.export._files import opened
from kg.lexicon.ontology import load
from kg.lexicon.turtle import BASE, CONCEPT, ONTOLOGY
from kg.model import Graph
from kg.rdf import write_ntriples
from kg.rdf.terms import VOCABULARIES

NAME = "jsonld"
TITLE = "JSON-LD, for programs that read JSON"
FILE = "graph.jsonld"
_TYPE = VOCABULARIES["rdf"] + "type"
_XSD = VOCABULARIES["xsd"]
_PREFIXES = {"pg": ONTOLOGY, "pgc": CONCEPT, **VOCABULARIES}
_RELATIVE = re.compile(r"\w[\w-]*(?:/[\w~-][\w.~-]*)+")  # what means the same after it was resolved against the base
Json = dict[str, Any]


def write(graph: Graph, target: Path) -> None:
    """Writes the file. Raises OutputError."""
    triples = BytesIO()
    write_ntriples(graph, triples)
    triples.seek(0)
    with opened(target) as stream:
        stream.write(f'{{"@context": {json.dumps(context(), indent=1)},\n"@graph": [\n')
        for number, thing in enumerate(_things(triples)):
            stream.write((",\n" if number else "") + json.dumps(thing, ensure_ascii=False))
        stream.write("\n]}\n")


@lru_cache(maxsize=1)
def context() -> Json:
    """Prefixes, and for each property of the ontology whether it links to a thing or to a concept."""
    links = {f"pg:{name}": {"@type": "@id"} for name, found in load().properties.items() if not found.literal}
    return {"@base": BASE, **_PREFIXES, **links}


def _things(triples: BytesIO) -> Iterator[Json]:
    for subject, same in groupby(ox.parse(triples, format=ox.RdfFormat.N_TRIPLES), key=lambda triple: triple.subject):
        thing: Json = {"@id": _relative(str(getattr(subject, "value", subject)))}
        for triple in same:
            key = _short(triple.predicate.value)
            value = _value(key, triple.object)
            thing.setdefault("@type" if triple.predicate.value == _TYPE else key, []).append(value)
        yield {key: value[0] if isinstance(value, list) and len(value) == 1 else value for key, value in thing.items()}


def _value(key: str, term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Any:
    if isinstance(term, ox.Literal):
        if term.datatype.value == _XSD + "string":
            return term.value
        if term.datatype.value == _XSD + "integer":
            return int(term.value)
        return {"@value": term.value, "@type": _short(term.datatype.value)}
    assert isinstance(term, ox.NamedNode)
    if key == "rdf:type":
        return _short(term.value)
    return _reference(term.value) if key in context() else {"@id": _reference(term.value)}


def _reference(iri: str) -> str:
    return _short(iri) if _short(iri) != iri else _relative(iri)


def _relative(iri: str) -> str:
    local = iri.removeprefix(BASE)
    return local if _RELATIVE.fullmatch(local) else iri


def _short(iri: str) -> str:
    return next((f"{prefix}:{iri.removeprefix(space)}" for prefix, space in _PREFIXES.items() if iri.startswith(space)),
                iri)
