"""The options that say where the store of a graph is kept, as one place for the commands that ask it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from kg.cli.common import complain
from kg.errors import OutputError
from kg.store.load import kept

Place = Callable[[Path], Path | None]


def store_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--store` and `--in-memory`; the command gets them as `place`, which finds the store of a graph."""
    @wraps(function)
    def with_place(*args: Any, store: Path | None, in_memory: bool, **kwargs: Any) -> Any:
        if store and in_memory:
            raise click.UsageError("--store keeps what --in-memory does not; give one of them")
        return function(*args, place=lambda source: None if in_memory else _place(source, store), **kwargs)
    for option in (_IN_MEMORY, _STORE):
        with_place = option(with_place)
    return with_place


def _place(source: Path, store: Path | None) -> Path | None:
    """Where the store lies; None for memory, with a note if a store was meant to be kept."""
    try:
        return kept(source, store)
    except OutputError as error:
        if store:
            raise
        complain(f"{error}; the graph is loaded into memory")
        return None


_STORE = click.option("--store", metavar="FOLDER", type=click.Path(path_type=Path, file_okay=False),
                      help="Keep the loaded graph in FOLDER; one that is large is else kept beside it, in .store/.")
_IN_MEMORY = click.option("--in-memory", is_flag=True, help="Load the graph anew and keep nothing.")
