"""Who takes part in what, sentence by sentence: `event_cases.txt`."""

from pathlib import Path

import pytest

LINES = (Path(__file__).parent / "event_cases.txt").read_text("utf-8").splitlines()
CASES = [line.split(" => ") for line in LINES if line and not line.startswith("#")]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:60] for text, _ in CASES])
def test_sentence_tells_of_its_events(events_of, text, expected):
    events = events_of(text)
    for one in expected.split(" & "):
        if one.startswith("no "):
            assert not [event for event in events if event["type"] == one.removeprefix("no ")]
        else:
            kind, _, told = one.partition(" ")
            roles = dict(part.split("=") for part in told.split("; ") if part)
            wanted = {role: sorted(filter(None, names.split("+"))) for role, names in roles.items()}
            assert wanted in [{role: sorted(event.get(role, [])) for role in roles} for event in events
                              if event["type"] == kind]
