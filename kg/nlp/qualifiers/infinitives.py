"""A tree and a verb in, whether it tells of what is still ahead out, by its form."""

from kg.nlp.syntax.tree import Tree

INFINITIVE, PARTICLE = "VB", "TO"


def is_infinitive(tree: Tree, token: int) -> bool:
    """Whether a verb is an infinitive with its particle: "to attack"."""
    return tree.tags[token] == INFINITIVE and any(tree.tags[child] == PARTICLE for child in tree.children[token])


def is_ahead(tree: Tree, token: int) -> bool:
    """Whether a verb or the one it governs is an infinitive: "has yet to stand trial"."""
    below = (child for kid in (token, *tree.kids(token, "xcomp")) for child in tree.children[kid])
    return any(tree.tags[child] == PARTICLE for child in below)
