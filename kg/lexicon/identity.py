"""What tells whether two names are one thing: `ontology/identity.yaml` in, one immutable Identity out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kg.errors import KnowledgeError
from kg.lexicon import yamlfile
from kg.resources import ontology

_KEYS = ("nameless", "common_names", "generic_words", "descriptions", "folders", "context", "articles", "particles",
         "spellings", "pull", "events")
_EVENT_KEYS = ("seats", "telling", "apart", "complete", "require", "stages", "vague", "counts", "factuality")


@dataclass(frozen=True, slots=True)
class EventIdentity:
    """When two reports are one event: see the comments of `ontology/identity.yaml`."""

    seats: Mapping[str, str]
    telling: Mapping[str, float]
    apart: frozenset[str]
    complete: Mapping[str, str]
    require: Mapping[str, str]
    stages: tuple[tuple[str, ...], ...]
    vague: frozenset[str]
    counts: tuple[str, ...]
    factuality: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Identity:
    """When two names are one thing: see the comments of `ontology/identity.yaml`."""

    nameless: frozenset[str]
    common_names: frozenset[str]
    generic_words: frozenset[str]
    descriptions: frozenset[str]
    folders: Mapping[str, str]
    context_relations: frozenset[str]
    context_attributes: frozenset[str]
    articles: frozenset[str]
    particles: frozenset[str]
    spellings: tuple[tuple[re.Pattern[str], str], ...]
    pull: frozenset[str]
    events: EventIdentity


@cache
def load(path: Path | None = None) -> Identity:
    """The program's own knowledge of identity, or that of another file. Raises KnowledgeError with file and line."""
    file = path or ontology() / "identity.yaml"
    content = yamlfile.load(file)
    yamlfile.raise_all([*yamlfile.unknown_keys(content, _KEYS, str(file)),
                        *yamlfile.unknown_keys(content.get("events", {}), _EVENT_KEYS, str(file))])
    try:
        return _identity(content)
    except (KeyError, TypeError, ValueError, re.error) as error:
        raise KnowledgeError(f"{file}: missing or malformed: {error}") from error


def _identity(content: Mapping[str, Any]) -> Identity:
    context = content["context"]
    return Identity(
        frozenset(content["nameless"]), frozenset(content["common_names"]),
        frozenset(content["generic_words"]), frozenset(content["descriptions"]),
        _pairs(content["folders"]),
        frozenset(context["relations"]), frozenset(context["attributes"]), frozenset(content["articles"]),
        frozenset(content["particles"]),
        tuple((re.compile(pattern), replacement) for pattern, replacement in content["spellings"]),
        frozenset(content["pull"]), _events(content["events"]))


def _events(content: Mapping[str, Any]) -> EventIdentity:
    return EventIdentity(
        _pairs(content["seats"]), {kind: float(value) for kind, value in _pairs(content["telling"]).items()},
        frozenset(content["apart"]), _pairs(content["complete"]), _pairs(content["require"]),
        tuple(tuple(family) for family in content["stages"]),
        frozenset(content["vague"]), tuple(content["counts"]), tuple(content["factuality"]))


def _pairs(mapping: Mapping[str, Any]) -> dict[str, str]:
    return {key: str(mapping[key]) for key in yamlfile.keys(mapping)}
