"""How plots ended, told elsewhere in the text."""


def test_known_act_that_was_planned_is_the_act_told_before(events_of):
    text = "An assault on a hotel in Bamako killed 20 people in 2015. Ahmed planned the assault for months."
    assert [event["killed"] for event in events_of(text) if event["type"] in ("Attack", "Plot")] == [20]


def test_plan_for_another_act_stays_a_plan(events_of):
    text = "Gunmen attacked a bank in Lima. The men planned to attack an embassy."
    assert [event["type"] for event in events_of(text)] == ["Attack", "Plot"]


def test_attacks_that_killed_were_not_only_planned(events_of):
    events = events_of("The 2008 attacks, in which 166 people were killed, were planned in Karachi.")
    assert [(event["type"], event["killed"]) for event in events] == [("Attack", 166)]


def test_parts_of_a_foiled_plot_are_foiled(events_of):
    text = "Police arrested the cell in Tver. The cell was plotting attacks, including explosions at public events."
    assert [event.get("stage") for event in events_of(text) if event["type"] == "Plot"] == ["thwarted", "thwarted"]
