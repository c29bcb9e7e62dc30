"""The head of a noun phrase in, the tokens of its base out: with what stands before it, without what hangs behind."""

from __future__ import annotations

from kg.nlp.syntax.tree import Tree

PRE_MODIFIERS = frozenset(
    (
        *("det", "amod", "compound", "nummod", "nmod:poss", "advmod", "det:predet", "nmod:npmod", "nmod:unmarked"),
        *("flat", "fixed", "goeswith", "nmod:desc"),
    )
)


def base_phrase(tree: Tree, token: int) -> tuple[int, int]:
    """The first token and the one past the last."""
    start = end = token
    for child in reversed([child for child in tree.children[token] if child < token]):
        if tree.tags[child] == "HYPH":
            continue  # "the 24-year-old"
        if tree.deps[child] not in PRE_MODIFIERS:
            break
        start = tree.subtree(child)[0]
    for child in tree.children[token]:
        if (child > token and tree.deps[child] in ("flat", "compound", "fixed")) or (
            child == end + 1 and tree.pos[child] in ("NUM", "PROPN") and tree.deps[child] in ("nummod", "nmod")
        ):
            end = max(end, tree.subtree(child)[-1])
    return start, end + 1
