"""One loaded reader for all tests of reading."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.extract import Reader, extract
from kg.model import Document


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader.load()


@pytest.fixture(scope="session")
def events_of(reader: Reader) -> Callable[[str], list[dict[str, Any]]]:
    """The events of a text as plain dicts: type, trigger, and each role with the names of its fillers."""

    def read(text: str) -> list[dict[str, Any]]:
        extraction = extract(Document("doc-1", "test", text), reader)
        names = {entity.id: entity.name for entity in extraction.entities}
        names |= {event.id: event.trigger.text for event in extraction.events}
        return [
            {"type": event.type, "trigger": event.trigger.text, "factuality": event.factuality, "stage": event.stage,
             "by": [names[source] for source in event.attributed_to], **event.attributes,
             **{role: [names[filler] for filler in fillers] for role, fillers in event.roles.items()}}
            for event in extraction.events
        ]

    return read
