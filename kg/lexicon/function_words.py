"""`ontology/constructions/function_words.yaml` in, small words by what they mark out; read once."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from kg import resources
from kg.errors import KnowledgeError
from kg.lexicon import yamlfile


@dataclass(frozen=True, slots=True)
class FunctionWords:
    """Prepositions, verbs and articles; fields are named as in the file, which says what each is for."""

    belonging: frozenset[str]
    doers: frozenset[str]
    means: frozenset[str]
    contents: frozenset[str]
    occasions: frozenset[str]
    inside: frozenset[str]
    locating: frozenset[str]
    pointing: frozenset[str]
    entering: frozenset[str]
    leaving: frozenset[str]
    targeting: frozenset[str]
    aiming: frozenset[str]
    temporal: frozenset[str]
    ranging: frozenset[str]
    standing_behind: frozenset[str]
    lacking: frozenset[str]
    reaching: frozenset[str]
    meanwhile: frozenset[str]
    responsible: frozenset[str]
    sharing: frozenset[str]
    undergoing: frozenset[str]
    issuers: frozenset[str]
    counting_people: frozenset[str]
    clause_markers: frozenset[str]
    cue_prepositions: frozenset[str]
    indefinite_articles: frozenset[str]
    having: frozenset[str]
    being: frozenset[str]
    at_other_times: frozenset[str]
    telling_of: frozenset[str]
    printed: frozenset[str]
    plural_verbs: frozenset[str]


@cache
def function_words() -> FunctionWords:
    """The words of the file. Raises KnowledgeError."""
    file = resources.ontology() / "constructions" / "function_words.yaml"
    content = yamlfile.load(file)
    try:
        named = {field.name: field.name.replace("_", " ") for field in fields(FunctionWords)}
        return FunctionWords(**{name: frozenset(yamlfile.words(content[key])) for name, key in named.items()})
    except KeyError as error:
        raise KnowledgeError(f"{file}: {error} is missing") from error
