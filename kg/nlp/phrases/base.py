"""The head of a noun phrase in, the tokens of its base out: with what stands before it, without what hangs behind."""

from __future__ import annotations

from kg.nlp.syntax.tree import Tree

PRE_MODIFIERS = frozenset(
    (
        *("det", "amod", "compound", "nummod", "nmod:poss", "advmod", "det:predet", "nmod:npmod", "nmod:unmarked"),
        *("flat", "fixed", "goeswith", "nmod:desc"),
    )
)
QUOTES = frozenset({"``", "''"})


def base_phrase(tree: Tree, token: int) -> tuple[int, int]:
    """The first token and the one past the last."""
    start = end = token
    for child in reversed([child for child in tree.children[token] if child < token]):
        if tree.tags[child] == "HYPH" or tree.tags[child] in QUOTES:
            continue  # "the 24-year-old", "the drug "barons""
        if tree.deps[child] not in PRE_MODIFIERS:
            break
        start = tree.subtree(child)[0]
    for child in tree.children[token]:
        if (child > token and tree.deps[child] in ("flat", "compound", "fixed")) or (
            child == end + 1 and tree.pos[child] in ("NUM", "PROPN") and tree.deps[child] in ("nummod", "nmod")
        ):
            end = max(end, tree.subtree(child)[-1])
    return _with_quotes(tree, start, end + 1)


def _with_quotes(tree: Tree, start: int, end: int) -> tuple[int, int]:
    """A span with the other quotation mark beside it, if it has but one."""
    if sum(tag in QUOTES for tag in tree.tags[start:end]) % 2 == 0:
        return start, end
    if end < len(tree) and tree.tags[end] in QUOTES:
        return start, end + 1
    return (start - 1, end) if start and tree.tags[start - 1] in QUOTES else (start, end)
