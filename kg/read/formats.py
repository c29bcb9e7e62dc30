"""Which reader reads what: by the ending of a name, by a format that was asked for, or by the first characters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import PurePath

from kg.errors import InputError, did_you_mean
from kg.model import Document
from kg.read import markdown, page, plain, table
from kg.read.charset import decode
from kg.read.content import head_and_rest
from kg.read.source import ReadOptions, Source

Reader = Callable[[Source, Iterator[bytes], ReadOptions], Iterator[Document | InputError]]

READERS: dict[str, Reader] = {
    ".txt": plain.read, ".md": markdown.read, ".markdown": markdown.read, ".html": page.read, ".htm": page.read,
    ".xhtml": page.read, ".jsonl": table.read_jsonl, ".ndjson": table.read_jsonl, ".csv": table.read_csv,
    ".tsv": table.read_csv,
}
PACKED = ".gz"
CONVERTIBLE = {".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub", ".zip", ".7z", ".rar", ".gpg", ".pgp", ".eml", ".msg"}
_PAGE = re.compile(r"\s*<(?:!doctype html|html|head|body|\?xml[^>]*>\s*<(?:!doctype html|html))\b", re.IGNORECASE)
_RECORD = re.compile(r"\s*\{\s*\"")
_SNIFFED = 1000  # characters that are looked at where a name tells nothing


def readable(name: str) -> bool:
    """Whether the name of a file says that it can be read."""
    return ending(name) in READERS


def convertible(name: str) -> bool:
    """Whether the name says that it is a document, but in a format that is not read."""
    return PurePath(name).suffix.casefold() in CONVERTIBLE


def ending(name: str) -> str:
    """The ending that tells the format, without `.gz`."""
    path = PurePath(name)
    return (PurePath(path.stem) if path.suffix.casefold() == PACKED else path).suffix.casefold()


def read(source: Source, options: ReadOptions) -> Iterator[Document | InputError]:
    """The articles of a source. What cannot be read comes as an InputError of one line; the rest goes on."""
    if source.problem:
        yield InputError(f"{source.name}: {source.problem}")
        return
    try:
        head, content = head_and_rest(source)
        yield from _reader(source, head, options)(source, content, options)
    except InputError as error:
        yield error


def _reader(source: Source, head: bytes, options: ReadOptions) -> Reader:
    wanted = options.format or ending(source.name)
    opening = decode(head[:4 * _SNIFFED])[:_SNIFFED]
    if wanted in READERS and not (READERS[wanted] is plain.read and _PAGE.match(opening)):
        return READERS[wanted]
    if options.format:
        raise InputError(f"{source.name}: no reader for '{wanted}'{did_you_mean(wanted, READERS)}: {' '.join(READERS)}")
    if wanted == ".json":
        raise InputError(f"{source.name}: JSON in one piece is not read; write one object a line, as .jsonl")
    if _PAGE.match(opening):
        return page.read
    return table.read_jsonl if _RECORD.match(opening) else plain.read
