"""A title in, the name of the person behind it out: "President Sadat", "attorney general Dr X"."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from kg.nlp.syntax.tree import Tree

if TYPE_CHECKING:
    from kg.nlp.phrases.phrase import Phrase

PERSON = "Person"
SINGULAR = frozenset({"NN", "NNP"})
TITLES = frozenset({"nmod:desc", "compound", "amod", "flat"})  # how titles hang on the name behind them


def titled_name(tree: Tree, names: Mapping[int, Phrase], roles: Collection[str], token: int) -> Phrase | None:
    """The name after a title that heads it, or that the tree puts beside it; `names` by each of their tokens."""
    for child in tree.kids(token, "flat", "appos"):
        name = names.get(child)
        if name and name.type == PERSON and (tree.deps[child] == "flat" or _adjoins(tree, token, name)):
            return name
    name = names.get(tree.heads[token])
    if name and name.type == PERSON and name.start == token + 1 and tree.lemmas[token] in roles:
        return name
    return _beside(tree, names, token) or _second_title(tree, names, roles, token)


def _adjoins(tree: Tree, token: int, name: Phrase) -> bool:
    """Whether nothing but other titles stands between a title and the name behind it: "attorney general Dr X"."""
    between = range(token + 1, name.start)
    return token < name.start and all(
        (tree.heads[t] == name.head and tree.deps[t] in TITLES) or tree.pos[t] == "SPACE" for t in between
    )


def _beside(tree: Tree, names: Mapping[int, Phrase], token: int) -> Phrase | None:
    """The name right behind a title that the tree puts beside it: both are subjects of "was killed"."""
    if tree.tags[token] not in SINGULAR:
        return None
    after = _after(tree, token)
    while tree.deps[after] in TITLES and token < after < tree.heads[after] and after not in names:
        after = _after(tree, after, alone=True)  # "attorney general Dr X"
    name = names.get(after)
    if name is None or name.start != after or name.type != PERSON:
        return None
    same = tree.heads[name.head] == tree.heads[token] and tree.deps[name.head] == tree.deps[token]
    return name if same and name.head != token and not tree.preposition(name.head) else None


def _after(tree: Tree, token: int, alone: bool = False) -> int:
    """The token behind all that hangs on a title, or behind the title `alone`; the title itself at the end."""
    after, size, pos = (token if alone else tree.subtree(token)[-1]) + 1, len(tree), tree.pos
    while after < size and pos[after] == "SPACE":
        after += 1
    return after if after < size else token


def _second_title(tree: Tree, names: Mapping[int, Phrase], roles: Collection[str], token: int) -> Phrase | None:
    """The name behind two titles: "the former minister and president of the court X"."""
    first = tree.heads[token]
    if tree.deps[token] != "conj" or tree.lemmas[token] not in roles or tree.kid(token, "det", "nummod") is not None:
        return None
    named = (names.get(child) for child in tree.kids(first, "appos", "flat") if child > token)
    name = next((one for one in named if one and one.type == PERSON), None) or _beside(tree, names, first)
    return name if name and name.start == _after(tree, token) else None
