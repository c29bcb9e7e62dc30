"""Documents in, outcomes in the same order out, whatever the number of processes that work on them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from kg.errors import KgError
from kg.model import Document, Extraction

AHEAD = 4  # documents waiting per worker: enough that none idles while a long one is read

Extractor = Callable[[Document], Extraction]
Loader = Callable[[], Extractor]  # called once in each process; must be picklable
Work = Callable[[Document, Extractor], "Outcome"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A record as a line of JSON, or what went wrong in one line."""

    record: str = ""
    failure: str = ""


_ready: dict[str, Extractor] = {}  # the extractor of this process, once loaded
_failed: list[KgError] = []  # or why it cannot be; raised with the first document, so that it reaches the main process


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
    waiting: deque[Future[Outcome]] = deque()
    with ProcessPoolExecutor(jobs, get_context("spawn"), _load, (loader,)) as pool:
        for item in documents:
            waiting.append(_done(item) if isinstance(item, Outcome) else pool.submit(_work, work, item))
            while len(waiting) > jobs * AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _load(loader: Loader) -> None:
    try:
        _ready["extractor"] = loader()
    except KgError as error:
        _failed.append(error)


def _work(work: Work, document: Document) -> Outcome:
    if _failed:
        raise _failed[0]
    return work(document, _ready["extractor"])


def _done(outcome: Outcome) -> Future[Outcome]:
    future: Future[Outcome] = Future()
    future.set_result(outcome)
    return future
