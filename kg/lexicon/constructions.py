"""`ontology/constructions/` in, the grammar of seats out: by which paths a trigger finds its participants."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from kg.errors import KnowledgeError
from kg.lexicon import yamlfile

VERB_SEATS = ("active subject", "active object", "passive subject", "passive object")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path: `up` or down by one of `labels`, or to a logical seat (`subject`, `object`; `surface`: the
    grammatical subject).

    `words` restricts the case or marker words, `tags` the part-of-speech tags of the word that is left.
    """

    labels: frozenset[str]
    up: bool = False
    words: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    seat: str = ""


@dataclass(frozen=True, slots=True)
class PathRule:
    """A named path; `when` and `unless` name conditions that the walker knows."""

    name: str
    steps: tuple[Step, ...]
    when: str = ""
    unless: str = ""


@dataclass(frozen=True, slots=True)
class Grammar:
    """All constructions. Fields are named as in the file."""

    relative_pronouns: frozenset[str]
    passive_children: frozenset[str]
    reduced_passive_tags: frozenset[str]
    reduced_passive_labels: frozenset[str]
    subject_control: frozenset[str]
    owner_verbs: frozenset[str]
    transitive: frozenset[str]
    bound_verbs: frozenset[str]
    verb: Mapping[str, tuple[PathRule, ...]]
    agent_words: frozenset[str]
    particles: frozenset[str]
    verb_obliques: frozenset[str]
    noun_modifiers: Mapping[str, str]
    noun_obliques: frozenset[str]
    climbing: frozenset[str]
    comitative: frozenset[str]
    relational_nouns: frozenset[str]
    loading_words: frozenset[str]
    participles: frozenset[str]
    blaming: frozenset[str]
    charging_verbs: frozenset[str]
    carrying_words: frozenset[str]
    bare_places: frozenset[str]
    finding_verbs: frozenset[str]
    completions: frozenset[str]
    auxiliary_names: frozenset[str]
    prepositional_adverbs: frozenset[str]
    telling_verbs: frozenset[str]
    aiming_verbs: frozenset[str]
    armed_words: frozenset[str]
    using_verbs: frozenset[str]
    wielding_verbs: frozenset[str]
    support_active: tuple[PathRule, ...]
    support_passive: tuple[PathRule, ...]
    support_verbs: frozenset[str]
    receiving_verbs: frozenset[str]
    transparent_nouns: frozenset[str]
    occurrence: tuple[PathRule, ...]
    occurrence_verbs: frozenset[str]
    striking_verbs: frozenset[str]
    target_nouns: frozenset[str]
    receiving_prepositions: frozenset[str]
    doer: tuple[PathRule, ...]
    doer_nouns: frozenset[str]
    blamed_nouns: frozenset[str]
    linking_words: frozenset[str]


WORD_FIELDS = tuple(field.name for field in fields(Grammar) if field.type == "frozenset[str]")
NESTED = {  # words that stand with the paths that they belong to
    "support_verbs": ("support", "verbs"),
    "receiving_verbs": ("support", "receiving verbs"),
    "occurrence_verbs": ("occurrence", "verbs"),
    "striking_verbs": ("occurrence", "striking verbs"),
    "receiving_prepositions": ("support", "receiving prepositions"),
    "doer_nouns": ("doer", "nouns"),
    "blamed_nouns": ("doer", "blamed nouns"),
    "linking_words": ("doer", "linking words"),
}


def step(text: str) -> Step:
    """A step as written in the file. Raises ValueError when it is malformed."""
    if text.startswith("@"):
        if text not in ("@subject", "@object", "@surface"):
            raise ValueError(f"unknown seat '{text}'")
        return Step(frozenset(), seat=text[1:])
    up, text = text.startswith("^"), text.removeprefix("^")
    text, _, tags = text.partition("?")
    text, bracket, words = text.partition("[")
    if bracket and not words.endswith("]"):
        raise ValueError(f"no closing bracket in '{text}{bracket}{words}'")
    if not text:
        raise ValueError("a step without a label")
    return Step(
        frozenset(text.split("|")),
        up,
        frozenset(filter(None, words.rstrip("]").split("|"))),
        frozenset(filter(None, tags.split("|"))),
    )


def path(text: str, name: str = "", when: str = "", unless: str = "") -> PathRule:
    """A path as written in the file."""
    return PathRule(name, tuple(step(part) for part in text.split()), when, unless)


def load(folder: Path) -> Grammar:
    """The grammar in `folder/english.yaml`. Raises KnowledgeError."""
    file = folder / "english.yaml"
    content = yamlfile.load(file)
    try:
        return _grammar(content)
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise KnowledgeError(f"{file}: {error!r}") from error


def _grammar(content: Mapping[str, Any]) -> Grammar:
    def many(*keys: str) -> frozenset[str]:
        value: Any = content
        for key in keys:
            value = value[key]
        return frozenset(yamlfile.words(value))

    def paths(*keys: str) -> tuple[PathRule, ...]:
        return tuple(path(text, keys[0]) for text in content[keys[0]][keys[1]])

    words = {name: many(*NESTED.get(name, (name.replace("_", " "),))) for name in WORD_FIELDS}
    return Grammar(
        verb={seat: tuple(_rule(rule) for rule in content["verb"][seat]) for seat in VERB_SEATS},
        noun_modifiers={label: content["noun modifiers"][label] for label in yamlfile.keys(content["noun modifiers"])},
        support_active=paths("support", "active paths"),
        support_passive=paths("support", "passive paths"),
        occurrence=paths("occurrence", "paths"),
        doer=paths("doer", "paths"),
        **words,
    )


def _rule(rule: Mapping[str, str]) -> PathRule:
    return path(rule["path"], rule["name"], rule.get("when", ""), rule.get("unless", ""))
