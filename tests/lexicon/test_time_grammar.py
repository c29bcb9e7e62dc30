"""The grammar of time expressions: what its file may say, and how mistakes in it are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import KnowledgeError
from kg.lexicon.time import load_time_grammar
from kg.lexicon.timepattern import WordClass, compile_pattern
from kg.nlp.time.find import MEANINGS
from kg.resources import ontology

CLASSES = {"month": WordClass({"may": 5, "june": 6}), "day": WordClass({}, r"\d\d(?: th)?", "00")}


def broken(tmp_path: Path, old: str, new: str) -> Path:
    text = (ontology() / "cues" / "time.yaml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "time.yaml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def matched(pattern: str, text: str) -> str | None:
    match = compile_pattern("day", pattern, CLASSES).regex.search(f" {text} ")
    return match[0].strip() if match else None


def test_every_pattern_has_a_meaning_and_every_meaning_a_pattern() -> None:
    assert {pattern.means for pattern in load_time_grammar().patterns} == MEANINGS


def test_a_file_without_a_section_is_named_with_the_section(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"time\.yaml: section 'bounds' is missing"):
        load_time_grammar(broken(tmp_path, "\nbounds:\n", "\nbound:\n"))


def test_an_unknown_class_is_told_with_its_line_and_a_guess(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"time\.yaml:\d+: pattern .*no class 'weekdy' \(did you mean 'weekday'"):
        load_time_grammar(broken(tmp_path, "<which> <weekday>", "<which> <weekdy>"))


def test_an_unclosed_group_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"time\.yaml:\d+: pattern"):
        load_time_grammar(broken(tmp_path, "( from|between )? <weekday>", "( from|between <weekday>"))


def test_a_named_day_that_is_no_day_is_told(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="named day '9 / 11' is 'soon'"):
        load_time_grammar(broken(tmp_path, '"9 / 11": "2001-09-11"', '"9 / 11": "soon"'))


def test_a_section_of_another_shape_is_told(tmp_path: Path) -> None:
    path = tmp_path / "time.yaml"
    path.write_text("{classes: {}, anchors: [], patterns: 3, named_days: {}, capital: [], attached: {}, bounds: {}, "
                    "tense: {}}")
    with pytest.raises(KnowledgeError, match="not a grammar of time expressions"):
        load_time_grammar(path)


@pytest.mark.parametrize(("pattern", "anchor"), [
    ("[month]? <day>", {"00"}),
    ("the <day> of <month>", {"may", "june"}),
    ("( <month> )? on 11", {"on"}),
    ("overnight|later of", {"overnight", "later"}),
    ("( <month> | <day> )", set()),
], ids=str)
def test_the_anchor_is_what_every_match_has(pattern: str, anchor: set[str]) -> None:
    assert compile_pattern("day", pattern, CLASSES, ["month", "day"]).anchor == anchor


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="nothing"):
        load_time_grammar(tmp_path / "nothing.yaml")


@pytest.mark.parametrize(("pattern", "text", "expected"), [
    ("<month> <day>", "on may 13 th he", "may 13 th"),
    ("<month> <day>?", "in june he", "june"),
    ("<month> <day>", "dismay 13", None),
    ("in|on [month]", "on may", "on may"),
    ("<month> =' ", "may '", "may"),
    ("<month> !be", "may be", None),
    ("<!black|red <month>", "red june", None),
    ("( a | b )? <month>", "b june", "b june"),
], ids=str)
def test_the_elements_of_a_pattern(pattern: str, text: str, expected: str | None) -> None:
    assert matched(pattern, text) == expected
