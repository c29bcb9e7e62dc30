"""Identifiers: stable, readable, distinct."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.ids import DIGEST_LENGTH, digest, document_id, sha256, slug


def test_a_digest_never_changes():
    assert digest("a", "b") == digest("a", "b")
    assert len(digest("")) == DIGEST_LENGTH


def test_where_one_part_ends_counts():
    assert digest("ab", "c") != digest("a", "bc")


@given(st.text(), st.text())
def test_a_document_is_its_source_and_its_text(source, text):
    assert document_id(source, text).startswith("doc-")
    assert document_id(source, text) != document_id(source, text + "x")


@pytest.mark.parametrize(("name", "expected"), [
    ("Federal Security Service", "federal-security-service"), ("  Türkiye! ", "turkiye"), ("N'Djamena", "n-djamena")])
def test_a_slug_can_be_read(name, expected):
    assert slug(name) == expected


@given(st.text())
def test_a_slug_is_a_path_segment_whatever_the_name(name):
    assert slug(name).replace("-", "").isalnum()
    assert slug(name).isascii()


def test_sha256_is_that_of_the_bytes():
    assert sha256(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
