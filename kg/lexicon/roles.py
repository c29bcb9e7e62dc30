"""`ontology/constructions/roles.yaml` in, seats out: where a verb or a noun has its agent, place…"""

from __future__ import annotations

from pathlib import Path

from kg.lexicon import yamlfile

Seats = dict[str, dict[str, tuple[str, ...]]]


def load(folder: Path) -> Seats:
    """Word class (`verb`, `noun`, `adjective`) -> role -> seats, best first. Raises KnowledgeError."""
    content = yamlfile.load(folder / "roles.yaml")
    return {
        word_class: {role: yamlfile.words(content[word_class][role]) for role in yamlfile.keys(content[word_class])}
        for word_class in yamlfile.keys(content)
    }
