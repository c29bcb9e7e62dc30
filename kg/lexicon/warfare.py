"""`ontology/cues/warfare.yaml` in, the words by which war between armed forces is told from attacks out."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path

from kg.errors import KnowledgeError
from kg.lexicon import yamlfile


@dataclass(frozen=True, slots=True)
class Warfare:
    """Lemmas, named as in the file; `within` are the prepositions by which a death hangs on a battle."""

    fighters: frozenset[str]
    military: frozenset[str]
    battles: frozenset[str]
    within: frozenset[str]
    machines: frozenset[str]
    crimes: frozenset[str]
    war_machines: frozenset[str]
    ranks: frozenset[str]


def load(folder: Path) -> Warfare:
    """The words of `warfare.yaml`. Raises KnowledgeError."""
    file = folder / "warfare.yaml"
    content = yamlfile.load(file)
    try:
        return Warfare(*(frozenset(yamlfile.words(content[field.name.replace("_", " ")])) for field in fields(Warfare)))
    except KeyError as error:
        raise KnowledgeError(f"{file}: {error} is missing") from error
