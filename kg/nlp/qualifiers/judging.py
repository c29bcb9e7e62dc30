"""What the cues make of events and relations: stage, factuality, and who says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.lexicon.lexicon import Lexicon
from kg.nlp.events.happening import Happening
from kg.nlp.qualifiers.modality import Judge
from kg.nlp.qualifiers.saying import SOURCE
from kg.nlp.qualifiers.verdict import Modality
from kg.nlp.relations.link import Link
from kg.nlp.syntax.tree import Tree

COMMUNICATION = "Communication"
STATEMENT = "Statement"
UNSAID = frozenset({STATEMENT, "ClaimOfResponsibility", "Denial"})  # not made, they are no events
UNSPOKEN = frozenset({"denied", "hypothetical"})  # of a saying: nobody has said it
# What the cues of a stage say of the act and not of the plot: that it failed makes no plot hypothetical.
UNREALIZED = {
    "thwarted": frozenset({"denied", "planned", "hypothetical"}),
    "attempted": frozenset({"denied", "planned", "hypothetical"}),
    "": frozenset({"planned"}),
}
PRESENT = frozenset({"VBZ", "VBP"})


@dataclass(slots=True)
class JudgedLink:
    """A relation with its factuality and who says so (triggers of saying)."""

    link: Link
    factuality: str
    sources: list[int]


def judge_all(view: Tree, lexicon: Lexicon, happenings: Mapping[int, Happening]) -> Judge:
    """Sets stage, factuality and sources of all events; gives back the judge that knows who speaks."""
    sayers = {
        token: (SOURCE if event.construction == SOURCE else event.type)
        for token, event in happenings.items()
        if lexicon.is_a(event.type, COMMUNICATION)
    }
    judge = Judge(view, lexicon, sayers)
    for event in happenings.values():
        if event.construction != SOURCE:
            modality = judge.judge(event.token, _known(event))
            modality.hearsay |= any(_is_on_paper(judge, happenings.get(sayer)) for sayer in modality.sayers)
            _apply(event, modality, happenings)
    return judge


def _is_on_paper(judge: Judge, saying: Happening | None) -> bool:
    """Whether a saying is that of a text and nobody is known to have issued it: "the documents state"."""
    if saying is None or saying.roles.get("agent"):
        return False
    tree = judge.tree
    return any(tree.lemmas[token] in judge.lexicon.cues.documents for token in tree.kids(saying.token, "nsubj"))


def _known(event: Happening) -> bool | None:
    """Whether an act is told as one that happened, by whom it killed; None where its words must tell."""
    if event.type != "Attack":
        return False
    return True if event.trigger.word_class == "noun" and (event.killed or event.injured) else None


def judged(link: Link, judge: Judge, happenings: Mapping[int, Happening]) -> JudgedLink:
    """A relation with what the cues make of it."""
    modality = judge.judge(link.token)
    sources = _speakers(modality, happenings)
    stated = modality.factuality if link.stated else ""
    return JudgedLink(link, stated or ("claimed" if sources else "reported"), sources)


def is_idle(event: Happening) -> bool:
    """Whether nothing is told: a statement that nobody made, a death that might be."""
    if event.type in UNSAID:
        return event.factuality == "denied" or (event.factuality == "hypothetical" and "topic" not in event.roles)
    return (
        event.trigger.weak
        and event.is_hostile
        and event.factuality == "hypothetical"
        and not event.roles.get("perpetrator")
    )


def is_habit(view: Tree, event: Happening) -> bool:
    """Whether a hostile act is told as somebody's way: "a government that massacres its people"."""
    verb = event.token if event.trigger.word_class == "verb" else view.heads[event.token]
    if not event.is_hostile or event.killed or event.time or view.tags[verb] not in PRESENT:
        return False
    bare = view.kid(verb, "aux", "obl:unmarked") is None
    return bare and view.deps[verb] == "acl:relcl"


def _apply(event: Happening, modality: Modality, happenings: Mapping[int, Happening]) -> None:
    """Sets what the cues make of an event: a hostile act that did not happen is a plot, whatever the word."""
    event.cues, event.known = modality.words, modality.known
    own = event.roles.get("agent", []) if event.type == STATEMENT else []
    event.sources = [speaker for speaker in _speakers(modality, happenings) if speaker not in own]
    if modality.personal and "perpetrator" in event.roles:
        doers = event.roles.pop("perpetrator")
        for doer in doers if "denied" not in modality.personal else ():
            event.fill("suspect", doer)
    told = "claimed" if event.sources else "alleged" if modality.hearsay else "reported"
    fallback = "reported" if event.known and event.trigger.word_class == "noun" else told
    if event.is_hostile:
        stage = modality.stage or event.frame.stage
        if stage or event.type == "Plot":
            event.type, event.stage = "Plot", stage or "planned"
            event.factuality = _of_plot(event, modality)
            return
        event.stage = "accomplished"
    event.factuality = modality.factuality or ("reported" if event.type == STATEMENT else fallback)


def _of_plot(event: Happening, modality: Modality) -> str:
    lowered = UNREALIZED.get(event.stage, UNREALIZED[""])
    rest = modality.factualities - lowered
    found = next((value for value in ("denied", "hypothetical", "alleged") if value in rest), "")
    return found or ("claimed" if event.sources else "planned" if event.stage != "attempted" else "reported")


def _speakers(modality: Modality, happenings: Mapping[int, Happening]) -> list[int]:
    found: list[int] = []
    for sayer in modality.sayers:
        event = happenings.get(sayer)
        if event and event.factuality in UNSPOKEN:
            continue  # "no group has said it was behind it"
        found += [token for token in (event.roles.get("agent", []) if event else []) if token not in found]
    return found
