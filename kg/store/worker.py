"""Questions asked in processes of their own, so that one that takes too long can be ended and its memory freed.

In: requests. Out: tables or replies. A process opens the store when it starts, and a new one takes the place of a dead.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from queue import Empty, SimpleQueue

from kg.errors import InputError, KgError, QueryError
from kg.store.ask import BYTES, SECONDS, Graphs, Reply, Table, serialized, table
from kg.store.load import open_store

_PATIENCE = 4  # times the limit until a process gives up by itself; it is ended long before
_LOADING = 600.0  # seconds: ten million triples from disk
_SPAWN = get_context("spawn")  # the same on every system, and safe beside threads


class BusyError(QueryError):
    """All processes are at work on other questions."""


class SlowError(QueryError):
    """A question took longer than it may."""


@dataclass(frozen=True, slots=True)
class Request:
    """A question. The answer is a table of at most `rows` rows, or without `rows` a reply in `form` or `triples`."""

    query: str
    rows: int = 0
    form: str = "json"
    triples: str = "ttl"
    graphs: Graphs = field(default_factory=Graphs)


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a question may take in seconds, how many bytes a reply may have, how many are answered at once."""

    seconds: float = SECONDS
    size: int = BYTES
    workers: int = 2


class Pool:
    """Processes that answer questions about one graph."""

    def __init__(self, source: Path, place: Path | None = None, limits: Limits | None = None) -> None:
        """Starts the first process, with the store kept at `place` or in memory. Raises InputError."""
        self.limits = limits or Limits()
        self._arguments = (source, place, self.limits)
        self._free: SimpleQueue[_Worker | None] = SimpleQueue()
        self._free.put(_Worker(*self._arguments))
        for _ in range(self.limits.workers - 1):
            self._free.put(None)  # started when it is needed

    def ask(self, request: Request) -> Table | Reply:
        """The answer. Raises QueryError, BusyError or SlowError."""
        with self._worker() as worker:
            return worker.ask(request)

    def close(self) -> None:
        """Ends all processes that are idle."""
        with suppress(Empty):
            while True:
                if worker := self._free.get_nowait():
                    worker.end()

    @contextmanager
    def _worker(self) -> Iterator[_Worker]:
        try:
            worker = self._free.get(timeout=self.limits.seconds)
        except Empty:
            raise BusyError("too many questions at once; try again later") from None
        try:
            worker = worker if worker and worker.alive() else _Worker(*self._arguments)
            yield worker
        finally:
            self._free.put(worker if worker and worker.alive() else None)


class _Worker:
    """One process, and our end of the line to it."""

    def __init__(self, source: Path, place: Path | None, limits: Limits) -> None:
        self.limits = limits
        self.line, theirs = _SPAWN.Pipe()
        self.process: SpawnProcess = _SPAWN.Process(target=_work, args=(theirs, source, place, limits), daemon=True)
        self.process.start()
        theirs.close()
        self._answer(_LOADING)

    def alive(self) -> bool:
        return self.process.is_alive()

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.line.close()

    def ask(self, request: Request) -> Table | Reply:
        self.line.send(request)
        answer = self._answer(self.limits.seconds)
        assert isinstance(answer, Table | Reply)
        return answer

    def _answer(self, seconds: float) -> Table | Reply | None:
        try:
            answer = self.line.recv() if self.line.poll(seconds) else SlowError(
                f"no answer within {seconds:g} seconds; ask for less")
        except (EOFError, OSError):
            answer = QueryError("the question was too much: its process ended; ask for less")
        if isinstance(answer, SlowError) or not self.alive():
            self.end()
        if isinstance(answer, KgError):
            raise answer
        assert answer is None or isinstance(answer, Table | Reply)
        return answer


def _work(line: Connection, source: Path, place: Path | None, limits: Limits) -> None:
    """What the process does: load the store, say so, then answer until it is ended."""
    try:
        store = open_store(source, place)
    except KgError as error:
        line.send(InputError(str(error)))
        return
    line.send(None)
    seconds = limits.seconds * _PATIENCE
    with suppress(EOFError, KeyboardInterrupt):
        while True:
            asked = line.recv()
            try:
                answer = (table(store, asked.query, asked.rows, seconds) if asked.rows else
                          serialized(store, asked.query, asked.form, asked.triples, seconds, limits.size, asked.graphs))
                line.send(answer)
            except QueryError as error:
                line.send(error)
