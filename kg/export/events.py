"""One row for each event, with the columns that political scientists expect, as CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from kg.export._files import cell, opened
from kg.lexicon.ontology import Ontology, load
from kg.model import Document, Graph, Node, ResolvedEvent

NAME = "events-csv"
TITLE = "a table of events with dates, places, actors and CAMEO and PLOVER codes, for statistics"
FILE = "events.csv"
COLUMNS = (
    "event_id", "event_type", "event_date", "end_date", "place", "latitude", "longitude", "country", "actor1",
    "actor1_type", "actor1_id", "actor2", "actor2_type", "actor2_id", "cameo", "plover", "attack_kind", "legal_kind",
    "stage", "factuality", "attributed_to", "deaths", "injured", "confidence", "independent_sources", "sources",
    "documents", "quote", "label")
_FIRST = ("perpetrator", "agent", "suspect")  # who acts, the surest first
_SECOND = ("patient", "victim", "target", "recipient", "disrupts")
Nodes = Mapping[str, Node]


def write(graph: Graph, target: Path) -> None:
    """Writes the table. Raises OutputError."""
    nodes = {node.iri: node for node in graph.nodes}
    documents = {document.id: document for document in graph.documents}
    names = {**{iri: node.name for iri, node in nodes.items()}, **{event.iri: event.label for event in graph.events},
             **{f"document/{name}": document.title or name for name, document in documents.items()}}
    states = _states(graph)
    with opened(target) as stream:
        writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
        writer.writeheader()
        for event in graph.events:
            row = {**_what(event, load()), **_where(event, nodes, states), **_who(event, nodes, names),
                   **_sources(event, documents, names)}
            writer.writerow({name: cell(value) if isinstance(value, str) and name not in ("longitude", "latitude")
                             else value for name, value in row.items()})


def codes(event: ResolvedEvent, ontology: Ontology) -> tuple[str, str]:
    """The CAMEO code and PLOVER category closest to an event: of its kind of attack or step, else of its class."""
    values = [str(event.attributes.get(key, "")) for key in ("attackKind", "legalKind")]
    matches = [match for value in values if value in ontology.concepts for match in ontology.concepts[value].matches]
    for name in ontology.ancestors(event.type):
        term = ontology.classes.get(name)
        matches += [match.rpartition("/")[2] for match in (term.matches if term else ())]
    return _code(matches, "cameo-", ontology), _code(matches, "plover-", ontology)


def _code(matches: list[str], prefix: str, ontology: Ontology) -> str:
    return next((ontology.concepts[match].notation for match in matches
                 if match.startswith(prefix) and match in ontology.concepts), "")


def _what(event: ResolvedEvent, ontology: Ontology) -> dict[str, object]:
    time = event.times[0] if event.times else None
    cameo, plover = codes(event, ontology)
    given = event.attributes
    return {"event_id": event.iri, "event_type": event.type, "event_date": (time.start if time else "") or "",
            "end_date": (time.end if time else "") or "", "cameo": cameo, "plover": plover,
            "attack_kind": given.get("attackKind", ""), "legal_kind": given.get("legalKind", ""),
            "stage": event.stage or "", "factuality": event.factuality, "deaths": given.get("killed", ""),
            "injured": given.get("injured", ""), "confidence": round(event.confidence, 4), "label": event.label}


def _where(event: ResolvedEvent, nodes: Nodes, states: Mapping[str, str]) -> dict[str, object]:
    iri = next((place for place in event.roles.get("place", ()) if place in nodes), None)
    if iri is None:
        return {}
    place = nodes[iri]
    return {"place": place.name, "latitude": place.attributes.get("lat", ""),
            "longitude": place.attributes.get("long", ""), "country": states.get(iri, "")}


def _who(event: ResolvedEvent, nodes: Nodes, names: Mapping[str, str]) -> dict[str, object]:
    found: dict[str, object] = {}
    for number, roles in ((1, _FIRST), (2, _SECOND)):
        iri = next((filler for role in roles for filler in event.roles.get(role, ())), None)
        if iri is not None:
            kind = nodes[iri].type if iri in nodes else "Event"
            found |= {f"actor{number}": names.get(iri, iri), f"actor{number}_type": kind, f"actor{number}_id": iri}
    return found


def _sources(event: ResolvedEvent, documents: Mapping[str, Document], names: Mapping[str, str]) -> dict[str, object]:
    ids = sorted({quote.document.removeprefix("document/") for quote in event.evidence})
    told = [documents[name] for name in ids if name in documents]
    return {"independent_sources": event.independent_sources, "documents": "; ".join(ids),
            "sources": "; ".join(dict.fromkeys(document.publisher or document.source for document in told)),
            "attributed_to": "; ".join(names.get(who, who) for who in event.attributed_to),
            "quote": event.evidence[0].text if event.evidence else ""}


def _states(graph: Graph) -> dict[str, str]:
    """The ISO code of the state in which a place lies, as far as relations lead."""
    inside = {relation.subject: relation.object for relation in graph.relations
              if relation.predicate == "locatedIn" and relation.factuality == "reported"}
    iso = {node.iri: node.attributes["isoCode"] for node in graph.nodes
           if node.type == "State" and "isoCode" in node.attributes}
    return {node.iri: next((iso[iri] for iri in _up(node.iri, inside) if iri in iso), "") for node in graph.nodes}


def _up(iri: str, inside: Mapping[str, str]) -> Iterator[str]:
    seen: set[str] = set()
    while iri not in seen:
        yield iri
        seen.add(iri)
        iri = inside.get(iri, iri)
