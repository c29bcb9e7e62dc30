"""Summary, corroboration and timeline."""

from kg.analyse import corroboration, summarize, timeline
from kg.lexicon import ontology
from kg.model import Node, Quote


def test_corroboration_puts_the_best_supported_first(told, graph, say):
    events = told(say("a"), iri="event/a"), told(say("a"), say("b"), iri="event/b", independent=2)
    assert [(s.event, s.independent) for s in corroboration(graph(*events))] == [("event/b", 2), ("event/a", 1)]


def test_a_timeline_is_in_order_and_leaves_out_what_has_no_date(told, graph):
    late, early, never = told(iri="event/late", times=["2021-05-09"]), told(iri="event/early", times=["2020"]), told()
    assert [moment.event for moment in timeline(graph(late, early, never))] == ["event/early", "event/late"]


def test_a_summary_counts_by_class(told, graph):
    quote = Quote("a", 0, 5, "Heron")
    nodes = (Node("group/heron", "Group", "Heron", mentions=(quote,)), Node("state/KEN", "State", "Kenya", known=True))
    found = summarize(graph(told(kind="Plot", stage="thwarted"), told(iri="event/two"), nodes=nodes), ontology.load())
    assert (found.documents, found.publishers, found.actors) == (3, 1, {"Group": 1})
    assert (found.events, found.stages) == ({"Attack": 1, "Plot": 1}, {"thwarted": 1})


def test_the_busiest_actors_are_those_in_most_events(told, graph):
    node = Node("group/heron", "Group", "Heron", mentions=(Quote("a", 0, 5, "Heron"),))
    events = [told(iri=f"event/{n}") for n in "ab"]
    events = [type(e)(e.iri, e.type, e.label, {"agent": ("group/heron",)}, e.evidence) for e in events]
    assert summarize(graph(*events, nodes=(node,)), ontology.load()).busiest == (("Heron", 2),)
