"""What one document says: entities, events and relations with their evidence, before anything is merged.

A mirror of the record of `kg extract` (`kg.model.record` reads and writes its JSON).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.model.document import Document

BACKGROUND = "knowledge"  # the last part of the method of a relation that no sentence states


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that refers to an entity. `kind` is `name`, `nominal` or `pronoun`; `head` its head word.

    `confidence` is how sure it is that it refers to this entity and to no other of the document.
    """

    text: str
    start: int
    end: int
    head: str
    kind: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """A span of the document that says so. `method` names the rule that read it, as in `Detention/passive`."""

    start: int
    end: int
    method: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """A time as precise as the text: ISO dates, months or years, `--10-13` where no year can be known."""

    start: str | None
    end: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A participant or place of one document. `iri` is set where it was linked to the knowledge base.

    `attributes` holds concept names and literals such as `agencyKind`, `weaponKind`, `isoCode`.
    """

    id: str
    type: str
    name: str
    mentions: tuple[Mention, ...]
    iri: str | None = None
    count: int | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, was planned or was said. `roles` maps a role to ids of entities or events.

    `attributes` holds `attackKind`, `legalKind` (concept names) and `killed`, `injured` (integers).
    `attributed_to` are ids of the entities who said so; `cues` the words that decided on stage and factuality.
    """

    id: str
    type: str
    trigger: Mention
    roles: Mapping[str, tuple[str, ...]]
    evidence: tuple[Evidence, ...]
    time: When | None = None
    stage: str | None = None
    factuality: str = "reported"
    attributed_to: tuple[str, ...] = ()
    confidence: float = 1.0
    attributes: Mapping[str, str | int] = field(default_factory=dict)
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """A binary relation between two entities; `object` is a literal where the predicate takes one (`holdsRole`)."""

    subject: str
    predicate: str
    object: str
    evidence: tuple[Evidence, ...]
    factuality: str = "reported"
    attributed_to: tuple[str, ...] = ()
    confidence: float = 1.0

    @property
    def is_background(self) -> bool:
        """Whether the knowledge base alone says so, of two things that the document names."""
        return bool(self.evidence) and all(e.method.endswith(f"/{BACKGROUND}") for e in self.evidence)


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one document says."""

    document: Document
    entities: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
