"""Conditions of paths: a tree, the grammar and a verb in, whether a named path leads from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kg.lexicon.constructions import Grammar
from kg.lexicon.function_words import function_words
from kg.nlp.syntax.tree import Tree

OWNED = ("det", "nmod:poss", "amod", "nummod")


def is_owned(tree: Tree, grammar: Grammar, verb: int) -> bool:
    """ "They had a plan to attack", and not "police foiled a plan to attack"."""
    noun = tree.heads[verb]
    above = tree.heads[noun] if tree.deps[noun] != "nmod" else tree.heads[tree.heads[noun]]
    return tree.lemmas[above] in grammar.owner_verbs


def shares_next_object(tree: Tree, grammar: Grammar, verb: int) -> bool:
    """ "Kidnapped and killed three nuns", but not "fled and killed two"."""
    bare = tree.kid(verb, "obj", "ccomp", "xcomp", "obl") is None
    followed = verb + 2 in tree.kids(verb, "conj") and tree.kid(verb + 2, "obj") is not None
    return bare and followed and tree.lemmas[verb] in grammar.transitive


def has_no_complement(tree: Tree, grammar: Grammar, verb: int) -> bool:
    """Whether a verb stands without a clause or oblique of its own, right behind the verb that has the object."""
    between = [joined for joined in tree.kids(tree.heads[verb], "conj") if joined < verb and tree.pos[joined] == "VERB"]
    return not between and tree.kid(verb, "ccomp", "xcomp", "obl") is None


def is_unmarked(tree: Tree, grammar: Grammar, verb: int) -> bool:
    """ "Men plotting to kill", and not "suspicion of plotting to kill"."""
    return tree.kid(verb, "mark", "case") is None


def is_charged(tree: Tree, grammar: Grammar, verb: int) -> bool:
    """ "Arrests man in plot to bomb bar": he meant to, and not those who arrest him."""
    return tree.lemmas[tree.heads[tree.heads[verb]]] in grammar.charging_verbs


def is_state_of(tree: Tree, noun: int, whose: int) -> bool:
    """Whether a bare noun tells in what state somebody is: "two men on trial", "the woman in custody"."""
    bare = tree.deps[noun] == "nmod" and tree.preposition(noun) in function_words().undergoing
    return bare and tree.pos[whose] == "NOUN" and tree.tags[noun] == "NN" and tree.kid(noun, *OWNED) is None


CONDITIONS: Mapping[str, Callable[[Tree, Grammar, int], bool]] = {
    "owner": is_owned,
    "object to come": shares_next_object,
    "shared object": has_no_complement,
    "unmarked": is_unmarked,
    "charged": is_charged,
}
