def kinds(events):
    return {event["type"] for event in events if event["type"] in ("Attack", "MilitaryAction")}


def test_guerrillas_against_soldiers_is_war(events_of):
    assert kinds(events_of("Guerrillas ambushed a military convoy near Ocotal.")) == {"MilitaryAction"}


def test_guerrillas_against_a_bank_is_an_attack(events_of):
    assert kinds(events_of("Guerrillas attacked a bank in Ocotal.")) == {"Attack"}


def test_soldiers_killed_in_clashes_are_killed_in_war(events_of):
    assert kinds(events_of("Two soldiers were killed in the clashes.")) == {"MilitaryAction"}


def test_what_an_air_force_does_is_war(events_of):
    assert kinds(events_of("The air force strafed the hills near Perquin.")) == {"MilitaryAction"}


def test_murder_by_an_army_is_an_attack(events_of):
    assert kinds(events_of("The army massacred forty villagers near Perquin.")) == {"Attack"}


def test_fire_from_a_gunship_is_war(events_of):
    assert kinds(events_of("Two helicopter gunships strafed the houses.")) == {"MilitaryAction"}


def test_what_a_body_of_the_state_is_told_of_by_a_pronoun_to_have_done_is_a_killing(events_of):
    events = events_of("The Philippine military said it had killed Radulan Sahir, a leader of the Abu Sayyaf group.")
    assert [event["agent"] for event in events if event["type"] == "Killing"] == [["Armed Forces of the Philippines"]]


def test_a_front_against_a_garrison_is_war(events_of):
    assert kinds(events_of("The FMLN attacked the garrison at San Vicente.")) == {"MilitaryAction"}


def test_what_a_government_is_said_to_do_as_its_way_is_no_event(events_of):
    assert kinds(events_of("A government that massacres its people must fall.")) == set()


def test_guerrilla_attack_on_a_garrison_is_war(events_of):
    assert kinds(events_of("The army lost nine men in the guerrilla attack on the garrison.")) == {"MilitaryAction"}


def test_those_who_die_in_a_clash_that_ensued_die_in_war(events_of):
    assert kinds(events_of("A CLASH ENSUED, AND JUAN ZURITA AND CESAR ORTEGA WERE KILLED.")) == {"MilitaryAction"}


def test_those_who_are_killed_and_wounded_in_clashes_fell_in_war(events_of):
    assert kinds(events_of("Two members were killed and five were wounded during clashes.")) == {"MilitaryAction"}
