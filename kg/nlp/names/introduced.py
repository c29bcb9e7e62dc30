"""Acronyms that a document itself explains: "the Coastal Army (CA)". In: its names, which are changed in place."""

from __future__ import annotations

from itertools import pairwise

from kg.lexicon.fold import words
from kg.lexicon.lexicon import Lexicon
from kg.nlp.phrases.phrase import Phrase
from kg.nlp.syntax.tree import Tree

BODIES = frozenset({"Agency", "Facility", "Group", "MediaOrganization", "InternationalOrganization"})
OPENING = ("(", "[")


def apply_introductions(tree: Tree, lexicon: Lexicon, names: list[Phrase]) -> None:
    """Takes the entry of the knowledge base from acronyms that stand for another name of this text.

    A full name that shares words with the entry is a variant of it ("Revolutionary Armed Forces (FARC)"), and no other.
    """
    explained: dict[str, Phrase] = {}
    for name, acronym in pairwise(names):
        opened = acronym.start == name.end + 1 and tree.words[name.end] in OPENING
        if not opened:
            continue
        text = tree.doc[acronym.start : acronym.end].text
        if acronym.entry is None and (acronym.type, text.isupper()) == ("Organization", True):
            acronym.type = name.type if name.type in BODIES else acronym.type
        if name.type == "Person" and acronym.entry is None and _spells(tree, lexicon, name, text):
            explained[text] = name
        if acronym.entry and acronym.entry != name.entry and _spells(tree, lexicon, name, text):
            entries = (acronym.entry.name, *acronym.entry.strong)
            if not any(_shares_words(tree, lexicon, name, entry) for entry in entries):
                explained[text] = name
    for phrase in names if explained else ():
        full = explained.get(tree.doc[phrase.start : phrase.end].text)
        if full:
            phrase.entry, phrase.type, phrase.attribute = full.entry, full.type, full.attribute


def _spells(tree: Tree, lexicon: Lexicon, name: Phrase, acronym: str) -> bool:
    """Whether a name's words begin with the letters of an acronym."""
    return "".join(word[0] for word in _telling(tree, lexicon, name)) == acronym.casefold()


def _shares_words(tree: Tree, lexicon: Lexicon, name: Phrase, other: str) -> bool:
    """Whether at least half of a name's words are those of another name."""
    telling, others = _telling(tree, lexicon, name), words(other)
    return 2 * sum(word in others for word in telling) >= len(telling)


def _telling(tree: Tree, lexicon: Lexicon, name: Phrase) -> list[str]:
    """The words of a name that leave a letter in its acronym."""
    folded = words(tree.doc[name.start : name.end].text)
    return [word for word in folded if word not in lexicon.cues.small]
