"""The bytes of a source, unpacked and never more than asked for; what is not text is named, with what to do."""

from __future__ import annotations

import gzip
import sys
import zlib
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from itertools import chain
from typing import IO, cast

from kg.errors import InputError
from kg.read.source import Source

CHUNK = 1 << 20
BOMB_BYTES, BOMB_RATIO = 4 << 20, 200  # news packs 3:1 to 20:1; deflate's ceiling, reached by bombs, is 1032:1
_GZIP = b"\x1f\x8b"
_CONVERT = "convert it to text first"
SIGNATURES = (
    (b"\xff\xd8\xff", "a JPEG picture, not text"), (b"\x89PNG", "a PNG picture, not text"),
    (b"GIF8", "a GIF picture, not text"), (b"II*\x00", "a TIFF picture, not text"),
    (b"%PDF-", f"a PDF file; {_CONVERT} (for instance with pdftotext)"),
    (b"PK\x03\x04", "a zip archive or an office document; unpack it, or save the document as text or HTML"),
    (b"\xd0\xcf\x11\xe0", "an old office document; save it as text or HTML"),
    (b"{\\rtf", f"an RTF document; {_CONVERT}"), (b"7z\xbc\xaf", "a 7z archive; unpack it first"),
    (b"Rar!", "a RAR archive; unpack it first"), (b"BZh", "packed with bzip2; unpack it, or pack it with gzip"),
    (b"\xfd7zXZ", "packed with xz; unpack it, or pack it with gzip"),
    (b"\x28\xb5\x2f\xfd", "packed with zstd; unpack it, or pack it with gzip"),
    (b"SQLite format 3", "a database; export its articles as .csv or .jsonl"),
    (b"-----BEGIN PGP MESSAGE", "encrypted (PGP); decrypt it first"), (b"Salted__", "encrypted; decrypt it first"),
    (b"\x7fELF", "a program, not text"), (b"MZ\x90", "a program, not text"),
)


def chunks(source: Source) -> Iterator[bytes]:
    """The unpacked bytes of a source, a piece at a time. Raises InputError when they cannot be had or are not text."""
    try:
        with _open(source) as stream:
            yield from _checked(source, stream)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise InputError(f"{source.name}: broken gzip file: {error}; pack or download it again") from error
    except OSError as error:
        raise InputError(f"{source.name}: cannot be read: {error.strerror or error}") from error


def head_and_rest(source: Source) -> tuple[bytes, Iterator[bytes]]:
    """The first piece of a source, to look at, and all pieces. Raises InputError if it is empty."""
    pieces = chunks(source)
    first = next(pieces, b"")
    if not first.strip():
        raise InputError(f"{source.name}: the file is empty")
    return first, chain([first], pieces)


def _open(source: Source) -> AbstractContextManager[IO[bytes]]:
    return source.path.open("rb") if source.path else nullcontext(sys.stdin.buffer)


def _checked(source: Source, stream: IO[bytes]) -> Iterator[bytes]:
    packed = _Counted(stream)
    unpacked = gzip.GzipFile(fileobj=cast(IO[bytes], packed)) if packed.head.startswith(_GZIP) else packed
    given = 0
    while piece := unpacked.read(CHUNK):
        if not given:
            _refuse_signatures(source, piece)
        given += len(piece)
        if given > BOMB_BYTES and given > BOMB_RATIO * packed.taken:
            raise InputError(f"{source.name}: unpacks to more than {BOMB_RATIO} times its size; not read further")
        yield piece


def _refuse_signatures(source: Source, first: bytes) -> None:
    for signature, what in SIGNATURES:
        if first.startswith(signature):
            raise InputError(f"{source.name}: {what}")


class _Counted:
    """A stream whose first bytes can be looked at, and that counts what was taken from it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.stream, self.taken = stream, 0
        self.head = stream.read(len(_GZIP))

    def read(self, size: int = -1) -> bytes:
        """Up to `size` bytes."""
        data = self.head + self.stream.read(max(0, size - len(self.head)) if size >= 0 else -1)
        self.head = b""
        self.taken += len(data)
        return data
