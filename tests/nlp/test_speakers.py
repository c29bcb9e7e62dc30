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


def test_source_that_is_quoted_as_saying_speaks(events_of):
    text = "The newspaper quoted a diplomat as saying that two men had been arrested in Oran."
    assert arrest(events_of(text))["by"] == ["a diplomat"]


def test_speaker_put_in_behind_the_verb_speaks(events_of):
    assert arrest(events_of("The army, said the governor, had arrested two men."))["by"] == ["the governor"]


def test_bare_verb_behind_a_clause_names_the_speaker(events_of):
    assert arrest(events_of("Two men were arrested in Oran, the court found."))["by"] == ["the court"]


def test_participle_behind_a_saying_is_its_speakers(events_of):
    text = "The gunmen had fled, the mayor said, adding that two men were arrested."
    assert arrest(events_of(text))["by"] == ["the mayor"]


def test_who_accuses_or_warns_is_the_source_of_the_deed(events_of):
    events = events_of("The mayor accused the army of recruiting students.")
    deed = next(event for event in events if event["type"] == "Recruitment")
    assert (deed["factuality"], deed["by"]) == ("alleged", ["The mayor"])


def test_saying_behind_a_relative_clause_is_no_clause_of_its_noun(events_of):
    text = "Police arrested a Syrian who had planned an attack in Tripoli, a source told the newspaper."
    assert arrest(events_of(text))["by"] == ["a source"]


def test_statement_speaks_for_who_issued_it_before(events_of):
    text = ("According to police, the cell was large. Two men fled, a statement by the ministry said. "
            "The statement added that two men had been arrested.")
    assert arrest(events_of(text))["by"] == ["the ministry"]


def test_who_speaks_of_a_known_act_does_not_vouch_for_it(events_of):
    text = "Gunmen attacked the mosque in Giza, killing nine. The judge said that a man had fled before the attack."
    assert next(event for event in events_of(text) if event["type"] == "Attack")["by"] == []


def test_outlet_speaks_by_its_report(events_of):
    text = "A report in the Sunday Times said that two men had been arrested."
    assert arrest(events_of(text))["by"] == ["The Sunday Times"]


def test_what_another_suffered_is_claimed_by_no_doer(events_of):
    events = events_of("The group posted a video in which two men claimed that the nurse had been killed.")
    assert [event["by"] for event in events if event["type"] == "Attack"] == [["two men"]]
    assert not any(event.get("suspect") for event in events)


def test_body_named_before_its_text_speaks(events_of):
    text = "The police were slow. Two men were arrested in Oran, according to an army communique."
    assert [name.lower() for name in arrest(events_of(text))["by"]] == ["army"]
