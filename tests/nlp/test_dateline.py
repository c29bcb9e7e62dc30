"""Datelines say nothing of what the report behind them tells."""

from __future__ import annotations

import pytest

CASES = [
    ("BAGHDAD, Oct 3 (Reuters) - Gunmen kidnapped two aid workers on Monday, police said.", ["police"]),
    ("COLOMBO - Islamic State said on Tuesday that it had kidnapped two priests.", ["Islamic State"]),
    ("BOGOTA, 5 MAY 1989 - THE ARMY SAID THAT REBELS KIDNAPPED SIX PEOPLE.", ["ARMY"]),
    ("KABUL: A spokesman said the militants had kidnapped ten men.", ["spokesman"]),
]


@pytest.mark.parametrize(("text", "by"), CASES)
def test_city_of_the_dateline_says_nothing(text, by, events_of):
    event = next(event for event in events_of(text) if event["trigger"].lower() == "kidnapped")
    assert len(event["by"]) == 1
    assert by[0].lower() in event["by"][0].lower()


def test_city_before_a_clause_may_speak(events_of):
    event = next(event for event in events_of("Paris said that its troops had arrested two men.") if event["by"])
    assert event["by"] == ["France"]
