"""Names that the recognizer misses: in, a tree; out, capitalized words that end in a noun of a body or have a title."""

from __future__ import annotations

from collections.abc import Iterator, Set

from kg.lexicon.lexicon import Lexicon
from kg.nlp.syntax.tree import Tree

FULL_NAME = 2  # words of a first and a last name
ENDING = "POS"  # the tag of what stands between two words of one name: "Prosecutor's Office"


def capitalized_bodies(tree: Tree, lexicon: Lexicon, bodies: Set[str]) -> Iterator[tuple[int, int]]:
    """The spans of two and more capitalized words whose last is a noun of one of the classes `bodies`.

    Only where the next word has small letters: in a title every word has a capital.
    """
    start, particles = 0, lexicon.nouns.particles
    while start < len(tree):
        end = start
        if not tree.texts[start][:1].isupper():
            start += 1
            continue
        inside = tree.sentence[start]
        while end < len(tree) and tree.sentence[end] == inside and _continues(tree, particles, start, end):
            end += 1
        noun = lexicon.nouns.naming.get(tree.words[end - 1]) if end - start > 1 else None
        if noun and noun.type in bodies and end < len(tree) and tree.texts[end][:1].islower():
            yield start, end
        start = max(end, start + 1)


def titled_persons(tree: Tree, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """The spans of two and more capitalized words right behind an office in small letters: "founder Nur Misuari"."""
    for token in range(len(tree) - 2):
        if not tree.texts[token].islower() or not _is_of_person(tree, lexicon, token):
            continue
        start = end = past_ranks(tree, lexicon, token + 1, len(tree))
        while end < len(tree) and tree.pos[end] == "PROPN" and tree.texts[end][:1].isupper():
            end += 1
        tied = tree.heads[token + 1] == token and tree.deps[token + 1] in ("flat", "appos")
        if end - start >= FULL_NAME and (tied or start > token + 1):
            yield start, end


def _is_of_person(tree: Tree, lexicon: Lexicon, token: int) -> bool:
    """Whether a noun is an office or one for a person: "the gangster Luka Bojovic"."""
    found = lexicon.nouns.by_head.get(tree.lemmas[token], ()) if tree.tags[token] == "NN" else ()
    person = any(not words and noun.type == "People" for words, noun in found)
    return person or tree.lemmas[token] in lexicon.nouns.roles


def past_ranks(tree: Tree, lexicon: Lexicon, start: int, end: int) -> int:
    """Where a name begins behind ranks that are cut short: "Brig. Gen. Dedi Prasetyo"."""
    ranks, words = lexicon.coreference.abbreviations, tree.words
    while start < end - 1 and (words[start] in ranks or f"{words[start]}." in ranks or words[start] == "."):
        start += 1
    return start


def _continues(tree: Tree, particles: Set[str], start: int, token: int) -> bool:
    """Whether a word may be the next of a name."""
    if token > start and (tree.tags[token] in (ENDING, "HYPH") or tree.words[token] in particles):
        return True
    return tree.texts[token][:1].isupper() and tree.pos[token] in ("PROPN", "NOUN", "ADJ")
