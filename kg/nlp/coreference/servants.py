"""The men of a body who act in, the body that was told of out: "Police arrested X. The officers found a pistol"."""

from __future__ import annotations

from kg.nlp.coreference.discourse import SUBJECTS, Discourse, Referent
from kg.nlp.phrases.phrase import Phrase

ACTING = "agent"
REACH = 3  # sentences back in which the body is looked for
KIND = "agencyKind"
MODIFIERS = ("amod", "compound", "nmod", "nmod:poss", "acl", "acl:relcl", "nummod", "appos", "conj")


def serving(discourse: Discourse, phrase: Phrase) -> Referent | None:
    """The one body whose men are spoken of where they act and nothing tells them apart; of two that fit, neither."""
    kinds = discourse.lexicon.coreference.servants.get(discourse.phrases.lemma(phrase), frozenset())
    if not kinds or not phrase.many or phrase.count or not _act(discourse, phrase):
        return None
    lemma, tree = discourse.phrases.lemma(phrase), discourse.tree
    if any(r.type == "People" and lemma in r.heads for r in discourse.all):
        return None  # "Two soldiers were killed. The soldiers had …"
    here = tree.sentence[phrase.head]
    told = [r for r in discourse.all if r.type == "Agency" and _kind(r) in kinds]
    near = [r for r in told if any(0 <= here - tree.sentence[p.head] <= REACH for p in r.phrases)]
    acting = [r for r in near if any(tree.deps[p.head] in SUBJECTS for p in r.phrases)] or near
    if len(acting) > 1:  # rather who arrested somebody than who only spoke
        spoke = discourse.only_spoke()
        acting = [r for r in acting if r.number not in spoke]
    return acting[0] if len(acting) == 1 else None


def _act(discourse: Discourse, phrase: Phrase) -> bool:
    """Whether they do something, and nothing is done to them or said of who they are."""
    tree, roles = discourse.tree, {role for _, role in discourse.roles.get(phrase.head, ())}
    if tree.kid(phrase.head, *MODIFIERS) is not None:
        return False
    return roles == {ACTING} or (not roles and tree.deps[phrase.head] == "nsubj")


def _kind(referent: Referent) -> str:
    known = referent.entry.attributes.get(KIND, "") if referent.entry else ""
    return known or (referent.attribute[1] if referent.attribute else "")
