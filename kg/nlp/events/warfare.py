"""Events of one document in, the same out: what armed forces do to each other is a military action, not an attack."""

from __future__ import annotations

from dataclasses import replace

from kg.lexicon.lexicon import Lexicon
from kg.lexicon.warfare import Warfare
from kg.nlp.events.happening import Happening
from kg.nlp.phrases.phrase import Phrases
from kg.nlp.syntax.tree import Tree

ATTACK, BATTLE = "Attack", "MilitaryAction"
RENAMED = {"perpetrator": "agent", "suspect": "agent", "victim": "patient"}
QUALIFIERS = ("amod", "compound", "nmod:poss", "nmod", "nmod:desc")
BESIDE = 1  # sentences: further off, a soldier's death is mostly news of its own
MILITARY, GROUP = "Agency/military", "Group"
CLAUSE = ("obl", "nmod", "obl:agent")


def tell_war_from_attacks(tree: Tree, lexicon: Lexicon, phrases: Phrases, happenings: dict[int, Happening]) -> None:
    """Makes military actions of attacks by fighters on armed forces, and of deaths in battle."""
    words = lexicon.warfare
    for event in happenings.values():
        if event.type == ATTACK and (
            _between_forces(tree, words, phrases, event)
            or _by_forces(words, phrases, event)
            or _from_the_air(tree, words, phrases, event)
            or _in_battle(tree, words, event)
        ):
            _make_war(lexicon, event)
    for event in happenings.values():
        if event.type == ATTACK and _beside_battle(tree, words, phrases, event, happenings):
            _make_war(lexicon, event)


def _make_war(lexicon: Lexicon, event: Happening) -> None:
    event.type, event.kind, event.frame = BATTLE, "", lexicon.frames[BATTLE]
    event.roles = {RENAMED.get(role, role): tokens for role, tokens in event.roles.items()}
    event.trigger = replace(event.trigger, kind="")


def _between_forces(tree: Tree, words: Warfare, phrases: Phrases, event: Happening) -> bool:
    """Whether fighters acted, and all that they did it to belongs to armed forces."""
    doers = event.roles.get("perpetrator", []) + event.roles.get("suspect", [])
    struck = event.roles.get("victim", []) + event.roles.get("target", [])
    if not doers and event.trigger.word_class == "noun":  # "a guerrilla attack on the garrison"
        doers = [kid for kid in tree.kids(event.token, "compound", "amod") if tree.lemmas[kid] in words.fighters]
    return (
        bool(doers and struck)
        and all(_is_fighter(tree, words, phrases, token) for token in doers)
        and all(_is_military(tree, words, phrases, token) for token in struck)
    )


def _is_fighter(tree: Tree, words: Warfare, phrases: Phrases, token: int) -> bool:
    """Whether somebody fights a war, by what they are or by what their group calls itself: "FMLN", a front."""
    phrase = phrases.at(token)
    called = phrase.entry.name.lower().split() if phrase and phrase.entry and phrase.type == GROUP else []
    parts = tree.kids(token, "nmod", "compound") if tree.lemmas[token] in words.ranks else []
    return bool({tree.lemmas[token], *called, *(tree.lemmas[part] for part in parts)} & words.fighters)


def _by_forces(words: Warfare, phrases: Phrases, event: Happening) -> bool:
    """Whether an army did it, and it is no crime whoever commits it: "the air force strafed the hills"."""
    doers = [phrases.at(token) for token in event.roles.get("perpetrator", []) + event.roles.get("suspect", [])]
    crime = {event.kind, event.trigger.lemma} & words.crimes
    return bool(doers) and not crime and all(doer and doer.kind_of_class == MILITARY for doer in doers)


def _from_the_air(tree: Tree, words: Warfare, phrases: Phrases, event: Happening) -> bool:
    """Whether what only armed forces have did it: "a helicopter gunship fired at the houses", "an air force plane"."""
    doers = event.roles.get("perpetrator", []) + event.roles.get("suspect", [])
    theirs = any(
        tree.lemmas[token] in words.war_machines
        or (tree.lemmas[token] in words.machines and _is_military(tree, words, phrases, token))
        for token in event.roles.get("instrument", ())
    )
    return not doers and theirs and event.kind not in words.crimes


def _is_military(tree: Tree, words: Warfare, phrases: Phrases, token: int) -> bool:
    phrase = phrases.at(token)
    if phrase and phrase.attribute == ("agencyKind", "military"):
        return True
    near = {token, *tree.kids(token, *QUALIFIERS)}
    names = [phrases.name_at(part) for part in near]
    if any(name is not None and name.kind_of_class == MILITARY for name in names):
        return True
    return any({tree.lemmas[part], tree.words[part]} & words.military for part in near)


def _in_battle(tree: Tree, words: Warfare, event: Happening) -> bool:
    """Whether people died in what two sides fought: "killed in the clashes"."""
    if event.roles.get("perpetrator") or not event.trigger.weak:
        return False
    before = tree.heads[event.token]
    if tree.deps[event.token] == "conj" and before < event.token:  # "a clash ensued, and two men were killed"
        subject = tree.kid(before, "nsubj")
        if subject is not None and tree.lemmas[subject] in words.battles and tree.kid(event.token, "obl:agent") is None:
            return True
    verbs = [event.token, *tree.kids(event.token, "conj")]  # "two were killed and five wounded during the clashes"
    return any(
        tree.lemmas[child] in words.battles and tree.preposition(child) in words.within
        for verb in verbs
        for child in tree.kids(verb, *CLAUSE)
    )


def _beside_battle(
    tree: Tree, words: Warfare, phrases: Phrases, event: Happening, happenings: dict[int, Happening]
) -> bool:
    """Whether nothing but soldiers fell, by nobody's hand, right beside what is told of a battle."""
    struck = event.roles.get("victim", []) + event.roles.get("target", [])
    if event.roles.keys() - {"victim", "target", "place", "instrument"} or not struck:
        return False
    here = tree.sentence[event.token]
    reach = len(tree) if "victim" not in event.roles else BESIDE  # positions are attacked in a war, not in passing
    return all(_is_military(tree, words, phrases, token) for token in struck) and any(
        other.type == BATTLE and abs(tree.sentence[other.token] - here) <= reach for other in happenings.values()
    )
