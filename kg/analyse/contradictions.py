"""Where sources differ: the accounts of each event in, contradictions with who says what out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, product

from kg.model import Account, Graph, ResolvedEvent, When
from kg.resolve.times import Interval, gap, interval

DENIED, REPORTED = "denied", "reported"
RESPONSIBLE, SUSPECT = "perpetrator", "suspect"  # two agencies may share an arrest; two groups seldom an attack
UNNAMED = "People"  # gunmen may be of any group
KIN = frozenset({"partOf", "affiliatedWith", "memberOf", "directedBy"})

Said = Mapping[str, frozenset[str]]  # a value, and the documents that give it


@dataclass(frozen=True, slots=True, order=True)
class Contradiction:
    """Sources that differ on one event; `values` pairs what is said with the documents that say it.

    `about` is `date`, `killed`, `injured`, a role whose number differs, `perpetrator` or `factuality`.
    """

    event: str
    about: str
    values: tuple[tuple[str, tuple[str, ...]], ...]


def contradictions(graph: Graph) -> tuple[Contradiction, ...]:
    """All contradictions between documents, sorted by event."""
    written = {document.id: document.date for document in graph.documents}
    kin = {frozenset((r.subject, r.object)) for r in graph.relations if r.predicate in KIN}
    unnamed = frozenset(node.iri for node in graph.nodes if node.type == UNNAMED)
    found = []
    for event in graph.events:
        if len({account.document for account in event.accounts}) > 1:
            found += [Contradiction(event.iri, about, _values(said))
                      for about, said in _claims(event, written, kin, unnamed) if _disputed(said)]
    return tuple(sorted(found))


def _values(said: Said) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((value, tuple(sorted(said[value]))) for value in sorted(said))


def _claims(event: ResolvedEvent, written: Mapping[str, str | None],
            kin: set[frozenset[str]], unnamed: frozenset[str]) -> Iterator[tuple[str, Said]]:
    for name in sorted({name for account in event.accounts for name in account.counts}):
        yield name, _said((str(account.counts[name]), account) for account in event.accounts if name in account.counts)
    if _dates_clash(event, written):
        yield "date", _said((_day(time), account) for account in event.accounts for time in account.times)
    held = _said((iri, account) for account in event.accounts for role in (RESPONSIBLE, SUSPECT)
                 for iri in account.roles.get(role, ()) if iri not in unnamed)
    if _accused(event) and not any(frozenset(pair) in kin for pair in combinations(sorted(held), 2)):
        yield RESPONSIBLE, held
    yield "factuality", _said((account.factuality, account) for account in event.accounts
                              if account.factuality in (DENIED, REPORTED))


def _accused(event: ResolvedEvent) -> bool:
    """Whether a source says who did it: sources that only suspect somebody leave it open."""
    return any(RESPONSIBLE in account.roles for account in event.accounts)


def _said(pairs: Iterable[tuple[str, Account]]) -> Said:
    found: dict[str, set[str]] = defaultdict(set)
    for value, account in pairs:
        found[value].add(account.document)
    return {value: frozenset(documents) for value, documents in found.items()}


def _disputed(said: Said) -> bool:
    """Whether two documents have no value in common; one that gives several agrees with whoever gives one of them."""
    values: dict[str, set[str]] = defaultdict(set)
    for value, documents in said.items():
        for document in documents:
            values[document].add(value)
    return any(not left & right for left, right in combinations(values.values(), 2))


def _dates_clash(event: ResolvedEvent, written: Mapping[str, str | None]) -> bool:
    known: dict[str, list[Interval]] = defaultdict(list)
    for account in event.accounts:
        found = (interval(time, written.get(account.document)) for time in account.times)
        known[account.document] += [days for days in found if days]
    return any(all(gap(a, b) for a, b in product(left, right))
               for left, right in combinations([days for days in known.values() if days], 2))


def _day(time: When) -> str:
    return "/".join(dict.fromkeys(filter(None, [time.start, time.end])))
