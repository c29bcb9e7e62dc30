from kg.extract import extract
from kg.model import Document


def names(reader, text):
    return {entity.name for entity in extract(Document("doc-1", "test", text), reader).entities}


def test_two_words_of_one_name_are_one_thing(reader):
    assert "Tabital Pulaaku" in names(reader, "Tabital Pulaaku, an association of Fulani herders, blamed the army.")


def test_town_behind_from_is_no_person(reader):
    found = extract(Document("doc-1", "test", "Three brothers from Mardin were killed by gendarmes."), reader)
    assert {entity.type for entity in found.entities if entity.name == "Mardin"} <= {"City", "Place"}


def test_name_for_a_people_before_a_person_is_that_person(reader):
    found = names(reader, "Police said that a Tunisian, Karim Trabelsi, had bought detonators in Antwerp.")
    assert "Karim Trabelsi" in found and "a Tunisian" not in found
