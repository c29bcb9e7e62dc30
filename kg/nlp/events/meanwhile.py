"""A verb in, the places out that only the clause beside it tells: "shot as he left his home in Cali"."""

from __future__ import annotations

from kg.lexicon.function_words import function_words
from kg.nlp.syntax.arguments import Argument, Walker
from kg.nlp.syntax.tree import Tree

SEATS = frozenset({"in", "at", "near"})


def meanwhile(tree: Tree, walker: Walker, verb: int) -> list[Argument]:
    """Where the clause was that went on at the same time, in the seats "beside in", "beside at", "beside near"."""
    clauses = [clause for clause in tree.kids(verb, "advcl") if _is_meanwhile(tree, clause)]
    above = tree.heads[verb]
    if tree.deps[verb] == "advcl" and _is_meanwhile(tree, verb) and tree.pos[above] == "VERB":
        clauses.append(above)
    grammar, found = walker.grammar, list[Argument]()
    for clause in clauses:
        heads = [(clause, grammar.verb_obliques)]
        heads += [(thing, grammar.noun_obliques) for thing in tree.kids(clause, "obj")]
        found += [a for head, labels in heads for a in walker.obliques(head, labels)]
    return [Argument(f"beside {a.seat}", a.token, "meanwhile") for a in found if a.seat in SEATS and a.token != verb]


def _is_meanwhile(tree: Tree, clause: int) -> bool:
    words = {tree.words[child] for child in tree.kids(clause, "mark", "advmod") if child < clause}
    return bool(words & function_words().meanwhile)
