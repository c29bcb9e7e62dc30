"""The judge: a good graph conforms, and every violation is told in words with the quote behind it."""

import io

import pytest

from kg.errors import InputError
from kg.lexicon.ontology import load
from kg.rdf import Config, write_nquads, write_turtle
from kg.rdf.validate import validate
from tests.sample_graph import sample


def turtle(config=None):
    stream = io.BytesIO()
    write_turtle(sample(), stream, config or Config())
    return stream.getvalue().decode()


def judged(tmp_path, text, **options):
    path = tmp_path / "graph.ttl"
    path.write_text(text)
    return validate(path, **options)


@pytest.mark.parametrize(("write", "name"), [(write_turtle, "graph.ttl"), (write_nquads, "graph.nq")])
def test_what_is_written_conforms(tmp_path, write, name):
    write(sample(), tmp_path / name)
    assert validate(tmp_path / name) == []


def test_a_graph_in_other_namespaces_conforms_and_is_still_judged(tmp_path):
    config = Config("https://a.example/", "https://b.example/o#", "https://b.example/c/")
    good = turtle(config)
    assert judged(tmp_path, good, config=config) == []
    assert judged(tmp_path, good.replace("pgc:thwarted", "pgc:accomplished"), config=config)


@pytest.mark.parametrize(("old", "new", "message"), [
    ("event:plot-1 a pg:Plot", "event:plot-1 a pg:Attack", "An attack was carried out"),
    ("pg:agent state:TUR", "pg:agent weapon:bomb-1", "At the end of 'agent' stands an actor."),
    ("pg:endOffset 142", "pg:endOffset 141", "The quote is not as long as its offsets say."),
    ("    pg:holdsRole", "    pg:affiliatedWith state:TUR ;\n    pg:holdsRole", "A plain relation needs an assertion"),
    ('rdfs:label "Russia" ;', 'rdfs:label "Russia" , "RF" ;', "It needs exactly one label."),
    ('pg:isoCode "RUS"', 'pg:isoCode "RU"', "three letters"),
    ("pg:confidence 0.85", "pg:confidence 1.85", "a decimal number from 0 to 1"),
    ("pg:suspect group:islamic-state", "pg:suspect people:gunmen-1", "not also its perpetrator"),
    ('"2019-05"^^xsd:gYearMonth', '"May"', "a date, month, year or day of the year"),
    ("prov:wasDerivedFrom source:geonames", 'pg:confidence 1.0', "An assertion needs evidence"),
    ("pg:factuality pgc:denied", "pg:factuality pgc:sure", "is a concept of pgc:factuality"),
    ("pg:killed 6", 'pg:killed "six"', "a whole number from 0 up"),
])
def test_what_breaks_a_shape_is_told_in_words(tmp_path, old, new, message):
    text = turtle()
    assert old in text
    assert any(message in str(violation) for violation in judged(tmp_path, text.replace(old, new)))


def test_the_quote_behind_a_violation_is_shown(tmp_path):
    (violation,) = judged(tmp_path, turtle().replace("pgc:thwarted", "pgc:accomplished"))
    start = "event/plot-1 (plan to bomb the railway station) pg:stage pgc:accomplished: A plot was not carried out"
    assert str(violation).startswith(start)
    assert "The FSB said the men planned to bomb the railway station." in violation.quotes


def test_every_class_has_a_shape(tmp_path):
    things = [f"<https://x.example/{name}> a pg:{name} ." for name in load().classes]
    found = judged(tmp_path, "@prefix pg: <https://w3id.org/plotgraph/ontology#> .\n" + "\n".join(things))
    assert {violation.subject for violation in found} == {f"https://x.example/{name}" for name in load().classes}


def test_what_is_not_rdf_is_one_line(tmp_path):
    with pytest.raises(InputError, match=r"graph.ttl: not Turtle"):
        judged(tmp_path, "no turtle")
    with pytest.raises(InputError, match="cannot be read"):
        validate(tmp_path / "absent.ttl")
    with pytest.raises(InputError, match="no RDF that can be read"):
        validate(tmp_path / "picture.jpeg")
