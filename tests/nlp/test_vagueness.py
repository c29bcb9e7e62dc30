"""What is told of a kind of act is no event."""


def attacks(events):
    return [event["trigger"] for event in events if event["type"] == "Attack"]


def test_attacks_on_a_kind_of_thing_are_none(events_of):
    assert attacks(events_of("The bishop spoke of repression, murders and attacks on universities.")) == []


def test_counted_attacks_are_attacks(events_of):
    assert attacks(events_of("The bishop spoke of two attacks on the universities.")) == ["attacks"]


def test_state_of_siege_is_no_siege(events_of):
    assert attacks(events_of("THE PRESIDENT LIFTED THE STATE OF SIEGE.")) == []
