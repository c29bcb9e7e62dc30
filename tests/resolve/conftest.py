"""Extractions in few words: `told("a", [("Agency", "Border Guard")])` is a document that names an agency."""

from pathlib import Path

import pytest

from kg.lexicon import names, turtle
from kg.model import Document, Entity, Event, Evidence, Extraction, Mention, Relation, When

LINKED = {"Russia": "state/RUS", "Kenya": "state/KEN", "Peru": "state/PER", "Türkiye": "state/TUR", "Iraq": "state/IRQ",
          "Ghana": "state/GHA", "Chad": "state/TCD"}


class Story:
    """One document in the making: entities by name, then events and relations between them."""

    def __init__(self, source, date=None, publisher=None, text=""):
        self.source, self.date, self.publisher, self.text = source, date, publisher, text
        self.entities, self.events, self.relations = {}, [], []

    def entity(self, kind, name, iri=None, count=None, mention=None, **attributes):
        """The id of the entity of that name, new or already there."""
        if name not in self.entities:
            self.text += f" {name}"
            end = len(self.text)
            how = mention or ("nominal" if kind in ("People", "Weapon", "Target", "Cell") else "name")
            mentions = (Mention(name, end - len(name), end, name.split()[-1], how),)
            self.entities[name] = Entity(f"e{len(self.entities) + 1}", kind, name, mentions, iri or LINKED.get(name),
                                         count, attributes)
        return self.entities[name].id

    def relate(self, subject, predicate, thing):
        self.relations.append(Relation(subject, predicate, thing, (Evidence(0, 1, "test"),)))

    def event(self, kind, time=None, stage=None, factuality="reported", by=(), attributes=None, **roles):
        """An event whose roles are filled by ids; `time` is a day, or two days with a slash between."""
        word = f"{kind.lower()}{len(self.events) + 1}"
        self.text += f" {word}"
        end = len(self.text)
        start, _, last = (time or "").partition("/")
        self.events.append(Event(
            f"v{len(self.events) + 1}", kind, Mention(word, end - len(word), end, word, "trigger"),
            {role: tuple(ids) for role, ids in roles.items()}, (Evidence(end - len(word), end, f"{kind}/test"),),
            When(start, last or start, time) if time else None, stage, factuality, tuple(by), 0.9, attributes or {}))
        return self.events[-1].id

    def extraction(self):
        document = Document(f"doc-{self.source}", self.source, self.text, date=self.date, publisher=self.publisher)
        return Extraction(document, tuple(self.entities.values()), tuple(self.events), tuple(self.relations))


@pytest.fixture
def story():
    return Story


@pytest.fixture(scope="session")
def knowledge():
    """A small knowledge base of our own: two states, an agency and a group."""
    return names.build(turtle.read([Path(__file__).with_name("names.ttl")]))
