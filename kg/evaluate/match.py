"""Which found entity or event is which of the gold: one to one, the matching with the greatest weight."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import networkx

from kg.evaluate.gold import GoldArticle, GoldEntity, GoldEvent
from kg.evaluate.rules import Rules
from kg.model import Entity, Event, Extraction

TYPE, NAME, MOST_NAMES = 20, 1, 9  # the right type outweighs any number of names
TRIGGER, ARGUMENT, SURE_ARGUMENTS = 20, 3, 2  # without its trigger an event is recognized by two arguments
PASSES = 2  # events are arguments of events: the second pass knows which is which

Kinship = Mapping[str, frozenset[str]]
Pairs = dict[str, str]
"""From the id of what was found to the id of the gold."""


def pair_entities(article: GoldArticle, extraction: Extraction, rules: Rules) -> Pairs:
    """Pairs the entities that share a name; a pair may still differ in type."""
    return _best({(entity.id, gold.id): weight for entity in extraction.entities for gold in article.entities
                  if (weight := _entity_weight(entity, gold, rules))})


def pair_events(article: GoldArticle, extraction: Extraction, entities: Mapping[str, str], rules: Rules) -> Pairs:
    """Pairs the events of a right type that share a trigger or two arguments."""
    pairs: Pairs = {}
    for _ in range(PASSES):
        known = {**entities, **pairs}
        pairs = _best({(event.id, gold.id): weight for event in extraction.events for gold in article.events
                       if rules.fits(event.type, gold.types)
                       and (weight := _event_weight(event, gold, known, rules))})
    return pairs


def is_right(role: str, filler: str, gold: GoldEvent, kin: Kinship, rules: Rules) -> bool:
    """Whether a filler (an id of gold, or what belongs together with it) is right in the role."""
    same = {filler} | kin.get(filler, frozenset())
    return any(one in same and rules.same_role(role, right, gold) for right, one in gold.allowed)


def kinship(article: GoldArticle, rules: Rules) -> Kinship:
    """For each entity those that stand for it in a role: sets and members, agencies and states."""
    links = [(r.subject, r.object) for r in article.relations if r.predicate in rules.belonging]
    both = links + [(target, subject) for subject, target in links]
    return {one: frozenset(other for this, other in both if this == one) for one, _ in both}


def arguments(event: Event) -> Iterator[tuple[str, str]]:
    """(role, filler) of an event, in order."""
    return ((role, filler) for role, fillers in event.roles.items() for filler in fillers)


def _entity_weight(entity: Entity, gold: GoldEntity, rules: Rules) -> int:
    surfaces = Counter(rules.key(text) for text in _surfaces(entity))
    shared = sum(surfaces[name] for name in {rules.key(name) for name in gold.names})
    return NAME * min(shared, MOST_NAMES) + TYPE * rules.fits(entity.type, gold.types) if shared else 0


def _surfaces(entity: Entity) -> Iterable[str]:
    return [entity.name, *(mention.text for mention in entity.mentions if mention.kind != "pronoun")]


def _event_weight(event: Event, gold: GoldEvent, entities: Mapping[str, str], rules: Rules) -> int:
    shared = sum(1 for role, filler in arguments(event)
                 if filler in entities and is_right(role, entities[filler], gold, {}, rules))
    trigger = rules.same_trigger(event.trigger.text, gold.triggers)
    return TRIGGER * trigger + ARGUMENT * shared if trigger or shared >= SURE_ARGUMENTS else 0


def _best(weights: Mapping[tuple[str, str], int]) -> Pairs:
    graph = networkx.Graph()
    for (found, gold), weight in sorted(weights.items()):
        graph.add_edge(("found", found), ("gold", gold), weight=weight)
    pairs = (dict(pair) for pair in networkx.max_weight_matching(graph))
    return dict(sorted((pair["found"], pair["gold"]) for pair in pairs))
