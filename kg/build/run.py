"""The build: inputs and an output folder in, its files and an account of what happened out.

One guard stands around each document: what cannot be read is one line in the account, and the rest goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg.build.outputs import beside, extractions, records, write
from kg.build.plan import Plan, plan, sha256
from kg.build.state import Input, State, load
from kg.build.workers import Extractor, Loader, Outcome, outcomes
from kg.errors import InputError, OutputError, did_you_mean
from kg.lexicon.names import KnowledgeBase
from kg.model import Document, Graph
from kg.model.record import dumps
from kg.rdf import Rejected
from kg.read import ReadOptions, Source, expand, read
from kg.resolve import resolve
from kg.resolve.ledger import LEDGER
from kg.resolve.ledger import read as read_ledger
from kg.store.load import forget

Watch = Callable[[Sequence[Source]], Iterable[Source]]


@dataclass(frozen=True, slots=True)
class Settings:
    """How to build. `loader` gives the extractor, in each of `jobs` processes; `stamp` changes when it would differ.

    `watch` sees the sources go by, for a progress bar.
    """

    loader: Loader
    knowledge: KnowledgeBase
    stamp: str
    jobs: int = 1
    options: ReadOptions = field(default_factory=ReadOptions)
    watch: Watch = iter


@dataclass(frozen=True, slots=True)
class Built:
    """What a build found, and what it could not read or write."""

    graph: Graph
    plan: Plan
    inputs: tuple[Input, ...]
    rejected: tuple[Rejected, ...]

    @property
    def failures(self) -> tuple[str, ...]:
        """One line for each document or source that could not be read."""
        return tuple(failure for entry in self.inputs for failure in entry.failures)


def build(inputs: Sequence[str], folder: Path, settings: Settings) -> Built:
    """Builds the inputs into the folder; what it holds already and has not changed is not read again."""
    before = load(folder)
    return _rebuild(folder, plan(inputs, expand, before, settings.stamp), before, settings)


def remove(names: Sequence[str], folder: Path, settings: Settings) -> Built:
    """Takes sources, or all under a folder, out of an output folder with everything that only they said."""
    before = load(folder)
    gone = {source for name in names for source in _named(name, before, folder)}
    keep = tuple(entry for source, entry in before.inputs.items() if source not in gone)
    return _rebuild(folder, Plan(keep=keep, dropped=tuple(sorted(gone))), before, settings)


def guarded(document: Document, extractor: Extractor) -> Outcome:
    """The record of a document, or one line on why there is none."""
    try:
        return Outcome(dumps(extractor(document)))
    except Exception as error:  # noqa: BLE001 - whatever one document does, the others must get through
        what = " ".join(f"{type(error).__name__}: {error}".split())
        return Outcome(failure=f"{document.source}: {document.id} was not read: {what}")


def _named(name: str, before: State, folder: Path) -> list[str]:
    found = [source for source in before.inputs if source == name or source.startswith(name.rstrip("/") + "/")]
    if not found:
        raise OutputError(f"{folder}: holds nothing from '{name}'{did_you_mean(name, before.inputs)}")
    return found


def _rebuild(folder: Path, todo: Plan, before: State, settings: Settings) -> Built:
    judgements = read_ledger(folder / LEDGER)
    with beside(folder) as new:
        inputs = _write_records(records(new), folder, todo, before, settings)
        graph = resolve(extractions(records(new)), settings.knowledge, judgements)
        written, rejected = write(new, graph, inputs, settings.stamp)
    forget(folder)
    return Built(written, todo, inputs, rejected)


def _write_records(path: Path, folder: Path, todo: Plan, before: State, settings: Settings) -> tuple[Input, ...]:
    """Old and new records in the order of their sources, so that it does not matter which was read when."""
    kept, fresh = _kept(records(folder), todo, before), _read(todo.read, settings)
    inputs = []
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        for entry, lines in _merged(kept, fresh):
            stream.writelines(f"{line}\n" for line in lines)
            inputs.append(entry)
    return tuple(inputs)


Entries = Iterator[tuple[Input, list[str]]]


def _merged(kept: Entries, fresh: Entries) -> Entries:
    left, right = next(kept, None), next(fresh, None)
    while left or right:
        if right is None or (left and left[0].source < right[0].source):
            assert left
            yield left
            left = next(kept, None)
        else:
            yield right
            right = next(fresh, None)


def _kept(path: Path, todo: Plan, before: State) -> Entries:
    keep = {entry.source for entry in todo.keep}
    if not before.inputs:
        return
    with path.open(encoding="utf-8") as stream:
        for source, entry in before.inputs.items():
            lines = [next(stream, "").rstrip("\n") for _ in range(entry.documents)]
            if source in keep:
                yield entry, lines


def _read(sources: Sequence[Source], settings: Settings) -> Entries:
    """Each source with its records; documents of several sources are under way at the same time."""
    order: list[tuple[Source, str]] = []
    marks = _documents(sources, settings, order)
    found: list[Outcome] = []
    for outcome in outcomes(marks, settings.loader, guarded, settings.jobs):
        if outcome == END:
            source, digest = order.pop(0)
            yield _entry(source, digest, found), [item.record for item in found if item.record]
            found = []
        else:
            found.append(outcome)


END = Outcome()  # neither a record nor a failure: a source is through


def _documents(sources: Sequence[Source], settings: Settings,
               order: list[tuple[Source, str]]) -> Iterator[Document | Outcome]:
    for source in settings.watch(sources):
        order.append((source, sha256(source)))
        for item in read(source, settings.options):
            yield Outcome(failure=str(item)) if isinstance(item, InputError) else item
        yield END


def _entry(source: Source, digest: str, found: Sequence[Outcome]) -> Input:
    failures = tuple(item.failure for item in found if item.failure)
    return Input(source.name, digest, sum(bool(item.record) for item in found), failures)
