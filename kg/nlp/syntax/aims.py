"""A noun of an act in, those out of whom it is said elsewhere that it struck or missed them."""

from __future__ import annotations

from kg.lexicon.constructions import Grammar
from kg.lexicon.function_words import function_words
from kg.nlp.syntax.arguments import Argument, Walker
from kg.nlp.syntax.tree import Tree

STRUCK, UNDERGOER = "struck", "undergoer"


def aimed(tree: Tree, grammar: Grammar, walker: Walker, noun: int) -> list[Argument]:
    """ "The target of the attack was X", "X was the object of an attack", "X escaped unhurt from the attack"."""
    return [
        *(Argument(STRUCK, token, "target") for token in _targets(tree, grammar, noun)),
        *(Argument(UNDERGOER, token, "escape") for token in _escaped(tree, grammar, walker, noun)),
    ]


def _targets(tree: Tree, grammar: Grammar, noun: int) -> list[int]:
    target = tree.heads[noun]
    if tree.deps[noun] != "nmod" or tree.lemmas[target] not in grammar.target_nouns:
        return []
    if tree.preposition(noun) not in function_words().belonging:
        return []
    above = tree.heads[target]
    said = tree.kid(target, "nsubj") if tree.kid(target, "cop") is not None else None
    if said is not None:
        return tree.conjuncts(said)
    if tree.deps[target] == "nsubj" and tree.kid(above, "cop") is not None and tree.is_nominal(above):
        return tree.conjuncts(above)
    return [above] if tree.deps[target] == "appos" else []


def _escaped(tree: Tree, grammar: Grammar, walker: Walker, noun: int) -> list[int]:
    verb = tree.heads[noun]
    verb = tree.heads[verb] if (tree.deps[verb], tree.pos[verb]) == ("xcomp", "ADJ") else verb  # "escaped unhurt"
    behind = tree.deps[noun] == "obl" and tree.preposition(noun) in grammar.receiving_prepositions
    if not behind or tree.lemmas[verb] not in grammar.receiving_verbs or walker.is_passive(verb):
        return []
    return [argument.token for argument in walker.seats(verb, "subject")]
