"""What all commands share: the error guard, options for input and output, progress on a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import IO, Any, TypeVar

import click
from rich.console import Console
from rich.progress import track

from kg.errors import KgError, OutputError

Decorated = TypeVar("Decorated", bound=Callable[..., Any])
Item = TypeVar("Item")

INTERRUPTED = 130  # what a shell reports for a program ended by Ctrl-C
DEBUG, _DEBUG = "--debug", "kg.debug"


class OneLine(click.ClickException):
    """An error of ours on its way to the user: `kg: …` on standard error, exit code 1."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Prints the line; an error that gathers several mistakes has several."""
        for line in self.message.splitlines():
            complain(line)


def complain(message: str) -> None:
    """One line on standard error, with line ends and control characters made visible."""
    flat = "".join(c if c.isprintable() else " " for c in str(message))
    click.echo(f"kg: {' '.join(flat.split())}", err=True)


@contextmanager
def guard(ctx: click.Context) -> Iterator[None]:
    """Turns what went wrong outside the program into one line; with `--debug` it stays a traceback. Ctrl-C is quiet."""
    try:
        yield
    except BrokenPipeError:  # the reader of our output has seen enough; click ends quietly
        raise
    except OSError as error:
        if ctx.meta.get(_DEBUG):
            raise
        raise OneLine(f"{error.filename or 'system'}: {error.strerror or error}") from error
    except KgError as error:
        if ctx.meta.get(_DEBUG):
            raise
        raise OneLine(str(error)) from error
    except KeyboardInterrupt:
        ctx.exit(INTERRUPTED)


def own_fault(kind: type[BaseException], error: BaseException, _: TracebackType | None) -> None:
    """Says in one line what nobody foresaw; the traceback is for `--debug`."""
    complain(f"a fault of the program, not of your data ({kind.__name__}: {error}); {DEBUG} shows where")


def debug_option() -> click.Option:
    """`--debug`, understood before and after the name of a command."""
    return click.Option([DEBUG], is_flag=True, expose_value=False, callback=_remember_debug,
                        help="Show tracebacks instead of one-line errors.")


def _remember_debug(ctx: click.Context, parameter: click.Parameter, value: bool) -> None:
    if value:
        ctx.meta[_DEBUG] = True


def inputs_argument(function: Decorated) -> Decorated:
    """`INPUT…`: files, folders, globs or `-`."""
    return click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)(function)


def output_option(function: Decorated) -> Decorated:
    """`-o FILE`: where to write; standard output without it."""
    kind = click.Path(path_type=Path, dir_okay=False, allow_dash=True)
    return click.option("-o", "--output", metavar="FILE", type=kind,
                        help="Write to FILE instead of standard output.")(function)


def model_option(function: Decorated) -> Decorated:
    """`--model`: the language pipeline to read with."""
    return click.option("--model", metavar="NAME",
                        help="The language pipeline: a name, or a spaCy package or folder.")(function)


def names_option(function: Decorated) -> Decorated:
    """`--names`: additions to the knowledge base."""
    kind = click.Path(path_type=Path, exists=True, dir_okay=False)
    return click.option("--names", metavar="FILE", multiple=True, type=kind,
                        help="Turtle with names of your own, added to the knowledge base; may be repeated.")(function)


def jobs_option(function: Decorated) -> Decorated:
    """`--jobs`: how many processes read."""
    return click.option("-j", "--jobs", metavar="N", type=click.IntRange(min=1), default=1, show_default=True,
                        help="Read with N processes; the result is the same.")(function)


@contextmanager
def writer(path: Path | None) -> Iterator[IO[str]]:
    """A text stream to `path` (written beside, then renamed), or to standard output for None and `-`."""
    if path is None or str(path) == "-":
        yield sys.stdout
        return
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        stream = beside.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror}") from error
    try:
        with stream:
            yield stream
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def progress(items: Iterable[Item], description: str, total: int | None = None) -> Iterator[Item]:
    """The same items, with a bar on standard error while it is a terminal and standard output is not."""
    console = Console(stderr=True)
    silent = not console.is_terminal or sys.stdout.isatty()
    yield from track(items, description, total=total, console=console, transient=True, disable=silent)
