"""Paths, folders, globs and `-` in; sources out, sorted, each file once."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kg.errors import did_you_mean
from kg.read.formats import convertible, readable
from kg.read.source import STDIN, Source


def expand(inputs: Sequence[str]) -> Iterator[Source]:
    """Every input that is to be read, in the order of its name whatever the order given.

    In folders, files of unknown kinds and hidden ones are passed over; what looks like an article in a format that is
    not read (PDF, Word) is named as a problem. A path that does not exist becomes a source with its problem.
    """
    seen: set[str] = set()
    found = {source for given in inputs for source in _expand_one(given)}
    for source in sorted(found, key=lambda source: (source.name, source.problem)):
        real = os.path.realpath(source.path) if source.path else source.name
        if real not in seen:
            seen.add(real)
            yield source


def _expand_one(given: str) -> Iterator[Source]:
    if given == STDIN:
        yield Source(STDIN)
    elif "://" in given:
        yield Source(given, problem="a web address; nothing is fetched: save the page and give the file")
    elif Path(given).is_dir():
        yield from _folder(given)
    elif os.path.lexists(given):
        yield Source(Path(given).as_posix(), Path(given))
    elif glob.has_magic(given):
        yield from _glob(given)
    else:
        yield Source(given, problem=_missing(Path(given)))


def _glob(pattern: str) -> Iterator[Source]:
    matches = glob.glob(pattern, recursive=True)  # noqa: PTH207 - Path.glob takes no absolute patterns
    if not matches:
        yield Source(pattern, problem="no file matches")
    for match in matches:
        if not Path(match).is_dir():
            yield Source(Path(match).as_posix(), Path(match))
        elif "**" not in pattern:
            yield from _folder(match)


def _folder(folder: str) -> Iterator[Source]:
    errors: list[OSError] = []
    count = 0
    for root, folders, files in os.walk(folder, onerror=errors.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for source in _files(Path(root), files):
            count += 1
            yield source
    for error in errors:
        yield Source(Path(error.filename or folder).as_posix(), problem=f"cannot open the folder: {error.strerror}")
    if not count and not errors:
        yield Source(folder, problem="no readable file in this folder (.txt .md .html .jsonl .csv, also .gz)")


def _files(folder: Path, names: Iterable[str]) -> Iterator[Source]:
    for name in names:
        path = folder / name
        if not name.startswith(".") and (readable(name) or convertible(name)) and path.is_file():
            yield Source(path.as_posix(), path)


def _missing(path: Path) -> str:
    """Why a path does not exist, with a guess at the one that was meant."""
    folder = path.parent
    while not folder.is_dir() and folder != folder.parent:
        path, folder = folder, folder.parent
    try:
        neighbors = [neighbor.name for neighbor in folder.iterdir()]
    except OSError:
        neighbors = []
    return f"no such file or folder{did_you_mean(path.name, neighbors)}"
