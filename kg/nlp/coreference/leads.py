"""Who a lead tells of before it names them: "A teacher was jailed on Monday. Ivan Berg, from Turku, was arrested in …".

In: the referents of a document; the one without a name becomes the one with it.
"""

from __future__ import annotations

from kg.lexicon.function_words import function_words
from kg.nlp.coreference.discourse import SUBJECTS, Discourse, Referent

NEAR = 2  # sentences between the description and the name
FURTHER = 3  # sentences behind the name in which the law has him too
SURE = 0.7  # set by judgement, as for other descriptions
AT_LAW = frozenset({("Detention", "patient"), ("LegalAction", "patient")})
SAYING = frozenset({"Statement", "Accusation", "Request"})
INTRODUCED = ("appos", "nmod", "acl", "acl:relcl", "nummod", "nmod:unmarked", "list")


def settle_lead(discourse: Discourse) -> None:
    """Joins the one person without a name whom the law has with the one who is named and whom it has too."""
    unnamed = [one for one in discourse.all if _is_unnamed(discourse, one)]
    if len(unnamed) != 1:
        return
    told = unnamed[0]
    found = [other for other in discourse.all if _may_be(discourse, told, other)]
    if len(found) == 1:
        for phrase in told.phrases:
            phrase.confidence = min(phrase.confidence, SURE)
            discourse.join(found[0], phrase)
            discourse.by_head[phrase.head] = found[0]
        told.phrases = []


def _is_unnamed(discourse: Discourse, told: Referent) -> bool:
    """Whether it is somebody before the law who is brought in as one of many: "a man of 31"."""
    if told.type != "Person" or told.many or told.names or told.entry or not told.phrases:
        return False
    tree, first = discourse.tree, told.phrases[0]
    new = any(tree.lemmas[kid] in function_words().indefinite_articles for kid in tree.kids(first.head, "det"))
    return new and _is_at_law(discourse, told, range(len(tree)))


def _may_be(discourse: Discourse, told: Referent, other: Referent) -> bool:
    """Whether somebody is brought in by name soon after, and nothing tells the two apart."""
    if other is told or other.type != "Person" or other.many or not other.names or not other.phrases:
        return False
    tree, name = discourse.tree, other.phrases[0]
    here = tree.sentence[name.head]
    distance = here - tree.sentence[told.phrases[0].head]
    if name.kind != "name" or not 0 < distance <= NEAR or tree.deps[name.head] not in SUBJECTS:
        return False
    apart = (told.gender and other.gender and told.gender != other.gender) or discourse.titles(name)
    if apart or any(kind in SAYING for kind, _ in discourse.roles.get(name.head, ())):
        return False
    introduced = any(kid > name.head for kid in tree.kids(name.head, *INTRODUCED))
    return introduced and _is_at_law(discourse, other, range(here, here + FURTHER + 1))


def _is_at_law(discourse: Discourse, referent: Referent, sentences: range) -> bool:
    heads = (p.head for p in referent.phrases if discourse.tree.sentence[p.head] in sentences)
    return any(AT_LAW & {*discourse.roles.get(head, ())} for head in heads)
