"""The resolved graph: one node for one thing, across documents. What every output is written from.

Local names of IRIs throughout (`agency/federal-security-service`, `event/detention-…`, `document/doc-…`): the base IRI
is added at border 2. Everything is sorted by IRI, so equal input gives equal output.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.model.document import Document
from kg.model.extraction import When


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """The evidence for something: characters of a document's text, the text itself and the rule that read it.

    `trigger` is the word that evoked it, where there is one.
    """

    document: str
    start: int
    end: int
    text: str
    method: str = ""
    trigger: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Node:
    """An actor, place, weapon or target.

    `known` tells that it is an entry of the knowledge base; `same_as` are full IRIs outside (Wikidata, GeoNames);
    `mentions` are where texts name it; `attributes` holds `agencyKind`, `weaponKind`, `isoCode`, `lat`, `long`….
    """

    iri: str
    type: str
    name: str
    aliases: tuple[str, ...] = ()
    count: int | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)
    same_as: tuple[str, ...] = ()
    known: bool = False
    mentions: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """What one document says of an event, before sources were weighed against each other.

    `counts` holds `killed`, `injured` and, by role, how many persons or things fill it.
    """

    document: str
    roles: Mapping[str, tuple[str, ...]]
    times: tuple[When, ...] = ()
    stage: str | None = None
    factuality: str = "reported"
    counts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ResolvedEvent:
    """An event, perhaps told by several documents. `roles` maps a role to sorted IRIs of nodes or events.

    `attributes` as in `kg.model.extraction.Event`; `independent_sources` counts near-duplicate copies once;
    `times` are all dates that sources give, the best supported first; `accounts` what each document says, by
    document, where there are several.
    """

    iri: str
    type: str
    label: str
    roles: Mapping[str, tuple[str, ...]]
    evidence: tuple[Quote, ...]
    times: tuple[When, ...] = ()
    stage: str | None = None
    factuality: str = "reported"
    attributed_to: tuple[str, ...] = ()
    confidence: float = 1.0
    independent_sources: int = 1
    attributes: Mapping[str, str | int] = field(default_factory=dict)
    accounts: tuple[Account, ...] = ()


@dataclass(frozen=True, slots=True)
class ResolvedRelation:
    """A binary relation between two nodes. One without evidence comes from the knowledge base: `source` names the file.

    `object` is a literal where the predicate takes one (`holdsRole`).
    """

    iri: str
    subject: str
    predicate: str
    object: str
    evidence: tuple[Quote, ...] = ()
    factuality: str = "reported"
    attributed_to: tuple[str, ...] = ()
    confidence: float = 1.0
    source: str = ""


@dataclass(frozen=True, slots=True)
class Graph:
    """Documents, nodes, events and relations, each sorted by IRI or id."""

    documents: tuple[Document, ...] = ()
    nodes: tuple[Node, ...] = ()
    events: tuple[ResolvedEvent, ...] = ()
    relations: tuple[ResolvedRelation, ...] = ()
