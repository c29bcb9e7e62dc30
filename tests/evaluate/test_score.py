"""Scoring: small gold and small records, so that every number can be counted by hand."""

import json
from dataclasses import replace

import pytest

from kg.errors import InputError, RecordError
from kg.evaluate import load, score, summary, table
from kg.evaluate.score import FACTS
from kg.model import Document, Entity, Event, Evidence, Extraction, Mention, Relation, When

TEXT = "Police arrested Ali Kaya in Bursa on Monday. He is a member of the Red Cell, the mayor said."
GOLD = {
    "entities": [
        {"id": "pol", "type": "Agency", "names": ["police"], "key": True, "attributes": {"agencyKind": ["police"]}},
        {"id": "ali", "type": "Person", "names": ["Ali Kaya"], "key": True},
        {"id": "bur", "type": "City", "names": ["Bursa"], "key": True},
        {"id": "cell", "type": ["Cell", "Group"], "names": ["Red Cell"], "key": True},
        {"id": "may", "type": "Person", "names": ["the mayor"], "key": False}],
    "events": [
        {"id": "arr", "type": "Detention", "triggers": ["arrested"], "factuality": ["reported"], "key": True,
         "roles": {"agent": ["pol"], "patient": ["ali"]}, "optionalRoles": {"place": ["bur"]},
         "time": {"start": "2024-05", "end": "2024-05"}}],
    "relations": [],
    "hedgedRelations": [{"triple": ["ali", "memberOf", "cell"], "factuality": ["claimed"], "key": True}],
    "never": [{"relation": ["ali", "memberOf", "cell"], "factuality": ["reported"], "why": "the mayor says so"},
              {"merge": ["ali", "may"], "why": "two men"}]}


def entity(identifier, kind, name):
    start = TEXT.index(name)
    return Entity(identifier, kind, name, (Mention(name, start, start + len(name), name, "name"),))


def arrest(**roles):
    start = TEXT.index("arrested")
    trigger = Mention("arrested", start, start + 8, "arrested", "trigger")
    return Event("v1", "Detention", trigger, {role: tuple(fillers) for role, fillers in roles.items()},
                 (Evidence(0, 44),), When("2024-05-01", "2024-05-31", "in May"))


def member(factuality):
    return Relation("e2", "memberOf", "e4", (Evidence(45, 80),), factuality)


PERFECT = Extraction(
    Document("doc-1", "news/a.txt", TEXT),
    (replace(entity("e1", "Agency", "Police"), attributes={"agencyKind": "police"}), entity("e2", "Person", "Ali Kaya"),
     entity("e3", "City", "Bursa"), entity("e4", "Cell", "Red Cell")),
    (arrest(agent=["e1"], patient=["e2"], place=["e3"]),), (member("claimed"),))


@pytest.fixture
def gold(tmp_path):
    (tmp_path / "a.gold.json").write_text(json.dumps({"source": "a.txt", "articles": [GOLD]}))
    return load(tmp_path)


def judge(gold, **changes):
    return score(gold, [replace(PERFECT, **changes)])[0]


def counts(one, what):
    tally = one.tallies[what]
    return tally.right, tally.wrong, tally.missed


def test_a_careful_reader_scores_everything(gold):
    assert summary(score(gold, [PERFECT])) == {
        "facts": 1, "entities": 1, "events": 1, "arguments": 1, "relations": 1, "agencyKind": 1, "factuality": 1,
        "time": 1, "never": 0, "quotes": 0}


def test_an_article_without_a_record_has_missed_everything(gold):
    (one,) = score(gold, [])
    assert [counts(one, what) for what in FACTS] == [(0, 0, 4), (0, 0, 1), (0, 0, 0), (0, 0, 1)]


def test_a_wrong_type_is_wrong_and_missed(gold):
    entities = (entity("e1", "Person", "Police"), *PERFECT.entities[1:])
    assert counts(judge(gold, entities=entities), "entities") == (3, 1, 1)


def test_a_second_node_for_the_same_thing_is_wrong(gold):
    entities = (*PERFECT.entities, entity("e9", "Person", "Ali Kaya"))
    assert counts(judge(gold, entities=entities), "entities") == (4, 1, 0)


def test_a_kind_of_a_right_type_is_right(gold):
    entities = (*PERFECT.entities[:3], entity("e4", "Group", "Red Cell"))
    assert counts(judge(gold, entities=entities), "entities") == (4, 0, 0)


def test_swapped_arguments_are_wrong_and_missed(gold):
    assert counts(judge(gold, events=(arrest(agent=["e2"], patient=["e1"]),)), "arguments") == (0, 2, 2)


def test_arguments_of_an_event_that_is_not_there_are_wrong(gold):
    event = replace(arrest(agent=["e1"]), type="Attack")
    assert counts(judge(gold, events=(event,)), "arguments") == (0, 1, 2)


def test_an_event_without_its_trigger_needs_two_arguments(gold):
    start = TEXT.index("member")
    other = Mention("member", start, start + 6, "member", "trigger")
    two = replace(arrest(agent=["e1"], patient=["e2"]), trigger=other)
    assert counts(judge(gold, events=(two,)), "events") == (1, 0, 0)
    assert counts(judge(gold, events=(replace(two, roles={"agent": ("e1",)}),)), "events") == (0, 1, 1)


def test_a_claim_stated_as_fact_is_wrong_and_violates_never(gold):
    one = judge(gold, relations=(member("reported"),))
    assert counts(one, "relations") == (0, 1, 1)
    assert one.violations == ("ali memberOf cell as reported (the mayor says so)",)


def test_two_things_on_one_node_violate_never(gold):
    start = TEXT.index("the mayor")
    merged = replace(PERFECT.entities[1], mentions=(
        *PERFECT.entities[1].mentions, Mention("the mayor", start, start + 9, "mayor", "nominal")))
    entities = (PERFECT.entities[0], merged, *PERFECT.entities[2:])
    assert judge(gold, entities=entities).violations == ("one node for ali and may: 'Ali Kaya' (two men)",)


def test_a_mention_that_is_not_the_text_is_a_broken_quote(gold):
    moved = replace(PERFECT.entities[2], mentions=(Mention("Bursa", 0, 5, "Bursa", "name"),))
    assert judge(gold, entities=(*PERFECT.entities[:2], moved, PERFECT.entities[3])).broken_quotes == ("Bursa",)


def test_another_day_is_a_wrong_time(gold):
    event = replace(PERFECT.events[0], time=When("2024-05-06", "2024-05-06", "on Monday"))
    assert judge(gold, events=(event,)).attributes["time"].right == 0


def test_the_table_names_every_violation(gold):
    text = table(score(gold, [replace(PERFECT, relations=(member("reported"),))]))
    assert "never: 1 of 2 violated\n  a.txt: ali memberOf cell as reported" in text


def test_a_folder_without_gold_is_an_error(tmp_path):
    with pytest.raises(InputError, match="no gold here"):
        load(tmp_path)


def test_malformed_gold_names_its_file(tmp_path):
    (tmp_path / "b.gold.json").write_text('{"source": "b.txt"}')
    with pytest.raises(RecordError, match=r"b\.gold\.json"):
        load(tmp_path)
