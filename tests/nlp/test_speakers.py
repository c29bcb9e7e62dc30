def arrest(events):
    return next(event for event in events if event["type"] == "Detention")


def test_clause_is_attributed_to_the_subject_of_saying(events_of):
    assert arrest(events_of("The ministry said two men had been arrested in Oran."))["by"] == ["The ministry"]


def test_comma_and_saying_behind_a_clause_attribute_it(events_of):
    assert arrest(events_of("Two men were arrested in Oran, the prosecutor said."))["by"] == ["the prosecutor"]


def test_according_to_attributes_without_a_verb(events_of):
    assert arrest(events_of("According to the army, two men were arrested."))["by"] == ["the army"]


def test_plain_sentence_is_attributed_to_nobody(events_of):
    assert arrest(events_of("Two men were arrested in Oran."))["by"] == []
