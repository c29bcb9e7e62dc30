"""`ontology/identity.yaml`: it can be read, speaks of classes that exist, and its mistakes are told."""

import pytest

from kg.errors import KnowledgeError
from kg.lexicon import identity, ontology
from kg.resources import ontology as folder


def test_every_class_and_role_in_the_table_is_in_the_ontology():
    table, known = identity.load(), ontology.load()
    classes = {*table.nameless, *table.common_names, *table.descriptions, *table.folders, *table.events.telling,
               *table.events.require, *table.events.complete}
    assert classes <= known.classes.keys()
    assert {*table.context_relations, *table.pull, *table.events.seats} <= known.properties.keys()


def test_every_stage_and_factuality_is_a_concept():
    table, known = identity.load().events, ontology.load()
    assert {stage for family in table.stages for stage in family} == {c.name for c in known.in_scheme("stage")}
    assert set(table.factuality) == {concept.name for concept in known.in_scheme("factuality")}


@pytest.mark.parametrize("old, new, message", [
    ("nameless:", "namless:", "unknown key 'namless' (did you mean 'nameless'?)"),
    ("  seats:", "  seat:", "unknown key 'seat'"),
    ('"dzh|dj"', '"dzh|("', "missing or malformed"),
])
def test_a_mistake_is_told_with_its_file(tmp_path, old, new, message):
    path = tmp_path / "identity.yaml"
    path.write_text((folder() / "identity.yaml").read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(KnowledgeError) as error:
        identity.load(path)
    assert "identity.yaml" in str(error.value) and message in str(error.value)
