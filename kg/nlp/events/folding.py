"""Several words of one event become one event: a noun and its verb, a plot and its act, an act and its weapon."""

from __future__ import annotations

from kg.lexicon.function_words import function_words
from kg.nlp.events.happening import Happening
from kg.nlp.phrases.phrase import Phrases
from kg.nlp.syntax.tree import Tree

PLOT = "Plot"
INSTRUMENT, LOAD = "instrument", "explosive"
UNSPECIFIC = "unspecified-attack"
WHERE = frozenset({"target", "place", "victim"})
DESCRIBING = frozenset({"acl", "amod", "acl:relcl"})  # "a bomb hidden in a van", "a bomb that had been left"
CONTENTS = ("xcomp", "ccomp", "obj")
ACTS = ("acl", "xcomp", "advcl", "nmod")  # how the act hangs on the plot: "a plot to bomb", "conspired to kill"


def fold(tree: Tree, phrases: Phrases, happenings: dict[int, Happening]) -> None:
    """Folds the events of a tree, in place."""
    _fold_phrases(tree, happenings)
    _fold_support(happenings)
    _fold_plots(tree, happenings)
    _weapons_are_things(happenings, phrases)
    _fold_described(tree, happenings)
    _fold_occasions(tree, happenings)
    _fold_incidents(tree, happenings)
    _fold_results(tree, happenings)
    _fold_repeated(tree, happenings)
    for event in happenings.values():
        event.kind = _kind_by_weapon(event, phrases) or event.kind


def _fold_plots(tree: Tree, happenings: dict[int, Happening]) -> None:
    """"A plot to bomb a bridge", "a plot by students to bomb it" is one plot, of the kind of its act."""
    for act in list(happenings.values()):
        plot = next((happenings[above] for above in _holders(tree, act.token) if above in happenings), None)
        if plot is None or plot.frame.type != PLOT or act.frame.type == PLOT or not act.is_hostile:
            continue
        _take_over(plot, act)
        plot.aliases |= act.aliases | {act.token}
        plot.kind = act.kind or plot.kind
        del happenings[act.token]


def _fold_phrases(tree: Tree, happenings: dict[int, Happening]) -> None:
    """The noun of a phrase tells of no event beside it: the "fire" of "opened fire"."""
    for event in list(happenings.values()):
        content = {*event.trigger.words} if event.trigger.word_class == "verb" else set[str]()
        for alias in sorted({*event.aliases, *tree.kids(event.token, "obj")}):
            other = happenings.get(alias)
            if content & {tree.words[alias], tree.lemmas[alias]} and other and other.type != event.type:
                del happenings[alias]


def _fold_described(tree: Tree, happenings: dict[int, Happening]) -> None:
    """ "A bomb hidden in a van killed nine": how the weapon came there belongs to what it did."""
    for part in list(happenings.values()):
        weapon = tree.heads[part.token]
        if not part.is_hostile or tree.deps[part.token] not in DESCRIBING or weapon == part.token:
            continue
        stored = part.frame.laid and tree.tags[weapon] == "NNS"
        if stored and any(weapon in other.roles.get("patient", ()) for other in happenings.values()):
            del happenings[part.token]  # "found grenades hidden in a well": they were meant for nobody yet
            continue
        for event in happenings.values():
            same = weapon == event.token or weapon in event.roles.get(INSTRUMENT, ())
            if same and event is not part and event.is_hostile:
                if event.kind == event.frame.default_kind and part.kind != UNSPECIFIC:
                    event.kind = part.kind
                _take_over(event, part)
                event.aliases |= part.aliases | {part.token}
                del happenings[part.token]
                break


def _fold_occasions(tree: Tree, happenings: dict[int, Happening]) -> None:
    """ "The hall was destroyed in an arson attack" tells of one attack."""
    for event in list(happenings.values()):
        if not (event.is_hostile and event.trigger.weak and event.trigger.word_class == "verb"):
            continue
        for kid in tree.kids(event.token, "obl"):
            attack = happenings.get(kid)
            occasion = tree.preposition(kid) in function_words().occasions
            if attack and attack.type == event.type and occasion and attack is not event:
                _take_over(attack, event)
                attack.aliases |= event.aliases | {event.token}
                del happenings[event.token]
                break


def _fold_incidents(tree: Tree, happenings: dict[int, Happening]) -> None:
    """ "Damaged by a fire": what an incident does is no attack beside it."""
    for event in list(happenings.values()):
        doers = (happenings.get(kid) for kid in tree.kids(event.token, "nsubj", "obl:agent"))
        spread = event.trigger.weak or event.kind == "bombing"  # "an explosion ripped through a bar"
        told = spread and event.trigger.word_class == "verb" and event.is_hostile
        if told and not event.roles.keys() & {"perpetrator", INSTRUMENT}:
            incident = next((doer for doer in doers if doer and doer.type == "Incident"), None)
            if incident is not None:
                incident.aliases |= event.aliases | {event.token}
                for role in ("target", "victim", "place"):
                    for token in event.roles.get(role, ()):
                        incident.fill(role if role == "place" else "patient", token)
                del happenings[event.token]


def _fold_results(tree: Tree, happenings: dict[int, Happening]) -> None:
    """ "Rockets were fired at the port, damaging a hangar" tells of one attack, and of two things that it struck."""
    for part in list(happenings.values()):
        event = happenings.get(tree.heads[part.token])
        told = part.trigger.weak and part.trigger.word_class == "verb" and part.kind in ("", UNSPECIFIC)
        if event is None or event is part or not told or event.type != part.type or not event.is_hostile:
            continue
        if _is_result(tree, part.token):
            for role in ("target", "victim"):
                for token in part.roles.get(role, ()):
                    event.fill(role, token)
            event.aliases |= part.aliases | {part.token}
            del happenings[part.token]


def _is_result(tree: Tree, verb: int) -> bool:
    """Whether a participle behind a clause tells what came of it."""
    behind = tree.deps[verb] == "advcl" and tree.tags[verb] == "VBG" and tree.heads[verb] < verb
    return behind and tree.kid(verb, "nsubj", "mark") is None


def _fold_repeated(tree: Tree, happenings: dict[int, Happening]) -> None:
    """ "Sentenced him to a prison term", "the protocol that both had signed" tell of one sentence, of one protocol."""
    for event in list(happenings.values()):
        noun = happenings.get(tree.heads[event.token]) if tree.deps[event.token] == "acl:relcl" else None
        if noun and (noun.type, noun.kind) == (event.type, event.kind) and noun.trigger.word_class == "noun":
            _take_over(noun, event)
            noun.aliases |= event.aliases | {event.token}
            del happenings[event.token]
            continue
        for kid in tree.kids(event.token, "obl") if event.trigger.word_class == "verb" else ():
            part = happenings.get(kid)
            alike = part and (part.type, part.kind) == (event.type, event.kind) and part.trigger.word_class == "noun"
            if part and alike and not part.is_hostile and not part.roles.keys() & event.roles.keys():
                _take_over(event, part)
                event.aliases |= part.aliases | {kid}
                del happenings[kid]


def _take_over(event: Happening, part: Happening, only: frozenset[str] = frozenset()) -> None:
    """Fills what is not told of an event from a part of it; of `only` these roles, if the event has them at all."""
    fitting = (only & {role.name for role in event.frame.roles} if only else {*part.roles}) - event.roles.keys()
    for role, tokens in part.roles.items():
        for token in tokens if role in fitting else ():
            if token != event.token:
                event.fill(role, token)


def _kind_by_weapon(event: Happening, phrases: Phrases) -> str:
    """The kind of an attack that only its weapon tells; empty if none does, or several disagree."""
    if event.kind != event.frame.default_kind or not event.frame.by_weapon:
        return ""
    weapons = [phrase for token in event.roles.get(INSTRUMENT, ()) if (phrase := phrases.at(token))]
    kinds = {event.frame.by_weapon.get(weapon.attribute[1], "") for weapon in weapons if weapon.attribute} - {""}
    carried = kinds - {event.frame.by_weapon.get(LOAD, "")}  # a drone with explosives is a drone
    return min(carried or kinds) if len(carried or kinds) == 1 else ""


def _holders(tree: Tree, act: int) -> list[int]:
    """What an act hangs on: the word of planning, or the planner behind it."""
    head = tree.heads[act]
    bare = tree.deps[act] == "advcl" and tree.tags[act] == "VBG" and act == head + 1
    if (bare or tree.deps[act] in CONTENTS) and tree.pos[head] == "VERB":
        return tree.kids(head, "nsubj")  # "the plot envisaged blowing up a bridge"
    if tree.deps[act] not in ACTS:
        return []
    return [head, tree.heads[head]] if tree.deps[head] == "nmod" else [head]


def _weapons_are_things(happenings: dict[int, Happening], phrases: Phrases) -> None:
    """A "car bomb" that somebody sets off is the weapon of that event, not an event beside it."""
    for event in list(happenings.values()):
        for role in ("instrument", "patient"):
            for token in event.roles.get(role, ()):
                phrase = phrases.at(token)
                if token in happenings and phrase and phrase.type == "Weapon" and token != event.token:
                    weapon = happenings.pop(token)
                    event.aliases |= weapon.aliases
                    _take_over(event, weapon, WHERE)


def _fold_support(happenings: dict[int, Happening]) -> None:
    """One event for a noun and its verb: "signed an agreement", "taken into custody"."""
    for event in list(happenings.values()):
        for alias in sorted(event.aliases):
            other = happenings.get(alias)
            if other is None or other is event or event.token not in happenings or other.type != event.type:
                continue
            if event.token in other.roles.get(INSTRUMENT, ()):
                continue  # "a bomb went off": the bomb is a thing
            _take_over(event, other)
            event.aliases |= other.aliases | {alias}
            del happenings[alias]
