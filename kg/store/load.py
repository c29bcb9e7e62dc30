"""An output folder, or files of RDF, in an embedded Oxigraph store.

In: paths. Out: a store whose default graph holds the whole graph and the ontology, and whose named graphs are those of
the documents. In memory, or in a folder that is filled once and used again while the files stay the same.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

import pyoxigraph as ox

from kg.errors import InputError, OutputError
from kg.ids import sha256
from kg.resources import ontology

_STAMP = "plotgraph.sha256"
_ONTOLOGY = ("plotgraph.ttl", "concepts.ttl")
_PARTS = ("graph.ttl", "graph.nq")


def open_store(source: Path, folder: Path | None = None) -> ox.Store:
    """The store of an output folder or an RDF file. Raises InputError, or OutputError for the store's `folder`."""
    files = _files(source)
    if folder is None:
        return _filled(ox.Store(), files)
    stamp = sha256("\n".join(sha256(path.read_bytes()) for path in files).encode())
    mark = folder / _STAMP
    if not mark.is_file() or mark.read_text("ascii") != stamp:
        _renew(folder, files)
        mark.write_text(stamp, "ascii")
    return ox.Store.read_only(str(folder))


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


def _renew(folder: Path, files: Sequence[Path]) -> None:
    """Fill the folder anew; one that holds anything but a store of ours is left alone."""
    if folder.is_dir() and any(folder.iterdir()) and not (folder / _STAMP).is_file():
        raise OutputError(f"{folder}: holds something else than a store; choose an empty or a new folder")
    try:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        (folder / _STAMP).write_text("", "ascii")
        _filled(ox.Store(str(folder)), files).flush()
    except OSError as error:
        raise OutputError(f"{folder}: the store cannot be written: {error}") from error


def _filled(store: ox.Store, files: Iterable[Path]) -> ox.Store:
    for path in files:
        form = ox.RdfFormat.from_extension(path.suffix.removeprefix("."))
        if form is None:
            raise InputError(f"{path}: no RDF that can be read; give a .ttl, .nt, .nq or .trig file")
        try:
            store.bulk_load(path=str(path), format=form)
        except SyntaxError as error:
            raise InputError(f"{path}: not {form.name}: {error.msg}") from error
        except OSError as error:
            raise InputError(f"{path}: cannot be read: {error}") from error
    return store
