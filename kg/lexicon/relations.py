"""`ontology/relations/` in, tables of binary relations out: which modifiers, prepositions and words state them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import KnowledgeError
from kg.lexicon import yamlfile


@dataclass(frozen=True, slots=True)
class Modifier:
    """A relation between a noun and what modifies it. `links` are dependency labels or prepositions.

    `heads` and `heads_not` are tables of nouns; `named` asks for a name, `only_one` for a noun that is not one of many,
    `of_those` for an object that is definite, `exact` for one of the classes themselves, not of a subclass,
    `named_object` for one that has a name.
    """

    predicate: str
    subject: frozenset[str]
    object: frozenset[str]
    links: frozenset[str]
    heads: str = ""
    heads_not: str = ""
    named: bool = False
    only_one: bool = False
    of_those: bool = False
    exact: bool = False
    named_object: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """A relation that a word states between two of its seats; `exact` as for a modifier."""

    predicate: str
    subject_seats: tuple[str, ...]
    object_seats: tuple[str, ...]
    subject: frozenset[str]
    object: frozenset[str]
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Relations:
    """`words` are by (lemma, word class)."""

    modifiers: tuple[Modifier, ...]
    prepositions: tuple[Modifier, ...]
    words: Mapping[tuple[str, str], tuple[Word, ...]]


def load(folder: Path) -> Relations:
    """The tables of `relations.yaml`. Raises KnowledgeError."""
    file = folder / "relations.yaml"
    content = yamlfile.load(file)
    try:
        words: dict[tuple[str, str], list[Word]] = {}
        for row in content["words"]:
            word = Word(
                row["predicate"],
                yamlfile.words(row["from"]),
                yamlfile.words(row["to"]),
                _set(row["range"][0]),
                _set(row["range"][1]),
                row.get("exact", False),
            )
            for word_class in ("verb", "noun", "adjective"):
                for lemma in yamlfile.words(row.get(word_class)):
                    words.setdefault((lemma, word_class), []).append(word)
        return Relations(
            tuple(_modifier(row, "labels") for row in content["modifiers"]),
            tuple(_modifier(row, "preposition") for row in content["prepositions"]),
            {key: tuple(found) for key, found in words.items()},
        )
    except (KeyError, IndexError, TypeError) as error:
        raise KnowledgeError(f"{file}: {error!r}") from error


def _modifier(row: Mapping[str, Any], links: str) -> Modifier:
    return Modifier(
        row["predicate"],
        _set(row["subject"]),
        _set(row["object"]),
        _set(row[links]),
        row.get("heads", ""),
        row.get("heads not", ""),
        row.get("named", False),
        row.get("only one", False),
        row.get("of those", False),
        row.get("exact", False),
        row.get("named object", False),
    )


def _set(value: Any) -> frozenset[str]:
    return frozenset(yamlfile.words(value))
