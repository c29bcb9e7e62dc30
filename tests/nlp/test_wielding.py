"""What an act is done with, told by a participle beside it."""

import pytest

from kg.extract import extract
from kg.model import Document


def instruments(reader, text):
    extraction = extract(Document("doc-1", "x", text), reader)
    names = {entity.id: entity.name for entity in extraction.entities}
    return {names[one] for event in extraction.events for one in event.roles.get("instrument", ())}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Armed with knives, a mob attacked the consulate.", {"knives"}),
        ("The attackers, who were armed with pistols, stormed the hotel.", {"pistols"}),
        ("Using a truck, the man ran over nine cyclists.", {"a truck"}),
        ("The rebels used a drone to bomb the embassy.", {"a drone"}),
        ("Two women wearing explosive belts attacked the barracks.", {"explosive belts"}),
        ("The army foiled a plan by a cell to attack a church using a car bomb.", {"a car bomb"}),
        ("The police attacked the demonstrators carrying banners.", set()),
    ],
)
def test_means_of_a_participle_is_the_instrument(reader, text, expected):
    assert instruments(reader, text) == expected
