"""Who a title speaks of before any name is told: in, the referents of a document; some of its title become others.

"Rebels admit bombing": the rebels are the one group that the first sentences tell to have done something.
"""

from __future__ import annotations

from kg.nlp.coreference.discourse import Discourse, Referent

LEAD = 3  # sentences behind the title in which its persons are named
PERSONS = ("Person", "People")
THINGS = frozenset({"Cell", "Facility", "Weapon", "Target"})
PARTS = {"perpetrator": "doer", "suspect": "doer", "agent": "doer", "victim": "undergoer", "patient": "undergoer"}


def settle_title(discourse: Discourse) -> None:
    """Joins what a title describes with the one thing of the lead that can be it."""
    if 0 not in discourse.titles_of_parts or max(discourse.tree.sentence, default=0) <= LEAD:
        return
    titles = {number for number in discourse.titles_of_parts if number <= LEAD}
    for told in list(discourse.all):
        in_title = bool(told.phrases) and all(discourse.tree.sentence[p.head] in titles for p in told.phrases)
        if not in_title or told.names or told.entry:
            continue
        found = [other for other in discourse.all if other is not told and _may_be(discourse, told, other, titles)]
        if len(found) == 1:
            _join(discourse, told, found[0])


def _may_be(discourse: Discourse, told: Referent, other: Referent, titles: set[int]) -> bool:
    """Whether a thing of the lead may be the one that the title describes."""
    lead = set(range(max(titles) + 1, max(titles) + 1 + LEAD))
    sentences = {discourse.tree.sentence[p.head] for p in other.phrases}
    if sentences & titles or not sentences & lead or (told.gender and other.gender and told.gender != other.gender):
        return False
    if told.owner and other.owner and told.owner != other.owner:
        return False
    if told.type in THINGS:
        return _is_called_so(told, other)
    if told.type not in PERSONS or not _parts(discourse, told, titles) & _parts(discourse, other, lead):
        return False
    if told.type == "Person":
        return other.type == "Person" and bool(other.names) and not other.many
    return _are_those(discourse, told, other)


def _is_called_so(told: Referent, other: Referent) -> bool:
    """Whether a thing is called by the noun that the title has for it: "academy", the General Santander academy."""
    counts = told.count and other.count and told.count.number != other.count.number
    noun = told.heads & (other.heads | other.nouns)
    return other.type == told.type and other.many == told.many and not counts and bool(noun)


def _are_those(discourse: Discourse, told: Referent, other: Referent) -> bool:
    """Whether persons are as many as the title tells, are called so, or are the men of a group."""
    if other.type == "Group":
        return bool(other.names) and bool(told.heads & discourse.lexicon.coreference.bands) and told.count is None
    if other.type != "People":
        return False
    if told.count is None:
        return bool(told.heads & other.heads)
    return other.count is not None and told.count.number == other.count.number


def _parts(discourse: Discourse, referent: Referent, sentences: set[int]) -> set[str]:
    """Whether something is done by or to a thing in some sentences."""
    tree = discourse.tree
    heads = [phrase.head for phrase in referent.phrases if tree.sentence[phrase.head] in sentences]
    return {PARTS[role] for head in heads for _, role in discourse.roles.get(head, ()) if role in PARTS}


def _join(discourse: Discourse, told: Referent, other: Referent) -> None:
    for phrase in told.phrases:
        discourse.join(other, phrase)
        discourse.by_head[phrase.head] = other
    told.phrases = []
