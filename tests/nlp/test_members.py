"""Who is named of a set of people has the part of the set."""


def victims(events):
    return [event["victim"] for event in events if "victim" in event]


def test_all_that_are_named_in_the_next_sentence_stand_for_the_set(events_of):
    events = events_of("Two engineers were kidnapped by rebels. They were Peter Novak and John Brown.")
    assert victims(events) == [["Peter Novak", "John Brown"]]


def test_those_who_are_identified_have_the_part_of_the_set(events_of):
    events = events_of("TWO TEACHERS WERE KIDNAPPED IN CALI. THEY WERE IDENTIFIED AS ANA RUIZ AND LUIS VEGA.")
    assert victims(events) == [["ANA RUIZ", "LUIS VEGA"]]


def test_names_that_include_some_of_a_set_stand_beside_it(events_of):
    events = events_of("Five students, including Carlos Conde and Hugo Gramajo, were kidnapped yesterday.")
    assert victims(events) == [["Five students", "Carlos Conde", "Hugo Gramajo"]]


def test_who_may_be_one_of_a_set_is_not_counted_with_it(events_of):
    events = events_of("Two engineers were kidnapped by rebels. They may be Peter Novak and John Brown.")
    assert victims(events) == [["Two engineers"]]


def test_who_was_among_the_dead_is_one_of_them(events_of):
    events = events_of("Gunmen killed three nuns. One of the nuns was Ana Lopez.")
    assert victims(events) == [["three nuns", "Ana Lopez"]]


def test_no_witness_is_nobody(events_of):
    assert victims(events_of("NO WITNESSES WERE KILLED IN THE ATTACK.")) == []
