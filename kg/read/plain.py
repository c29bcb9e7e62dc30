"""Plain text in, its articles out. Also what all readers of whole files share: bounded, decoded, normalized text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from kg.errors import InputError
from kg.model import Document
from kg.read.article import articles
from kg.read.charset import decode, looks_binary, normalize
from kg.read.source import ReadOptions, Source

_BYTES_PER_CHARACTER = 4  # at most, in any character set


def read(source: Source, content: Iterator[bytes], options: ReadOptions) -> Iterator[Document | InputError]:
    """The articles of a file of plain text."""
    text, sha256 = whole_text(source, content, options.max_characters)
    yield from articles(source.name, text, sha256)


def whole_text(source: Source, content: Iterator[bytes], limit: int) -> tuple[str, str]:
    """The normalized text of a source and the SHA-256 of its bytes. Raises InputError if it is too long or no text."""
    data = bytearray()
    for piece in content:
        data += piece
        if len(data) > _BYTES_PER_CHARACTER * limit:
            raise too_long(source.name, limit)
    text = decode(bytes(data))
    if len(text) > limit:
        raise too_long(source.name, limit)
    if looks_binary(text):
        raise InputError(f"{source.name}: not text: it holds binary data, or is encrypted; convert it to text first")
    text = normalize(text)
    if not text.strip():
        raise InputError(f"{source.name}: the file has no text")
    return text, hashlib.sha256(data).hexdigest()


def too_long(name: str, limit: int) -> InputError:
    """The error for a text over the limit."""
    return InputError(f"{name}: longer than {limit:,} characters, the limit for one document (MAX_CHARACTERS); "
                      "split it, or raise the limit with --max-characters")
