"""Words for the people of a state in, the states out: "Turkish", "Italians"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container

from kg.lexicon.lexicon import Lexicon
from kg.nlp.phrases.demonyms import adjective_ending_at, people_ending_at
from kg.nlp.phrases.phrase import Phrase
from kg.nlp.syntax.tree import Tree

DESCRIBING = frozenset({"amod", "compound", "nmod", "nmod:desc"})


def peoples(tree: Tree, lexicon: Lexicon, hidden: Container[int]) -> Counter[str]:
    """How often each state or region is named by its adjective or its people: "Somali", "Italians"."""
    counts: Counter[str] = Counter()
    for token in range(len(tree)):
        if token not in hidden and tree.texts[token][:1].isupper():
            entries = adjective_ending_at(tree, lexicon, token)[1] or people_ending_at(tree, lexicon, token)
            if len(entries) == 1:
                counts.update([entries[0].iri, *entries[0].targets("locatedIn")])
    return counts


def adjectives(tree: Tree, lexicon: Lexicon, mask: list[bool], taken: set[int]) -> list[Phrase]:
    """Adjectives of states: "Turkish", "Sri Lankan" name the state wherever they stand before a noun."""
    found = []
    for token in range(len(tree)):
        if mask[token] or token in taken or not tree.texts[token][:1].isupper() or not _describes(tree, token):
            continue
        start, entries = adjective_ending_at(tree, lexicon, token)
        if len(entries) == 1 and not taken.intersection(range(start, token)):
            span = range(start, token + 1)
            head = next((t for t in span if tree.heads[t] not in span), token)
            found.append(Phrase(head, start, token + 1, "name", entries[0].type, entries[0], definite=True))
    return found


def _describes(tree: Tree, token: int) -> bool:
    """Whether a word stands before a noun, alone or in a row: "Dutch and Malaysian officials"."""
    while tree.deps[token] in ("conj", "flat") and tree.heads[token] != token:
        token = tree.heads[token]
    return tree.deps[token] in DESCRIBING
