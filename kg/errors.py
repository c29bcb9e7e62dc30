"""Errors that a user may see: one line each, saying which file, what is wrong and what to do.

KgError
├── InputError        a document that cannot be read
├── KnowledgeError    a file under ontology/ (or a user's own names) that is wrong
├── RecordError       a line of records that is not what `kg extract` writes
├── ModelError        a language pipeline that cannot be loaded
├── OutputError       a file or folder that cannot be written
└── QueryError        a question that the store cannot answer
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class KgError(Exception):
    """Base of all errors that are shown to a user as one line, never as a traceback."""


class InputError(KgError):
    """A document cannot be read."""


class KnowledgeError(KgError):
    """The program's knowledge, or a user's addition to it, is malformed."""


class RecordError(KgError):
    """A record is not in the format of `kg extract`."""


class ModelError(KgError):
    """A language pipeline cannot be loaded."""


class OutputError(KgError):
    """A result cannot be written."""


class QueryError(KgError):
    """A query is malformed, unknown or takes too long."""


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """A guess to append to a message: ` (did you mean 'Person'?)`, or nothing when no known name is close."""
    close = get_close_matches(wrong, sorted(known), n=1, cutoff=0.6)
    return f" (did you mean '{close[0]}'?)" if close else ""
