"""A word in, the events that it is only a plan of or a part in out: "plans to attack", "his role in the blast"."""

from __future__ import annotations

from collections.abc import Container, Iterator

from kg.lexicon.function_words import function_words
from kg.lexicon.lexicon import Lexicon
from kg.nlp.syntax.tree import Tree

CHAIN = 3  # words between: "on suspicion of involvement in planning the attack"
OF_NOUN, OF_VERB = ("acl", "nmod"), ("xcomp",)
UNFINISHED = frozenset({"VB", "VBG", "VBN"})
OF_MAKING = ("xcomp", "obj", "obl")


def acts_behind(tree: Tree, lexicon: Lexicon, events: Container[int], word: int, depth: int = 0) -> Iterator[int]:
    """The events behind a word, nearest first."""
    for child in _kids(tree, lexicon, word) if depth < CHAIN else ():
        if child in events:
            yield child
        if child not in events or tree.pos[child] == "VERB":
            yield from acts_behind(tree, lexicon, events, child, depth + 1)


def _kids(tree: Tree, lexicon: Lexicon, word: int) -> list[int]:
    """What hangs on a word of planning, doubt, involvement or doing, as that which is planned, doubted or done."""
    lemma, cues = tree.lemmas[word], lexicon.cues
    if tree.pos[word] == "NOUN":
        if (lemma, "noun") in cues.by_word:
            return tree.kids(word, *OF_NOUN)
        parts = tree.kids(word, "nmod") if lemma in cues.involvement else []
        return [kid for kid in parts if tree.preposition(kid) in function_words().sharing]
    if tree.pos[word] not in ("VERB", "ADJ"):
        return []
    if (lemma, "verb") in cues.by_word:
        return tree.kids(word, "xcomp", "obj") if tree.tags[word] == "VBG" else tree.kids(word, *OF_VERB)
    if tree.tags[word] not in UNFINISHED:
        return []  # "said that they took part in operations" is about their part
    done = lemma in cues.transparent or lemma in lexicon.grammar.linking_words
    return [kid for kid in tree.kids(word, *OF_MAKING) if _is_done(tree, kid)] if done else []


def _is_done(tree: Tree, kid: int) -> bool:
    """Whether it is what was done or shared in, and not when or where: "carried out the attack in May"."""
    return tree.deps[kid] != "obl" or tree.preposition(kid) in function_words().sharing
