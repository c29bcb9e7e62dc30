from kg.extract import extract
from kg.model import Document


def told(reader, text):
    extraction = extract(Document("doc-1", "test", text), reader)
    names = {entity.id: entity.name for entity in extraction.entities}
    return set(names.values()), {(names[r.subject], r.predicate, names.get(r.object, r.object))
                                 for r in extraction.relations}


def test_name_between_commas_is_who_leads_and_not_another_person(reader):
    names, relations = told(reader, "The supreme leader of Jemaah Islamiyah, Abu Rusdan, was arrested in Bandung.")
    assert ("Abu Rusdan", "leads", "Jemaah Islamiyah") in relations
    assert not any(name.startswith("The supreme leader") for name in names)


def test_name_behind_a_superlative_is_that_person(reader):
    names, _ = told(reader, "The oldest, Mahir Haddad, had been trained at a camp near Raqqa.")
    assert "Mahir Haddad" in names and "The oldest" not in names


def test_names_in_a_row_are_different_persons(reader):
    names, _ = told(reader, "Gunmen killed the mayor of Kidal, Omar Bah, Ali Diallo and Sekou Toure.")
    assert {"Omar Bah", "Ali Diallo", "Sekou Toure"} <= names


def test_police_chief_of_a_state_works_for_the_police(reader):
    _, relations = told(reader, "Kenya's police chief, Joseph Mwangi, announced the arrest of a preacher.")
    assert ("Joseph Mwangi", "worksFor", "Kenya") not in relations
