"""Every event type is tested by the examples in its own file: the sentence, what must be read in it, or `none`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from kg.extract import Reader
from kg.lexicon import lexicon
from kg.lexicon.frames import ROLES
from kg.model import Event, Extraction
from tests.nlp.examples import Key, bare, key, read_all, surface_forms

MIN_POSITIVE, MIN_NEGATIVE = 6, 3
EVENT_FIELDS = ("stage", "factuality")
ATTRIBUTES = ("attackKind", "legalKind", "killed", "injured")
KNOWN = {*ROLES, *EVENT_FIELDS, *ATTRIBUTES, "text", "none", "date", "when", "source", "__line__"}
EXAMPLES = {name: frame.examples for name, frame in lexicon.load().frames.items()}


def cases() -> Iterator[Any]:
    for event_type, examples in EXAMPLES.items():
        for example in examples:
            yield pytest.param(event_type, example, id=f"{event_type}-{example['text']}")


@pytest.fixture(scope="module")
def extractions(reader: Reader) -> Mapping[Key, Extraction]:
    return read_all((example for examples in EXAMPLES.values() for example in examples), reader)


@pytest.mark.parametrize(("event_type", "example"), list(cases()))
def test_example_is_read_as_its_frame_says(event_type: str, example: Mapping[str, Any],
                                           extractions: Mapping[Key, Extraction]) -> None:
    extraction = extractions[key(example)]
    events = [event for event in extraction.events if event.type == event_type]
    if example.get("none"):
        assert not events, [event.trigger.text for event in events]
        return
    complaints = [differences(event, example, extraction) for event in events]
    assert [] in complaints, complaints or [(e.type, e.trigger.text) for e in extraction.events]


@pytest.mark.parametrize("event_type", EXAMPLES)
def test_type_has_enough_examples_with_known_fields(event_type: str) -> None:
    examples = EXAMPLES[event_type]
    negative = sum(bool(example.get("none")) for example in examples)
    assert len(examples) - negative >= MIN_POSITIVE
    assert negative >= MIN_NEGATIVE
    assert not {field for example in examples for field in example} - KNOWN


def differences(event: Event, example: Mapping[str, Any], extraction: Extraction) -> list[str]:
    """What of an example is not in an event."""
    found = {field: getattr(event, field) for field in EVENT_FIELDS} | dict(event.attributes)
    wrong = [f"{field} {found.get(field)}" for field in (*EVENT_FIELDS, *ATTRIBUTES)
             if field in example and found.get(field) != example[field]]
    if "when" in example and str(event.time and event.time.start) != str(example["when"]):
        wrong.append(f"when {event.time}")
    names = surface_forms(extraction)
    for role in (*ROLES, "source"):
        fillers = event.attributed_to if role == "source" else event.roles.get(role, ())
        for text in listed(example.get(role)):
            if not any(bare(text) in names[filler] for filler in fillers):
                wrong.append(f"{role} {[sorted(names[filler]) for filler in fillers]}")
    return wrong


def listed(value: Any) -> list[str]:
    return [] if value is None else value if isinstance(value, list) else [str(value)]


@pytest.mark.parametrize("frame", lexicon.load().frames.values(), ids=lambda frame: frame.type)
def test_each_role_of_a_type_has_an_example_of_some_type(frame: Any) -> None:
    shown = {field for examples in EXAMPLES.values() for example in examples for field in example}
    assert {role.name for role in frame.roles} - shown - {"suspect"} == set()


@pytest.mark.parametrize("event_type", ["LegalAction", "Attack"])
def test_each_kind_of_a_type_has_an_example(event_type: str) -> None:
    attribute = lexicon.load().frames[event_type].kind_attribute
    kinds = {trigger.kind for trigger in lexicon.load().frames[event_type].triggers} - {"", "air-strike"}
    assert kinds <= {example.get(attribute) for example in EXAMPLES[event_type]}
