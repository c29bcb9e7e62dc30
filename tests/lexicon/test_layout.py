"""The knowledge of layouts is checked when it is loaded; complaints come with file and line, all at once."""

import pytest

from kg.errors import KnowledgeError
from kg.lexicon import layout
from kg.resources import ontology


def changed(folder, old, new):
    text = (ontology() / layout.FILE).read_text("utf-8")
    assert old in text
    path = folder / "layout.yaml"
    path.write_text(text.replace(old, new, 1), "utf-8")
    return path


def test_a_malformed_pattern_is_named_with_its_line(tmp_path):
    path = changed(tmp_path, "'all news'", "'all (news'")
    with pytest.raises(KnowledgeError, match=r"layout\.yaml:\d+: not a pattern"):
        layout.load(path)


def test_an_unknown_piece_is_named(tmp_path):
    with pytest.raises(KnowledgeError, match="monht"):
        layout.load(changed(tmp_path, "{month}\\.? {day}", "{monht}\\.? {day}"))


def test_a_missing_part_is_named(tmp_path):
    with pytest.raises(KnowledgeError, match="'teasers' is missing"):
        layout.load(changed(tmp_path, "\nteasers:", "\nteezers:"))


def test_a_piece_within_itself_is_an_error(tmp_path):
    with pytest.raises(KnowledgeError, match="contains itself"):
        layout.load(changed(tmp_path, "dash: '", "dash: '{dash}"))


def test_names_of_columns_are_compared_without_case_and_spaces():
    assert layout.load().columns[layout.column_key("Publication_Date")] == "date"


def test_every_month_has_its_number():
    assert set(layout.load().months.values()) == set(range(1, 13))
