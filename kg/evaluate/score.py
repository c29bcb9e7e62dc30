"""One article's record held against its gold: what is right, wrong, missed, and what should never have been said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg.evaluate import attributes, match, relations
from kg.evaluate.gold import GoldArticle, GoldEvent
from kg.evaluate.never import violations
from kg.evaluate.rules import Rules
from kg.evaluate.rules import load as load_rules
from kg.evaluate.tally import Tally
from kg.model import Extraction

FACTS = ("entities", "events", "arguments", "relations")


@dataclass(frozen=True, slots=True)
class ArticleScore:
    """Counts of one article. `notes` are lines for a reader: what was missed (-) and what was wrong (+)."""

    name: str
    tallies: dict[str, Tally]
    attributes: dict[str, Tally] = field(default_factory=dict)
    violations: tuple[str, ...] = ()
    never: int = 0
    broken_quotes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def score(articles: Sequence[GoldArticle], extractions: Iterable[Extraction]) -> list[ArticleScore]:
    """The score of every article of the gold; one that was not read has missed everything."""
    records: dict[str, list[Extraction]] = {}
    for extraction in extractions:
        records.setdefault(Path(extraction.document.source).name, []).append(extraction)
    rules = load_rules()
    return [_score(article, _record(article, records), rules) for article in articles]


def _record(article: GoldArticle, records: dict[str, list[Extraction]]) -> Extraction | None:
    """The record of the article's number within its file, numbered by the ids where there are several."""
    found = sorted(records.get(article.source.name, ()), key=lambda one: _number(one.document.id))
    return found[article.number] if article.number < len(found) else None


def _number(identifier: str) -> int:
    last = identifier.rpartition("-")[2]
    return int(last) if last.isdigit() else 0


@dataclass(frozen=True, slots=True)
class _Case:
    """An article, its record, and what of the one is what of the other."""

    article: GoldArticle
    record: Extraction
    entities: match.Pairs
    events: match.Pairs
    rules: Rules


def _score(article: GoldArticle, record: Extraction | None, rules: Rules) -> ArticleScore:
    name = article.source.name + (f" {article.number + 1}" if article.number else "")
    if record is None:
        return ArticleScore(name, _all_missed(article), never=len(article.never), notes=("- no record",))
    entities = match.pair_entities(article, record, rules)
    case = _Case(article, record, entities, match.pair_events(article, record, entities, rules), rules)
    notes: list[str] = []
    tallies = {"entities": _entities(case, notes), "events": _events(case, notes), "arguments": _arguments(case, notes),
               "relations": relations.tally(article, record, entities, rules, notes)}
    return ArticleScore(name, tallies, attributes.tally(article, record, entities, case.events, notes),
                        tuple(violations(article, record, entities, case.events, rules)), len(article.never),
                        tuple(broken_quotes(record)), tuple(notes))


def _all_missed(article: GoldArticle) -> dict[str, Tally]:
    missed = dict.fromkeys(FACTS, 0) | {
        "entities": sum(one.key for one in article.entities), "events": sum(one.key for one in article.events),
        "relations": sum(one.key for one in article.relations)}
    return {what: Tally(missed=count) for what, count in missed.items()}


def broken_quotes(record: Extraction) -> Iterator[str]:
    """Mentions and triggers that are not the text between their offsets, and evidence outside the text."""
    text = record.document.text
    mentions = [mention for entity in record.entities for mention in entity.mentions]
    for mention in mentions + [event.trigger for event in record.events]:
        if text[mention.start:mention.end] != mention.text:
            yield mention.text
    evidence = [event.evidence for event in record.events] + [relation.evidence for relation in record.relations]
    for spans in evidence:
        if not spans:
            yield "nothing"
        yield from (f"{span.start}-{span.end}" for span in spans if not 0 <= span.start < span.end <= len(text))


def _entities(case: _Case, notes: list[str]) -> Tally:
    by_id = {gold.id: gold for gold in case.article.entities}
    types = {entity.id: entity.type for entity in case.record.entities}
    right = {gold for found, gold in case.entities.items() if case.rules.fits(types[found], by_id[gold].types)}
    found_right = {found for found, gold in case.entities.items() if gold in right}
    wrong = [entity for entity in case.record.entities if entity.id not in found_right]
    missed = [gold for gold in case.article.entities if gold.key and gold.id not in right]
    notes += [f"+ entity {one.type} '{one.name}'" for one in wrong]
    notes += [f"- entity {one.types[0]} '{one.names[0]}'" for one in missed]
    return Tally(len(right), len(wrong), len(missed))


def _events(case: _Case, notes: list[str]) -> Tally:
    wrong = [event for event in case.record.events if event.id not in case.events]
    missed = [gold for gold in case.article.events if gold.key and not _is_found(gold, case)]
    notes += [f"+ event {one.type} '{one.trigger.text}'" for one in wrong]
    notes += [f"- event {one.types[0]} '{one.triggers[0]}'" for one in missed]
    return Tally(len(case.events), len(wrong), len(missed))


def _is_found(gold: GoldEvent, case: _Case) -> bool:
    return bool({gold.id, *gold.merges} & set(case.events.values()))


def _arguments(case: _Case, notes: list[str]) -> Tally:
    golds = {gold.id: gold for gold in case.article.events}
    kin = match.kinship(case.article, case.rules)
    known = {**case.entities, **case.events}
    right: set[tuple[str, str, str]] = set()
    wrong = 0
    for event in case.record.events:
        gold = golds.get(case.events.get(event.id, ""))
        for role, filler in match.arguments(event):
            one = known.get(filler, "")
            if gold and one and match.is_right(role, one, gold, kin, case.rules):
                right.add((gold.id, role, one))
            else:
                wrong += 1
                notes.append(f"+ argument {event.type} '{event.trigger.text}' {role} {filler}")
    missed = list(_missed_arguments(case, right, kin))
    notes += [f"- argument {gold.types[0]} '{gold.triggers[0]}' {role} {'/'.join(sorted(any_of))}"
              for gold, role, any_of in missed]
    return Tally(len(right), wrong, len(missed))


def _missed_arguments(case: _Case, right: set[tuple[str, str, str]], kin: match.Kinship,
                      ) -> Iterator[tuple[GoldEvent, str, frozenset[str]]]:
    """The needed arguments of key events whose filler is key, too, and that no right argument covers."""
    keys = {entity.id for entity in case.article.entities if entity.key}
    keys |= {event.id for event in case.article.events if event.key}
    for gold in case.article.events:
        if not gold.key or (gold.id not in case.events.values() and _is_found(gold, case)):
            continue
        for role, any_of in gold.needed:
            wide = any_of.union(*(kin.get(one, frozenset()) for one in any_of))
            covered = any(event == gold.id and one in wide and case.rules.same_role(said, role, gold)
                          for event, said, one in right)
            if any_of & keys and not covered:
                yield gold, role, any_of
