"""Attributes of what was paired (stage, factuality, time, numbers, kinds, sources), counted where gold states them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kg.evaluate.gold import GoldArticle, GoldEvent
from kg.evaluate.rules import days
from kg.evaluate.tally import Tally
from kg.model import Entity, Event, Extraction

Judged = tuple[str, bool, str]
"""Name of the attribute, whether it is right, and what was said where it is not."""


def tally(article: GoldArticle, record: Extraction, entities: Mapping[str, str], events: Mapping[str, str],
          notes: list[str]) -> dict[str, Tally]:
    """Right and wrong by attribute."""
    found: dict[str, Tally] = {}
    for name, right, said in _judged(article, record, entities, events):
        found[name] = found.get(name, Tally()) + Tally(right=right, wrong=not right)
        if not right:
            notes.append(f"+ {name} {said}")
    return dict(sorted(found.items()))


def _judged(article: GoldArticle, record: Extraction, entities: Mapping[str, str],
            events: Mapping[str, str]) -> Iterator[Judged]:
    gold_entities = {one.id: one for one in article.entities}
    for entity in record.entities:
        if entity.id in entities:
            for name, right in gold_entities[entities[entity.id]].attributes.items():
                said = _of_entity(entity, name)
                yield name, said in right, f"'{entity.name}' {said} instead of {_shown(right)}"
    gold_events = {one.id: one for one in article.events}
    for event in record.events:
        if event.id in events:
            yield from _of_pair(event, gold_events[events[event.id]], entities)


def _of_pair(event: Event, gold: GoldEvent, entities: Mapping[str, str]) -> Iterator[Judged]:
    label = f"{event.type} '{event.trigger.text}'"
    for name, right in gold.attributes.items():
        said = _of_event(event, name)
        yield name, said in right, f"{label} {said} instead of {_shown(right)}"
    if gold.sources:
        sources = {entities.get(one, "?") for one in event.attributed_to}
        if sources or event.factuality != "reported":
            fine = bool(sources) and sources <= gold.sources
            yield "attributedTo", fine, f"{label} {_shown(sorted(sources))} instead of {_shown(sorted(gold.sources))}"
    if gold.times and (event.time or not gold.may_lack_time):
        said = (event.time.start, event.time.end) if event.time else (None, None)
        yield "time", days(*said) in {days(*time) for time in gold.times}, f"{label} {said} instead of {gold.times[0]}"


def _of_entity(entity: Entity, name: str) -> Any:
    return entity.count if name == "count" else entity.attributes.get(name)


def _of_event(event: Event, name: str) -> Any:
    return getattr(event, name) if name in ("stage", "factuality") else event.attributes.get(name)


def _shown(values: Any) -> str:
    return "/".join(map(str, values)) or "nothing"
