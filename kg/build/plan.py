"""What a build has to do: the sources given and the state of the output in, what to read, keep and drop out."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from kg.build.state import Input, State
from kg.read import Source

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Plan:
    """`read` what is new, has changed, or failed before; `keep` the records of the rest; `dropped` are gone.

    `stale` are kept although an older program or older knowledge read them: their files are no longer there.
    """

    read: tuple[Source, ...] = ()
    keep: tuple[Input, ...] = ()
    dropped: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()


def plan(inputs: Sequence[str], expand: Callable[[Sequence[str]], Iterable[Source]], before: State,
         stamp: str) -> Plan:
    """The plan. Sources built earlier from elsewhere stay; those that were under `inputs` and are gone are dropped.

    What failed is tried again, and forgotten if it is not there any more.
    """
    given = {source.name: source for source in expand(inputs)}
    elsewhere = [name for name in before.inputs if name not in given]
    doubtful = elsewhere if stamp != before.stamp else [name for name in elsewhere if before.inputs[name].failures]
    again = {source.name: source for source in expand(doubtful) if source.path and not source.problem}
    dropped = tuple(name for name in elsewhere if any(_covers(path, name) for path in inputs)
                    or (name not in again and before.inputs[name].failures and not before.inputs[name].documents))
    wanted = {name: source for name, source in {**again, **given}.items() if name not in dropped}
    read = [source for source in wanted.values() if stamp != before.stamp or _is_new(source, before)]
    leave = {source.name for source in read}.union(dropped)
    keep = tuple(entry for name, entry in before.inputs.items() if name not in leave)
    stale = tuple(entry.source for entry in keep if stamp != before.stamp)
    return Plan(tuple(sorted(read, key=lambda source: source.name)), keep, dropped, stale)


def sha256(source: Source) -> str:
    """The SHA-256 of a file's bytes; empty for standard input and for what cannot be read."""
    if source.path is None or source.problem:
        return ""
    total = hashlib.sha256()
    try:
        with source.path.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                total.update(chunk)
    except OSError:
        return ""  # the reader will say what is wrong
    return total.hexdigest()


def _is_new(source: Source, before: State) -> bool:
    known = before.inputs.get(source.name)
    return known is None or bool(known.failures) or not known.sha256 or known.sha256 != sha256(source)


def _covers(given: str, name: str) -> bool:
    """Whether a source of that name would be found under a path given now, had it still been there."""
    path = PurePath(name)
    if name == given:
        return True
    return PurePath(given) in path.parents if Path(given).is_dir() else path.match(given)
