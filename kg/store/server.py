"""The graph over HTTP, on this machine only: the SPARQL protocol at `/sparql` and a page for people at `/`.

In: HTTP requests. Out: answers. Nothing is changed; a request that comes for another host or from another site is
turned away, so that no page in a browser can ask behind its user's back.
"""

from __future__ import annotations

from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, unquote, urlsplit

import pyoxigraph as ox

from kg import __version__
from kg.errors import OutputError, QueryError
from kg.store import page
from kg.store.ask import Reply, Table
from kg.store.named import bound, find, named_queries
from kg.store.protocol import request
from kg.store.worker import BusyError, Pool, Request, SlowError

LOOPBACK = "127.0.0.1"
ROWS = 500  # on a page
_HOSTS = frozenset({LOOPBACK, "localhost"})
_MAX_BODY = 1 << 20  # bytes: a query is never as long
_IDLE = 30  # seconds until a silent connection is closed
_HTML = "text/html; charset=utf-8"
_SAFE = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cache-Control": "no-store",
         "Content-Security-Policy": "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; "
                                    "frame-ancestors 'none'"}
_FROM = "SELECT ?property ?object WHERE {{ {thing} ?property ?object }} ORDER BY ?property ?object"
_TO = "SELECT ?subject ?property WHERE {{ ?subject ?property {thing} }} ORDER BY ?property ?subject"


def server(pool: Pool, port: int) -> ThreadingHTTPServer:
    """A server, bound to this machine and not yet serving. Raises OutputError if the port is taken."""
    try:
        return ThreadingHTTPServer((LOOPBACK, port), partial(_Handler, pool))
    except OSError as error:
        raise OutputError(f"port {port} cannot be used: {error.strerror}; choose another with --port") from error


class _Handler(BaseHTTPRequestHandler):
    """One connection."""

    server_version = f"plotgraph/{__version__}"
    sys_version = ""
    timeout = _IDLE

    def __init__(self, pool: Pool, *arguments: object) -> None:
        self.pool = pool
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """A query, a page, or the style of pages."""
        self._guarded(None)

    def do_POST(self) -> None:
        """A query in the body."""
        length = self.headers.get("Content-Length", "")
        if not length.isdigit() or int(length) > _MAX_BODY:
            self._error(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"send at most {_MAX_BODY} bytes, with their number")
            return
        self._guarded(self.rfile.read(int(length)).decode("utf-8", "replace"))

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: what is asked is nobody else's business."""

    def _guarded(self, body: str | None) -> None:
        """Answers, or says what is wrong with an HTTP status that fits."""
        try:
            if not self._from_here():
                self._error(HTTPStatus.FORBIDDEN, "only pages and programs of this machine may ask")
            elif body is not None and urlsplit(self.path).path != "/sparql":
                self._error(HTTPStatus.METHOD_NOT_ALLOWED, "POST goes to /sparql")
            else:
                self._answer(body)
        except BusyError as error:
            self._error(HTTPStatus.SERVICE_UNAVAILABLE, str(error))
        except SlowError as error:
            self._error(HTTPStatus.SERVICE_UNAVAILABLE, str(error))
        except QueryError as error:
            self._error(HTTPStatus.BAD_REQUEST, str(error))

    def _from_here(self) -> bool:
        host = urlsplit(f"//{self.headers.get('Host', '')}").hostname
        origin = self.headers.get("Origin")
        return host in _HOSTS and (origin is None or urlsplit(origin).hostname in _HOSTS)

    def _answer(self, body: str | None) -> None:
        parts = urlsplit(self.path)
        if parts.path == "/sparql":
            header = self.headers.get
            reply = self.pool.ask(request(parts.query, body, header("Content-Type", ""), header("Accept", "")))
            assert isinstance(reply, Reply)
            self._send(HTTPStatus.OK, reply.media_type, reply.data)
        elif parts.path == "/style.css":
            self._send(HTTPStatus.OK, "text/css; charset=utf-8", page.CSS.encode())
        else:
            self._page(unquote(parts.path), dict(parse_qsl(parts.query)))

    def _page(self, path: str, values: dict[str, str]) -> None:
        if path == "/":
            query = values.get("query", "")
            result = self._table(query) if query else ""
            self._html(page.front(named_queries().values(), query or page.EXAMPLE, result))
        elif path.startswith("/named/"):
            query_named = find(path.removeprefix("/named/"))
            self._html(page.named(query_named, values, self._table(bound(query_named, values))))
        elif path == "/thing":
            self._html(self._thing(values.get("iri", "")))
        else:
            self._error(HTTPStatus.NOT_FOUND, "nothing is here; / has the questions, /sparql answers programs")

    def _thing(self, iri: str) -> str:
        try:
            term = str(ox.NamedNode(iri))
        except ValueError as error:
            raise QueryError(f"not an IRI: {error}") from error
        asked = (("From here", _FROM), ("To here", _TO))
        return page.thing(iri, [(title, self._rows(query.format(thing=term))) for title, query in asked])

    def _rows(self, query: str) -> Table:
        table = self.pool.ask(Request(query, rows=ROWS))
        assert isinstance(table, Table)
        return table

    def _table(self, query: str) -> str:
        """The answer as a table, or what is wrong with the question."""
        try:
            return page.answer(self._rows(query))
        except QueryError as error:
            return page.trouble(str(error))

    def _html(self, text: str) -> None:
        self._send(HTTPStatus.OK, _HTML, text.encode("utf-8", "replace"))

    def _error(self, status: HTTPStatus, message: str) -> None:
        self._send(status, "text/plain; charset=utf-8", f"{message}\n".encode("utf-8", "replace"))

    def _send(self, status: HTTPStatus, media_type: str, data: bytes) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": media_type, "Content-Length": str(len(data)), **_SAFE}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)
