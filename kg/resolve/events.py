"""A cluster of reports in, one resolved event out: what sources agree on first, what each says kept beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from kg.ids import digest
from kg.model import Account, Extraction, Node, ResolvedEvent, When
from kg.resolve.background import Background
from kg.resolve.copies import Copies
from kg.resolve.relations import Where, quotes
from kg.resolve.reports import Report
from kg.resolve.times import contains

Group = Sequence[Report]
Roles = Mapping[str, tuple[str, ...]]
Value = TypeVar("Value", str, int)
NARROWER = {"perpetrator": ("agent", "suspect"), "suspect": ("agent",), "victim": ("patient",)}


def event_iri(group: Group, extractions: Sequence[Extraction]) -> str:
    """From the first report: later ones that join leave the IRI as it is."""
    first = group[0]
    document = extractions[first.document].document
    return f"event/{first.event.type.lower()}-{digest(document.id, str(first.event.trigger.start), first.event.id)}"


def merged(iri: str, group: Group, extractions: Sequence[Extraction], where: Where, nodes: Mapping[str, Node],
           copies: Copies, background: Background) -> ResolvedEvent:
    """The event that the reports of a cluster tell of."""
    accounts = tuple(_account(iri, report, extractions, where) for report in group)
    roles = _roles(accounts)
    documents = sorted({account.document for account in accounts})
    times = _times(accounts)
    return ResolvedEvent(
        iri, group[0].event.type, label(group[0].event.type, roles, nodes, background), roles,
        tuple(sorted({quote for report in group for quote in quotes(
            extractions[report.document], report.event.evidence, report.event.trigger.text, report.event.confidence)})),
        times, _stage(accounts, background), _factuality(accounts, background),
        tuple(sorted({where[report.document][who] for report in group for who in report.event.attributed_to
                      if who in where[report.document]})),
        max(report.event.confidence for report in group), copies.independent(documents),
        _attributes(group, background),
        tuple(sorted(accounts, key=lambda account: account.document)) if len(documents) > 1 else ())


def label(kind: str, roles: Roles, nodes: Mapping[str, Node], background: Background) -> str:
    """A short phrase: who did what to whom, as far as known, in the words of the ontology."""
    term = background.ontology.classes.get(kind)
    agents, patients, places = (
        _names(next((roles[role] for role in choice if role in roles), ()), nodes)
        for choice in (("perpetrator", "agent", "suspect"), ("victim", "patient", "disrupts", "target"), ("place",)))
    if term and term.phrase and agents and patients:
        phrase = f"{agents} {term.phrase} {patients}"
    else:
        known = ", ".join(filter(None, [agents, patients]))
        phrase = ": ".join(filter(None, [term.label.capitalize() if term else kind, known]))
    return f"{phrase} ({places})" if places else phrase


def _names(iris: Iterable[str], nodes: Mapping[str, Node]) -> str:
    return ", ".join(nodes[iri].name for iri in iris if iri in nodes)


def _account(iri: str, report: Report, extractions: Sequence[Extraction], where: Where) -> Account:
    names = where[report.document]
    roles = {role: tuple(sorted({names[filler] for filler in fillers if names.get(filler, iri) != iri}))
             for role, fillers in sorted(report.event.roles.items())}
    return Account(
        extractions[report.document].document.id, {role: found for role, found in roles.items() if found},
        (report.event.time,) if report.event.time else (), report.event.stage, report.event.factuality,
        dict(sorted(report.counts.items())))


def _roles(accounts: Sequence[Account]) -> Roles:
    """All fillers of each role; who is said to have a narrower role is not repeated in the wider one."""
    found: dict[str, set[str]] = {}
    for account in accounts:
        for role, fillers in account.roles.items():
            found.setdefault(role, set()).update(fillers)
    for narrow, wider in NARROWER.items():
        for wide in wider:
            found.get(wide, set()).difference_update(found.get(narrow, ()))
    return {role: tuple(sorted(found[role])) for role in sorted(found) if found[role]}


def _times(accounts: Sequence[Account]) -> tuple[When, ...]:
    """All times, the best supported first; vaguer ones that say nothing more are left out."""
    counts = Counter(time for account in accounts for time in account.times)
    telling = [time for time in counts if time.start or time.end] or list(counts)
    distinct = {(time.start, time.end): time for time in sorted(telling, key=lambda time: (-len(time.text), time.text))}
    support = Counter((time.start, time.end) for time in counts.elements())
    kept = [time for time in distinct.values() if not any(contains(time, other) for other in distinct.values())]
    return tuple(sorted(kept, key=lambda time: (-support[time.start, time.end], time.start or "", time.end or "")))


def _stage(accounts: Sequence[Account], background: Background) -> str | None:
    """The last stage that any source knows of: who tells of the plan may not know yet that it was foiled."""
    order = [stage for family in background.identity.events.stages for stage in family]
    stages = {account.stage for account in accounts if account.stage}
    return max(stages, key=lambda stage: (order.index(stage) if stage in order else -1, stage), default=None)


def _factuality(accounts: Sequence[Account], background: Background) -> str:
    """The strongest that a source gives; a denial only where most documents deny."""
    order = background.identity.events.factuality
    weakest = order[-1]
    denying = {account.document for account in accounts if account.factuality == weakest}
    affirming = {account.document for account in accounts if account.factuality != weakest}
    if len(denying) > len(affirming):
        return weakest
    found = {account.factuality for account in accounts if account.factuality != weakest}
    return min(found, key=lambda value: (order.index(value) if value in order else len(order), value))


def _attributes(group: Group, background: Background) -> Mapping[str, str | int]:
    vague = background.identity.events.vague
    names = sorted({name for report in group for name in report.event.attributes})
    values = {name: [r.event.attributes[name] for r in reversed(group) if name in r.event.attributes] for name in names}
    return {name: _best([value for value in found if value not in vague] or found) for name, found in values.items()}


def _best(values: Sequence[str | int]) -> str | int:
    """The best supported value; among equals that of the latest report, for tolls grow."""
    counts = Counter(values)
    return max(counts, key=lambda value: (counts[value], -values.index(value)))
