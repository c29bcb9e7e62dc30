"""When: time expressions found in a text and resolved, by the grammar of `ontology/cues/time.yaml`."""

from kg.nlp.time.find import TimeExpression, find_times, from_event
from kg.nlp.time.scene import Kind, Shift

__all__ = ["Kind", "Shift", "TimeExpression", "find_times", "from_event"]
