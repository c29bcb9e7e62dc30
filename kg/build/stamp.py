"""What decides what is read out of a text: program, knowledge, model and options in, one stamp out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from kg import __version__
from kg.ids import digest, sha256
from kg.resources import ontology, package_file

_BIG = 1 << 20  # the model's weights are read in pieces of this size


def stamp(*options: str, files: Iterable[Path] = ()) -> str:
    """A digest that changes with anything that could change a record; `files` are additions of the user's."""
    return digest(__version__, _program(), *options, *(sha256(path.read_bytes()) for path in sorted(files)))


@cache
def _program() -> str:
    """A digest of all files of the package and of its knowledge, by name and content."""
    total = hashlib.sha256()
    for root in (package_file(), ontology()):
        for path in sorted(root.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                total.update(path.relative_to(root).as_posix().encode())
                _add(total, path)
    return total.hexdigest()


def _add(total: hashlib._Hash, path: Path) -> None:
    with path.open("rb") as stream:
        while chunk := stream.read(_BIG):
            total.update(chunk)
