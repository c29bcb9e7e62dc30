"""Who says so: the words of saying that a clause hangs on or that stand beside it."""

from __future__ import annotations

from collections.abc import Mapping

from kg.lexicon.cues import Cues
from kg.lexicon.function_words import function_words
from kg.nlp.syntax.tree import Tree

Sayers = Mapping[int, str]  # trigger of saying -> its event type, or SOURCE
SOURCE = "source"  # "according to X"
# What can stand beside the words it is about: "…, the army said". Denials and demands have words of their own.
ASIDE = frozenset({"Statement", "ClaimOfResponsibility", "Confession", "IntelligenceSharing", SOURCE})
WILLING = frozenset({"Request", "Pledge", "Confession"})  # say what they want or did: "urged them to leave"
TELLING_OF = frozenset({"Accusation", "IntelligenceSharing", "Confession"})
SAID = frozenset({"ccomp", "csubj", "csubj:pass", "parataxis", "advcl"})
BESIDE = frozenset({"parataxis", "obl", "advcl", "nmod", "advmod", "dep"})
APART = frozenset({";"})


def above(tree: Tree, sayers: Sayers, token: int) -> int:
    """The word of saying whose words a clause is, or -1."""
    head, label = tree.heads[token], tree.deps[token]
    if head == token or head not in sayers:
        return -1
    if label == "xcomp":
        return head if sayers[head] in WILLING else -1
    if label not in SAID:
        return -1
    if label == "advcl" and tree.kid(token, "mark") is not None:
        return -1  # "said it was him as police closed in"
    if label == "parataxis" and (_has_words(tree, head) or _is_apart(tree, token)):
        return -1
    return head


def is_accused_of(tree: Tree, sayers: Sayers, token: int) -> bool:
    """Whether somebody is accused or warned of it, or confesses to it: "accused the army of shelling the town"."""
    head, label = tree.heads[token], tree.deps[token]
    if sayers.get(head) not in TELLING_OF or label not in ("advcl", "obl", "obl:arg", "xcomp", "ccomp"):
        return False
    marks = {tree.words[mark] for mark in tree.kids(token, "mark", "case")}
    return bool(marks & function_words().telling_of)


def beside(tree: Tree, sayers: Sayers, token: int) -> list[int]:
    """The words of saying that are put in beside a clause: "…, the army said", "according to investigators"."""
    return [child for child in around(tree, token) if child in sayers and _is_aside(tree, sayers, child)]


def around(tree: Tree, token: int) -> list[int]:
    """What hangs on a word, and what is put in beside its last noun: "recruited two students, prosecutors believe"."""
    nouns = tree.kids(token, "obj", "obl")
    return tree.children[token] + [child for noun in nouns for child in tree.kids(noun, "parataxis")]


def _is_aside(tree: Tree, sayers: Sayers, child: int) -> bool:
    if sayers[child] not in ASIDE or tree.deps[child] not in BESIDE:
        return False
    if tree.deps[child] != "parataxis":
        return sayers[child] == SOURCE
    return not _has_words(tree, child) and not _is_apart(tree, child)


def _has_words(tree: Tree, sayer: int) -> bool:
    """Whether what is said stands below the saying itself: "she has told the court that she is innocent"."""
    return tree.kid(sayer, "ccomp") is not None


def _is_apart(tree: Tree, clause: int) -> bool:
    """Whether a mark cuts a clause off from what it hangs on: "was seized; he has told a judge …"."""
    first = tree.subtree(clause)[0]
    return first > 0 and (tree.words[first - 1] in APART or tree.words[first] in APART)


def is_on_paper(tree: Tree, cues: Cues, sayers: Sayers, clause: int, but: int) -> bool:
    """Whether a text of nobody's tells a clause, other than the word `but`: "according to the indictment"."""
    return any(
        tree.lemmas[child] in cues.documents and tree.preposition(child) in cues.source_prepositions
        for child in tree.kids(clause, "obl", "nmod", "parataxis")
        if child not in sayers and child != but
    )
