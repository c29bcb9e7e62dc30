"""Persons named beside what they are: in, a tree and its names; the tree is mended where it hangs them elsewhere.

"The supreme leader of the Coastal Army, Abu Rusdan, was arrested": the leader is Abu Rusdan, and the army is not.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.lexicon.lexicon import Lexicon
from kg.nlp.phrases.demonyms import people_ending_at
from kg.nlp.phrases.phrase import Phrase
from kg.nlp.syntax.tree import Tree, attach

LOOSE = frozenset({"appos", "conj", "flat", "nmod", "list", "nmod:desc", "compound"})
INNER = frozenset({"nmod", "nmod:poss", "appos", "flat", "compound", "conj", "nmod:desc"})
SINGULAR = frozenset({"NN", "NNP"})
SUPERLATIVE = "JJS"  # "the oldest, X,"
CLOSING = frozenset({",", ".", ";", ":", ")", "--", "\N{EM DASH}", "\N{EN DASH}"})


def tie_asides(tree: Tree, lexicon: Lexicon, names: Iterable[Phrase]) -> None:
    """Hangs the name of a person between commas on the noun for a person that it explains."""
    persons = [name for name in names if name.type == "Person"]
    inside = {token for name in persons for token in range(name.start, name.end)}
    for name in persons:
        noun = _explained(tree, lexicon, name, inside)
        if noun is not None and tree.heads[name.head] != noun:
            attach(tree, name.head, noun, "appos")


def _explained(tree: Tree, lexicon: Lexicon, name: Phrase, inside: set[int]) -> int | None:
    """The noun above a name between commas: "the leader" in "the leader of X, Y,"; None in a row of names."""
    comma, head = name.start - 1, name.head
    if comma < 1 or tree.words[comma] != "," or tree.kid(head, "cc", "conj") is not None:
        return None
    if name.end < len(tree) and tree.words[name.end] not in CLOSING and tree.sentence[name.end] == tree.sentence[head]:
        return None
    if _is_beside(tree, comma - 1, head):
        best = tree.tags[comma - 1] == SUPERLATIVE and tree.kid(comma - 1, "det") is not None
        native = bool(people_ending_at(tree, lexicon, comma - 1))  # "a Tunisian, X,"
        return comma - 1 if best or native or _is_person(tree, lexicon, comma - 1) else None
    if tree.heads[head] > comma or tree.deps[head] not in LOOSE:
        return None
    above = tree.heads[head]
    if any(tree.deps[other] == "conj" and other != head for other in tree.children[above]):
        return None  # "guarded by X of the police, Y, and Z"
    for _ in range(len(tree)):
        if above in inside or tree.tags[above] not in (*SINGULAR, SUPERLATIVE):
            return None
        if tree.tags[above] == SUPERLATIVE:
            return above
        if _is_person(tree, lexicon, above):
            named = any(c in inside and c != head for c in tree.kids(above, "appos", "flat", "compound"))
            return None if named else above
        if tree.deps[above] not in INNER or tree.heads[above] == above:
            return None
        above = tree.heads[above]
    return None


def _is_beside(tree: Tree, token: int, other: int) -> bool:
    """Whether the tree takes one word and the next for two of a kind: both as subjects of "was trained"."""
    same = (tree.heads[token], tree.deps[token]) == (tree.heads[other], tree.deps[other])
    return same and tree.tags[token] in (*SINGULAR, SUPERLATIVE, "JJ")


def _is_person(tree: Tree, lexicon: Lexicon, token: int) -> bool:
    """Whether a common noun is one for a person."""
    found = lexicon.nouns.by_head.get(tree.lemmas[token], ())
    return tree.lemmas[token] in lexicon.nouns.roles or any(not words and n.type == "People" for words, n in found)
