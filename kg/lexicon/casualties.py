"""`ontology/cues/casualties.yaml` in, the words that tell of dead and injured out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import KnowledgeError
from kg.lexicon import yamlfile

COUNTED = ("killed", "injured")


@dataclass(frozen=True, slots=True)
class Casualties:
    """Verbs, marks, nouns, tolls and deeds by what they count (`killed`, `injured`); the rest as named in the file."""

    verbs: dict[str, str]
    marks: dict[str, str]
    nouns: dict[str, str]
    tolls: dict[str, str]
    deeds: dict[str, str]
    intransitive: frozenset[str]
    links: frozenset[str]
    reaching: frozenset[str]
    sums: frozenset[str]
    lives: frozenset[str]
    taking: frozenset[str]
    losing: frozenset[str]
    harms: dict[str, str]
    suffering: frozenset[str]


def load(folder: Path) -> Casualties:
    """The words of `casualties.yaml`. Raises KnowledgeError."""
    file = folder / "casualties.yaml"
    content = yamlfile.load(file)
    try:
        lives = content["lives"]
        return Casualties(
            verbs=_counting(content, "verb"),
            marks=_counting(content, "marks"),
            nouns=_counting(content, "nouns"),
            tolls=_counting(content, "tolls"),
            deeds=_counting(content, "deeds"),
            intransitive=frozenset(yamlfile.words(content["intransitive"])),
            links=frozenset(yamlfile.words(content["links"])),
            reaching=frozenset(yamlfile.words(content["reaching"])),
            sums=frozenset(yamlfile.words(content["sums"])),
            lives=frozenset(yamlfile.words(lives["noun"])),
            taking=frozenset(yamlfile.words(lives["taken"])),
            losing=frozenset(yamlfile.words(lives["lost"])),
            harms=_counting(content, "harms"),
            suffering=frozenset(yamlfile.words(content["suffering"])),
        )
    except (KeyError, TypeError) as error:
        raise KnowledgeError(f"{file}: {error!r}") from error


def _counting(content: Mapping[str, Any], key: str) -> dict[str, str]:
    """The words under a key, by what they count."""
    return {word: name for name in COUNTED for word in yamlfile.words(content[name].get(key))}
