"""Files written beside their place and then renamed, and texts made safe for formats that cannot hold them all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import IO

from kg.errors import OutputError
from kg.rdf import write

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # how a cell starts that a spreadsheet would run


@contextmanager
def opened(target: Path) -> Iterator[IO[str]]:
    """A text stream whose content replaces the target when all went well. Raises OutputError."""
    with write.opened(target) as raw, TextIOWrapper(raw, encoding="utf-8", errors="replace", newline="") as stream:
        yield stream


def lines(target: Path, rows: Iterable[str]) -> None:
    """Writes lines, adding their ends."""
    with opened(target) as stream:
        stream.writelines(f"{row}\n" for row in rows)


def folder(target: Path) -> None:
    """Makes a folder if it is not there. Raises OutputError."""
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{target}: cannot be made: {error.strerror}") from error


def xml(text: str) -> str:
    """A text without the characters that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)


def cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
