"""Words in, encoder input out: word-piece numbers, case shapes, where each word begins and how it ends."""

import zlib
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

SHAPES = ("lower", "title", "upper", "initial", "mixed", "number", "punctuation", "alphanumeric")
LOWER, TITLE, UPPER, INITIAL, MIXED, NUMBER, PUNCTUATION, ALPHANUMERIC = range(len(SHAPES))
# A word longer than this (a link, a hash) says no more by its tail.
MAX_PIECES = 12
# Characters beyond this are not even cut into pieces: a "word" may be a megabyte of base64.
MAX_LETTERS = 100
# Lemmas hang on a word's last letters, which word pieces hide: each ending of these lengths has one of so many numbers.
ENDINGS = (2, 3, 5)
ENDING_NUMBERS = 4096


def shape(word: str) -> int:
    """Say how a word is written: the encoder itself reads lower case only."""
    letters = any(c.isalpha() for c in word)
    digits = any(c.isdigit() for c in word)
    if not letters:
        return NUMBER if digits else PUNCTUATION
    if digits:
        return ALPHANUMERIC
    if word.islower():
        return LOWER
    if len(word) == 1:
        return INITIAL if word.isupper() else LOWER
    return _cased_shape(word)


def _cased_shape(word: str) -> int:
    if word.isupper():
        return UPPER
    if word[0].isupper() and not any(c.isupper() for c in word[1:]):
        return TITLE
    return MIXED if any(c.isupper() for c in word) else LOWER


def endings(word: str) -> list[int]:
    """Number a word's last letters; endings that share a number are told apart by the others."""
    lower = word[-max(ENDINGS) :].lower()
    return [zlib.crc32(f"{size}{lower[-size:]}".encode("utf-8", "replace")) % ENDING_NUMBERS for size in ENDINGS]


@dataclass(frozen=True, slots=True)
class Word:
    """What the network takes in place of a word; the case shape once per piece."""

    numbers: list[int]
    shapes: list[int]
    endings: list[int]


@dataclass(frozen=True, slots=True)
class Pieces:
    """A window as the encoder takes it; `firsts` holds the place of each word's first piece."""

    numbers: list[int]
    shapes: list[int]
    firsts: list[int]
    endings: list[list[int]]


class WordPieces:
    """The vocabulary; what a word becomes is remembered, since text repeats its words."""

    def __init__(self, vocabulary: Path) -> None:
        """Read a BERT vocabulary file, one piece per line."""
        numbers = {line: i for i, line in enumerate(vocabulary.read_text(encoding="utf-8").splitlines())}
        self._tokenizer = Tokenizer(WordPiece(numbers, unk_token="[UNK]", max_input_chars_per_word=MAX_LETTERS))
        self._tokenizer.normalizer = BertNormalizer(lowercase=True)
        self._tokenizer.pre_tokenizer = BertPreTokenizer()
        self._start, self._end, self._unknown = numbers["[CLS]"], numbers["[SEP]"], numbers["[UNK]"]
        self.mask = numbers["[MASK]"]
        self._known: dict[str, Word] = {}

    def word(self, word: str) -> Word:
        """Return pieces, shapes and endings of a word."""
        known = self._known.get(word)
        if known is None:
            ids = self._tokenizer.encode(word[:MAX_LETTERS], add_special_tokens=False).ids[:MAX_PIECES]
            ids = ids or [self._unknown]
            known = Word(ids, [shape(word)] * len(ids), endings(word))
            if len(word) < MAX_LETTERS:
                self._known[word] = known
        return known

    def window(self, words: list[str]) -> Pieces:
        """Return the encoder input for a run of words, between the two marks the encoder was taught with."""
        window = Pieces([self._start], [LOWER], [], [])
        for word in map(self.word, words):
            window.firsts.append(len(window.numbers))
            window.numbers.extend(word.numbers)
            window.shapes.extend(word.shapes)
            window.endings.append(word.endings)
        window.numbers.append(self._end)
        window.shapes.append(LOWER)
        return window

    def forget(self, limit: int) -> None:
        """Drop what is remembered once it exceeds the limit, so that a large corpus does not fill the memory."""
        if len(self._known) > limit:
            self._known.clear()
