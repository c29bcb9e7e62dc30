"""A question to a store, within limits of time and size, and its answer as a table or in a standard format.

In: SPARQL. Out: rows, or bytes of SPARQL results or RDF. Nothing is changed and nothing is
fetched from elsewhere.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

import pyoxigraph as ox

from kg.errors import InputError, KgError, QueryError
from kg.lexicon.turtle import BASE, CONCEPT, ONTOLOGY
from kg.rdf.terms import VOCABULARIES
from kg.store.load import Opened
from kg.store.words import calls_elsewhere, names_graphs

SECONDS = 60.0  # a named query on a million triples takes less than one
BYTES = 64 * 1024 * 1024  # about 300,000 rows
PREFIXES = {"": BASE, "pg": ONTOLOGY, "pgc": CONCEPT, **VOCABULARIES}  # need not be declared in a query
_PLACE = re.compile(r"\bat (\d+):(\d+)")
_LITTLE = 40  # characters that show where an error is
ROWS = {"json": ox.QueryResultsFormat.JSON, "xml": ox.QueryResultsFormat.XML, "csv": ox.QueryResultsFormat.CSV,
        "tsv": ox.QueryResultsFormat.TSV}
TRIPLES = {"ttl": ox.RdfFormat.TURTLE, "nt": ox.RdfFormat.N_TRIPLES, "xml": ox.RdfFormat.RDF_XML,
           "jsonld": ox.RdfFormat.JSON_LD}
_TRUTH = (ox.QueryResultsFormat.JSON, ox.QueryResultsFormat.XML)  # the formats that can say yes or no

Result = TypeVar("Result")
Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of texts under the names of variables; `more` tells that rows were left out."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    more: bool = False


@dataclass(frozen=True, slots=True)
class Graphs:
    """The named graphs that a question looks at, by full IRI: together as the default graph, and one by one."""

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer in a standard format, and the name of the format."""

    data: bytes
    media_type: str


def table(store: Opened, query: str, rows: int, seconds: float) -> Table:
    """The answer as a table of at most `rows` rows. Raises QueryError: malformed, not allowed, or too slow."""
    return _in_time(lambda: _table(_ask(store, query), rows), seconds)


def serialized(
    store: Opened, query: str, form: str = "json", triples: str = "ttl",
    seconds: float = SECONDS, limit: int = BYTES, graphs: Graphs | None = None,
) -> Reply:
    """The answer in a format of `ROWS`, or in one of `TRIPLES` if the query asks for RDF. Raises QueryError."""
    return _in_time(lambda: _serialized(_ask(store, query, graphs), ROWS[form], TRIPLES[triples], limit), seconds)


def _ask(store: Opened, query: str, graphs: Graphs | None = None) -> Answer:
    if calls_elsewhere(query):
        raise QueryError("SERVICE is not allowed: a query stays within this graph")
    try:
        if graphs is not None and (graphs.default or graphs.named):
            return store.whole().query(query, prefixes=PREFIXES, default_graph=_names(graphs.default),
                                       named_graphs=_names(graphs.named))
        return (store.whole() if names_graphs(query) else store.default).query(query, prefixes=PREFIXES)
    except SyntaxError as error:
        raise QueryError(f"not a SPARQL query: {_where(error.msg, query)}") from error
    except ValueError as error:
        raise QueryError(f"not the name of a graph: {error}") from error
    except InputError as error:  # the named graphs are loaded late
        raise QueryError(str(error)) from error


def _names(iris: tuple[str, ...]) -> list[Any]:
    """Names for the store, whose lists take other terms too."""
    return [ox.NamedNode(iri) for iri in iris]


def _where(message: str, query: str) -> str:
    """Line, column and what stands there; the message alone if it names no place."""
    place = _PLACE.search(message)
    if not place:
        return message
    line, column = int(place[1]), int(place[2])
    rest = (query.splitlines() or [""])[min(line, len(query.splitlines()) or 1) - 1][column - 1:]
    return f"line {line}, column {column}: unexpected {repr(rest[:_LITTLE]) if rest.strip() else 'end'}"


def _in_time(work: Callable[[], Result], seconds: float) -> Result:
    """The result of the work if it is there in time. What takes longer is left behind in a thread of its own."""
    results: SimpleQueue[Result | KgError] = SimpleQueue()

    def run() -> None:
        try:
            results.put(work())
        except KgError as error:
            results.put(error)
        except (OSError, ValueError, RuntimeError) as error:  # how the store says that it cannot go on
            results.put(QueryError(f"the query cannot be answered: {error}"))

    threading.Thread(target=run, daemon=True).start()
    try:
        result = results.get(timeout=seconds)
    except Empty:
        raise QueryError(f"no answer within {seconds:g} seconds; ask for less, or give it more time") from None
    if isinstance(result, KgError):
        raise result
    return result


def _table(answer: Answer, limit: int) -> Table:
    if isinstance(answer, ox.QueryBoolean):
        return Table(("answer",), (("yes" if answer else "no",),))
    if isinstance(answer, ox.QueryTriples):
        columns: tuple[str, ...] = ("subject", "predicate", "object")
        rows: Iterator[tuple[str, ...]] = (tuple(map(shown, (t.subject, t.predicate, t.object))) for t in answer)
    else:
        columns = tuple(variable.value for variable in answer.variables)
        rows = (tuple(shown(value) for value in solution) for solution in answer)
    taken = tuple(islice(rows, limit + 1))
    return Table(columns, taken[:limit], len(taken) > limit)


def shown(term: object) -> str:
    """A term as a person reads it: the text of a literal, an IRI without brackets, nothing for what is not set."""
    return str(getattr(term, "value", term)) if term is not None else ""


class _Limited(BytesIO):
    """Takes so many bytes and no more."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self.limit = limit

    def write(self, data: object) -> int:
        """Adds bytes; an OSError tells that there are too many."""
        assert isinstance(data, bytes)
        if self.tell() + len(data) > self.limit:
            raise OSError(f"more than {self.limit} bytes; ask for less, for example with LIMIT")
        return super().write(data)


def _serialized(answer: Answer, form: ox.QueryResultsFormat, triples: ox.RdfFormat, limit: int) -> Reply:
    stream = _Limited(limit)
    if isinstance(answer, ox.QueryTriples):
        answer.serialize(stream, format=triples)
        return Reply(stream.getvalue(), triples.media_type)
    if isinstance(answer, ox.QueryBoolean) and form not in _TRUTH:
        return Reply(b"true\n" if answer else b"false\n", form.media_type)
    answer.serialize(stream, format=form)
    return Reply(stream.getvalue(), form.media_type)
