"""`ontology/cues/coreference.yaml` in, tables out: what "the detainees", "the group" or "police" can refer to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import KnowledgeError
from kg.lexicon import yamlfile


@dataclass(frozen=True, slots=True)
class Coreference:
    """`role_nouns`: noun -> the (event type, role) pairs whose fillers it can mean; `class_nouns`: noun -> classes;
    `institutions`: nouns whose mentions are all one thing; `synonyms`: noun -> nouns that mean the same;
    `kinds`: noun -> kinds of agencies that are called so; `abbreviations`: title -> the noun it stands for;
    `aliases`: nouns before another name of a person, `equating`: prepositions before it; `missions`: nouns for a
    building and for the body in it; `plain`: nouns that any group is called by; `bands`: nouns for its men;
    `genders`: noun -> masculine or feminine; `servants`: noun -> kinds of agencies whose men are called so.
    """

    role_nouns: Mapping[str, tuple[tuple[str, str], ...]]
    class_nouns: Mapping[str, frozenset[str]]
    institutions: frozenset[str]
    synonyms: Mapping[str, frozenset[str]]
    kinds: Mapping[str, frozenset[str]]
    abbreviations: Mapping[str, str]
    aliases: frozenset[str]
    equating: frozenset[str]
    missions: frozenset[str]
    plain: frozenset[str]
    bands: frozenset[str]
    genders: Mapping[str, str]
    servants: Mapping[str, frozenset[str]]


def load(folder: Path) -> Coreference:
    """The tables of `coreference.yaml`. Raises KnowledgeError."""
    file = folder / "coreference.yaml"
    content = yamlfile.load(file)
    try:
        role_nouns: dict[str, list[tuple[str, str]]] = {}
        for pair in yamlfile.keys(content["role nouns"]):
            event_type, role = pair.split()
            for noun in yamlfile.words(content["role nouns"][pair]):
                role_nouns.setdefault(noun, []).append((event_type, role))
        class_nouns: dict[str, set[str]] = {}
        for name in yamlfile.keys(content["class nouns"]):
            for noun in yamlfile.words(content["class nouns"][name]):
                class_nouns.setdefault(noun, set()).add(name)
        return Coreference(
            {noun: tuple(pairs) for noun, pairs in role_nouns.items()},
            {noun: frozenset(names) for noun, names in class_nouns.items()},
            frozenset(yamlfile.words(content["institutions"])),
            _sets(content["synonyms"]),
            _sets(content["agency kinds"]),
            {short: str(content["abbreviations"][short]) for short in yamlfile.keys(content["abbreviations"])},
            frozenset(yamlfile.words(content["aliases"])),
            frozenset(yamlfile.words(content["equating"])),
            frozenset(yamlfile.words(content["missions"])),
            frozenset(yamlfile.words(content["plain"])),
            frozenset(yamlfile.words(content["bands"])),
            {
                noun: gender
                for gender in yamlfile.keys(content["genders"])
                for noun in yamlfile.words(content["genders"][gender])
            },
            _sets(content["servants"]),
        )
    except (KeyError, ValueError) as error:
        raise KnowledgeError(f"{file}: {error!r}") from error


def _sets(content: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    return {name: frozenset(yamlfile.words(content[name])) for name in yamlfile.keys(content)}
