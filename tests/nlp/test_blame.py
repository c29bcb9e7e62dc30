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
