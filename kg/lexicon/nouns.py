"""`ontology/nouns/` in, tables of common nouns out: what kind of thing "three hideouts" or "a security source" is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import KnowledgeError
from kg.lexicon import yamlfile

ATTRIBUTES = ("agencyKind", "weaponKind")
CLASSES = (
    "Agency",
    "Cell",
    "Group",
    "MediaOrganization",
    "InternationalOrganization",
    "Organization",
    "Weapon",
    "Facility",
    "Region",
    "City",
    "Place",
    "Target",
)
WORDS = ("naming heads", "ambiguous weapons", "sites", "units", "numbered units", "equals")
HYPHEN = re.compile(r"(?<=[^\W\d])-(?=[^\W\d])")  # the tokenizer parts letters at hyphens: "anti-terror squad"

PERSONS = (
    *("roles", "leading", "leading with of", "one of many", "professions", "members", "indefinite", "whole"),
    *("peoples", "name words", "no names", "kin", "particles", "local offices", "collective"),
    *("ranks", "supporters", "captured"),
)


@dataclass(frozen=True, slots=True)
class Noun:
    """What a head noun says of its phrase. `attribute` is a pair such as (`weaponKind`, `ied`), or empty."""

    type: str
    attribute: tuple[str, str] | tuple[()] = ()


@dataclass(frozen=True, slots=True)
class Nouns:
    """Head nouns of one or more words, the last of which is the head: `by_head["device"]` lists all that end in it.

    `naming` says what a capitalized name is that holds the word; `roles`, `leading`, `leading_with_of`,
    `professions` and `members` are person nouns; `one_of_many` are words beside them that tell of others like them.
    `peoples` are words for peoples without a state, `name_words` first names that look like other words, `no_names`
    other words in capitals, `kin` nouns whose modifier is a family, `sites` nouns that belong to the name before them
    ("the Alcampo supermarket"), `particles` small words within names, `local_offices` nouns behind which "of" and a
    place stand, `collective` nouns for several persons, `ranks` the words of military and police ranks,
    `supporters` those who only side with a group, `captured` men of a group whom others hold, `offices` the roles that
    are no mere professions, `units` nouns for a part of the body that owns it, `numbered_units` those of armies that
    have numbers, `equals` those like their owner.
    """

    by_head: Mapping[str, tuple[tuple[tuple[str, ...], Noun], ...]]
    naming: Mapping[str, Noun]
    roles: frozenset[str]
    leading: frozenset[str]
    leading_with_of: frozenset[str]
    one_of_many: frozenset[str]
    professions: frozenset[str]
    members: frozenset[str]
    indefinite: frozenset[str]
    whole: frozenset[str]
    ambiguous_weapons: frozenset[str]
    naming_heads: frozenset[str]
    sites: frozenset[str]
    units: frozenset[str]
    numbered_units: frozenset[str]
    equals: frozenset[str]
    peoples: frozenset[str]
    name_words: frozenset[str]
    no_names: frozenset[str]
    kin: frozenset[str]
    particles: frozenset[str]
    local_offices: frozenset[str]
    collective: frozenset[str]
    ranks: frozenset[str]
    supporters: frozenset[str]
    captured: frozenset[str]
    offices: frozenset[str]


def load(folder: Path) -> Nouns:
    """The nouns of the folder's files. Raises KnowledgeError."""
    people = yamlfile.load(folder / "people.yaml")
    sides = {word: side for side in ("official", "hostile", "public") for word in yamlfile.words(people[side])}
    entries = [
        (words, Noun("People", ("side", sides[words]) if words in sides else ()))
        for words in (*yamlfile.words(people["people"]["heads"]), *sides)
    ]
    naming: dict[str, Noun] = {}
    words = {part: set[str]() for part in WORDS}
    for file in ("things.yaml", "organizations.yaml"):
        content = yamlfile.load(folder / file)
        entries += _entries(content, folder / file)
        naming.update(_naming(content.get("naming") or {}))
        for part, known in words.items():
            known.update(yamlfile.words(content.get(part)))
    by_head: dict[str, list[tuple[tuple[str, ...], Noun]]] = {}
    for text, noun in entries:
        for written in dict.fromkeys((text, HYPHEN.sub(" - ", text))):
            *before, head = written.split()
            by_head.setdefault(head, []).append((tuple(before), noun))
    ordered = {head: tuple(sorted(found, key=lambda entry: -len(entry[0]))) for head, found in by_head.items()}
    persons = {part.replace(" ", "_"): frozenset(yamlfile.words(people[part])) for part in PERSONS}
    things = {part.replace(" ", "_"): frozenset(known) for part, known in words.items()}
    persons["offices"] = persons["roles"] - persons["professions"]
    return Nouns(ordered, naming, **things, **persons)


def _entries(content: Mapping[str, Any], file: Path) -> list[tuple[str, Noun]]:
    found = []
    for name in yamlfile.keys(content):
        if name in ("naming", *WORDS):
            continue
        if name not in (*CLASSES, "Document"):
            raise KnowledgeError(f"{file}: unknown class '{name}'")
        for entry in content[name]:
            attribute = next(((key, entry[key]) for key in ATTRIBUTES if key in entry), ())
            noun = Noun("Target" if name == "Document" else name, attribute)
            found += [(words, noun) for words in yamlfile.words(entry["heads"])]
    return found


def _naming(content: Mapping[str, Any]) -> dict[str, Noun]:
    found: dict[str, Noun] = {}
    for name in yamlfile.keys(content):
        body = content[name]
        if isinstance(body, dict):
            for kind in yamlfile.keys(body):
                found.update({word: Noun(name, ("agencyKind", kind)) for word in yamlfile.words(body[kind])})
        else:
            found.update({word: Noun(name) for word in yamlfile.words(body)})
    return found
