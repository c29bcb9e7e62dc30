"""What the ontology allows: which value, which subject and which object a property takes.

In: names of classes and properties, and values. Out: the reason why not, in words, or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import date

from kg.lexicon.ontology import Ontology, Property
from kg.rdf.terms import date_type

COORDINATES = {"lat": 90.0, "long": 180.0}  # the largest absolute value in degrees
FIELDS = frozenset({  # written from what the model knows of each thing, never from its attributes
    "stage", "factuality", "confidence", "independentSources", "trigger", "startDate", "endDate", "otherDate",
    "dateText", "count", "holdsRole", "quote", "startOffset", "endOffset", "method", "sha256"})
_LEAP_YEAR = "2000"  # in which `--02-29` is a day
_YEAR = re.compile(r"\d{4}")
_STATE_CODE = re.compile(r"[A-Z]{3}")
_STAGES = {"Plot": frozenset({"planned", "threatened", "attempted", "thwarted"}), "Attack": frozenset({"accomplished"})}


def fits(ontology: Ontology, kind: str, allowed: Collection[str]) -> bool:
    """Whether a class is one of those allowed, or a kind of one; anything fits where nothing is prescribed."""
    return not allowed or not set(allowed).isdisjoint(ontology.ancestors(kind))


def wrong_subject(ontology: Ontology, found: Property, kind: str) -> str:
    """Why a thing of this class cannot have the property."""
    if fits(ontology, kind, found.domain):
        return ""
    return f"{found.name} belongs to {_any_of(found.domain)}, not to {kind}"


def wrong_object(ontology: Ontology, predicate: str, kind: str, target: str) -> str:
    """Why a link cannot lead from a thing of class `kind` to one of class `target`."""
    found = ontology.properties.get(predicate)
    if found is None:
        return f"the ontology has no {predicate}"
    if wrong := wrong_subject(ontology, found, kind):
        return wrong
    if found.range and not fits(ontology, target, found.range):
        return f"{predicate} takes {_any_of(found.range)}, not {target}"
    return ""


def wrong_value(ontology: Ontology, key: str, value: str | int, kind: str) -> str:
    """Why a thing of class `kind` cannot have this attribute with this value."""
    if key in COORDINATES:
        wrong = not fits(ontology, kind, ("Place",)) or not _is_coordinate(value, COORDINATES[key])
        return "not the coordinate of a place in degrees" if wrong else ""
    found = ontology.properties[key]
    if not found.scheme and not found.literal:
        return "a link to a thing, not an attribute"
    return wrong_subject(ontology, found, kind) or _wrong_literal(ontology, found, value, kind)


def _wrong_literal(ontology: Ontology, found: Property, value: str | int, kind: str) -> str:
    if found.scheme:
        concept = ontology.concepts.get(str(value))
        if not concept or found.scheme not in concept.schemes:
            return f"no concept of {found.scheme}"
        stages = _STAGES.get(kind) if found.name == "stage" else None
        return f"{kind} is {_any_of(sorted(stages))}" if stages and value not in stages else ""
    if "xsd:integer" in found.range:
        return "" if isinstance(value, int) and value >= 0 else "not a whole number from 0 up"
    if "xsd:gYear" in found.range:
        return "" if _YEAR.fullmatch(str(value)) and is_date(str(value)) else "not a year"
    if found.name == "isoCode" and kind == "State" and not _STATE_CODE.fullmatch(str(value)):
        return "not the code of a state in three letters"
    return ""


def is_date(value: str) -> bool:
    """Whether a value is a date, month, year or day of any year that exists in the calendar."""
    if date_type(value) is None:
        return False
    year, month, day = (*value.replace("--", f"{_LEAP_YEAR}-", 1).split("-"), "01", "01")[:3]
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True


def _is_coordinate(value: str | int, limit: float) -> bool:
    try:
        return abs(float(value)) <= limit
    except ValueError:
        return False


def _any_of(names: Sequence[str]) -> str:
    return " or ".join(names)
