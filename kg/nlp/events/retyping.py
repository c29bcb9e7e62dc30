"""Events with their roles in, changed in place: classes that only the part of a thing in an event tells, and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.lexicon.lexicon import Lexicon
from kg.nlp.coreference.referents import Referents
from kg.nlp.events.happening import Happening
from kg.nlp.phrases.phrase import Phrase, Phrases
from kg.nlp.syntax.tree import Tree

ATTACK, KILLING, RAID = "Attack", "Killing", "Raid"
ENEMY, WANTED, CUED = ("side", "hostile"), frozenset({"doubt", "wanted"}), ("verb", "adjective")
OFFICIAL = frozenset({"Agency", "State"})
ARMED, SITES = frozenset({"Group", "Cell"}), frozenset({"Facility", "Target"})
HAPPENED = frozenset({"reported", "claimed", "alleged"})
DONE = {"agent": "perpetrator", "patient": "victim"}
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
        official = bool(doers) and all(doer is not None and doer.type in OFFICIAL for doer in doers)
        if event.type == ATTACK and official and event.trigger.lemma in verbs and event.trigger.word_class == "verb":
            event.type, event.kind, event.frame, event.stage = KILLING, "", frame, ""
            event.roles = {RENAMED.get(role, role): tokens for role, tokens in event.roles.items()}


def tell_attacks(lexicon: Lexicon, referents: Referents, events: Sequence[Happening]) -> None:
    """Makes attacks of raids by groups that a pronoun told of: "in January it raided a hotel"."""
    frame = lexicon.frames[ATTACK]
    for event in events:
        doers = [referents.of(token) for token in event.roles.get("agent", ())]
        armed = bool(doers) and all(doer is not None and doer.type in ARMED for doer in doers)
        if event.type != RAID or not armed or event.factuality not in HAPPENED:
            continue
        event.type, event.kind, event.frame, event.stage = ATTACK, frame.default_kind, frame, "accomplished"
        places = event.roles.pop("place", [])
        event.roles = {DONE.get(role, role): tokens for role, tokens in event.roles.items()}
        for token in places:
            place = referents.of(token)
            event.fill("target" if place and place.type in SITES else "place", token)


def tell_raids(tree: Tree, lexicon: Lexicon, phrases: Phrases, happenings: Mapping[int, Happening]) -> None:
    """Makes killings of deaths that those died whom a raid was for: "the suspect was shot dead when police came"."""
    frame = lexicon.frames[KILLING]
    verbs = {trigger.lemma for trigger in frame.triggers if trigger.word_class == "verb"}
    for event in happenings.values():
        struck = event.roles.get("victim", [])
        if event.type != ATTACK or event.roles.get("perpetrator") or event.trigger.lemma not in verbs or not struck:
            continue
        clauses = (happenings.get(clause) for clause in tree.kids(event.token, "advcl", "obl"))
        raid = next((found for found in clauses if found and found.type == RAID and found.roles.get("agent")), None)
        if raid and all(_is_wanted(tree, lexicon, phrases, victim) for victim in struck):
            event.type, event.kind, event.frame = KILLING, "", frame
            event.roles = {RENAMED.get(role, role): tokens for role, tokens in event.roles.items()}
            for token in raid.roles["agent"]:
                event.fill("agent", token)


def _is_wanted(tree: Tree, lexicon: Lexicon, phrases: Phrases, person: int) -> bool:
    """Whether somebody is called a fighter, a suspect or wanted where it is told that he died."""
    for part in tree.subtree(person):
        phrase = phrases.at(part) if tree.pos[part] == "NOUN" else None
        cues = (cue for kind in CUED for cue in lexicon.cues.by_word.get((tree.lemmas[part], kind), ()))
        if (phrase and phrase.attribute == ENEMY) or any(cue.name in WANTED for cue in cues):
            return True
    return False
