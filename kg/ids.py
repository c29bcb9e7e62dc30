"""Deterministic local names for IRIs: the same content gives the same identifier on any machine."""

from __future__ import annotations

import hashlib
import re
import unicodedata

DIGEST_LENGTH = 12  # 60 bits in base 32: a collision among 10 million items has a chance below 1 in 20,000
SLUG_LENGTH = 60
_ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"  # no l, o, 0, 1: identifiers are read aloud and retyped


def digest(*parts: str) -> str:
    """A short stable digest of the parts; their order and boundaries count."""
    number = int.from_bytes(hashlib.sha256("\x1f".join(parts).encode()).digest()[:16], "big")
    letters = []
    for _ in range(DIGEST_LENGTH):
        number, remainder = divmod(number, len(_ALPHABET))
        letters.append(_ALPHABET[remainder])
    return "".join(letters)


def slug(name: str) -> str:
    """A readable ASCII path segment: `Federal Security Service` becomes `federal-security-service`."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:SLUG_LENGTH].strip("-")
    return words or digest(name)


def document_id(source: str, text: str) -> str:
    """The identifier of a document: from where it came and what it says."""
    return f"doc-{digest(source, text)}"


def sha256(data: bytes) -> str:
    """The hexadecimal SHA-256 of the data."""
    return hashlib.sha256(data).hexdigest()
