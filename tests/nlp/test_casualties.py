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


def test_both_numbers_of_a_relative_clause_belong_to_its_noun(events_of):
    attack = of_type(events_of("A car bomb that killed 12 people and wounded 40 went off in Quetta."), "Attack")
    assert (attack["killed"], attack["injured"]) == (12, 40)


def test_numbers_of_later_sentences_belong_to_the_attack_before(events_of):
    events = events_of("A bomb exploded in a crowded bus in Karachi. Fourteen people died. More than 100 were hurt.")
    assert [(event["type"], event["killed"], event["injured"]) for event in events] == [("Attack", 14, 100)]


def test_death_elsewhere_is_another_attack(events_of):
    events = events_of("Gunmen attacked a bus in Quetta. In Karachi, two policemen were shot dead by rebels.")
    assert [event.get("killed") for event in events] == [None, 2]


def test_toll_stands_where_it_rose_to(events_of):
    assert of_type(events_of("The death toll from the attack on the mosque rose to 305."), "Attack")["killed"] == 305


def test_lives_are_counted(events_of):
    attack = of_type(events_of("The bombing claimed the lives of 43 people and left 239 others injured."), "Attack")
    assert (attack["killed"], attack["injured"]) == (43, 239)


def test_what_might_have_been_is_not_counted(events_of):
    assert not any("killed" in event for event in events_of("The bomb would have killed 200 people."))


def test_nobody_is_no_casualty(events_of):
    attack = of_type(events_of("Nobody was killed in the rocket attack, but two guards were slightly hurt."), "Attack")
    assert ("killed" in attack, attack["injured"]) == (False, 2)


def test_deaths_before_another_clause_are_no_result_of_it(events_of):
    events = events_of("A gunman shot dead four people and wounded 22 before police killed him.")
    assert [(event.get("killed"), event.get("injured")) for event in events if event["type"] == "Attack"] == [(4, 22)]


def test_sum_of_two_verbs_is_not_told_twice(events_of):
    attack = of_type(events_of("The ambush killed 28 and wounded more than 320."), "Attack")
    assert (attack["killed"], attack["injured"]) == (28, 320)


def test_a_deed_counts_its_victims(events_of):
    attack = of_type(events_of("Two judges were gunned down on Saturday and a guard was injured."), "Attack")
    assert (attack["killed"], attack["injured"]) == (2, 1)


def test_number_of_dead_may_be_put_at(events_of):
    events = events_of("A bomb destroyed a school in Lima. Officials put the number of dead at 26.")
    assert of_type(events, "Attack")["killed"] == 26


def test_attack_on_a_thing_and_on_that_thing_by_name_is_one(events_of):
    text = ("The death toll from an attack on a mosque in Sinai rose to 305. Another 128 people were wounded in the "
            "massacre at the Rawda mosque.")
    attack = of_type(events_of(text), "Attack")
    assert (attack["killed"], attack["injured"]) == (305, 128)


def test_dead_told_as_outcome_belong_to_the_act_of_war(events_of):
    events = events_of("Government troops shelled the market in Taiz, killing 25 civilians.")
    assert [(event["type"], event["killed"]) for event in events] == [("MilitaryAction", 25)]


def test_scores_are_a_number(events_of):
    attack = of_type(events_of("The suicide attack left eight policemen dead and scores wounded."), "Attack")
    assert (attack["killed"], attack["injured"]) == (8, 40)


def test_one_of_several_is_hit_fatally(events_of):
    attack = of_type(events_of("Three people were stabbed, one fatally, at a station in Hamburg."), "Attack")
    assert attack["killed"] == 1


def test_all_of_a_list_are_counted(events_of):
    attack = of_type(events_of("The bomb killed the colonel, his driver and two bodyguards."), "Attack")
    assert attack["killed"] == 4


def test_dozens_are_multiplied(events_of):
    attack = of_type(events_of("A bomb in Herat injured more than two dozen people."), "Attack")
    assert attack["injured"] == 24


def test_suffered_injuries_are_counted(events_of):
    attack = of_type(events_of("Thirty people sustained injuries when militants fired on their bus."), "Attack")
    assert attack["injured"] == 30


def test_participle_before_a_number_is_a_verb_of_the_list(events_of):
    attack = of_type(events_of("The attackers killed a guard, wounded three others and fled."), "Attack")
    assert (attack["killed"], attack["injured"]) == (1, 3)


def test_kin_in_a_list_is_counted(events_of):
    attack = of_type(events_of("Armed men killed the union leader, his wife and their two children."), "Attack")
    assert (attack["killed"], len(attack["victim"])) == (4, 3)


def test_result_of_an_attack_belongs_to_it(events_of):
    attack = of_type(events_of("Three men died and 28 were injured as a result of a dynamite attack."), "Attack")
    assert (attack["trigger"], attack["killed"], attack["injured"]) == ("dynamite attack", 3, 28)
