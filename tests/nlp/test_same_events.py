from kg.extract import extract
from kg.model import Document, Span


def types(events):
    return [event["type"] for event in events]


def test_attacks_in_two_cities_are_two(events_of):
    events = events_of("Gunmen attacked a hotel in Kabul. Separately, bombers attacked a market in Herat.")
    assert types(events).count("Attack") == 2


def test_support_verb_and_noun_are_one_arrest(events_of):
    assert types(events_of("Police made two arrests in Oran.")).count("Detention") == 1


def test_foiled_plot_is_a_plot_and_what_was_disrupted(events_of):
    events = events_of("Police foiled a plot against the embassy.")
    disruption = next(event for event in events if event["type"] == "Disruption")
    assert (disruption["disrupts"], "Plot" in types(events)) == (["plot"], True)


def test_a_headline_with_the_same_toll_tells_of_the_same_attack(reader):
    text = "Bombs kill 64 in Kampala\n\nTwo bomb attacks killed 64 people on Sunday."
    document = Document("doc-1", "test", text, headings=(Span(0, 24),))
    attacks = [event for event in extract(document, reader).events if event.type == "Attack"]
    assert [(event.attributes["killed"], len(event.roles["victim"])) for event in attacks] == [(64, 1)]


def test_the_one_foiled_plot_of_a_text_is_told_again(events_of):
    events = events_of("Police in Gent foiled a plot by two students to bomb a concert. "
                       "\"We have prevented a serious attack,\" the chief prosecutor said.")
    assert types(events).count("Plot") == 1


def test_acts_in_general_are_no_things(reader):
    text = "The minister said that many prisoners were convicted of attacks on foreign troops."
    assert "attacks" not in {entity.name for entity in extract(Document("doc-1", "x", text), reader).entities}
