"""Gold in: a folder of `NAME.gold.json`. Out: immutable articles that say what is right, needed and never right.

The format is described in tests/gold/README.md.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import InputError, RecordError

Attributes = Mapping[str, tuple[Any, ...]]
Never = Mapping[str, Any]
_ENTITY_ATTRIBUTES = ("count", "agencyKind", "weaponKind")
_EVENT_ATTRIBUTES = ("stage", "attackKind", "legalKind", "killed", "injured", "factuality")


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """A thing, with every surface form it has in the article; `key` marks what must not be missed."""

    id: str
    types: tuple[str, ...]
    names: tuple[str, ...]
    attributes: Attributes
    key: bool


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """An event. `needed` are (role, any of these fillers); `allowed` all fillers that are right.

    `times` are (start, end) pairs that are right; `merges` names events that may stand in for this one.
    """

    id: str
    types: tuple[str, ...]
    triggers: tuple[str, ...]
    needed: tuple[tuple[str, frozenset[str]], ...]
    allowed: frozenset[tuple[str, str]]
    attributes: Attributes
    times: tuple[tuple[str | None, str | None], ...]
    may_lack_time: bool
    sources: frozenset[str]
    merges: tuple[str, ...]
    key: bool


@dataclass(frozen=True, slots=True)
class GoldRelation:
    """A relation; `factuality` lists the values that are right, none for stated as fact."""

    subject: str
    predicate: str
    object: str
    factuality: tuple[str, ...]
    key: bool


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One article: its number counts from 0 within the file `source`."""

    source: Path
    number: int
    entities: tuple[GoldEntity, ...]
    events: tuple[GoldEvent, ...]
    relations: tuple[GoldRelation, ...]
    never: tuple[Never, ...]


def load(folder: Path) -> list[GoldArticle]:
    """All articles of a folder. Raises InputError where there is none, RecordError where one is malformed."""
    files = sorted(folder.glob("*.gold.json"))
    if not files:
        raise InputError(f"{folder}: no gold here; a gold file is called NAME.gold.json and lies beside its article")
    return [article for file in files for article in _load(file)]


def _load(file: Path) -> list[GoldArticle]:
    try:
        content = json.loads(file.read_text("utf-8"))
        source = file.with_name(Path(content["source"]).name)
        return [_article(source, number, article) for number, article in enumerate(content["articles"])]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise RecordError(f"{file}: not gold: {error!r}") from error


def _article(source: Path, number: int, article: Mapping[str, Any]) -> GoldArticle:
    plain = [_relation(row, True) for row in article.get("relations", ())]
    optional = [_relation(row, False) for row in article.get("relationsOptional", ())]
    hedged = [_relation([*row["triple"], row.get("key", False)], True, tuple(_many(row["factuality"])))
              for row in article.get("hedgedRelations", ())]
    return GoldArticle(
        source, number, tuple(map(_entity, article["entities"])), tuple(map(_event, article["events"])),
        tuple(plain + optional + hedged), tuple(article.get("never", ())))


def _entity(entity: Mapping[str, Any]) -> GoldEntity:
    return GoldEntity(entity["id"], tuple(_many(entity["type"])), tuple(entity["names"]),
                      _attributes(entity, _ENTITY_ATTRIBUTES), bool(entity.get("key")))


def _event(event: Mapping[str, Any]) -> GoldEvent:
    needed = [(role, frozenset(_many(filler)))
              for role, fillers in event.get("roles", {}).items() for filler in fillers]
    optional = [(role, one) for role, fillers in event.get("optionalRoles", {}).items()
                for filler in fillers for one in _many(filler)]
    times = _many(event.get("time"))
    return GoldEvent(
        event["id"], tuple(_many(event["type"])), tuple(_many(event["triggers"])), tuple(needed),
        frozenset((role, one) for role, any_of in needed for one in any_of) | frozenset(optional),
        _attributes(event, _EVENT_ATTRIBUTES), tuple(pair for time in times for pair in _times(time)),
        any(time.get("optional") for time in times), frozenset(_flat(event.get("attributedTo"))),
        tuple(_many(event.get("mayMergeWith"))), bool(event.get("key")))


def _relation(row: Any, key: bool, factuality: tuple[str, ...] = ()) -> GoldRelation:
    subject, predicate, target, *rest = row
    return GoldRelation(subject, predicate, target, factuality, bool(rest[0]) if rest else key)


def _times(time: Mapping[str, Any]) -> Iterable[tuple[str | None, str | None]]:
    if time.get("start") or time.get("end"):
        yield time.get("start"), time.get("end")
    for accepted in time.get("accept", ()):
        start, _, end = accepted.partition("/")
        yield start, end or start


def _attributes(item: Mapping[str, Any], names: Iterable[str]) -> Attributes:
    inner = item.get("attributes") or {}
    found = {name: tuple(_many(item.get(name, inner.get(name)))) for name in names}
    return {name: values for name, values in found.items() if values}


def _many(value: Any) -> list[Any]:
    """A list of any value: nothing, one, or many."""
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]


def _flat(value: Any) -> list[str]:
    return [one for item in _many(value) for one in _many(item)]
