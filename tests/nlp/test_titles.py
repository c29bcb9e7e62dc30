from kg.extract import extract
from kg.model import Document, Span

BODY = ("\n\nBOGOTA - {lead} The attack took place on Monday. The police searched the area. "
        "The president met the mayor. Nobody else was hurt.")


def names(reader, title, lead):
    text = title + BODY.format(lead=lead)
    document = Document("doc-1", "test", text, headings=(Span(0, len(title)),))
    found = extract(document, reader)
    return [entity for entity in found.entities if any(m.start < len(title) for m in entity.mentions)]


def test_rebels_of_a_title_are_the_group_of_the_lead(reader):
    found = names(reader, "Rebels kill mayor in north", "The National Liberation Army killed Pedro Ruiz in Arauca.")
    assert any(entity.type == "Group" for entity in found)


def test_number_of_a_title_is_that_many_of_the_lead(reader):
    found = names(reader, "Four jailed over bomb plot", "Four militants were jailed in Bogota for a bomb plot.")
    assert any(entity.name == "Four militants" for entity in found)


def test_other_number_of_a_title_is_others(reader):
    found = names(reader, "Four jailed over bomb plot", "Nine men were jailed in Bogota for a bomb plot.")
    assert not any(entity.name == "Nine men" for entity in found)


def test_academy_of_a_title_is_the_one_named_in_the_lead(reader):
    found = names(reader, "Rebels bomb police academy", "A bomb exploded at the General Cordova academy in Cali.")
    assert any(entity.name == "General Cordova academy" for entity in found)
