from kg.extract import extract
from kg.model import Document


def agents(reader, text, kind):
    found = extract(Document("doc-1", "test", text), reader)
    names = {entity.id: entity.name for entity in found.entities}
    return [{names[one] for one in event.roles.get("agent", ())} for event in found.events if event.type == kind]


def test_officers_who_act_are_the_police_told_of(reader):
    text = "The Guardia Civil arrested a man in Bilbao. The officers seized a pistol."
    assert agents(reader, text, "Seizure") == [{"Guardia Civil"}]


def test_soldiers_of_whom_something_else_was_told_are_themselves(reader):
    text = "The army said two soldiers had been wounded. The soldiers killed a gunman later."
    assert not {"The army"} & agents(reader, text, "Killing")[0]


def test_counted_officers_are_not_the_whole_body(reader):
    text = "The Guardia Civil searched the flat. Two officers seized a pistol."
    assert agents(reader, text, "Seizure") == [{"Two officers"}]
