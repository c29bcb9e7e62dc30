"""The steps of resolution in their order: extractions and background in, the graph and what stays doubtful out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.model import Extraction, Graph, Judgement, Node, ResolvedEvent
from kg.resolve import compare as names
from kg.resolve.background import Background
from kg.resolve.block import pairs as worth_comparing
from kg.resolve.cluster import Item, Link, cluster
from kg.resolve.compare import Comparison, Pair
from kg.resolve.copies import Copies
from kg.resolve.coreports import Told, one_event, same_people
from kg.resolve.decisions import Decisions, Known, decide
from kg.resolve.events import event_iri, merged
from kg.resolve.nodes import Group, best_type, known_node, name_groups, node, occurrences
from kg.resolve.profile import Profile, profiles
from kg.resolve.relations import pulled, relations
from kg.resolve.reports import Report, Thing, reports
from kg.resolve.stories import stories


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two nodes or two events that a person should look at, by IRI, with the reasons for and against."""

    left: str
    right: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """The resolved graph, and the pairs that nearly were one, the likeliest first."""

    graph: Graph
    doubts: tuple[Doubt, ...]


def ordered(extractions: Iterable[Extraction]) -> list[Extraction]:
    """By document, each once: a file given twice is one document, whichever reading of it came first."""
    kept: dict[str, Extraction] = {}
    for extraction in extractions:
        other = kept.get(extraction.document.id, extraction)
        kept[extraction.document.id] = extraction if other == extraction else min(other, extraction, key=repr)
    return [kept[name] for name in sorted(kept)]


def run(extractions: Sequence[Extraction], background: Background, judgements: Sequence[Judgement]) -> Resolution:
    """The resolution of extractions that are in order."""
    found = profiles(extractions, background.identity)
    compared = [(pair, comparison) for pair in worth_comparing(found, extractions, background)
                if (comparison := names.compare(pair)).score >= names.DOUBT]
    groups = _identify(found, compared, extractions, background, judgements)
    told = _reports(groups, extractions, background, judgements)
    groups = _with_people(groups, told.groups)
    iris = name_groups(groups, extractions, background)
    where = _where(extractions, groups, iris)
    graph = _graph(extractions, groups, iris, told.groups, where, background)
    near = [*_between(dict(zip(iris, groups, strict=True)), [(pair.left, pair.right, c) for pair, c in compared]),
            *_between({event_iri(group, extractions): group for group in told.groups}, told.near)]
    return Resolution(graph, tuple(_doubts(near, judgements)))


Compared = Sequence[tuple[Pair, Comparison]]


def _identify(found: Sequence[Profile], compared: Compared, extractions: Sequence[Extraction],
              background: Background, judgements: Sequence[Judgement]) -> list[Group]:
    """Clusters of profiles. Judgements name nodes as they are without them, so that they outlive a rebuild."""
    links = [Link(pair.left, pair.right, comparison.score) for pair, comparison in compared
             if comparison.score >= names.MERGE and not comparison.veto]

    def conflict(left: Profile, right: Profile) -> str:
        return names.conflict(Pair(left, right, background))

    groups = cluster(found, links, conflict)
    if not judgements:
        return groups
    named = dict(zip(name_groups(groups, extractions, background), groups, strict=True))
    decisions: Decisions[Profile] = decide(judgements, Known(named, lambda profile: " ".join(profile.words)))
    return cluster(found, [*links, *decisions.links], decisions.beside(conflict))


def _reports(groups: Sequence[Group], extractions: Sequence[Extraction], background: Background,
             judgements: Sequence[Judgement]) -> Told:
    """Clusters of reports. Judgements name events as they are without them."""
    things = [Thing(number, best_type(group, background), any(profile.named for profile in group))
              for number, group in enumerate(groups)]
    local: list[dict[str, Thing]] = [{} for _ in extractions]
    for thing, group in zip(things, groups, strict=True):
        for profile in group:
            for occurrence in profile.occurrences:
                local[occurrence.document][occurrence.entity.id] = thing
    found = list(reports(extractions, local, background))
    numbered = dict(enumerate(things))
    shared = stories(extractions, background.identity)
    told = one_event(found, numbered, background, shared)
    if any(judgement.left.startswith("event/") for judgement in judgements):
        named = {event_iri(group, extractions): group for group in told.groups}
        decisions: Decisions[Report] = decide(judgements, Known(named, lambda report: ""))
        told = one_event(found, numbered, background, shared, decisions)
    return told


def _with_people(groups: Sequence[Group], told: Sequence[Sequence[Report]]) -> list[Group]:
    """The clusters, where the nameless who fill one seat of one event have become one."""
    nameless = {(occurrence.document, occurrence.entity.id): profile for group in groups for profile in group
                if not profile.named for occurrence in profile.occurrences}
    links = [Link(nameless[left], nameless[right], 1.0) for left, right in same_people(told)
             if left in nameless and right in nameless]
    kept = [group for group in groups if any(profile.named for profile in group)]
    each = {profile.key: profile for profile in nameless.values()}
    return [*kept, *cluster(list(each.values()), links, _one_document)]


def _one_document(left: Profile, right: Profile) -> str:
    return "one document tells them apart" if left.documents & right.documents else ""


Where = list[dict[str, str]]


def _where(extractions: Sequence[Extraction], groups: Sequence[Group], iris: Sequence[str]) -> Where:
    where: Where = [{} for _ in extractions]
    for group, iri in zip(groups, iris, strict=True):
        for profile in group:
            for occurrence in profile.occurrences:
                where[occurrence.document][occurrence.entity.id] = iri
    return where


def _graph(extractions: Sequence[Extraction], groups: Sequence[Group], iris: Sequence[str],
           told: Sequence[Sequence[Report]], where: Where, background: Background) -> Graph:
    entries = {iri: entry for iri, group in zip(iris, groups, strict=True) if any(profile.iri for profile in group)
               and (entry := background.entry(iri, sorted({o.entity.name for o in occurrences(group)})))}
    nodes = {iri: node(iri, group, extractions, entries.get(iri), background)
             for iri, group in zip(iris, groups, strict=True)}
    needed = {entry.iri: entry for entry in pulled(entries, background)}
    nodes |= {iri: known_node(entry) for iri, entry in needed.items()}
    documents = [extraction.document for extraction in extractions]
    return Graph(
        tuple(documents), tuple(nodes[iri] for iri in sorted(nodes)),
        tuple(sorted(_events(extractions, told, where, nodes, background), key=lambda event: event.iri)),
        tuple(relations(extractions, where, {**entries, **needed})))


def _events(extractions: Sequence[Extraction], told: Sequence[Sequence[Report]], where: Where,
            nodes: Mapping[str, Node], background: Background) -> Iterator[ResolvedEvent]:
    copies = Copies({extraction.document.id: extraction.document for extraction in extractions})
    iris = [event_iri(group, extractions) for group in told]
    for iri, group in zip(iris, told, strict=True):
        for report in group:
            where[report.document][report.event.id] = iri
    for iri, group in zip(iris, told, strict=True):
        yield merged(iri, group, extractions, where, nodes, copies, background)


Near = tuple[str, str, Comparison]


def _between(groups: Mapping[str, Sequence[Item]], pairs: Sequence[tuple[Item, Item, Comparison]]) -> Iterator[Near]:
    """Compared items by the IRIs of what they became."""
    keys = {item.key for left, right, _ in pairs for item in (left, right)}
    home = {item.key: iri for iri, group in groups.items() for item in group if item.key in keys}
    return ((home[left.key], home[right.key], comparison) for left, right, comparison in pairs)


def _doubts(near: Sequence[Near], judgements: Sequence[Judgement]) -> Iterator[Doubt]:
    """Pairs that score high enough for a look, are not one already, and were not judged.

    A veto settles a weak likeness, but where all else speaks for it a person should know.
    """
    judged = {frozenset((judgement.left, judgement.right)) for judgement in judgements}
    best: dict[tuple[str, str], Comparison] = {}
    for one, other, comparison in sorted(near, key=lambda item: -item[2].score):
        left, right = sorted((one, other))
        if left != right and frozenset((left, right)) not in judged and _open(comparison):
            best.setdefault((left, right), comparison)
    for (left, right), comparison in sorted(best.items(), key=lambda item: (-item[1].score, item[0])):
        yield Doubt(left, right, comparison.score, (*comparison.reasons, *filter(None, [comparison.veto])))


def _open(comparison: Comparison) -> bool:
    return not comparison.veto or (comparison.score >= names.MERGE and comparison.veto != names.TWO_ENTRIES)
