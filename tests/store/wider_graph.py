"""The small graph with more events, which the questions ask for that it leaves open: blame, talks, contradictions."""

from dataclasses import replace

from kg.model import Account, Graph, ResolvedEvent, ResolvedRelation, When
from tests.sample_graph import CELL, DERBENT, DETAINED, FOUR, FSB, GUNMEN, IS, RUS, SHOT, TUR, sample


def day(text):
    return When(text, None, text)


MORE = tuple(ResolvedEvent(f"event/more-{number}", kind, label, roles, **{"evidence": (SHOT,), **options})
             for number, (kind, label, roles, options) in enumerate((
    ("Accusation", "blame", {"agent": (TUR,), "patient": (IS,), "topic": ("event/attack-1",)}, {}),
    ("Plot", "plot against a market", {"suspect": (CELL,)}, {"stage": "planned", "factuality": "alleged",
                                                             "attributed_to": (FSB,)}),
    ("Meeting", "talks in Derbent", {"agent": (RUS, TUR), "place": (DERBENT,)}, {}),
    ("Recruitment", "recruiting", {"agent": (IS,), "patient": (GUNMEN,)}, {}),
    ("Travel", "journey", {"agent": (GUNMEN,), "origin": (TUR,), "destination": (DERBENT,)}, {}),
    ("Attack", "two counts", {"place": (DERBENT,)}, {
        "attributes": {"killed": 9}, "evidence": (SHOT, DETAINED), "accounts": (
            Account("doc-daily", {}, counts={"killed": 9}), Account("doc-wire", {}, counts={"killed": 7}))}),
    ("Attack", "two views", {"perpetrator": (IS,), "suspect": (CELL,)}, {"evidence": (SHOT, DETAINED), "accounts": (
        Account("doc-daily", {"perpetrator": (IS,)}, (day("2019-05-08"),), counts={"injured": 2}),
        Account("doc-wire", {"suspect": (RUS,)}, (day("2019-05-09"),), "attempted", "denied", {"injured": 2}))}),
    ("Attack", "one view", {"perpetrator": (IS,)}, {"evidence": (SHOT, DETAINED), "accounts": (
        Account("doc-daily", {"perpetrator": (IS,)}, (day("2019-05"),), counts={"killed": 8}),
        Account("doc-daily", {"perpetrator": (GUNMEN,)}),
        Account("doc-wire", {"suspect": (IS,)}, (day("2019-05-09"),), counts={"killed": 8}))}),
    ("Denial", "its denial", {"agent": (IS,), "topic": ("event/more-7",)}, {"evidence": (DETAINED,)}),
)))


def wider() -> Graph:
    """The small graph, these events, and a membership that Turkey denies."""
    graph = sample()
    denied = ResolvedRelation("assertion/x", FOUR, "memberOf", CELL, (SHOT,), "denied", (TUR,))
    return replace(graph, events=(*graph.events, *MORE), relations=(*graph.relations, denied))
