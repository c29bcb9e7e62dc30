import pytest


def attack(events):
    return next(event for event in events if event["type"] == "Attack")


def test_group_of_guerrillas_is_a_perpetrator_besides(events_of):
    found = attack(events_of("FARC guerrillas kidnapped a priest in Pasto."))["perpetrator"]
    assert len(found) == 2 and "FARC guerrillas" in found


def test_who_claims_an_attack_is_its_suspect(events_of):
    found = attack(events_of("The Red Dawn Front claimed responsibility for the attack on the bank."))
    assert "Red Dawn Front" in found["suspect"]


def test_who_is_said_to_be_responsible_is_a_suspect(events_of):
    found = attack(events_of("The rebels are responsible for the murder of the priest."))
    assert found["suspect"] == ["The rebels"]


@pytest.mark.parametrize(("text", "role"), [
    ("Four men were charged with the murder of a judge.", "suspect"),
    ("Four men were convicted over the bombing of a market.", "perpetrator"),
    ("Four men were convicted of conspiracy.", "perpetrator"),
])
def test_who_stands_before_a_court_for_an_act_without_a_doer_is_in_it(events_of, text, role):
    act = next(event for event in events_of(text) if event["type"] in ("Attack", "Plot"))
    assert act[role] == ["Four men"]


def test_who_is_acquitted_is_no_suspect(events_of):
    events = events_of("Four men were acquitted of the murder of a judge.")
    assert not any(event.get("suspect") for event in events)


def test_those_who_admit_that_others_did_it_are_no_suspects(events_of):
    events = events_of("Two leaders of the party admitted that the rebels killed the minister.")
    assert [event.get("suspect") for event in events if event["type"] == "Attack"] == [None]
