"""Sentences in which an event is marked with its factuality and stage; they are read without the marks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from kg.extract import Reader
from kg.model import Extraction
from tests.nlp.examples import Key, key, read_all

MARK = re.compile(r"<event ([^>]*)>(.*?)</event>")
LINES = [line for line in Path(__file__).with_name("qualifiers.txt").read_text(encoding="utf-8").splitlines()
         if line and not line.startswith("#")]


@pytest.fixture(scope="module")
def extractions(reader: Reader) -> Mapping[Key, Extraction]:
    return read_all(({"text": MARK.sub(r"\2", line)} for line in LINES), reader)


@pytest.mark.parametrize("line", LINES)
def test_marked_event_has_the_factuality_and_stage_of_its_mark(
        line: str, extractions: Mapping[Key, Extraction]) -> None:
    mark = MARK.search(line)
    assert mark
    wanted = dict(part.split("=") for part in mark[1].split())
    events = extractions[key({"text": MARK.sub(r"\2", line)})].events
    found = [{field: getattr(event, field) for field in wanted} for event in events
             if mark.start() <= event.trigger.start < mark.start() + len(mark[2])]
    assert wanted in found
