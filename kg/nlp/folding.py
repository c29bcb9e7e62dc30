"""Several words of one event become one event: a noun and its verb, a plot and its act, an act and its weapon."""

from __future__ import annotations

from kg.nlp.events import Happening
from kg.nlp.phrases import Phrases
from kg.nlp.tree import Tree

PLOT = "Plot"
ACTS = ("acl", "xcomp", "advcl", "nmod")  # how the act hangs on the plot: "a plot to bomb", "conspired to kill"


def fold(tree: Tree, phrases: Phrases, happenings: dict[int, Happening]) -> None:
    """Folds the events of a tree, in place."""
    _fold_support(happenings)
    _fold_plots(tree, happenings)
    _weapons_are_things(happenings, phrases)


def _fold_plots(tree: Tree, happenings: dict[int, Happening]) -> None:
    """"A plot to bomb a bridge", "a plot by students to bomb it" is one plot, of the kind of its act."""
    for act in list(happenings.values()):
        plot = next((happenings[above] for above in _holders(tree, act.token) if above in happenings), None)
        if plot is None or plot.frame.type != PLOT or act.frame.type == PLOT or not act.is_hostile:
            continue
        for role, tokens in act.roles.items():
            for token in tokens if role not in plot.roles else ():
                if token != plot.token:
                    plot.fill(role, token)
        plot.kind = act.kind or plot.kind
        plot.aliases |= act.aliases | {act.token}
        del happenings[act.token]


def _holders(tree: Tree, act: int) -> list[int]:
    """What an act hangs on: the word of planning, or the planner behind it."""
    if tree.deps[act] not in ACTS:
        return []
    head = tree.heads[act]
    return [head, tree.heads[head]] if tree.deps[head] == "nmod" else [head]


def _weapons_are_things(happenings: dict[int, Happening], phrases: Phrases) -> None:
    """A "car bomb" that somebody sets off is the weapon of that event, not an event beside it."""
    for event in list(happenings.values()):
        for role in ("instrument", "patient"):
            for token in event.roles.get(role, ()):
                phrase = phrases.at(token)
                if token in happenings and phrase and phrase.type == "Weapon" and token != event.token:
                    event.aliases |= happenings.pop(token).aliases


def _fold_support(happenings: dict[int, Happening]) -> None:
    """One event for a noun and its verb: "signed an agreement", "taken into custody"."""
    for event in list(happenings.values()):
        for alias in sorted(event.aliases):
            other = happenings.get(alias)
            if other is None or other is event or event.token not in happenings or other.type != event.type:
                continue
            for role, tokens in other.roles.items():
                for token in tokens:
                    if token != event.token and role not in event.roles:
                        event.fill(role, token)
            event.aliases |= other.aliases | {alias}
            del happenings[alias]
