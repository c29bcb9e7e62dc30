"""The ontology as tables: classes, properties and concepts, with their labels, limits and looks.

In: `ontology/plotgraph.ttl` and `ontology/concepts.ttl`. Out: one immutable Ontology.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox

from kg.errors import KnowledgeError
from kg.lexicon.turtle import CONCEPT, ONTOLOGY
from kg.resources import ontology

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_OWL = "http://www.w3.org/2002/07/owl#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_SCHEMA = "https://schema.org/"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_DOMAINS = (_RDFS + "domain", _SCHEMA + "domainIncludes")
_RANGES = (_RDFS + "range", _SCHEMA + "rangeIncludes")


@dataclass(frozen=True, slots=True)
class Class:
    """A class by its local name. `parents` are local names too.

    Of other vocabularies (full IRIs), `above` are terms that hold of every instance, `matches` such as come close.

    `phrase` joins the agent and the patient of an event of this class (`detained`), `inverse` the patient and the
    agent (`was detained by`); both are empty for what is no event.
    """

    name: str
    label: str
    definition: str
    example: str = ""
    parents: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    matches: tuple[str, ...] = ()
    color: str = ""
    icon: str = ""
    phrase: str = ""
    inverse: str = ""


@dataclass(frozen=True, slots=True)
class Property:
    """A property by its local name. A subject is of one of the classes in `domain`.

    `range` holds classes for a link, XML Schema names such as `xsd:date` for a literal, `Concept` for a concept of
    the scheme `scheme`; empty means anything. `phrase` joins subject and object, `inverse` object and subject.
    """

    name: str
    label: str
    definition: str
    example: str = ""
    parents: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    matches: tuple[str, ...] = ()
    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()
    scheme: str = ""
    literal: bool = False
    symmetric: bool = False
    transitive: bool = False
    phrase: str = ""
    inverse: str = ""


@dataclass(frozen=True, slots=True)
class Concept:
    """A value such as `thwarted`. `schemes` are the properties that take it (`stage`), or a code book."""

    name: str
    label: str
    definition: str
    example: str = ""
    schemes: tuple[str, ...] = ()
    broader: str = ""
    matches: tuple[str, ...] = ()
    notation: str = ""


@dataclass(frozen=True, slots=True)
class Ontology:
    """Classes, properties and concepts by local name, each sorted; and the prefixes that the files use."""

    classes: Mapping[str, Class]
    properties: Mapping[str, Property]
    concepts: Mapping[str, Concept]
    prefixes: Mapping[str, str] = field(default_factory=dict)

    def ancestors(self, name: str) -> tuple[str, ...]:
        """The class or property itself, then what it is a kind of, nearest first; just the name if it is unknown."""
        found = [name]
        for current in found:
            term = self.classes.get(current) or self.properties.get(current)
            found += [parent for parent in (term.parents if term else ()) if parent not in found]
        return tuple(found)

    def is_a(self, name: str, ancestor: str) -> bool:
        """Whether one class (or property) is, or is a kind of, another."""
        return ancestor in self.ancestors(name)

    def color(self, name: str) -> str:
        """The color of a class, its own or that of the nearest ancestor."""
        return self._look(name, lambda term: term.color)

    def icon(self, name: str) -> str:
        """The icon of a class, its own or that of the nearest ancestor."""
        return self._look(name, lambda term: term.icon)

    def in_scheme(self, scheme: str) -> tuple[Concept, ...]:
        """The concepts of a scheme such as `attackKind`."""
        return tuple(concept for concept in self.concepts.values() if scheme in concept.schemes)

    def _look(self, name: str, look: Callable[[Class], str]) -> str:
        terms = (self.classes.get(ancestor) for ancestor in self.ancestors(name))
        return next((look(term) for term in terms if term and look(term)), "")


Facts = Mapping[str, Mapping[str, tuple[str, ...]]]  # subject -> predicate -> values, in the order of the file


@lru_cache(maxsize=1)
def load() -> Ontology:
    """The ontology of the program. Raises KnowledgeError if its files are missing or are not Turtle."""
    facts, prefixes = _read(ontology() / "plotgraph.ttl")
    kinds = {_OWL + "ObjectProperty", _OWL + "DatatypeProperty"}
    concepts, _ = _read(ontology() / "concepts.ttl")
    return Ontology(
        {term.name: term for term in map(_class, _of_type(facts, {_OWL + "Class"}))},
        {term.name: term for term in map(_property, _of_type(facts, kinds))},
        {term.name: term for term in map(_concept, _of_type(concepts, {_SKOS + "Concept"}))}, prefixes)


Row = tuple[str, Mapping[str, tuple[str, ...]]]


def _of_type(facts: Facts, types: set[str]) -> list[Row]:
    return [(_local(iri), values) for iri, values in sorted(facts.items())
            if not types.isdisjoint(values.get(_RDF + "type", ()))]


def _class(row: Row) -> Class:
    name, values = row
    parents = values.get(_RDFS + "subClassOf", ())
    return Class(
        name, _one(values, _RDFS + "label"), _one(values, _RDFS + "comment"), _one(values, _SKOS + "example"),
        _ours(parents), _others(parents), _matches(values), _one(values, ONTOLOGY + "color"),
        _one(values, ONTOLOGY + "icon"), _one(values, ONTOLOGY + "phrase"), _one(values, ONTOLOGY + "inversePhrase"))


def _property(row: Row) -> Property:
    name, values = row
    parents = values.get(_RDFS + "subPropertyOf", ())
    types = values[_RDF + "type"]
    ranges = [_local(value) for key in _RANGES for value in values.get(key, ())]
    return Property(
        name, _one(values, _RDFS + "label"), _one(values, _RDFS + "comment"), _one(values, _SKOS + "example"),
        _ours(parents), _others(parents), _matches(values),
        domain=tuple(_local(value) for key in _DOMAINS for value in values.get(key, ())),
        range=tuple(value for value in ranges if value != _OWL + "Thing"),
        scheme=_local(_one(values, _RDFS + "seeAlso")), literal=_OWL + "DatatypeProperty" in types,
        symmetric=_OWL + "SymmetricProperty" in types, transitive=_OWL + "TransitiveProperty" in types,
        phrase=_one(values, ONTOLOGY + "phrase"), inverse=_one(values, ONTOLOGY + "inversePhrase"))


def _concept(row: Row) -> Concept:
    name, values = row
    matches = tuple(_local(value) for kind in ("exactMatch", "closeMatch") for value in values.get(_SKOS + kind, ()))
    return Concept(
        name, _one(values, _SKOS + "prefLabel"), _one(values, _SKOS + "definition"), _one(values, _SKOS + "example"),
        tuple(_local(value) for value in values.get(_SKOS + "inScheme", ())), _local(_one(values, _SKOS + "broader")),
        matches, _one(values, _SKOS + "notation"))


def _one(values: Mapping[str, tuple[str, ...]], key: str) -> str:
    return values.get(key, ("",))[0]


def _ours(iris: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_local(iri) for iri in iris if iri.startswith(ONTOLOGY))


def _others(iris: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(iri for iri in iris if not iri.startswith(ONTOLOGY))


def _matches(values: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return values.get(_SKOS + "closeMatch", ())


def _local(iri: str) -> str:
    """The local name of what is ours, `xsd:date` for a data type, `Concept` for that of SKOS; else the IRI itself."""
    if iri.startswith(_XSD):
        return "xsd:" + iri.removeprefix(_XSD)
    return iri.removeprefix(ONTOLOGY).removeprefix(CONCEPT).removeprefix(_SKOS)


def _read(path: Path) -> tuple[Facts, Mapping[str, str]]:
    facts: dict[str, dict[str, tuple[str, ...]]] = {}
    try:
        parser = ox.parse(path.read_bytes(), format=ox.RdfFormat.TURTLE)
        for triple in parser:
            assert isinstance(triple.subject, ox.NamedNode) and isinstance(triple.object, ox.NamedNode | ox.Literal)
            values = facts.setdefault(triple.subject.value, {})
            values[triple.predicate.value] = (*values.get(triple.predicate.value, ()), triple.object.value)
    except OSError as error:
        raise KnowledgeError(f"ontology/{path.name}: cannot be read: {error.strerror}") from error
    except SyntaxError as error:
        raise KnowledgeError(f"ontology/{path.name}: not Turtle: {error.msg}") from error
    return facts, parser.prefixes
