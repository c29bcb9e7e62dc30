"""Where and when a report was filed, before the dash that opens it: no part of what the sentence behind it says."""

from __future__ import annotations

from kg.nlp.syntax.tree import Tree, sentence_span

LONGEST = 14  # tokens of a dateline: "WASHINGTON, D.C., Oct. 3, 2004 (Reuters) -"
DASHES = frozenset({"-", "–", "—", "--"})
COLONS = frozenset({":"})  # after one word in capitals: "KABUL: …"
NAMING = frozenset({"PROPN", "PUNCT", "SPACE", "SYM", "NUM"})
SUBJECTS = ("nsubj", "nsubj:pass")


def end_of_dateline(tree: Tree, token: int) -> int:
    """The dash behind the dateline of the sentence of a token, or -1."""
    start, end = sentence_span(tree, token)
    for at in range(start, min(end - 1, start + LONGEST)):
        is_mark = tree.words[at] in DASHES or (tree.words[at] in COLONS and at == start + 1)
        if is_mark and at > start and not _is_hyphen(tree, at):
            return at if tree.doc[start].is_upper or at > start + 1 else -1
        if tree.pos[at] not in NAMING and not tree.words[at].isdigit():
            return -1
    return -1


def _is_hyphen(tree: Tree, at: int) -> bool:
    """Whether a dash joins two words: "Jean-Pierre"."""
    return not (tree.doc[at - 1].whitespace_ or tree.doc[at].whitespace_)


def part_datelines(tree: Tree) -> None:
    """Hangs datelines on the sentences behind them, in place, so that no city says what a ministry said."""
    for start in range(len(tree)):
        if start and tree.sentence[start] == tree.sentence[start - 1]:
            continue
        dash = end_of_dateline(tree, start)
        if dash >= 0:
            _part(tree, start, dash)


def _part(tree: Tree, start: int, dash: int) -> None:
    line = range(start, dash + 1)
    behind = [child for token in line for child in tree.children[token] if child > dash]
    root = next((token for token in line if tree.heads[token] == token), -1)
    verbs = [child for child in behind if tree.pos[child] in ("VERB", "AUX")] if root >= 0 else []
    above = [tree.heads[token] for token in line if tree.heads[token] > dash and tree.deps[token] != "punct"]
    verb = next(iter([*verbs, *above, *behind]), -1)
    if verb < 0:
        return
    if root >= 0:
        _move(tree, verb, verb, "root")
        _move(tree, root, verb, "dep")
    for token in line:
        if tree.heads[token] > dash and tree.deps[token] != "punct":
            _move(tree, token, tree.heads[token], "dep")
    for child in behind:
        if child != verb:
            free = child < verb and tree.is_nominal(child) and tree.kid(verb, *SUBJECTS) is None
            _move(tree, child, verb, "nsubj" if free else tree.deps[child])


def _move(tree: Tree, token: int, head: int, label: str) -> None:
    above = tree.heads[token]
    if above != token:
        tree.children[above].remove(token)
    tree.heads[token], tree.deps[token] = head, label
    if head != token:
        tree.children[head] = sorted([*tree.children[head], token])
