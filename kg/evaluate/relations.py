"""Binary relations of a record held against gold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kg.evaluate.gold import GoldArticle, GoldRelation
from kg.evaluate.rules import Rules
from kg.evaluate.tally import Tally
from kg.model import Extraction, Relation

Triple = tuple[str, str, str]
_STATED = ("reported", "claimed")  # what a plain relation of gold may be said as


def tally(article: GoldArticle, record: Extraction, entities: Mapping[str, str], rules: Rules,
          notes: list[str]) -> Tally:
    """Counts each relation once; what follows from gold because a predicate is transitive is right, too."""
    gold = {_triple(one.subject, one.predicate, one.object, rules): one for one in article.relations}
    implied = set(_closure(gold, rules))
    right: set[Triple] = set()
    wrong: set[Triple] = set()
    for relation in record.relations:
        triple = gold_triple(relation, entities, rules)
        known = _known(triple, gold)
        fine = triple in implied if known is None else relation.factuality in (known.factuality or _STATED)
        (right if fine else wrong).add(triple)
    wrong -= right
    missed = [one for triple, one in gold.items() if one.key and not any(_alike(triple, said) for said in right)]
    notes += [f"+ relation {' '.join(triple)}" for triple in sorted(wrong)]
    notes += [f"- relation {one.subject} {one.predicate} {one.object}" for one in missed]
    return Tally(len(right), len(wrong), len(missed))


def gold_triple(relation: Relation, entities: Mapping[str, str], rules: Rules) -> Triple:
    """A relation with the gold's ids; what is not of the gold keeps its own, marked with `?`."""
    subject = entities.get(relation.subject, f"?{relation.subject}")
    target = relation.object if _is_literal(relation.predicate, rules) else \
        entities.get(relation.object, f"?{relation.object}")
    return _triple(subject, relation.predicate, target, rules)


def _triple(subject: str, predicate: str, target: str, rules: Rules) -> Triple:
    if _is_literal(predicate, rules):
        return subject, predicate, rules.key(target)
    term = rules.ontology.properties.get(predicate)
    if term and term.symmetric and target < subject:
        return target, predicate, subject
    return subject, predicate, target


def _is_literal(predicate: str, rules: Rules) -> bool:
    term = rules.ontology.properties.get(predicate)
    return bool(term and term.literal)


def _known(triple: Triple, gold: Mapping[Triple, GoldRelation]) -> GoldRelation | None:
    return gold.get(triple) or next((one for other, one in gold.items() if _alike(triple, other)), None)


def _alike(one: Triple, other: Triple) -> bool:
    """Equal, or with literals of which one contains the other: `Prime Minister`, `former Prime Minister`."""
    return one == other or (
        one[:2] == other[:2] and one[1] == "holdsRole" and (one[2] in other[2] or other[2] in one[2]))


def _closure(gold: Iterable[Triple], rules: Rules) -> Iterator[Triple]:
    """What follows from transitive predicates."""
    transitive = {name for name, term in rules.ontology.properties.items() if term.transitive}
    facts = {triple for triple in gold if triple[1] in transitive}
    while new := {(a, p, d) for a, p, b in facts for c, q, d in facts if b == c and p == q and a != d} - facts:
        facts |= new
    yield from facts
