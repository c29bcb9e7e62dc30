"""Everything the program knows, read once: the ontology, names, nouns, constructions, cues and frames."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kg import resources
from kg.lexicon import (
    casualties,
    constructions,
    coreference,
    cues,
    gazetteer,
    names,
    nouns,
    ontology,
    relations,
    roles,
    time,
    warfare,
)
from kg.lexicon import frames as frame_files
from kg.lexicon.frames import Frame, Trigger
from kg.lexicon.names import Entry

NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The program's knowledge, immutable.

    `capitals` are by the IRI of their state, `lemmas` those of triggers and cues; `triggers` finds the (frame, trigger)
    pairs of a (lemma, word class).
    """

    ontology: ontology.Ontology
    knowledge: names.KnowledgeBase
    nouns: nouns.Nouns
    grammar: constructions.Grammar
    cues: cues.Cues
    coreference: coreference.Coreference
    relations: relations.Relations
    casualties: casualties.Casualties
    warfare: warfare.Warfare
    times: time.TimeGrammar
    frames: Mapping[str, Frame]
    triggers: Mapping[tuple[str, str], tuple[tuple[Frame, Trigger], ...]]
    kinds: Mapping[str, frozenset[str]]
    lemmas: frozenset[str]
    capitals: Mapping[str, Entry]

    def is_a(self, name: str, wanted: str) -> bool:
        """Whether a class is, or is a kind of, another."""
        return wanted in self.kinds.get(name, NONE)

    def fits(self, name: str, wanted: frozenset[str]) -> bool:
        """Whether a class is a kind of any of the wanted ones."""
        return not self.kinds.get(name, NONE).isdisjoint(wanted)

    def cities(self, name: str) -> tuple[Entry, ...]:
        """The cities that a name can mean, the likeliest first."""
        return gazetteer.cities(name)


def load(extra_names: Sequence[Path] = ()) -> Lexicon:
    """The lexicon with the program's own knowledge and a user's names. Raises KnowledgeError."""
    return _load(tuple(extra_names))


@lru_cache(maxsize=2)
def _load(extra_names: tuple[Path, ...]) -> Lexicon:
    root = resources.ontology()
    seats = roles.load(root / "constructions")
    all_frames = frame_files.load(root / "events", seats)
    cue_words = cues.load(root / "cues")
    triggers: dict[tuple[str, str], list[tuple[Frame, Trigger]]] = {}
    for frame in all_frames:
        for trigger in frame.triggers:
            triggers.setdefault((trigger.lemma, trigger.word_class), []).append((frame, trigger))
    terms, knowledge = ontology.load(), names.load(extra_names)
    return Lexicon(
        terms,
        knowledge,
        nouns.load(root / "nouns"),
        constructions.load(root / "constructions"),
        cue_words,
        coreference.load(root / "cues"),
        relations.load(root / "relations"),
        casualties.load(root / "cues"),
        warfare.load(root / "cues"),
        time.load_time_grammar(),
        _by_type(all_frames),
        {word: tuple(found) for word, found in triggers.items()},
        {name: frozenset(terms.ancestors(name)) for name in terms.classes},
        frozenset(lemma for lemma, _ in (*triggers, *cue_words.by_word)),
        {state: entry for entry in knowledge.entries.values() for state in entry.targets("capitalOf")},
    )


def _by_type(all_frames: Sequence[Frame]) -> dict[str, Frame]:
    """The main frame of each type: the one that its further frames (`Statement/told`) follow in the file."""
    found: dict[str, Frame] = {}
    for frame in all_frames:
        found.setdefault(frame.type, frame)
    return found
