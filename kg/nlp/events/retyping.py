"""Events with their roles in, changed in place: classes that only the part of a thing in an event tells, and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.lexicon.lexicon import Lexicon
from kg.nlp.coreference.referents import Referents
from kg.nlp.events.happening import Happening
from kg.nlp.phrases.phrase import Phrase, Phrases
from kg.nlp.syntax.tree import Tree

ATTACK, KILLING = "Attack", "Killing"
RENAMED = {"perpetrator": "agent", "victim": "patient"}
STRUCK = frozenset({"target", "place", "destination"})


def retype(tree: Tree, lexicon: Lexicon, phrases: Phrases, happenings: Mapping[int, Happening]) -> None:
    """Sets the class of vehicles that are aimed at, and of embassies that speak or are attacked."""
    for event in happenings.values():
        for role, tokens in event.roles.items():
            for phrase in (phrases.at(token) for token in tokens):
                if phrase and phrase.type == "Weapon" and event.is_hostile and role == "target":
                    _strike(tree, lexicon, phrase)
                elif phrase and tree.words[phrase.head] in lexicon.coreference.missions and not phrase.many:
                    _tell_mission(phrase, role, lexicon.is_a(event.type, "Communication"))


def _strike(tree: Tree, lexicon: Lexicon, phrase: Phrase) -> None:
    """A vehicle at which an act is aimed is its target and no weapon."""
    if tree.lemmas[phrase.head] in lexicon.nouns.ambiguous_weapons:
        phrase.type, phrase.attribute = "Target", ()


def _tell_mission(phrase: Phrase, role: str, speaks: bool) -> None:
    """An embassy that speaks is a body of its state, and one that is attacked a building."""
    if role == "agent" and speaks and phrase.type == "Facility":
        phrase.type, phrase.attribute = "Agency", ("agencyKind", "government")
    elif role in STRUCK and phrase.type == "Agency":
        phrase.type, phrase.attribute, phrase.entry = "Facility", (), None


def tell_killings(lexicon: Lexicon, referents: Referents, events: Sequence[Happening]) -> None:
    """Makes killings of attacks by bodies of a state that a pronoun told of: "the army said it had killed X"."""
    frame = lexicon.frames[KILLING]
    verbs = {trigger.lemma for trigger in frame.triggers if trigger.word_class == "verb"}
    for event in events:
        doers = [referents.of(token) for token in event.roles.get("perpetrator", ())]
        official = bool(doers) and all(doer is not None and doer.type == "Agency" for doer in doers)
        if event.type == ATTACK and official and event.trigger.lemma in verbs and event.trigger.word_class == "verb":
            event.type, event.kind, event.frame, event.stage = KILLING, "", frame, ""
            event.roles = {RENAMED.get(role, role): tokens for role, tokens in event.roles.items()}
