"""Participants that hang on another participant or on the noun of a phrase."""

import pytest

from kg.extract import extract
from kg.model import Document


def roles(reader, text, event_type):
    extraction = extract(Document("doc-1", "x", text), reader)
    names = {entity.id: entity.name for entity in extraction.entities}
    event = next(event for event in extraction.events if event.type == event_type)
    return {role: {names.get(one, one) for one in fillers} for role, fillers in event.roles.items()}


def test_place_behind_those_who_did_it_is_where_it_happened(reader):
    found = roles(reader, "The killing of a journalist by gunmen in Belfast was condemned.", "Attack")
    assert found["place"] == {"Belfast"}


@pytest.mark.parametrize(
    ("text", "event_type", "role", "filler"),
    [
        ("Police carried out a raid on a farm.", "Raid", "place", "a farm"),
        ("The EU imposed sanctions on three generals.", "Designation", "patient", "three generals"),
    ],
)
def test_what_hangs_on_the_noun_of_a_phrase_takes_part(reader, text, event_type, role, filler):
    assert filler in roles(reader, text, event_type)[role]


def test_doer_behind_a_place_is_the_agent_of_a_passive(reader):
    found = roles(reader, "Three women were rescued from a house in Mosul by fighters.", "Rescue")
    assert found["agent"] == {"fighters"}
