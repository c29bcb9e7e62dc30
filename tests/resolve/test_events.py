"""Events across documents: what is told twice is one event, what happened twice is two."""

import pytest

from kg.model import Judgement, Verdict
from kg.resolve import resolve, resolve_with_doubts

BORDER = "agency/ken-border-guard"


def detention(story, source, day, count=4, place="Altavera", date="2021-05-10", publisher=None, agent="Border Guard"):
    told = story(source, date, publisher, text=" ".join(f"{source}{n}" for n in range(30)))
    guard = told.entity("Agency", agent, iri=BORDER if agent == "Border Guard" else None)
    men = told.entity("People", f"{count} men", count=count)
    told.event("Detention", day, agent=[guard], patient=[men], place=[told.entity("City", place)])
    return told.extraction()


@pytest.fixture
def events(knowledge):
    return lambda *extractions: resolve(extractions, knowledge).events


def test_one_detention_in_two_papers_is_one_event(story, events):
    event, = events(detention(story, "a", "2021-05-08"), detention(story, "b", "2021-05-08"))
    assert event.independent_sources == 2 and len(event.evidence) == 2


def test_the_nameless_men_of_one_event_are_one_node(story, events):
    event, = events(detention(story, "a", "2021-05-08"), detention(story, "b", "2021-05-08"))
    assert len(event.roles["patient"]) == 1


def test_two_operations_two_weeks_apart_stay_two(story, events):
    assert len(events(detention(story, "a", "2021-05-08"), detention(story, "b", "2021-04-24"))) == 2


def test_two_towns_stay_two_events(story, events):
    assert len(events(detention(story, "a", "2021-05-08"), detention(story, "b", "2021-05-08", place="Sandmouth"))) == 2


def test_four_and_forty_men_are_two_events(story, events):
    assert len(events(detention(story, "a", "2021-05-08"), detention(story, "b", "2021-05-08", count=40))) == 2


def test_four_and_five_men_are_one_event_told_differently(story, events):
    event, = events(detention(story, "a", "2021-05-08"), detention(story, "b", "2021-05-08", count=5))
    assert [account.counts["patient"] for account in event.accounts] == [4, 5]


def test_an_undated_report_joins_within_a_news_cycle(story, events):
    assert len(events(detention(story, "a", None), detention(story, "b", None, date="2021-05-12"))) == 1


def test_undated_reports_of_different_months_stay_two(story, events):
    assert len(events(detention(story, "a", None), detention(story, "b", None, date="2021-07-12"))) == 2


def test_a_date_without_year_is_read_by_the_date_of_its_article(story, events):
    event, = events(detention(story, "a", "--05-08"), detention(story, "b", "2021-05-08"))
    assert [time.start for time in event.times] == ["2021-05-08"]


def test_articles_of_one_publisher_are_one_source(story, events):
    event, = events(detention(story, "a", "2021-05-08", publisher="Ambra Courier"),
                    detention(story, "b", "2021-05-08", publisher="Ambra Courier"))
    assert event.independent_sources == 1


def hostile(story, source, kind, stage, **more):
    told = story(source, "2021-05-10")
    group = told.entity("Group", "Blue Lantern Front")
    terminal = told.entity("Facility", "Ambra Terminal")
    told.event(kind, "2021-05-09", stage, perpetrator=[group], target=[terminal], **more)
    return told.extraction()


def test_a_plot_is_never_the_attack(story, events):
    assert len(events(hostile(story, "a", "Plot", "thwarted"), hostile(story, "b", "Attack", "accomplished"))) == 2


def test_a_plan_and_its_foiling_are_one_plot_that_was_thwarted(story, events):
    event, = events(hostile(story, "a", "Plot", "planned"), hostile(story, "b", "Plot", "thwarted"))
    assert event.stage == "thwarted"


def test_a_bombing_and_a_stabbing_stay_two(story, events):
    kinds = ({"attackKind": "bombing"}, {"attackKind": "stabbing"})
    assert len(events(*(hostile(story, str(i), "Attack", None, attributes=kind) for i, kind in enumerate(kinds)))) == 2


def test_an_unspecified_attack_takes_the_kind_that_others_know(story, events):
    kinds = ({"attackKind": "unspecified-attack"}, {"attackKind": "bombing"})
    event, = events(*(hostile(story, str(i), "Attack", None, attributes=kind) for i, kind in enumerate(kinds)))
    assert event.attributes["attackKind"] == "bombing"


def test_one_denial_does_not_undo_what_others_report(story, events):
    event, = events(hostile(story, "a", "Attack", None, factuality="denied"), hostile(story, "b", "Attack", None))
    assert event.factuality == "reported"
    assert [account.factuality for account in event.accounts] == ["denied", "reported"]


def abroad(story, source, factuality):
    told = story(source, "2021-05-10")
    union = told.entity("InternationalOrganization", "Eastern Union")
    told.event("MilitaryAction", None, None, agent=[union], factuality=factuality)
    return told.extraction()


def test_a_denial_of_some_deed_does_not_contradict_another_deed_of_the_same_body(story, events):
    assert len(events(abroad(story, "a", "denied"), abroad(story, "b", "reported"))) == 2


def test_what_one_claims_and_another_reports_is_reported(story, events):
    event, = events(hostile(story, "a", "Attack", None, factuality="claimed"), hostile(story, "b", "Attack", None))
    assert event.factuality == "reported"


def meeting(story, source, *names):
    told = story(source, "2021-05-10")
    told.event("Meeting", "2021-05-09", agent=[told.entity("Person", name) for name in names],
               place=[told.entity("City", "Altavera")])
    return told.extraction()


def test_one_host_who_met_two_guests_had_two_meetings(story, events):
    met = meeting(story, "a", "Ilya Moravec", "Li Weijun"), meeting(story, "b", "Ilya Moravec", "Farid Alami")
    assert len(events(*met)) == 2


def test_a_meeting_told_without_one_guest_is_the_same(story, events):
    assert len(events(meeting(story, "a", "Ilya Moravec", "Li Weijun"), meeting(story, "b", "Ilya Moravec"))) == 1


def test_a_document_that_returns_to_a_detention_tells_of_one(story, events):
    told = story("a", "2021-05-10")
    men, guard = told.entity("People", "four men", count=4), told.entity("Agency", "Border Guard", iri=BORDER)
    told.event("Detention", "2021-05-08", agent=[guard], patient=[men])
    told.event("Detention", patient=[men])
    assert len(events(told.extraction())) == 1


def test_a_document_that_tells_of_two_detentions_keeps_them_apart(story, events):
    told = story("a", "2021-05-10")
    guard = told.entity("Agency", "Border Guard", iri=BORDER)
    for name in ("four men", "two women"):
        told.event("Detention", agent=[guard], patient=[told.entity("People", name)])
    assert len(events(told.extraction())) == 2


def test_an_event_is_never_about_itself(story, events):
    told = story("a", "2021-05-10")
    men = told.entity("People", "four men", count=4)
    first = told.event("Detention", "2021-05-08", patient=[men])
    told.event("Detention", patient=[men], topic=[first])
    event, = events(told.extraction())
    assert "topic" not in event.roles


def test_who_is_a_perpetrator_is_not_listed_as_suspect_too(story, events):
    told = story("b", "2021-05-10")
    told.event("Attack", "2021-05-09", suspect=[told.entity("Group", "Blue Lantern Front")],
               target=[told.entity("Facility", "Ambra Terminal")])
    event, = events(hostile(story, "a", "Attack", None), told.extraction())
    assert "perpetrator" in event.roles and "suspect" not in event.roles


def test_one_description_in_one_document_is_one_thing_and_its_plots_one_plot(story, events):
    told = story("a", "2021-05-10")
    front = told.entity("Group", "Blue Lantern Front")
    for name in ("a crowded mall", "the crowded mall"):
        mall = told.entity("Facility", name, mention="nominal")
        told.event("Plot", stage="planned", perpetrator=[front], target=[mall])
    event, = events(told.extraction())
    assert len(event.roles["target"]) == 1


def test_events_that_nearly_are_one_are_shown_with_their_reasons(story, knowledge):
    told = detention(story, "a", "2021-05-08"), detention(story, "b", "2021-05-09", count=5)
    graph, (doubt,) = resolve_with_doubts(told, knowledge)
    assert {doubt.left, doubt.right} == {event.iri for event in graph.events}
    assert "near time +0.05" in doubt.reasons


def test_a_judgement_joins_two_events(story, knowledge):
    told = detention(story, "a", "2021-05-08"), detention(story, "b", "2021-07-09", place="Sandmouth")
    left, right = (event.iri for event in resolve(told, knowledge).events)
    assert len(resolve(told, knowledge, [Judgement(left, right, Verdict.SAME)]).events) == 1


def plot(story, source, *names, day="2021-05-10", kind="bombing"):
    told = story(source, day)
    for name in names:
        told.entity("Person", name)
    target = told.entity("Target", f"the {source} target")
    told.event("Plot", day, "planned", attributes={"attackKind": kind}, target=[target])
    return told.extraction()


def test_nameless_plotters_are_known_by_the_story_they_are_in(story, events):
    names = "Ilya Moravec", "Li Weijun", "Farid Alami", "Marta Solano"
    assert len(events(plot(story, "a", *names), plot(story, "b", *names))) == 1


def test_one_rare_name_in_common_is_not_yet_a_story(story, events):
    told = plot(story, "a", "Ilya Moravec", "Li Weijun"), plot(story, "b", "Ilya Moravec", "Farid Alami")
    assert len(events(*told)) == 2


def retelling(story, *malls):
    """A plot of a group against each mall, and then once more without saying against what."""
    told = story("a", "2021-05-10")
    front = told.entity("Group", "Blue Lantern Front")
    for mall in malls:
        told.event("Plot", stage="planned", perpetrator=[front], target=[told.entity("Facility", mall)])
    told.event("Plot", stage="thwarted", perpetrator=[front])
    return told.extraction()


def test_a_document_that_returns_to_a_plot_with_less_tells_of_one(story, events):
    event, = events(retelling(story, "Ambra Mall"))
    assert event.stage == "thwarted"


def test_a_retelling_that_fits_two_plots_joins_neither(story, events):
    assert len(events(retelling(story, "Ambra Mall", "Sandmouth Mall"))) == 3
