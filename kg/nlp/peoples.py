"""Words for the people of a state in, the states out: "Turkish", "Italians"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kg.lexicon.lexicon import Lexicon
from kg.nlp.phrases import Phrase
from kg.nlp.tree import Tree


def peoples(texts: Iterable[str], lexicon: Lexicon) -> Counter[str]:
    """How often each state or region is named by its adjective or its people: "Somali", "Italians"."""
    counts: Counter[str] = Counter()
    for text in texts:
        if text[:1].isupper():
            entries = lexicon.knowledge.by_adjective(text) or lexicon.knowledge.by_demonym(text)
            if len(entries) == 1:
                counts.update([entries[0].iri, *entries[0].targets("locatedIn")])
    return counts


def adjectives(tree: Tree, lexicon: Lexicon, mask: list[bool], taken: set[int]) -> list[Phrase]:
    """Adjectives of states: "Turkish" names Türkiye wherever it stands before a noun."""
    found = []
    for token in tree.doc:
        if (
            mask[token.i]
            or token.i in taken
            or not token.text[:1].isupper()
            or tree.deps[token.i] not in ("amod", "compound", "nmod", "nmod:desc")
        ):
            continue
        entries = lexicon.knowledge.by_adjective(token.text)
        if len(entries) == 1:
            found.append(Phrase(token.i, token.i, token.i + 1, "name", entries[0].type, entries[0], definite=True))
    return found
