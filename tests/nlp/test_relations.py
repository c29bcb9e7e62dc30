from kg.extract import extract
from kg.model import Document


def relations(reader, text):
    extraction = extract(Document("doc-1", "test", text), reader)
    names = {entity.id: entity.name for entity in extraction.entities}
    return {(names[r.subject], r.predicate, names.get(r.object, r.object), r.factuality) for r in extraction.relations}


def test_coordinated_members_each_belong_to_the_group(reader):
    found = relations(reader, "Jan Novak and Ivan Petrov joined the Taliban.")
    assert {"Jan Novak", "Ivan Petrov"} <= {subject for subject, predicate, *_ in found if predicate == "memberOf"}


def test_alleged_link_is_no_fact(reader):
    found = relations(reader, "The man is accused of belonging to the Islamic State.")
    assert {row[3] for row in found if row[1] == "memberOf"} == {"alleged"}


def test_denied_link_is_no_fact(reader):
    found = relations(reader, "The cell is not linked to the Islamic State.")
    assert {row[3] for row in found if row[1] == "affiliatedWith"} == {"denied"}


def test_office_is_told_in_the_words_of_the_text(reader):
    assert ("Jan Novak", "holdsRole", "Interior Minister", "reported") in relations(
        reader, "Interior Minister Jan Novak resigned.")


def test_what_somebody_is_said_not_to_be_is_denied(reader):
    found = relations(reader, "Police said the man was not a member of Boko Haram.")
    assert ("the man", "memberOf", "Boko Haram", "denied") in found
