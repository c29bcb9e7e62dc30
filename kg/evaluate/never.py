"""What must not be asserted: each item of `never` in the gold is a trap that a careless reader falls into."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kg.evaluate.gold import GoldArticle
from kg.evaluate.relations import gold_triple
from kg.evaluate.rules import Rules
from kg.model import Event, Extraction

_NOT_SAID = ("denied", "hypothetical")  # a relation said so does not assert anything


def violations(article: GoldArticle, record: Extraction, entities: Mapping[str, str], events: Mapping[str, str],
               rules: Rules) -> Iterator[str]:
    """One line for each item that is violated: what was said, and why it must not be."""
    for item in article.never:
        said = next(_said(item, article, record, entities, events, rules), "")
        if said:
            yield f"{said} ({item.get('why', 'never')})"


def _said(item: Mapping[str, Any], article: GoldArticle, record: Extraction, entities: Mapping[str, str],
          events: Mapping[str, str], rules: Rules) -> Iterator[str]:
    if "relation" in item:
        yield from _relation(item, record, entities, rules)
    elif "merge" in item or "same" in item:
        yield from _merged(item.get("merge") or item["same"], article, record, rules)
    elif "quote_not_from" in item:
        yield from _quoted(item["quote_not_from"], record)
    elif "names" in item:
        names = {rules.key(name) for name in item["names"]}
        wanted = item.get("entityType") or item["type"]
        yield from (f"{one.type} '{one.name}'" for one in record.entities
                    if one.type == wanted and rules.key(one.name) in names)
    elif "type" in item:
        yield from (f"{one.type} '{one.trigger.text}' as {one.factuality}" for one in record.events
                    if _is_banned(one, item, article, entities, events, rules))


def _relation(item: Mapping[str, Any], record: Extraction, entities: Mapping[str, str], rules: Rules) -> Iterator[str]:
    for relation in record.relations:
        banned = relation.factuality in item["factuality"] if "factuality" in item else \
            relation.factuality not in _NOT_SAID
        if banned and gold_triple(relation, entities, rules) == tuple(item["relation"]):
            yield f"{' '.join(item['relation'])} as {relation.factuality}"


def _merged(ids: list[str], article: GoldArticle, record: Extraction, rules: Rules) -> Iterator[str]:
    """Names that only one of the two bears, on one node."""
    left, right = ({rules.key(name) for one in article.entities if one.id == gold for name in one.names}
                   for gold in ids[:2])
    for entity in record.entities:
        surfaces = {rules.key(mention.text) for mention in entity.mentions if mention.kind != "pronoun"}
        if surfaces & (left - right) and surfaces & (right - left):
            yield f"one node for {ids[0]} and {ids[1]}: '{entity.name}'"


def _quoted(passages: list[str], record: Extraction) -> Iterator[str]:
    text = record.document.text
    spans = [(start, start + len(passage)) for passage in passages if (start := text.find(passage)) >= 0]
    for event in record.events:
        if any(start <= event.trigger.start < end for start, end in spans):
            yield f"{event.type} '{event.trigger.text}' from what is not the article"


def _is_banned(event: Event, item: Mapping[str, Any], article: GoldArticle, entities: Mapping[str, str],
               events: Mapping[str, str], rules: Rules) -> bool:
    if not rules.fits(event.type, [item["type"]]) or event.factuality == "denied":
        return False
    if item.get("triggers") and not rules.same_trigger(event.trigger.text, item["triggers"]):
        return False
    if not all(_fills(event, role, fillers, entities) for role, fillers in item.get("roles", {}).items()):
        return False
    if event.factuality not in item.get("factuality", [event.factuality]):
        return False
    if event.factuality in item.get("unlessFactuality", ()):
        return False
    return "roles" in item or not _is_excused(event, item, article, events)


def _is_excused(event: Event, item: Mapping[str, Any], article: GoldArticle, events: Mapping[str, str]) -> bool:
    """An event that is the gold's own is no violation; where factuality is the point, its factuality must be, too."""
    gold = next((one for one in article.events if one.id == events.get(event.id)), None)
    careful = "factuality" in item or "unlessFactuality" in item
    return gold is not None and (not careful or event.factuality in gold.attributes.get("factuality", ()))


def _fills(event: Event, role: str, fillers: list[str], entities: Mapping[str, str]) -> bool:
    return any(entities.get(filler) in fillers for filler in event.roles.get(role, ()))
