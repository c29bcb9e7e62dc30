"""What headline English makes parsers miss."""

import pytest

from kg.extract import extract
from kg.model import Document


def events(reader, text):
    extraction = extract(Document("doc-1", "x", text), reader)
    names = {entity.id: entity.name for entity in extraction.entities}
    return {event.type: {role: [names.get(one, one) for one in fillers] for role, fillers in event.roles.items()}
            for event in extraction.events}


@pytest.mark.parametrize(
    ("text", "event_type", "role", "filler"),
    [
        ("FRENCH COURT JAILS TWO OVER TRUCK ATTACK", "LegalAction", "patient", "TWO"),
        ("MOROCCO BREAKS UP CELL PLANNING ATTACKS ON HOTELS", "Plot", "target", "HOTELS"),
        ("Two men arrested and charged in alleged plot against train", "Detention", "patient", "Two men"),
    ],
)
def test_word_of_a_headline_is_the_verb(reader, text, event_type, role, filler):
    assert filler in events(reader, text)[event_type][role]


def test_noun_between_nouns_stays_a_noun(reader):
    assert "Raid" not in events(reader, "POLICE SEARCH TEAM HONORED IN OSLO")


def test_police_that_charge_are_not_charged(reader):
    assert "LegalAction" not in events(reader, "The police charged into the crowd.")
