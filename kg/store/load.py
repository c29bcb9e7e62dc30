"""An output folder, or files of RDF, in an embedded Oxigraph store.

In: paths. Out: a store whose default graph holds the whole graph and the ontology, and whose named graphs are those of
the documents. In memory, or in a folder beside the graph that is filled once for each state of the files.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import pyoxigraph as ox

from kg.errors import InputError, OutputError
from kg.ids import sha256
from kg.resources import ontology

SMALL = 8_000_000  # bytes of RDF: in memory within a third of a second, on disk only after one and a half
_ONTOLOGY = ("plotgraph.ttl", "concepts.ttl")
_NAMED = "graph.nq"
_PARTS = ("graph.ttl", _NAMED)
_LAYOUT = "2"  # of what is kept; another one is filled anew
_STATE = re.compile(r"[0-9a-f]{64}")
_NEW = ".new-"
_TROUBLE = (OSError, RuntimeError)  # what Oxigraph raises for what it cannot read or write
_LEFT_BEHIND = 3600.0  # seconds; no store takes as long to fill, so whoever began it is gone


@dataclass(frozen=True, slots=True)
class Opened:
    """A graph that can be asked: `default` answers what names no graphs, `whole()` anything and may take its time.

    They are one store where both lie on disk. In memory a thing of which a thousand documents tell is found by walking
    over all that they say of it, which takes half as long without their named graphs.
    """

    default: ox.Store
    whole: Callable[[], ox.Store]


def home(source: Path) -> Path:
    """The folder beside a graph in which its store is kept."""
    return source / ".store" if source.is_dir() else source.with_name(f".{source.name}.store")


def kept(source: Path, folder: Path | None = None) -> Path | None:
    """Where the store of an output folder or an RDF file lies, filled if need be; None where memory does as well.

    Each state of the files has a store of its own, below `folder` or beside the graph if it is large; the stores of
    older states are deleted. Raises InputError, or OutputError where the store cannot be written.
    """
    files = _files(source)
    if folder is None and sum(path.stat().st_size for path in files) < SMALL:
        forget(source)
        return None
    top = folder or home(source)
    place = top / _state(files)
    if not place.is_dir():
        _fill(top, place, files)
    _clear(top, place)
    return place


def open_store(source: Path, place: Path | None = None) -> Opened:
    """The graph to be read only: from the store that is kept at a place, or loaded into memory. Raises InputError."""
    if place is None:
        return _in_memory(_files(source))
    try:
        store = ox.Store.read_only(str(place))
    except _TROUBLE as error:
        raise InputError(f"{place}: cannot be opened: {error}; delete {place.parent} and start again") from error
    return Opened(store, lambda: store)


def _in_memory(files: Sequence[Path]) -> Opened:
    """Beside Turtle, which says everything, N-Quads are left out until a query asks for named graphs."""
    unnamed = [path for path in files if path.name != _NAMED]
    if len(unnamed) in (len(files), len(_ONTOLOGY)):
        store = _loaded(files)
        return Opened(store, lambda: store)
    return Opened(_loaded(unnamed), cache(partial(_loaded, files)))


def _loaded(files: Sequence[Path]) -> ox.Store:
    try:
        return _filled(ox.Store(), files)
    except _TROUBLE as error:
        raise InputError(f"{files[-1]}: cannot be opened: {error}") from error


def forget(source: Path) -> None:
    """Deletes the store beside a graph, so that nothing is left on disk of what is in the graph no more."""
    shutil.rmtree(home(source), ignore_errors=True)


def _files(source: Path) -> list[Path]:
    """Our own vocabulary, then the files asked for."""
    if source.is_dir():
        found = [source / name for name in _PARTS if (source / name).is_file()]
        if not found:
            raise InputError(f"{source}: no {' or '.join(_PARTS)} in it; `kg build INPUT... -o {source}` makes them")
    elif source.is_file():
        found = [source]
    else:
        raise InputError(f"{source}: no such file or folder; `kg build INPUT... -o {source}` makes one")
    return [*(ontology() / name for name in _ONTOLOGY), *found]


def _state(files: Sequence[Path]) -> str:
    """One name for what all the files say, and for the programs that read them."""
    return sha256("\n".join([ox.__version__, _LAYOUT, *(f"{path.suffix} {_sha256(path)}" for path in files)]).encode())


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error


def _fill(top: Path, place: Path, files: Sequence[Path]) -> None:
    """Fill a store beside its place, then move it there; a folder that holds anything else is left alone."""
    names = [entry.name for entry in top.iterdir()] if top.is_dir() else []
    if not all(_STATE.fullmatch(name) or name.startswith(_NEW) for name in names):
        raise OutputError(f"{top}: holds something else than a store; choose an empty or a new folder")
    new = top / f"{_NEW}{os.getpid()}"
    try:
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir(parents=True)
        _filled(ox.Store(str(new)), files).flush()
        _move(new, place)
    except _TROUBLE as error:
        raise OutputError(f"{top}: the store cannot be written: {getattr(error, 'strerror', '') or error}") from error
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _move(new: Path, place: Path) -> None:
    """Move a store to its place, unless another process was first."""
    try:
        new.rename(place)
    except OSError:
        if not place.is_dir():
            raise


def _clear(top: Path, place: Path) -> None:
    """Delete the stores of older states, and what processes left behind that were ended."""
    old = time.time() - _LEFT_BEHIND
    for entry in top.iterdir():
        with suppress(OSError):  # another process may be at the same
            if entry != place and (_STATE.fullmatch(entry.name) or entry.stat().st_mtime < old):
                shutil.rmtree(entry, ignore_errors=True)


def _filled(store: ox.Store, files: Sequence[Path]) -> ox.Store:
    """The store, filled; quads that no file of triples stands beside are said outside of their named graphs too."""
    forms = {path: _form(path) for path in files}
    alone = all(forms[path].supports_datasets for path in files[len(_ONTOLOGY):])
    for path, form in forms.items():
        try:
            store.bulk_load(path=str(path), format=form)
            if alone and form.supports_datasets:
                store.bulk_extend(ox.Quad(*quad.triple) for quad in ox.parse(path=str(path), format=form))
        except SyntaxError as error:
            raise InputError(f"{path}: not {form.name}: {error.msg}") from error
    return store


def _form(path: Path) -> ox.RdfFormat:
    form = ox.RdfFormat.from_extension(path.suffix.removeprefix("."))
    if form is None:
        raise InputError(f"{path}: no RDF that can be read; give a .ttl, .nt, .nq or .trig file")
    return form
