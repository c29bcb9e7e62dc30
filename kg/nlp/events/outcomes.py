"""Plots in, the same with how they ended: carried out or foiled, where no word beside them says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.nlp.coreference.referents import Referents
from kg.nlp.events.happening import Happening
from kg.nlp.events.same_events import UNSPECIFIC, related
from kg.nlp.syntax.tree import Tree

STOPPING = frozenset({"Detention", "Disruption"})
FACTUAL = frozenset({"reported", "claimed"})
LISTED = frozenset({"nmod", "conj", "appos"})  # how the parts of a plot hang on it
PLANNING = frozenset({"plan", "order", "want", "purpose"})  # cues that leave open what came of a plan


def realize_plots(events: Sequence[Happening], tree: Tree, today: str) -> None:
    """A known act that the document told of before was carried out: "an assault killed 20 … he planned the assault"."""
    done: list[Happening] = []
    for event in sorted(events, key=lambda one: one.token):
        if event.type == "Attack" and event.factuality in FACTUAL:
            done.append(event)
        cues = {cue.split(":")[0] for cue in event.cues}
        if event.type != "Plot" or not cues <= PLANNING:
            continue
        if (event.known and any(_fits(act, event) for act in done)) or _is_dated(event, tree, today):
            event.type, event.stage = "Attack", "accomplished"
            event.factuality = "reported"


def _is_dated(event: Happening, tree: Tree, today: str) -> bool:
    """Whether an act is named by its year: who "planned the 2013 siege" did not fail."""
    year = event.time.when.start[:4] if event.time and event.time.when.start else ""
    named = event.trigger.word_class == "noun" and tree.kid(event.token, "det") is not None
    numbers = {tree.words[kid] for kid in tree.kids(event.token, "compound", "nummod", "amod", "nmod:desc")}
    return named and bool(year) and year in numbers and year < today[:4]


def _fits(act: Happening, plot: Happening) -> bool:
    kinds = {act.kind, plot.kind} - {UNSPECIFIC, ""}
    return len(kinds) < 2 or related(*sorted(kinds))


def foil_plots(events: Sequence[Happening], referents: Referents) -> None:
    """A plot whose plotters were caught, or whose cell was broken up, is thwarted though no word beside it says so."""
    caught: set[int] = set()
    for event in events:
        if event.type in STOPPING and event.factuality in FACTUAL:
            for role in ("patient", "disrupts"):
                caught |= _with_groups(event.roles.get(role, ()), referents)
    for event in events:
        if (
            event.type == "Plot"
            and event.stage == "planned"
            and event.factuality != "hypothetical"
            and _with_groups(event.roles.get("perpetrator", ()), referents) & caught
        ):
            event.stage = "thwarted"
            event.cues.append("caught: those who planned it")
    _foil_parts(events, referents)


def _foil_parts(events: Sequence[Happening], referents: Referents) -> None:
    """What a foiled plot consisted of: "were plotting attacks, including explosions at a fair"."""
    tree = referents.tree
    foiled = {t for event in events if event.stage == "thwarted" for t in (event.token, *event.aliases)}
    for event in events:
        if event.type == "Plot" and event.stage == "planned" and not event.roles.get("perpetrator"):
            token = event.token
            while tree.deps[token] in LISTED and token not in foiled:
                token = tree.heads[token]
            if token in foiled:
                event.stage = "thwarted"
                event.cues.append("caught: those who planned the whole")


def _with_groups(tokens: Iterable[int], referents: Referents) -> set[int]:
    """The referents at tokens, with the cells that they are members of."""
    found: set[int] = set()
    for token in tokens:
        referent = referents.of(token)
        if referent is None:
            continue
        found.add(referent.number)
        for phrase in referent.phrases:
            for child in referents.tree.kids(phrase.head, "nmod", "compound"):
                group = referents.of(child)
                if group and group.type == "Cell":
                    found.add(group.number)
    return found
