"""Questions that are asked often: `ontology/queries/*.rq`, with their titles and parameters.

In: the files, whose first lines are `# title:`, `# question:` and `# param NAME DEFAULT DESCRIPTION`. Out: queries by
name. `*` as a default leaves the variable open: anything will do.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox

from kg.errors import KnowledgeError, QueryError, did_you_mean
from kg.resources import ontology

ANYTHING = "*"
_HEADER = re.compile(r"#\s*(title|question):\s*(.+)")
_PARAMETER = re.compile(r"#\s*param\s+(\w+)\s+(\S+)\s+(.+)")
_INTEGER = re.compile(r"-?\d+")
_XSD_INTEGER = ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable of a query that the one who asks may set. One whose default is a whole number takes whole numbers."""

    name: str
    default: str
    description: str


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A question: what it is called, what it asks and how, in SPARQL."""

    name: str
    title: str
    question: str
    parameters: tuple[Parameter, ...]
    text: str


@lru_cache(maxsize=1)
def named_queries() -> Mapping[str, NamedQuery]:
    """All named queries, sorted by name. Raises KnowledgeError for a file without title or question."""
    return {path.stem: _read(path) for path in sorted((ontology() / "queries").glob("*.rq"))}


def find(name: str) -> NamedQuery:
    """The query of that name. Raises QueryError with a guess if there is none."""
    queries = named_queries()
    if name not in queries:
        raise QueryError(f"no query '{name}'{did_you_mean(name, queries)}; `kg query --list` shows them all")
    return queries[name]


def bound(query: NamedQuery, values: Mapping[str, str]) -> str:
    """The SPARQL of a query with its parameters set. Raises QueryError for an unknown parameter or a wrong number.

    A file gives its defaults in a line `VALUES (?group ?stage) { (UNDEF UNDEF) }`; the terms in it are exchanged for
    literals in their proper syntax, so that no value can be anything but a value.
    """
    known = {parameter.name: parameter for parameter in query.parameters}
    for name in values:
        if name not in known:
            takes = f"takes {', '.join(known)}" if known else "takes no parameters"
            raise QueryError(f"'{query.name}' has no parameter '{name}'{did_you_mean(name, known)}; it {takes}")
    terms = " ".join(_term(parameter, values.get(name, parameter.default)) for name, parameter in known.items())
    if not known:
        return query.text
    return _defaults(query.parameters).sub(lambda _: _values(query.parameters, terms), query.text)


def _values(parameters: Sequence[Parameter], terms: str) -> str:
    return f"VALUES ({' '.join(f'?{parameter.name}' for parameter in parameters)}) {{ ({terms}) }}"


def _defaults(parameters: Sequence[Parameter]) -> re.Pattern[str]:
    return re.compile(re.escape(_values(parameters, "TERMS")).replace("TERMS", "[^)]*"))


def _term(parameter: Parameter, value: str) -> str:
    if value == ANYTHING:
        return "UNDEF"
    if not _INTEGER.fullmatch(parameter.default):
        return str(ox.Literal(value))
    if not _INTEGER.fullmatch(value):
        raise QueryError(f"'{parameter.name}' takes a whole number, not '{value}'")
    return str(ox.Literal(value, datatype=_XSD_INTEGER))


def _read(path: Path) -> NamedQuery:
    text = path.read_text("utf-8")
    comments = [line for line in text.splitlines() if line.startswith("#")]
    header = {match[1]: match[2] for line in comments if (match := _HEADER.fullmatch(line))}
    if set(header) != {"title", "question"}:
        raise KnowledgeError(f"ontology/queries/{path.name}: begins with `# title:` and `# question:`")
    parameters = tuple(Parameter(*match.groups()) for line in comments if (match := _PARAMETER.fullmatch(line)))
    if parameters and len(_defaults(parameters).findall(text)) != 1:
        raise KnowledgeError(f"ontology/queries/{path.name}: needs one line `{_values(parameters, 'UNDEF …')}`")
    return NamedQuery(path.stem, header["title"], header["question"], parameters, text)
