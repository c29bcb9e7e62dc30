"""Clauses on a group in, its members and heads out: "the cell, whose members were X and Y"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.lexicon.lexicon import Lexicon
from kg.nlp.phrases.phrase import Phrases
from kg.nlp.relations.link import Link
from kg.nlp.syntax.tree import Tree

WHOSE = "WP$"
CLAUSES = frozenset({"acl:relcl", "acl", "appos"})  # how a clause on a group hangs on it
GROUPS = frozenset({"Group", "Cell"})


def whose(tree: Tree, lexicon: Lexicon, phrases: Phrases, token: int) -> Iterator[Link]:
    """Who a noun for members or heads with "whose" is said to be."""
    nouns = lexicon.nouns
    if not any(tree.tags[child] == WHOSE for child in tree.kids(token, "nmod:poss")):
        return
    named = tree.heads[token] if tree.deps[token] == "nsubj" else token
    body = phrases.at(tree.heads[named]) if tree.deps[named] in CLAUSES else None
    if tree.kid(named, "cop") is None or body is None or body.type not in GROUPS:
        return
    persons = tree.conjuncts(named) if named != token else tree.kids(token, "nsubj")
    predicate = "leads" if tree.lemmas[token] in nouns.leading else "memberOf"
    for person in persons:
        phrase = phrases.at(person)
        if phrase and phrase.type in ("Person", "People"):
            yield Link(phrase.head, predicate, body.head, token, f"{predicate}/whose", stated=True)
