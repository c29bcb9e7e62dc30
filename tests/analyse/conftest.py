"""Graphs in few words: `event("a", killed=3)` is an event told by several documents."""

import pytest

from kg.model import Account, Document, Graph, Quote, ResolvedEvent, When


def when(day):
    start, _, end = day.partition("/")
    return When(start, end or start, day)


def account(document, day=None, factuality="reported", roles=None, **counts):
    return Account(document, {role: tuple(iris) for role, iris in (roles or {}).items()}, (when(day),) if day else (),
                   None, factuality, counts)


def event(*accounts, iri="event/one", kind="Attack", independent=1, times=(), **more):
    evidence = tuple(Quote(told.document, 0, 1, "T") for told in accounts)
    return ResolvedEvent(iri, kind, iri, {}, evidence, tuple(map(when, times)), accounts=tuple(accounts),
                         independent_sources=independent, **more)


@pytest.fixture
def say():
    return account


@pytest.fixture
def told():
    return event


@pytest.fixture
def graph():
    return lambda *events, **more: Graph(
        tuple(Document(name, name, "Text", date="2021-05-10", publisher="Ambra Courier") for name in "abc"),
        events=events, **more)
