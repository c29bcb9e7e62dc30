"""The options that say how inputs are read, as one ReadOptions for the commands that read articles."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from kg.errors import did_you_mean
from kg.read import FIELDS, MAX_CHARACTERS, READERS, ReadOptions


def reading_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--format`, `--column` and `--max-characters`; the command gets them as `reading`."""
    @wraps(function)
    def with_reading(*args: Any, format_: str | None, columns: tuple[tuple[str, str], ...], max_characters: int,
                     **kwargs: Any) -> Any:
        return function(*args, reading=ReadOptions(format_, dict(columns), max_characters), **kwargs)
    for option in (_FORMAT, _COLUMN, _MAX_CHARACTERS):
        with_reading = option(with_reading)
    return with_reading


def _ending(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """`jsonl` and `.jsonl` alike."""
    ending = f".{value.removeprefix('.').casefold()}" if value else None
    if ending and ending not in READERS:
        raise click.BadParameter(f"no reader for '{value}'{did_you_mean(ending, READERS)}: {' '.join(READERS)}")
    return ending


def _pairs(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> list[tuple[str, str]]:
    return [_pair(value) for value in values]


def _pair(value: str) -> tuple[str, str]:
    field, found, name = value.partition("=")
    if not found or not name:
        raise click.BadParameter(f"'{value}' is not FIELD=NAME, as in text=body")
    if field not in FIELDS:
        raise click.BadParameter(f"no field '{field}'{did_you_mean(field, FIELDS)}: {', '.join(FIELDS)}")
    return field, name


_FORMAT = click.option("--format", "format_", metavar="ENDING", callback=_ending,
                       help="Read every input as this format, whatever it is called: txt, md, html, jsonl, csv.")
_COLUMN = click.option("--column", "columns", metavar="FIELD=NAME", multiple=True, callback=_pairs,
                       help="Which column or key of a table holds what, as in text=body; may be repeated.")
_MAX_CHARACTERS = click.option("--max-characters", metavar="N", type=click.IntRange(min=1), default=MAX_CHARACTERS,
                               show_default=True, help="The longest text that is read as one article.")
