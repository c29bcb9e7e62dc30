"""Bombs that were laid: an attack if one went off, a plot if it was found or failed, or if nothing tells of a blast."""

from __future__ import annotations

from collections.abc import Container, Sequence

from kg.nlp.coreference.referents import Referents
from kg.nlp.events.happening import Happening
from kg.nlp.events.same_events import related
from kg.nlp.syntax.tree import Tree

NEAR = 3  # sentences within which what became of a bomb is told
HARMED = ("victim", "suspect")
WHERE = ("target", "place")


def tell_what_became(
    tree: Tree, referents: Referents, events: Sequence[Happening], harming: Container[str]
) -> list[Happening]:
    """The events without those that only tell what became of a bomb; they are folded into its laying.

    `harming` are verbs that tell of the harm done by a bomb.
    """
    folded: set[int] = set()
    for laid in events:
        if not laid.frame.laid or laid.type != "Attack":
            continue
        others = [e for e in events if e is not laid and e.token not in folded and _is_end_of(tree, referents, laid, e)]
        end = min(others, key=lambda event: abs(event.token - laid.token), default=None)
        if end is not None:
            _fold(laid, end)
            folded.add(end.token)
        elif laid.killed is None and laid.injured is None and not laid.roles.get("victim"):
            if _did_harm(tree, laid, harming):
                continue
            laid.type, laid.stage = "Plot", "attempted"
    return [event for event in events if event.token not in folded]


def _did_harm(tree: Tree, laid: Happening, harming: Container[str]) -> bool:
    """Whether a bomb did harm: "placed a bomb that destroyed the gate", "placed a bomb, causing damage"."""
    clauses = [kid for kid in tree.kids(laid.token, "advcl") if tree.tags[kid] == "VBG"]
    below = (t for bomb in laid.roles.get("instrument", ()) for t in tree.subtree(bomb))
    clauses += [t for t in below if tree.deps[t] == "acl:relcl"]
    clauses += [t for t in tree.subtree(laid.token) if tree.deps[t] == "acl:relcl" and tree.tags[t] == "VBD"]
    return any(tree.lemmas[clause] in harming and tree.kid(clause, "aux") is None for clause in clauses)


def _is_end_of(tree: Tree, referents: Referents, laid: Happening, other: Happening) -> bool:
    """Whether another hostile act nearby is what became of the bomb: of the same kind, with none but the same bomb."""
    if not other.is_hostile or other.frame.laid or not related(*sorted((laid.kind, other.kind))):
        return False
    if abs(tree.sentence[other.token] - tree.sentence[laid.token]) > NEAR or other.stage == "planned":
        return False
    ours, theirs = (_things(referents, event, "instrument") for event in (laid, other))
    if not ours or not theirs:
        return not any(_things(referents, other, role) for role in ("perpetrator", *WHERE))
    return bool(ours & theirs)


def _things(referents: Referents, event: Happening, role: str) -> set[int]:
    found = (referents.of(token) for token in event.roles.get(role, ()))
    return {referent.number for referent in found if referent}


def _fold(laid: Happening, end: Happening) -> None:
    """Takes in what an end tells: whether the bomb went off, whom it hurt, where and when."""
    laid.type, laid.stage = end.type, end.stage
    laid.killed = laid.killed if laid.killed is not None else end.killed
    laid.injured = laid.injured if laid.injured is not None else end.injured
    laid.time = laid.time or end.time
    laid.aliases |= {end.token, *end.aliases}
    laid.cues += [cue for cue in end.cues if cue not in laid.cues]
    for role in (*HARMED, *(role for role in WHERE if not any(laid.roles.get(one) for one in WHERE))):
        for token in end.roles.get(role, ()):
            laid.fill(role, token)
