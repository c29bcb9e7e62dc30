"""Several words of one event become one event."""

import pytest


def hostile(events):
    return [event for event in events if event["type"] in ("Attack", "Plot")]


@pytest.mark.parametrize(
    "text",
    [
        "A bomb hidden in a bin killed two cleaners.",
        "Rockets fired by rebels at the port wounded a docker.",
        "The hall was destroyed in an arson attack.",
        "A plot by two students to blow up a bank with fertilizer was uncovered.",
        "Gunmen opened fire on a bus.",
    ],
)
def test_one_act_is_told_once(events_of, text):
    assert len(hostile(events_of(text))) == 1


def test_phrase_and_its_noun_are_one_event(events_of):
    assert [event["type"] for event in events_of("Masked men opened fire on a bus.")] == ["Attack"]


def test_what_a_fire_does_is_no_attack(events_of):
    assert hostile(events_of("The bakery was damaged by a fire.")) == []


def test_two_acts_stay_two(events_of):
    text = "The rebels kidnapped a priest and burned down a school."
    assert len(hostile(events_of(text))) == 2
