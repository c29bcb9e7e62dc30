"""A record is the whole of an extraction, and nothing else is a record."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import RecordError
from kg.model import Document, Entity, Event, Evidence, Extraction, Mention, Relation, Span, When
from kg.model.record import dumps, loads, to_record

TEXT = "Die Polizei hat in Köln zwei Männer festgenommen."
FULL = Extraction(
    Document("doc-1", "a.txt", TEXT, "Titel", "2024-05", "Bote", "A. B.", "https://example.org", "de", "00",
             (Span(0, 3),), (Span(4, 11),)),
    (Entity("e1", "Agency", "Polizei", (Mention("Polizei", 4, 11, "Polizei", "name"),), "agency/x", 2,
            {"agencyKind": "police"}),),
    (Event("v1", "Detention", Mention("festgenommen", 36, 48, "festgenommen", "trigger"), {"agent": ("e1",)},
           (Evidence(0, 49, "Detention/active"),), When("2024-05-01", None, "am Montag"), "accomplished", "claimed",
           ("e1",), 0.5, {"killed": 3}, ("soll",)),),
    (Relation("e1", "holdsRole", "Präsident", (Evidence(0, 3, "title"),), "alleged", ("e1",), 0.7),))


def test_nothing_is_lost_on_the_way_to_json_and_back():
    assert loads(dumps(FULL)) == FULL


@given(st.text())
def test_any_text_survives(text):
    assert loads(dumps(replace(FULL, document=replace(FULL.document, text=text)))).document.text == text


@given(st.text())
def test_a_record_is_one_line(title):
    assert "\n" not in dumps(replace(FULL, document=replace(FULL.document, title=title)))


def test_evidence_carries_its_quote():
    event = to_record(FULL)["events"][0]
    assert event["evidence"] == [{"start": 0, "end": 49, "quote": TEXT, "method": "Detention/active"}]


def test_what_is_not_given_has_its_default():
    record = {"id": "doc-2", "source": "b.txt", "text": "", "entities": [], "events": [], "relations": []}
    assert loads(json.dumps(record)) == Extraction(Document("doc-2", "b.txt", ""))


@pytest.mark.parametrize(("line", "what"), [
    ("{", "not JSON"), ("[]", "not a record"), ('{"id": "x"}', "not a record"),
    ('{"id": 1, "source": "", "text": "", "entities": [{}], "events": [], "relations": []}', "not a record")])
def test_what_is_no_record_is_named_with_its_place(line, what):
    with pytest.raises(RecordError, match=f"r.jsonl:7: {what}"):
        loads(line, "r.jsonl:7")
