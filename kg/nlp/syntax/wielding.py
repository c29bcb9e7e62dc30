"""A trigger and its participants in, what it was done with out: "armed with knives", "using a van"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.lexicon.constructions import Grammar
from kg.lexicon.function_words import function_words
from kg.nlp.syntax.arguments import Argument, Walker
from kg.nlp.syntax.tree import Tree

SEAT = "wielded"
PARTICIPLES = ("acl", "acl:relcl", "amod", "advcl", "conj", "xcomp", "dep", "parataxis")
CONTROLLED = frozenset({"xcomp", "advcl", "acl", "ccomp"})
BESIDE = frozenset({"subject", "object"})


def wielded(
    tree: Tree, grammar: Grammar, walker: Walker, trigger: int, arguments: Sequence[Argument]
) -> list[Argument]:
    """The means that participles beside a trigger, its subject or the verb above it tell of."""
    clauses = list(tree.kids(trigger, "advcl", "acl", "xcomp"))
    doers = [a.token for a in arguments if a.seat == "subject"]
    belonging = function_words().belonging
    doers += [whole for doer in doers for whole in tree.kids(doer, "nmod") if tree.preposition(whole) in belonging]
    clauses += [child for doer in doers for child in tree.kids(doer, "acl", "acl:relcl", "amod", "advcl")]
    clauses += _uses(tree, grammar, trigger, arguments)
    found = dict.fromkeys(token for clause in clauses for token in _means(tree, grammar, walker, clause))
    held = (kid for doer in doers for kid in tree.kids(doer, "nmod") if kid > doer)
    found |= dict.fromkeys(kid for kid in held if tree.preposition(kid) in function_words().means)
    above = tree.heads[trigger]
    if tree.deps[trigger] == "xcomp" and tree.lemmas[above] in grammar.using_verbs:  # "used a van to ram the gate"
        found |= dict.fromkeys(tree.kids(above, "obj", "nsubj:pass"))
    return [Argument(SEAT, token, SEAT) for token in found if token != trigger]


def _uses(tree: Tree, grammar: Grammar, trigger: int, arguments: Sequence[Argument]) -> Iterable[int]:
    """ "Using …" behind an object, or behind the verb that controls the trigger."""
    behind = [a.token for a in arguments if a.seat != "subject" and a.token > trigger]
    above = [tree.heads[trigger]] if tree.deps[trigger] in CONTROLLED else []
    for holder in (*behind, *above):
        for child in tree.kids(holder, "acl", "advcl"):
            if child > trigger and tree.lemmas[child] in grammar.using_verbs and tree.tags[child] == "VBG":
                yield child


def _means(tree: Tree, grammar: Grammar, walker: Walker, clause: int) -> list[int]:
    """What a participle is said to have: the object of "using", what stands behind "armed with"."""
    lemma = tree.lemmas[clause]
    if lemma in grammar.armed_words or tree.words[clause] in grammar.armed_words:
        return [a.token for a in walker.obliques(clause, grammar.verb_obliques) if a.seat in function_words().means]
    wields = lemma in grammar.using_verbs or lemma in grammar.wielding_verbs
    if wields and tree.tags[clause] in ("VBG", "VBD"):
        return [token for kid in tree.kids(clause, "obj") for token in tree.conjuncts(kid)]
    return []
