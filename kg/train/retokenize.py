"""Treebank sentences in, the same in the words that spaCy's tokenizer yields out, which are what is read later."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import accumulate

import spacy

from kg.train.corpus import Sentence, Syntax

# Part of speech and label of a piece of a treebank word, as the treebanks have them where they split by themselves.
MARK, PREFIX = ("PUNCT", "punct"), ("X", "compound")
MARK_TAGS = {"-": "HYPH", "–": "HYPH", ".": ".", ",": ","}
# Lemma of a word that is not whole in the treebank: not known, so not taught.
UNKNOWN_LEMMA = ""
Group = tuple[list[int], list[str]]
Row = tuple[str, str, str, int, str]


class Retokenizer:
    """Splits and joins words where spaCy does; where the two cross, the treebank's words stay."""

    def __init__(self) -> None:
        """Take the tokenizer of the English pipeline."""
        self._nlp = spacy.blank("en")

    def __call__(self, sentence: Sentence) -> Sentence:
        """Return the sentence in spaCy's words."""
        if sentence.syntax is None:
            return sentence
        text = "".join(w + " " * s for w, s in zip(sentence.words, sentence.spaces, strict=True))
        ends = {token.idx + len(token) for token in self._nlp.tokenizer(text) if not token.is_space}
        groups = list(_groups(sentence, ends))
        if all(len(words) == len(old) == 1 for old, words in groups):
            return sentence
        return _rebuilt(sentence, sentence.syntax, groups)


def _groups(sentence: Sentence, ends: set[int]) -> Iterator[Group]:
    """Yield runs of treebank words with the words that take their place."""
    lengths = [len(w) + s for w, s in zip(sentence.words, sentence.spaces, strict=True)]
    begins = list(accumulate(lengths, initial=0))
    run: list[int] = []
    for i, word in enumerate(sentence.words):
        run.append(i)
        if begins[i] + len(word) in ends or i + 1 == len(sentence.words):
            yield from _settled(sentence, run, begins, ends)
            run = []


def _settled(sentence: Sentence, run: list[int], begins: list[int], ends: set[int]) -> Iterator[Group]:
    text = "".join(sentence.words[i] for i in run)
    begin = begins[run[0]]
    solid = all(not sentence.spaces[i] for i in run[:-1])
    cuts = [e - begin for e in sorted(ends) if begin < e < begin + len(text)] if solid else []
    if len(run) == 1 and cuts:
        yield run, [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    elif len(run) > 1 and solid and not cuts and _outer(sentence, run) is not None:
        yield run, [text]
    else:
        yield from (([i], [sentence.words[i]]) for i in run)


def _outer(sentence: Sentence, run: Iterable[int]) -> int | None:
    """Return the one word of a run whose head lies outside it."""
    assert sentence.syntax is not None
    inside = {i + 1 for i in run}
    outer = [i - 1 for i in inside if sentence.syntax.heads[i - 1] not in inside]
    return outer[0] if len(outer) == 1 else None


def _main(words: list[str]) -> int:
    """Return which piece carries the word's own syntax: the last with letters or digits."""
    solid = [i for i, word in enumerate(words) if any(c.isalnum() for c in word)]
    return solid[-1] if solid else 0


def _rebuilt(sentence: Sentence, syntax: Syntax, groups: list[Group]) -> Sentence:
    place: dict[int, int] = {0: 0}
    size = 0
    for old, words in groups:
        place.update({i + 1: size + _main(words) + 1 for i in old})
        size += len(words)
    rows: list[Row] = []
    spaces: list[bool] = []
    for old, words in groups:
        whole = _outer(sentence, old)
        assert whole is not None
        rows += _rows(syntax, whole, sentence.words[whole], words, place)
        spaces += [False] * (len(words) - 1) + [sentence.spaces[old[-1]]]
    upos, xpos, lemmas, heads, deps = zip(*rows, strict=True)
    return replace(
        sentence,
        words=tuple(word for _, words in groups for word in words),
        spaces=tuple(spaces),
        syntax=Syntax(upos, xpos, lemmas, heads, deps),
    )


def _rows(syntax: Syntax, whole: int, form: str, words: list[str], place: dict[int, int]) -> Iterator[Row]:
    """Yield the syntax of the words that take the place of one; the main piece has that of the whole."""
    main, upos, xpos = _main(words), syntax.upos[whole], syntax.xpos[whole]
    prefix, tail = "".join(words[:main]), "".join(words[main + 1 :])
    lemma = syntax.lemma[whole].removesuffix(tail)
    for i, word in enumerate(words):
        if i == main and len(words) == 1 and word != form:
            yield upos, xpos, UNKNOWN_LEMMA, place[syntax.heads[whole]], syntax.dep[whole]
        elif i == main:
            own = lemma[len(prefix) :] if lemma.lower().startswith(prefix.lower()) else UNKNOWN_LEMMA
            yield upos, xpos, own, place[syntax.heads[whole]], syntax.dep[whole]
        elif any(c.isalnum() for c in word):
            yield PREFIX[0], "AFX", word, place[whole + 1], PREFIX[1]
        else:
            yield MARK[0], MARK_TAGS.get(word, xpos if upos == MARK[0] else ":"), word, place[whole + 1], MARK[1]
