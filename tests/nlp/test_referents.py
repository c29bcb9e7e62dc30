from pathlib import Path

import pytest

from kg.extract import extract
from kg.model import Document

TABLE = Path(__file__).with_name("referent_cases.tsv").read_text(encoding="utf-8")
CASES = [line.split("\t") for line in TABLE.splitlines() if line and not line.startswith("#")]


def mentions(reader, text, word):
    entities = extract(Document("doc-1", "test", text), reader).entities
    found = [{mention.text for mention in entity.mentions} for entity in entities]
    return next(forms for forms in found if word in forms)


def test_acronym_in_brackets_is_its_long_form(reader):
    text = "The Federal Security Service (FSB) arrested a man. The FSB said he was armed."
    assert {"Federal Security Service", "FSB"} <= {m.removeprefix("The ") for m in mentions(reader, text, "FSB")}


def test_surname_is_the_full_name_told_before(reader):
    assert "Novak" in mentions(reader, "Jan Novak was arrested. Novak denied the charge.", "Jan Novak")


def test_two_cities_stay_two(reader):
    assert "Lagos" not in mentions(reader, "Police arrested a man in Kano and a woman in Lagos.", "Kano")


def test_pronoun_is_the_person_told_before(reader):
    assert "He" in mentions(reader, "Jan Novak was arrested on Monday. He denied the charge.", "Jan Novak")


@pytest.mark.parametrize(("text", "one", "sign", "other"), CASES, ids=[f"{c[1]} {c[2]} {c[3]}" for c in CASES])
def test_mentions_are_one_thing_or_two(reader, text, one, sign, other):
    assert (other in mentions(reader, text, one)) == (sign == "=")


def test_what_tells_a_size_or_a_day_is_nobody(reader):
    text = "LIMA, May 14, 2019 (Andes Wire) - Police broke up a six-member cell. They seized a rifle. The six men fled."
    entities = extract(Document("doc-1", "test", text), reader).entities
    assert not {"14", "six-member"} & {mention.text for entity in entities for mention in entity.mentions}
