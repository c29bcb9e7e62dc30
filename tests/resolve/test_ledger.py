"""The ledger of judgements: what is written is read again, and every mistake has a file, a line and a cure."""

import pytest

from kg.errors import RecordError
from kg.model import Judgement, Verdict
from kg.resolve.ledger import append, read

GOOD = '{"left": "person/a", "right": "person/b", "verdict": "same"}'


def test_what_is_appended_is_read_again(tmp_path):
    ledger = tmp_path / "judgements.jsonl"
    judgements = (Judgement("a", "b", Verdict.SAME, "ein Name: Öztürk", "me"), Judgement("a", "c", Verdict.UNSURE))
    for judgement in judgements:
        append(ledger, judgement)
    assert read(ledger) == judgements


def test_no_ledger_is_no_judgement(tmp_path):
    assert read(tmp_path / "judgements.jsonl") == ()


@pytest.mark.parametrize("line, message", [
    ("{", "not JSON"),
    ("[]", "expected an object"),
    ('{"left": "a", "right": "b"}', "'verdict' is missing"),
    (GOOD.replace("right", "rigth"), "unknown field 'rigth' (did you mean 'right'?)"),
    (GOOD.replace('"same"', '"sane"'), "verdict 'sane' is not same, different or unsure (did you mean 'same'?)"),
    (GOOD.replace("person/b", "person/a"), "left and right are the same"),
    (GOOD.replace("}", ', "reason": 3}'), "must be texts"),
])
def test_a_mistake_is_told_in_one_line_with_its_place(tmp_path, line, message):
    ledger = tmp_path / "judgements.jsonl"
    ledger.write_text(f"{GOOD}\n\n{line}\n", "utf-8")
    with pytest.raises(RecordError) as error:
        read(ledger)
    assert f"{ledger}:3: " in str(error.value) and message in str(error.value) and "\n" not in str(error.value)
