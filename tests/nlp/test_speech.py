"""Who speaks where no word of saying stands beside."""

from __future__ import annotations

import pytest

CASES = [
    ("The group was a front, the court said. The men had been trained in Sudan in 2006.", "trained", ["the court"]),
    ('"They kidnapped two nuns. Then they burned the convent," said the bishop.', "kidnapped", ["the bishop"]),
    ("The belts were made in a flat, officials said. The flat was raided on Friday.", "raided", ["officials"]),
    ("According to the police, the cell was large. It also recruited three soldiers.", "recruited", ["police"]),
]


@pytest.mark.parametrize(("text", "trigger", "by"), CASES)
def test_speech_runs_on(text, trigger, by, events_of):
    event = next(event for event in events_of(text) if event["trigger"] == trigger)
    assert event["factuality"] == "claimed"
    assert [name.removeprefix("the ") for name in event["by"]] == [name.removeprefix("the ") for name in by]


@pytest.mark.parametrize("text", [
    '"I am innocent," Ahmed said. He had been arrested in Oran in 2016.',
    "The minister said the border was quiet. Rebels kidnapped two nuns.",
    '"They are cowards," the mayor said. Rebels kidnapped two nuns.',
    "The minister said the border was quiet.\n\nThe rebels had kidnapped two nuns.",
])
def test_reporter_speaks_again(text, events_of):
    events = [event for event in events_of(text) if event["type"] in ("Attack", "Detention")]
    assert [(event["factuality"], event["by"]) for event in events] == [("reported", [])]


def test_short_quotation_marks_are_a_turn_of_phrase(events_of):
    event = next(e for e in events_of('The army said its "operation" had ended. Rebels shot dead "two spies" in Mopti.')
                 if e["type"] == "Attack")
    assert event["by"] == []
