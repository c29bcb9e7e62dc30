"""`ontology/events/` in, frames out: by which words an event is known and who takes part in it.

A frame holds its own examples, which are its tests.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.errors import did_you_mean
from kg.lexicon import yamlfile

WORD_CLASSES = ("verb", "noun", "adjective", "phrase")
FRAME_KEYS = (
    "definition",
    "triggers",
    "weak",
    "kinds",
    "kind attribute",
    "roles",
    "not with",
    "examples",
    "default kind",
    "also",
    "needs",
    "not of",
    "kind by weapon",
    "stage",
    "laid",
    "recalls",
    "not below",
    "only below",
)
ROLE_KEYS = ("range", "seats", "required", "not")
ROLES = (
    "agent",
    "patient",
    "target",
    "instrument",
    "place",
    "origin",
    "destination",
    "recipient",
    "topic",
    "subEventOf",
    "precedes",
    "perpetrator",
    "suspect",
    "victim",
    "disrupts",
)


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word or phrase that evokes a frame. `words` of a phrase: its head first, then what must hang below it.

    A weak trigger counts only when every required role is filled by something of the right class.
    """

    lemma: str
    word_class: str
    words: tuple[str, ...] = ()
    kind: str = ""
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Role:
    """Who may sit in a role: classes of the ontology, and the seats to look in, per word class, best first.

    A class with a kind (`Agency/military`, `People/official`) takes only those; `excluded` are taken out of the range.
    """

    name: str
    range: frozenset[str]
    seats: Mapping[str, tuple[str, ...]]
    required: bool = False
    excluded: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Frame:
    """An event type as the program reads it; `kind_attribute` (`attackKind`, `legalKind`) where its words tell kinds.

    A name such as `Statement/told` is a further frame of Statement, for words that seat participants otherwise.
    `also` are types whose events a definite mention may refer to ("the blast": an attack told before).
    A weak trigger counts only if one of the roles in `needs` is filled, where there are any.
    `not_with` are modifiers that make the trigger mean something else ("heart attack", "house arrest record"),
    `not_of` are participants that do ("the plot of a novel"). `by_weapon`: the kind that a kind of weapon tells where
    the words tell none. `stage` is what its words say of a plot by themselves.
    `not_below` are nouns of which a trigger says something else ("a state of siege"),
    `only_below` those without which it says nothing ("an attempt on the life of the judge").
    `recalls`: what it is about, where nothing tells it, is the attack told last.
    `laid` marks words for laying a bomb: what became of it is told elsewhere, or not at all.
    """

    type: str
    triggers: tuple[Trigger, ...]
    roles: tuple[Role, ...]
    kind_attribute: str = ""
    default_kind: str = ""
    not_with: frozenset[str] = frozenset()
    examples: tuple[Mapping[str, Any], ...] = ()
    file: str = ""
    also: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    not_of: frozenset[str] = frozenset()
    by_weapon: Mapping[str, str] = field(default_factory=dict)
    stage: str = ""
    laid: bool = False
    recalls: bool = False
    not_below: frozenset[str] = frozenset()
    only_below: frozenset[str] = frozenset()


def load(folder: Path, defaults: Mapping[str, Mapping[str, tuple[str, ...]]]) -> tuple[Frame, ...]:
    """The frames of all files in a folder, sorted by type; `defaults` gives the seats of roles per word class.

    Raises KnowledgeError with all that is wrong in all files.
    """
    frames: list[Frame] = []
    complaints: list[str] = []
    for path in sorted(folder.glob("*.yaml")):
        content = yamlfile.load(path)
        for name in yamlfile.keys(content):
            wrong = _check(content[name], str(path))
            complaints += wrong
            if not wrong:
                frames.append(_frame(name, content[name], str(path), defaults))
    yamlfile.raise_all(complaints)
    return tuple(sorted(frames, key=lambda frame: frame.type))


def _check(body: Any, where: str) -> list[str]:
    if not isinstance(body, dict):
        return [f"{where}: a frame is a mapping with triggers and roles"]
    wrong = yamlfile.unknown_keys(body, FRAME_KEYS, where)
    for part in ("triggers", "weak"):
        wrong += yamlfile.unknown_keys(body.get(part) or {}, WORD_CLASSES, where)
    for kind in yamlfile.keys(body.get("kinds") or {}):
        wrong += yamlfile.unknown_keys(body["kinds"][kind], (*WORD_CLASSES, "weak"), where)
    roles = body.get("roles") or {}
    for role in yamlfile.keys(roles):
        if role not in ROLES:
            wrong.append(f"{where}:{roles[role].get(yamlfile.LINE)}: unknown role '{role}'{did_you_mean(role, ROLES)}")
        wrong += yamlfile.unknown_keys(roles[role], ROLE_KEYS, where)
    return wrong


def _frame(
    name: str, body: Mapping[str, Any], file: str, defaults: Mapping[str, Mapping[str, tuple[str, ...]]]
) -> Frame:
    triggers = _triggers(body.get("triggers"), "", False) + _triggers(body.get("weak"), "", True)
    kinds = body.get("kinds") or {}
    for kind in yamlfile.keys(kinds):
        triggers += _triggers(kinds[kind], kind, False) + _triggers(kinds[kind].get("weak"), kind, True)
    roles = body.get("roles") or {}
    return Frame(
        name.partition("/")[0],
        tuple(triggers),
        tuple(_role(role, roles[role], defaults) for role in yamlfile.keys(roles)),
        body.get("kind attribute", ""),
        body.get("default kind", ""),
        frozenset(yamlfile.words(body.get("not with"))),
        tuple(body.get("examples") or ()),
        file,
        frozenset(yamlfile.words(body.get("also"))),
        frozenset(yamlfile.words(body.get("needs"))),
        frozenset(yamlfile.words(body.get("not of"))),
        _texts(body.get("kind by weapon") or {}),
        body.get("stage", ""),
        bool(body.get("laid")),
        bool(body.get("recalls")),
        frozenset(yamlfile.words(body.get("not below"))),
        frozenset(yamlfile.words(body.get("only below"))),
    )


def _texts(mapping: Mapping[str, Any]) -> Mapping[str, str]:
    return {key: str(mapping[key]) for key in yamlfile.keys(mapping)}


def _triggers(words: Mapping[str, Any] | None, kind: str, weak: bool) -> list[Trigger]:
    found = []
    for word_class in WORD_CLASSES:
        for text in yamlfile.words((words or {}).get(word_class)):
            # The tokenizer parts nouns at hyphens: "anti-terror operation" is four tokens.
            head, *rest = (text.replace("-", " - ") if word_class == "noun" else text).split()
            if word_class == "phrase":
                found.append(Trigger(head, "verb", tuple(rest), kind, weak))
            elif rest:  # a noun of several words: its last word is the head
                found.append(Trigger(rest[-1], word_class, (head, *rest[:-1]), kind, weak))
            else:
                found.append(Trigger(head, word_class, (), kind, weak))
    return found


def _role(name: str, body: Mapping[str, Any], defaults: Mapping[str, Mapping[str, tuple[str, ...]]]) -> Role:
    given = body.get("seats")
    seats: dict[str, tuple[str, ...]] = {}
    for word_class in ("verb", "noun", "adjective"):
        own = given.get(word_class) if isinstance(given, dict) else given
        seats[word_class] = yamlfile.words(own) if own is not None else tuple(defaults[word_class].get(name, ()))
    return Role(
        name,
        frozenset(yamlfile.words(body.get("range"))),
        seats,
        bool(body.get("required")),
        frozenset(yamlfile.words(body.get("not"))),
    )
