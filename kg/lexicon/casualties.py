"""`ontology/cues/casualties.yaml` in, the words that tell of dead and injured out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg.errors import KnowledgeError
from kg.lexicon import yamlfile


@dataclass(frozen=True, slots=True)
class Casualties:
    """Verbs and marks by what they count (`killed`, `injured`); the rest as named in the file."""

    verbs: dict[str, str]
    marks: dict[str, str]
    intransitive: frozenset[str]
    links: frozenset[str]


def load(folder: Path) -> Casualties:
    """The words of `casualties.yaml`. Raises KnowledgeError."""
    file = folder / "casualties.yaml"
    content = yamlfile.load(file)
    try:
        verbs = {word: name for name in ("killed", "injured") for word in yamlfile.words(content[name]["verb"])}
        marks = {word: name for name in ("killed", "injured") for word in yamlfile.words(content[name]["marks"])}
        return Casualties(
            verbs,
            marks,
            *(
                frozenset(yamlfile.words(value))
                for value in (content["intransitive"], content["links"])
            ),
        )
    except (KeyError, TypeError) as error:
        raise KnowledgeError(f"{file}: {error!r}") from error
