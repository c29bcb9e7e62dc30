"""`ontology/cues/` in, cue words out: what they make of the events that depend on them, and closed classes of words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import KnowledgeError
from kg.lexicon import yamlfile

CLASSES = ("verb", "noun", "adjective", "adverb")
CLOSED = ("naming verbs", "whole", "parts", "small words", "locative", "enumerating", "capital nouns")
VERBS_AND_NOUNS = (
    "future verbs", "transparent", "involvement", "misfiring", "reacting", "occurring", "looking back", "verifying",
    "harming", "factive",
)
KEYS = (*CLASSES, "stage", "factuality", "links")


@dataclass(frozen=True, slots=True)
class Cue:
    """What a class of cue words does: to a hostile act's `stage`, to any event's `factuality` (empty: nothing).

    `links` are the labels by which what it acts on must hang; empty: any complement.
    """

    name: str
    stage: str = ""
    factuality: str = ""
    links: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Cues:
    """Cues by (lemma, word class), and the closed classes."""

    by_word: Mapping[tuple[str, str], tuple[Cue, ...]]
    children: Mapping[str, frozenset[str]]
    future_verbs: frozenset[str]
    transparent: frozenset[str]
    involvement: frozenset[str]
    misfiring: frozenset[str]
    reacting: frozenset[str]
    occurring: frozenset[str]
    looking_back: frozenset[str]
    verifying: frozenset[str]
    harming: frozenset[str]
    factive: frozenset[str]
    definite: frozenset[str]
    one: str
    numbers: Mapping[str, int]
    bounds: frozenset[str]
    distinguishing: frozenset[str]
    documents: frozenset[str]
    naming_verbs: frozenset[str]
    whole: frozenset[str]
    parts: frozenset[str]
    small: frozenset[str]
    locative: frozenset[str]
    enumerating: frozenset[str]
    capital_nouns: frozenset[str]
    pronouns: Mapping[str, frozenset[str]]
    source_prepositions: frozenset[str]


def load(folder: Path) -> Cues:
    """The cues of `factuality.yaml` and the closed classes of `words.yaml`. Raises KnowledgeError."""
    file, words_file = folder / "factuality.yaml", folder / "words.yaml"
    content, closed = yamlfile.load(file), yamlfile.load(words_file)
    children = content.pop("children")
    words: tuple[Any, ...] = tuple(frozenset(yamlfile.words(content.pop(name))) for name in VERBS_AND_NOUNS)
    complaints: list[str] = []
    by_word: dict[tuple[str, str], list[Cue]] = {}
    for name in yamlfile.keys(content):
        body = content[name]
        complaints += yamlfile.unknown_keys(body, KEYS, str(file))
        cue = Cue(name, body.get("stage", ""), body.get("factuality", ""), frozenset(yamlfile.words(body.get("links"))))
        for word_class in CLASSES:
            for word in yamlfile.words(body.get(word_class)):
                by_word.setdefault((word, word_class), []).append(cue)
    yamlfile.raise_all(complaints)
    try:
        return Cues(
            {word: tuple(found) for word, found in by_word.items()},
            _sets(children),
            *words,
            *_closed(closed),
        )
    except KeyError as error:
        raise KnowledgeError(f"{words_file}: {error} is missing") from error


def _closed(closed: Mapping[str, Any]) -> tuple[Any, ...]:
    numbers = {word: int(closed["numbers"][word]) for word in yamlfile.keys(closed["numbers"])}
    return (
        frozenset(yamlfile.words(closed["definite"])),
        str(closed["one"]),
        numbers,
        frozenset(yamlfile.words(closed["bounds"])),
        frozenset(yamlfile.words(closed["distinguishing"])),
        frozenset(yamlfile.words(closed["documents"])),
        *(frozenset(yamlfile.words(closed[name])) for name in CLOSED),
        _sets(closed["pronouns"]),
        frozenset(yamlfile.words(closed["source prepositions"])),
    )


def _sets(mapping: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    return {key: frozenset(yamlfile.words(mapping[key])) for key in yamlfile.keys(mapping)}
