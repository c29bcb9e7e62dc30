"""Sentences: the ontology's phrases join participants; dates read as people write them."""

import pytest

from kg.export.html.look import words
from kg.export.html.sentence import Writer, in_words
from kg.lexicon.ontology import load
from kg.model import ResolvedEvent, ResolvedRelation, When

NAMES = ["FSB", "the ministry", "four men", "Moscow", "the plot"]
NUMBER = {name: number for number, name in enumerate(NAMES)}


def tell(pieces):
    return "".join(NAMES[piece] if isinstance(piece, int) else piece for piece in pieces)


def event(kind, times=(), **roles):
    fillers = {role: (names,) if isinstance(names, str) else names for role, names in roles.items()}
    return ResolvedEvent("event/e", kind, "label", fillers, (), times)


@pytest.fixture
def writer():
    return Writer(load(), words(), NUMBER, {"four men"}.__contains__)


def test_agent_and_patient_are_joined_by_the_phrase_of_the_class(writer):
    times = (When("2019-10-13", "2019-10-14", ""),)
    said = writer.event(event("Detention", times, agent=("FSB", "the ministry"), patient="four men", place="Moscow"))
    assert tell(said) == "FSB and the ministry detained four men in Moscow, 13–14 October 2019"


def test_without_an_agent_the_sentence_is_passive_and_agrees_in_number(writer):
    assert tell(writer.event(event("Detention", patient="four men"))) == "four men were detained"
    assert tell(writer.event(event("Detention", patient="FSB"))) == "FSB was detained"


def test_without_a_patient_the_label_stands_in(writer):
    assert tell(writer.event(event("Raid", agent="FSB", place="Moscow"))) == "Raid by FSB in Moscow"


def test_a_suspect_is_never_told_as_perpetrator(writer):
    assert tell(writer.event(event("Attack", suspect="four men", place="Moscow"))) == (
        "Attack in Moscow; is blamed on four men")


def test_a_disrupted_plot_is_the_object(writer):
    assert tell(writer.event(event("Disruption", agent="FSB", disrupts="the plot"))) == "FSB disrupted the plot"


def test_what_a_statement_is_about_is_its_object_but_what_a_trial_is_about_is_not(writer):
    assert tell(writer.event(event("Denial", agent="FSB", topic="the plot"))) == "FSB denied the plot"
    assert tell(writer.event(event("LegalAction", agent="FSB", topic="the plot"))) == (
        "Legal action by FSB about the plot")


def test_participants_outside_the_graph_are_left_out(writer):
    assert tell(writer.event(event("Detention", agent="nobody", patient="FSB"))) == "FSB was detained"


def test_a_class_that_the_ontology_does_not_know_still_has_a_sentence(writer):
    assert tell(writer.event(event("TrainRobbery", agent="four men"))) == "Train robbery by four men"


def test_relations_are_sentences_too_and_their_object_may_be_a_text(writer):
    role = ResolvedRelation("relation/r", "FSB", "holdsRole", "guardian")
    assert tell(writer.relation(role)) == "FSB is guardian"


@pytest.mark.parametrize(("start", "end", "told"), [
    ("2019-10-13", "2019-10-13", "13 October 2019"), ("2019-10-13", "2019-10-14", "13–14 October 2019"),
    ("2019-10", "2019-10", "October 2019"), ("2019", "2019", "2019"), ("--10-13", "--10-13", "13 October"),
    ("2019-10-31", "2019-11-02", "31 October 2019 – 2 November 2019"), ("2019-13-40", "2019-13-40", "2019-13-40"),
    (None, None, "last week")])
def test_dates_are_as_precise_as_the_text(start, end, told):
    assert in_words(When(start, end, "last week")) == told
