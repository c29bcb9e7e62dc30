"""`kg extract --explain`: lines that say why each fact is there."""

import pytest

from kg.cli._explain import explain
from kg.model import Document, Entity, Event, Evidence, Extraction, Mention, Relation, When

TEXT = "Police said the Red Cell\nplanned to bomb a bridge."


def mention(text):
    return Mention(text, TEXT.index(text), TEXT.index(text) + len(text), text, "name")


@pytest.fixture
def lines():
    entities = (Entity("e1", "Agency", "Police", (mention("Police"),)),
                Entity("e2", "Cell", "Red Cell", (mention("Red Cell"),)))
    plot = Event("v1", "Plot", mention("bomb"), {"perpetrator": ("e2",)}, (Evidence(0, len(TEXT), "Plot/control"),),
                 When("2024-05-01", "2024-05-02", "this week"), "planned", "claimed", ("e1",), 0.9,
                 {"attackKind": "bombing"}, ("planned", "said"))
    relation = Relation("e2", "partOf", "e1", (Evidence(12, 24, "partOf/of"),), "alleged")
    return list(explain(Extraction(Document("doc-1", "a.txt", TEXT), entities, (plot,), (relation,))))


def test_an_event_shows_its_state_and_its_fillers_by_name(lines):
    assert "\nPlot 'bomb': planned, claimed, attackKind bombing" in lines
    assert "  perpetrator: Red Cell (Cell)" in lines


def test_the_words_that_decided_are_named(lines):
    assert "  cues: planned, said" in lines


def test_the_source_and_the_time_are_shown(lines):
    assert {"  according to: Police (Agency)", "  time: 2024-05-01 to 2024-05-02 ('this week')"} <= set(lines)


def test_the_quote_stands_on_one_line_behind_its_rule(lines):
    assert '  by Plot/control, confidence 0.9, at 0: "Police said the Red Cell planned to bomb a bridge."' in lines


def test_a_relation_names_both_ends(lines):
    assert "\nRed Cell (Cell) partOf Police (Agency): alleged" in lines
