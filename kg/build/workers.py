"""Documents in, outcomes in the same order out, whatever the number of processes that work on them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context

from kg.model import Document, Extraction

AHEAD = 4  # documents waiting per worker: enough that none idles while a long one is read

Extractor = Callable[[Document], Extraction]
Loader = Callable[[], Extractor]  # called once in each process, so it must be picklable
Work = Callable[[Document, Extractor], "Outcome"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A record as a line of JSON, or what went wrong in one line."""

    record: str = ""
    failure: str = ""


def outcomes(documents: Iterable[Document | Outcome], loader: Loader, work: Work, jobs: int) -> Iterator[Outcome]:
    """The outcome of each document; what has one already is passed through in its place."""
    if jobs > 1:
        yield from _parallel(documents, loader, work, jobs)
        return
    extractor: Extractor | None = None
    for item in documents:
        if isinstance(item, Outcome):
            yield item
        else:
            extractor = extractor or loader()
            yield work(item, extractor)


def _parallel(documents: Iterable[Document | Outcome], loader: Loader, work: Work, jobs: int) -> Iterator[Outcome]:
    """Never more than a few documents ahead, so that memory does not grow with the corpus."""
    workers = _Workers(loader, work, jobs)
    try:
        for item in documents:
            workers.submit(item)
            while len(workers.waiting) > jobs * AHEAD:
                yield workers.first()
        while workers.waiting:
            yield workers.first()
    finally:
        workers.pool.shutdown(cancel_futures=True)


class _Workers:
    """Processes that read, replaced when one of them dies."""

    def __init__(self, loader: Loader, work: Work, jobs: int) -> None:
        self.loader, self.work, self.jobs = loader, work, jobs
        self.waiting: deque[tuple[Document | Outcome, Future[Outcome]]] = deque()
        self.pool = self._pool(jobs)

    def submit(self, item: Document | Outcome) -> None:
        """Puts a document at the end of the queue."""
        self.waiting.append((item, self._future(item)))

    def first(self) -> Outcome:
        """The outcome of the first document in the queue."""
        item, future = self.waiting.popleft()
        try:
            return future.result()
        except BrokenProcessPool:  # some document killed its process, by memory most likely, and all others with it
            self.pool.shutdown()
            outcome = self._alone(item)
            self.pool = self._pool(self.jobs)
            self.waiting = deque((item, self._future(item)) for item, _ in self.waiting)
            return outcome

    def _alone(self, item: Document | Outcome) -> Outcome:
        """Reads a document in a process of its own, to see whether it is the one that kills."""
        if isinstance(item, Outcome):
            return item
        with self._pool(1) as pool:
            try:
                return pool.submit(_work, self.work, item).result()
            except BrokenProcessPool:
                return Outcome(failure=f"{item.source}: {item.id} was not read: its process died (out of memory?)")

    def _future(self, item: Document | Outcome) -> Future[Outcome]:
        if isinstance(item, Outcome):
            future: Future[Outcome] = Future()
            future.set_result(item)
            return future
        try:
            return self.pool.submit(_work, self.work, item)
        except BrokenProcessPool as error:
            future = Future()
            future.set_exception(error)
            return future

    def _pool(self, jobs: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(jobs, get_context("spawn"), _start, (self.loader,))


_loaders: list[Loader] = []  # of this process; the extractor is loaded with the first document, so that errors come out
_extractors: list[Extractor] = []


def _start(loader: Loader) -> None:
    _loaders.append(loader)


def _work(work: Work, document: Document) -> Outcome:
    if not _extractors:
        _extractors.append(_loaders[0]())
    return work(document, _extractors[0])
