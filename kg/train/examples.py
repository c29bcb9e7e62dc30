"""Sentences in, numbers out: one example a sentence, and windows made of several that follow each other."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
from numpy.typing import NDArray

from kg.nlp.english.labels import NAME_TAGS, Labels
from kg.nlp.english.lemmas import script
from kg.train.corpus import Sentence, allowed_tags

Numbers = NDArray[np.int64]
NONE = -100
# An edit seen less often is a typing error or a form that no other word takes.
MIN_EDIT_COUNT = 3


@dataclass(frozen=True, slots=True)
class Example:
    """A run of words with what is known of each; NONE where a source is silent. Heads count from 1, 0 is the root."""

    words: tuple[str, ...]
    upos: Numbers
    xpos: Numbers
    lemma: Numbers
    heads: Numbers
    dep: Numbers
    starts: Numbers
    names: NDArray[np.bool_]


def label_sets(sentences: Iterable[Sentence]) -> Labels:
    """Return the labels that occur in the treebanks."""
    upos, xpos, dep, lemma = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for sentence in sentences:
        if (syntax := sentence.syntax) is not None:
            upos.update(syntax.upos)
            xpos.update(syntax.xpos)
            dep.update(syntax.dep)
            lemma.update(script(w, m) for w, m in zip(sentence.words, syntax.lemma, strict=True) if m)
    edits = sorted(edit for edit, count in lemma.items() if count >= MIN_EDIT_COUNT)
    return Labels(tuple(sorted(upos)), tuple(sorted(xpos)), tuple(sorted(dep)), tuple(edits))


class Encoder:
    """Turns sentences into examples by fixed label sets."""

    def __init__(self, labels: Labels) -> None:
        """Number the labels."""
        self._upos = {label: i for i, label in enumerate(labels.upos)}
        self._xpos = {label: i for i, label in enumerate(labels.xpos)}
        self._dep = {label: i for i, label in enumerate(labels.dep)}
        self._lemma = {label: i for i, label in enumerate(labels.lemma)}

    def __call__(self, sentence: Sentence) -> Example:
        """Number what the sentence is annotated with."""
        size = len(sentence.words)
        silent = np.full(size, NONE)
        names = np.ones((size, len(NAME_TAGS)), dtype=bool)
        if sentence.names is not None:
            names = allowed_tags(size, sentence.names)
        syntax = sentence.syntax
        if syntax is None:
            return Example(sentence.words, silent, silent, silent, silent, silent, silent, names)
        pairs = zip(sentence.words, syntax.lemma, strict=True)
        edits = [self._lemma.get(script(w, m), NONE) if m else NONE for w, m in pairs]
        starts = np.zeros(size, dtype=np.int64)
        starts[0] = 1
        return Example(
            words=sentence.words,
            upos=np.array([self._upos.get(x, NONE) for x in syntax.upos]),
            xpos=np.array([self._xpos.get(x, NONE) for x in syntax.xpos]),
            lemma=np.array(edits),
            heads=np.array(syntax.heads),
            dep=np.array([self._dep.get(x, NONE) for x in syntax.dep]),
            starts=starts,
            names=names,
        )


def join(examples: Sequence[Example]) -> Example:
    """Put sentences that follow each other into one window; every root still hangs on place 0."""
    if len(examples) == 1:
        return examples[0]
    heads, offset = [], 0
    for example in examples:
        heads.append(np.where(example.heads > 0, example.heads + offset, example.heads))
        offset += len(example.words)
    return Example(
        words=tuple(word for example in examples for word in example.words),
        upos=np.concatenate([example.upos for example in examples]),
        xpos=np.concatenate([example.xpos for example in examples]),
        lemma=np.concatenate([example.lemma for example in examples]),
        heads=np.concatenate(heads),
        dep=np.concatenate([example.dep for example in examples]),
        starts=np.concatenate([example.starts for example in examples]),
        names=np.concatenate([example.names for example in examples]),
    )


def cut(example: Example, size: int) -> Example:
    """Keep the first words, as a window does that ends inside a sentence; arcs to lost heads become unknown."""
    if size >= len(example.words):
        return example
    heads = example.heads[:size]
    lost = heads > size
    return Example(
        words=example.words[:size],
        upos=example.upos[:size],
        xpos=example.xpos[:size],
        lemma=example.lemma[:size],
        heads=np.where(lost, NONE, heads),
        dep=np.where(lost, NONE, example.dep[:size]),
        starts=example.starts[:size],
        names=example.names[:size],
    )


def without_final_mark(example: Example, punctuation: int) -> Example:
    """Drop a final punctuation mark on which nothing hangs, as headlines do."""
    last = len(example.words)
    if last < 3 or example.upos[-1] != punctuation or (example.heads == last).any():
        return example
    return cut(example, last - 1)


def recased(words: tuple[str, ...], chance: Random, upper: float, lower: float, title: float) -> tuple[str, ...]:
    """Return the words as they are, or in capitals, or without any, or as in a headline."""
    draw = chance.random()
    if draw < upper:
        return tuple(word.upper() for word in words)
    if draw < upper + lower:
        return tuple(word.lower() for word in words)
    if draw < upper + lower + title:
        return tuple(word[:1].upper() + word[1:] if len(word) > 3 else word for word in words)
    return words
