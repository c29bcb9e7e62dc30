"""Sentences with names in, the same with other names of the same kind: what surrounds a name must tell what it is.

Mention replacement: Dai and Adel, "An Analysis of Simple Data Augmentation for Named Entity Recognition", COLING 2020.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from random import Random

from kg.train.corpus import Names, Sentence, Span

LABELS = ("PERSON", "ORG", "LOC")
CHANCE = 0.5
Mention = tuple[tuple[str, ...], tuple[bool, ...]]


def mentions(sentences: Iterable[Sentence]) -> dict[str, list[Mention]]:
    """Return the names of each kind, with the spaces after their words, as often as they occur."""
    found: dict[str, list[Mention]] = {label: [] for label in LABELS}
    for sentence in sentences:
        for start, end, label in sentence.names.spans if sentence.names else ():
            if label in found:
                found[label].append((sentence.words[start:end], sentence.spaces[start:end]))
    return found


def exchanged(
    sentences: Iterable[Sentence], others: Mapping[str, Sequence[Mention]], chance: Random
) -> Iterator[Sentence]:
    """Yield each sentence that has names only, about half of them exchanged for others of the same kind."""
    for sentence in sentences:
        if sentence.names is not None and sentence.syntax is None and not sentence.names.ignore:
            yield _exchange(sentence, sentence.names, others, chance)


def _exchange(
    sentence: Sentence, names: Names, others: Mapping[str, Sequence[Mention]], chance: Random
) -> Sentence:
    words, spaces, spans, at = list[str](), list[bool](), list[Span](), 0
    for start, end, label in sorted(names.spans):
        words += sentence.words[at:start]
        spaces += sentence.spaces[at:start]
        mention: Mention = (sentence.words[start:end], sentence.spaces[start:end])
        if others.get(label) and chance.random() < CHANCE:
            new_words, new_spaces = chance.choice(others[label])
            mention = (new_words, (*new_spaces[:-1], sentence.spaces[end - 1]))
        spans.append((len(words), len(words) + len(mention[0]), label))
        words += mention[0]
        spaces += mention[1]
        at = end
    words += sentence.words[at:]
    spaces += sentence.spaces[at:]
    moved = Names(tuple(spans), names.unlabelled, (), names.merged)
    return Sentence(tuple(words), tuple(spaces), sentence.document, sentence.opens_paragraph, None, moved)
