"""Examples in, what was read in them out; and how a phrase of an example is compared with what was read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kg.extract import Reader, extract_all
from kg.model import Document, Extraction

DETERMINERS = ("a", "an", "the", "no", "his", "her", "its", "their")
Key = tuple[str, str]


def key(example: Mapping[str, Any]) -> Key:
    """An example's text and the date of its document, which its relative times are told against."""
    return example["text"], str(example.get("date", ""))


def read_all(examples: Iterable[Mapping[str, Any]], reader: Reader) -> Mapping[Key, Extraction]:
    """What was read in each example, each a document of its own."""
    keys = sorted({key(example) for example in examples})
    documents = [Document(f"doc-{number}", "examples", text, date=date or None)
                 for number, (text, date) in enumerate(keys)]
    return dict(zip(keys, extract_all(documents, reader), strict=True))


def surface_forms(extraction: Extraction) -> Mapping[str, set[str]]:
    """How each entity and event is written in the text, by its id."""
    forms = {entity.id: {form for mention in entity.mentions for form in (bare(mention.text), short(mention.text))}
             for entity in extraction.entities}
    return forms | {event.id: {bare(event.trigger.text)} for event in extraction.events}


def bare(text: str) -> str:
    """A phrase without its determiner, as examples may be written with or without it."""
    words = text.casefold().split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in DETERMINERS else words)


def short(text: str) -> str:
    """A phrase without what follows "of": "two members" for "two members of the gang"."""
    return bare(text).partition(" of ")[0]
