"""What becomes of a bomb decides whether it was an attack."""


def hostile(events_of, text):
    return [(event["type"], event["trigger"]) for event in events_of(text) if event["type"] in ("Attack", "Plot")]


def test_a_bomb_that_went_off_is_one_attack(events_of):
    assert hostile(events_of, "Rebels planted a bomb in the market. It exploded at noon.") == [("Attack", "planted")]


def test_a_bomb_that_nobody_tells_more_of_is_no_attack(events_of):
    assert hostile(events_of, "Police found a bomb planted under the car of the mayor.") == [("Plot", "planted")]


def test_another_bomb_elsewhere_tells_nothing_of_this_one(events_of):
    text = "Rebels planted a bomb in the market. Gunmen blew up a bank in Lima."
    assert hostile(events_of, text) == [("Plot", "planted"), ("Attack", "blew up")]


def test_a_bomb_that_destroyed_something_went_off(events_of):
    text = "Rebels placed a dynamite charge near the town, which destroyed the guard post."
    assert hostile(events_of, text)[0] == ("Attack", "placed")
