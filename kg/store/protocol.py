"""The SPARQL 1.1 protocol for queries: what comes over HTTP in, a request out; and which format is wanted."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qs

from kg.errors import QueryError
from kg.store.ask import Graphs
from kg.store.worker import Request

_ROWS = {"application/sparql-results+json": "json", "application/json": "json",
         "application/sparql-results+xml": "xml", "application/xml": "xml", "text/xml": "xml", "text/csv": "csv",
         "text/tab-separated-values": "tsv"}
_TRIPLES = {"text/turtle": "ttl", "application/n-triples": "nt", "text/plain": "nt", "application/rdf+xml": "xml",
            "application/ld+json": "jsonld"}
_FORM = "application/x-www-form-urlencoded"
_QUERY = "application/sparql-query"
_MAX_FIELDS = 100


def request(parameters: str, body: str | None, content_type: str, accept: str) -> Request:
    """The request of a GET (`body` is None) or POST. Raises QueryError with what is wrong."""
    fields = _fields(parameters)
    kind = content_type.partition(";")[0].strip().casefold()
    if body is not None and kind == _FORM:
        fields = _merged(fields, _fields(body))
    elif body is not None and kind == _QUERY:
        fields = _merged(fields, {"query": [body]})
    elif body is not None:
        raise QueryError(f"content type '{kind}' is not one of {_FORM}, {_QUERY}; updates are not allowed")
    if "update" in fields:
        raise QueryError("updates are not allowed: this graph is only read")
    if len(fields.get("query", [])) != 1:
        raise QueryError("give exactly one query")
    graphs = Graphs(tuple(fields.get("default-graph-uri", ())), tuple(fields.get("named-graph-uri", ())))
    return Request(fields["query"][0], form=wanted(accept, _ROWS, "json"), triples=wanted(accept, _TRIPLES, "ttl"),
                   graphs=graphs)


def wanted(accept: str, formats: Mapping[str, str], default: str) -> str:
    """The format that an Accept header likes best among those given; the default if it names none."""
    liked = sorted((_liked(part) for part in accept.split(",")), key=lambda pair: -pair[0])
    return next((formats[name] for quality, name in liked if quality > 0 and name in formats), default)


def _liked(part: str) -> tuple[float, str]:
    name, *parameters = (piece.strip().casefold() for piece in part.split(";"))
    quality = next((value[2:] for value in parameters if value.startswith("q=")), "1")
    try:
        return float(quality), name
    except ValueError:
        return 0.0, name


def _fields(text: str) -> dict[str, list[str]]:
    try:
        return parse_qs(text, keep_blank_values=True, errors="strict", max_num_fields=_MAX_FIELDS)
    except ValueError as error:
        raise QueryError(f"the parameters cannot be read: {error}") from error


def _merged(left: Mapping[str, list[str]], right: Mapping[str, list[str]]) -> dict[str, list[str]]:
    return {name: [*left.get(name, ()), *right.get(name, ())] for name in (*left, *right)}
