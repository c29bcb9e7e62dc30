"""Names and what they mean, by a table: each sentence is a document, told apart from the others by nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from kg.extract import Reader, extract_all
from kg.model import Document, Entity, Extraction

TABLE = Path(__file__).with_name("linking_cases.tsv")


class Case(NamedTuple):
    """One line of the table; the columns are told at its head."""

    sentence: str
    mention: str
    entry: str
    type: str
    role: str = ""


CASES = [
    Case(*line.split("\t"))
    for line in TABLE.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.fixture(scope="module")
def extractions(reader: Reader) -> Mapping[str, Extraction]:
    sentences = sorted({case.sentence for case in CASES})
    documents = [Document(f"doc-{number}", "cases", sentence) for number, sentence in enumerate(sentences)]
    return dict(zip(sentences, extract_all(documents, reader), strict=True))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.mention}-{case.sentence}")
def test_mention_means_what_the_table_says(case: Case, extractions: Mapping[str, Extraction]) -> None:
    extraction = extractions[case.sentence]
    entity = named(extraction, case.mention, case.role)
    if case.type == "-":
        assert entity is None or not is_named(entity, extraction, case.mention), entity
        return
    if case.type != "*":
        assert entity is not None, [(e.type, e.name) for e in extraction.entities]
        assert entity.type == case.type, entity
    if case.entry[0] in "=!":
        other = named(extraction, case.entry[1:])
        assert other is not None
        assert (entity == other) == (case.entry[0] == "="), entity
        return
    assert (entity.iri if entity else None) == (None if case.entry == "-" else case.entry), entity


def test_table_has_traps_enough() -> None:
    traps = [case for case in CASES if case.entry[0] in "-!"]
    assert len(CASES) >= 200
    assert len(traps) * 3 >= len(CASES)


def named(extraction: Extraction, mention: str, role: str = "") -> Entity | None:
    """The entity that the last occurrence of a mention refers to, of the fillers of a role if one is given."""
    start = extraction.document.text.rindex(mention)
    end = start + len(mention)
    fillers = {identifier for event in extraction.events for identifier in event.roles.get(role, ())}
    fitting = [
        (abs(found.start - start) + abs(found.end - end), entity)
        for entity in extraction.entities
        if not role or entity.id in fillers
        for found in entity.mentions
        if found.start < end and found.end > start and (found.end == end or found.kind == "name")
    ]
    return min(fitting, key=lambda pair: pair[0])[1] if fitting else None


def is_named(entity: Entity, extraction: Extraction, mention: str) -> bool:
    """Whether an entity has a name at the last occurrence of a mention."""
    start = extraction.document.text.rindex(mention)
    return any(m.kind == "name" and m.start < start + len(mention) and m.end > start for m in entity.mentions)
