"""A pipeline's name and a user's names in, what turns documents into extractions out; shared by commands that read."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from kg.build.workers import Extractor, Loader
from kg.extract import Reader, extract


def loader(model: str | None = None, names: Sequence[Path] = ()) -> Loader:
    """Loads an extractor when it is called, in whatever process that happens."""
    return partial(_load, model, tuple(names))


def _load(model: str | None, names: tuple[Path, ...]) -> Extractor:
    return partial(extract, reader=Reader.load(model=model, names=names))
