"""The Turtle files of the knowledge base, read and checked.

In: paths of Turtle files. Out: a Draft for each thing they describe; what several files say of one thing is united.
Raises KnowledgeError with all that is wrong in all files, one line each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox

from kg.errors import KnowledgeError, did_you_mean
from kg.resources import ontology

BASE = "https://w3id.org/plotgraph/id/"
ONTOLOGY = "https://w3id.org/plotgraph/ontology#"
CONCEPT = "https://w3id.org/plotgraph/concept/"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_GEO = "http://www.w3.org/2003/01/geo/wgs84_pos#"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

CLASSES = frozenset({
    "State", "Organization", "Agency", "Group", "InternationalOrganization", "MediaOrganization", "Person", "Place",
    "City", "Region", "Facility", "GenericBody"})
RELATIONS = frozenset({
    "agencyOf", "partOf", "affiliatedWith", "memberOf", "leads", "worksFor", "nationality", "comesFrom", "operatesIn",
    "basedIn", "directedBy", "bannedIn", "operatedBy", "alliedWith", "fights", "locatedIn", "capitalOf",
    "succeededBy", "genericBody"})
CONCEPTS = frozenset({"agencyKind", "groupKind", "mediaKind"})
LITERALS = frozenset({"isoCode", "isoAlpha2", "founded", "dissolved"})
WORDS = frozenset({"adjective", "demonym"})

_NAMES = {_RDFS + "label": "label", _SKOS + "altLabel": "strong", _SKOS + "hiddenLabel": "weak"}
_OUTSIDE = {_SKOS + "exactMatch", "http://www.w3.org/2002/07/owl#sameAs"}
_NUMBERS = {_GEO + "lat": "lat", _GEO + "long": "long"}
_IGNORED = {_RDFS + "comment", _SKOS + "note", _SKOS + "editorialNote"}
_SUBJECT_LINE = re.compile(r"^(?:(?P<prefix>[\w-]*):(?P<local>[\w.-]+)|<(?P<iri>[^>]+)>)\s")


@dataclass(slots=True)
class Draft:
    """What the files say of one thing, as it is gathered. `source` is the file and line that gives its class."""

    source: str
    type: str = ""
    label: list[str] = field(default_factory=list)
    strong: list[str] = field(default_factory=list)
    weak: list[str] = field(default_factory=list)
    adjective: list[str] = field(default_factory=list)
    demonym: list[str] = field(default_factory=list)
    attributes: dict[str, str] = field(default_factory=dict)
    relations: list[tuple[str, str]] = field(default_factory=list)
    same_as: list[str] = field(default_factory=list)


def read(paths: Sequence[Path]) -> dict[str, Draft]:
    """The drafts of all files by local name of their IRI, sorted. Raises KnowledgeError for all mistakes at once."""
    drafts: dict[str, Draft] = {}
    mistakes = [mistake for path in paths for mistake in _read_file(path, drafts)]
    mistakes += [] if mistakes else _check(drafts)
    if mistakes:
        raise KnowledgeError("\n".join(mistakes))
    return dict(sorted(drafts.items()))


def _read_file(path: Path, drafts: dict[str, Draft]) -> Iterable[str]:
    """Add a file's statements to the drafts; yield what is wrong in it."""
    shown = _shown(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        yield f"{shown}: cannot be read: {error.strerror}"
        return
    parser = ox.parse(data, format=ox.RdfFormat.TURTLE)
    try:
        triples = list(parser)
    except SyntaxError as error:
        yield f"{shown}: not Turtle: {error.msg}"
        return
    lines = _lines(data.decode(), parser.prefixes)
    for triple in triples:
        subject = triple.subject
        if not isinstance(subject, ox.NamedNode) or not subject.value.startswith(BASE):
            yield f"{shown}: {subject} is not under {BASE}; give it a name such as agency:rus-federal-security-service"
            continue
        where = f"{shown}:{lines[subject.value]}" if subject.value in lines else shown
        draft = drafts.setdefault(subject.value.removeprefix(BASE), Draft(where))
        if triple.predicate.value == _TYPE:
            draft.source = where
        if mistake := _state(draft, triple.predicate.value, triple.object):
            yield f"{where}: {mistake}"


def _shown(path: Path) -> str:
    """How a path is named: files of our own the same on every machine."""
    home = ontology()
    return f"ontology/{path.relative_to(home).as_posix()}" if path.is_relative_to(home) else str(path)


def _lines(text: str, prefixes: dict[str, str]) -> dict[str, int]:
    """The line on which the description of each subject starts."""
    found: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if match := _SUBJECT_LINE.match(line):
            iri = match["iri"] or prefixes.get(match["prefix"], "") + match["local"]
            found.setdefault(iri, number)
    return found


def _state(draft: Draft, predicate: str, value: ox.NamedNode | ox.Literal | ox.BlankNode | ox.Triple) -> str:
    """Add one statement to a draft; tell what is wrong with it, or nothing."""
    if isinstance(value, ox.NamedNode):
        return _state_iri(draft, predicate, value.value)
    if not isinstance(value, ox.Literal):
        return f"a value of <{predicate}> has no name; write an IRI or a text"
    return _state_text(draft, predicate, value.value)


def _state_iri(draft: Draft, predicate: str, iri: str) -> str:
    local = predicate.removeprefix(ONTOLOGY)
    if predicate == _TYPE:
        kind = iri.removeprefix(ONTOLOGY)
        if kind not in CLASSES:
            return f"unknown class '{kind}'{did_you_mean(kind, CLASSES)}"
        if draft.type not in ("", kind):
            return f"is a {draft.type} and a {kind}; choose one class"
        draft.type = kind
    elif predicate in _OUTSIDE:
        draft.same_as.append(iri)
    elif local in CONCEPTS and iri.startswith(CONCEPT):
        draft.attributes[local] = iri.removeprefix(CONCEPT)
    elif local in RELATIONS and iri.startswith(BASE):
        draft.relations.append((local, iri.removeprefix(BASE)))
    elif local in CONCEPTS | RELATIONS:
        return f"pg:{local} cannot take <{iri}>; it takes {'a concept' if local in CONCEPTS else 'a thing of ours'}"
    else:
        return _unknown(predicate)
    return ""


def _state_text(draft: Draft, predicate: str, text: str) -> str:
    local = predicate.removeprefix(ONTOLOGY)
    if not text.strip():
        return f"an empty text for <{predicate}>"
    if predicate in _NAMES:
        getattr(draft, _NAMES[predicate]).append(text)
    elif local in WORDS:
        getattr(draft, local).append(text)
    elif local in LITERALS or predicate in _NUMBERS:
        draft.attributes[_NUMBERS.get(predicate, local)] = text
    elif local in CONCEPTS | RELATIONS:
        return f"pg:{local} takes an IRI, not the text '{text}'"
    elif predicate not in _IGNORED:
        return _unknown(predicate)
    return ""


def _unknown(predicate: str) -> str:
    known = CONCEPTS | RELATIONS | LITERALS | WORDS
    local = re.split(r"[#/]", predicate)[-1]
    return f"unknown property '{local}'{did_you_mean(local, known | set(_NAMES.values()))}"


def _check(drafts: dict[str, Draft]) -> Iterable[str]:
    """What is wrong with the drafts taken together."""
    for iri, draft in drafts.items():
        if not draft.type:
            yield f"{draft.source}: {iri} has no class; write `a pg:Agency` or the like"
        if len(draft.label) != 1:
            yield f"{draft.source}: {iri} has {len(draft.label)} rdfs:label; it needs one"
        for predicate, target in draft.relations:
            if target not in drafts and not target.startswith("place/geonames-"):
                yield f"{draft.source}: pg:{predicate} names {target}, which no file describes" + did_you_mean(
                    target, drafts)
