"""Titles and second descriptions of persons are no persons beside them."""

import pytest

CASES = [
    ("THE MURDER OF LIBERAL PRESIDENTIAL CANDIDATE LUIS CARLOS ROJAS WAS CONDEMNED.", ["LUIS CARLOS ROJAS"]),
    ("The attack against Attorney General Dr Roberto Garcia Soto was condemned.", ["Roberto Garcia Soto"]),
    ("Ramiro Soto, the head of the bank and secretary of the union, was shot by gunmen.", ["Ramiro Soto"]),
    ("Ramiro Soto, the head of the bank, and his driver were shot by gunmen.", ["Ramiro Soto", "his driver"]),
    ("FORMER FOREIGN MINISTER AND PRESIDENT OF THE SUPREME COURT JOSE RIOS WAS SHOT BY REBELS.", ["JOSE RIOS"]),
]


@pytest.mark.parametrize(("text", "victims"), CASES)
def test_only_the_person_is_the_victim(events_of, text, victims):
    assert [event["victim"] for event in events_of(text) if event["type"] == "Attack"] == [victims]


def test_comrade_is_no_part_of_a_name(events_of):
    events = events_of("COMRADE LUIS CORVALAN WAS MURDERED BY SOLDIERS.")
    assert [event["victim"] for event in events if event["type"] == "Attack"] == [["LUIS CORVALAN"]]
