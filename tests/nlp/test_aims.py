"""Whom an act struck or missed, told around its noun."""

import pytest

CASES = [
    ("The target of the attack was the ambassador.", "victim", ["the ambassador"]),
    ("General Soto escaped unhurt from a grenade attack in Bogota.", "victim", ["Soto"]),
    ("The party headquarters was the object of a bomb attack.", "target", ["The party headquarters"]),
    ("Two nuns died at the hands of the rebels.", "perpetrator", ["the rebels"]),
]


@pytest.mark.parametrize(("text", "role", "fillers"), CASES)
def test_participant_is_found(events_of, text, role, fillers):
    assert [event[role] for event in events_of(text) if event["type"] == "Attack"] == [fillers]
