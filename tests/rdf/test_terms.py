"""Tokens: what two syntaxes allow, and dates as precise as they are."""

import pytest

from kg.rdf.limits import is_date
from kg.rdf.terms import Config, Terms, date_type, encode

FULL, SHORT = Terms(Config()), Terms(Config(), ["agency", "document", "évil"])


def test_instances_are_prefixed_by_kind():
    assert SHORT.thing("agency/mi5") == "agency:mi5" and SHORT.thing("document/doc-x") == "doc:doc-x"
    assert FULL.thing("agency/mi5") == "<https://w3id.org/plotgraph/id/agency/mi5>"


@pytest.mark.parametrize(("local", "token"), [
    ("agency/a/b", "agency/a/b"), ("agency/-x", "agency/-x"), ("agency/x.", "agency/x."), ("other/x", "other/x"),
    ("agency/", "agency/"), ("agency/a b<>\"{}|^`\\", "agency/a%20b%3C%3E%22%7B%7D%7C%5E%60%5C"),
    ("agency/é", "agency/%C3%A9"), ("agency/50%", "agency/50%25"), ("agency/a%20b", "agency/a%20b")])
def test_what_no_prefixed_name_can_say_stands_in_full_and_escaped(local, token):
    assert SHORT.thing(local) == f"<https://w3id.org/plotgraph/id/{token}>"


def test_evidence_is_named_by_place_and_rule():
    assert SHORT.evidence("doc-x", 3, 9, "Raid/active") == "<https://w3id.org/plotgraph/id/evidence/doc-x-3-9-Raid.active>"
    assert Terms(Config(), ["evidence"]).evidence("doc-x", 3, 9, "") == "evidence:doc-x-3-9"
    assert FULL.evidence("doc-x", 3, 9, "a b>").endswith("doc-x-3-9-a%20b%3E>")


def test_texts_are_escaped_where_they_must_be():
    assert FULL.text('a "b"\\\n\x00\ud800é') == '"a \\"b\\"\\\\\\n\\u0000\ufffdé"'


@pytest.mark.parametrize(("number", "token"), [(1.0, "1.0"), (0.25, "0.25"), (1e-9, "0.0"), (0.123456789, "0.123457")])
def test_decimals_have_a_point_and_six_digits(number, token):
    assert SHORT.decimal(number) == token


@pytest.mark.parametrize(("value", "kind", "valid"), [
    ("2019-10-13", "xsd:date", True), ("2019-10", "xsd:gYearMonth", True), ("2019", "xsd:gYear", True),
    ("--10-13", "xsd:gMonthDay", True), ("--02-29", "xsd:gMonthDay", True), ("2019-02-29", "xsd:date", False),
    ("2019-13", "xsd:gYearMonth", False), ("0000", "xsd:gYear", False), ("tomorrow", None, False), ("", None, False)])
def test_a_date_is_typed_by_its_form_and_judged_by_the_calendar(value, kind, valid):
    assert date_type(value) == kind and is_date(value) == valid


def test_outside_iris_are_kept_and_anything_else_is_a_text():
    assert SHORT.outside("http://www.wikidata.org/entity/Q1") == "wd:Q1"
    assert FULL.outside("https://x.example/a?b=<c>") == "<https://x.example/a?b=%3Cc%3E>"
    assert FULL.outside("no iri") == '"no iri"' and encode("a[b]") == "a%5Bb%5D"
