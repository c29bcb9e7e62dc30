def of_type(events, name):
    return next(event for event in events if event["type"] == name)


def test_deaths_belong_to_the_bombing_that_caused_them(events_of):
    attack = of_type(events_of("A bombing in Karachi killed 12 people."), "Attack")
    assert (attack["trigger"], attack["killed"]) == ("bombing", 12)


def test_participle_of_result_counts_for_its_clause(events_of):
    assert of_type(events_of("A car bomb exploded in Quetta, wounding six guards."), "Attack")["injured"] == 6


def test_arrested_men_are_no_casualties(events_of):
    assert "killed" not in of_type(events_of("Police arrested 12 people in Karachi."), "Detention")


def test_deaths_in_an_accident_belong_to_the_accident(events_of):
    assert of_type(events_of("The plane crash near Lima killed 31 people."), "Incident")["killed"] == 31
