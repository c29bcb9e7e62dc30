"""The record of `kg extract`: an Extraction as one JSON object, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from kg.errors import RecordError
from kg.model.document import Document, Span
from kg.model.extraction import Entity, Event, Evidence, Extraction, Mention, Relation, When

Json = dict[str, Any]


def to_record(extraction: Extraction) -> Json:
    """The JSON object of an extraction."""
    document = extraction.document
    return {
        **{name: getattr(document, name) for name in ("id", "source", "title", "date", "publisher", "author", "url",
                                                      "language", "sha256", "text")},
        "boilerplate": [[span.start, span.end] for span in document.boilerplate],
        "headings": [[span.start, span.end] for span in document.headings],
        "entities": [_entity(entity) for entity in extraction.entities],
        "events": [_event(event, document.text) for event in extraction.events],
        "relations": [_relation(relation, document.text) for relation in extraction.relations],
    }


def dumps(extraction: Extraction) -> str:
    """The line of JSON of an extraction, without a line end."""
    return json.dumps(to_record(extraction), ensure_ascii=False, separators=(",", ":"))


def loads(line: str, where: str = "record") -> Extraction:
    """The extraction of a line of JSON. Raises RecordError, naming `where`, if it is not one."""
    try:
        return from_record(json.loads(line))
    except json.JSONDecodeError as error:
        raise RecordError(f"{where}: not JSON: {error.msg} at character {error.pos}") from error
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise RecordError(f"{where}: not a record of `kg extract`: {error!r}") from error


def from_record(record: Json) -> Extraction:
    """The extraction of a JSON object. Raises KeyError, TypeError or ValueError if it is not one."""
    known = {name: record.get(name) for name in ("title", "date", "publisher", "author", "url")}
    document = Document(
        id=record["id"], source=record["source"], text=record["text"], language=record.get("language", "en"),
        sha256=record.get("sha256", ""), boilerplate=_spans(record.get("boilerplate", [])),
        headings=_spans(record.get("headings", [])), **known)
    return Extraction(
        document,
        tuple(_read_entity(entity) for entity in record["entities"]),
        tuple(_read_event(event) for event in record["events"]),
        tuple(_read_relation(relation) for relation in record["relations"]),
    )


def _entity(entity: Entity) -> Json:
    return {"id": entity.id, "type": entity.type, "name": entity.name, "iri": entity.iri, "count": entity.count,
            "attributes": dict(entity.attributes), "mentions": [asdict(mention) for mention in entity.mentions]}


def _event(event: Event, text: str) -> Json:
    return {"id": event.id, "type": event.type, "attributes": dict(event.attributes), "trigger": asdict(event.trigger),
            "roles": {role: list(fillers) for role, fillers in event.roles.items()},
            "time": asdict(event.time) if event.time else None, "stage": event.stage, "factuality": event.factuality,
            "attributedTo": list(event.attributed_to), "confidence": event.confidence,
            "cues": list(event.cues), "evidence": _evidence(event.evidence, text)}


def _relation(relation: Relation, text: str) -> Json:
    return {"subject": relation.subject, "predicate": relation.predicate, "object": relation.object,
            "factuality": relation.factuality, "attributedTo": list(relation.attributed_to),
            "confidence": relation.confidence, "evidence": _evidence(relation.evidence, text)}


def _evidence(evidence: tuple[Evidence, ...], text: str) -> list[Json]:
    return [{"start": e.start, "end": e.end, "quote": text[e.start:e.end], "method": e.method} for e in evidence]


def _spans(pairs: list[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs)


def _read_entity(record: Json) -> Entity:
    return Entity(record["id"], record["type"], record["name"],
                  tuple(Mention(**mention) for mention in record["mentions"]),
                  record.get("iri"), record.get("count"), dict(record.get("attributes") or {}))


def _read_event(record: Json) -> Event:
    time: Mapping[str, Any] | None = record.get("time")
    return Event(
        record["id"], record["type"], Mention(**{"head": "", "kind": "trigger", **record["trigger"]}),
        {role: tuple(fillers) for role, fillers in record["roles"].items()}, _read_evidence(record["evidence"]),
        When(time.get("start"), time.get("end"), time.get("text", "")) if time else None, record.get("stage"),
        record.get("factuality", "reported"), tuple(record.get("attributedTo") or ()), record.get("confidence", 1.0),
        dict(record.get("attributes") or {}), tuple(record.get("cues") or ()))


def _read_relation(record: Json) -> Relation:
    return Relation(record["subject"], record["predicate"], record["object"], _read_evidence(record["evidence"]),
                    record.get("factuality", "reported"), tuple(record.get("attributedTo") or ()),
                    record.get("confidence", 1.0))


def _read_evidence(evidence: list[Json]) -> tuple[Evidence, ...]:
    return tuple(Evidence(e["start"], e["end"], e.get("method", "")) for e in evidence)
