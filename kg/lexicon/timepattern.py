"""The pattern language of `ontology/cues/time.yaml`: a row of atoms in, a regular expression over encoded text out.

Encoded text is lower case, each atom with one space before and after it, so a word can only match as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

Value = int | str
START = "START"  # the group that marks `^`
_GROUPS = {"(": "(?:", ")": ")", ")?": ")?", ")*": ")*", "|": "|", "^": f"(?P<{START}>)"}
# spaces inside the brackets of a class name are kept together
_ELEMENT = re.compile(r"<!\[[^]]*\]|[=!]?\[[^]]*\]\??|<[^>! ][^>]*>\??|\S+")
_CAPTURE = re.compile(r"<(?:(\w[\w ]*):)?([\w ]+)>(\??)")
_CLASS = re.compile(r"\[([\w ]+)\](\??)")


@dataclass(frozen=True)
class WordClass:
    """Words with their values, and perhaps a regular expression for more, whose value is the number in the match."""

    words: Mapping[str, Value]
    pattern: str = ""
    shape: str = ""

    @cached_property
    def firsts(self) -> frozenset[str]:
        """The first atoms of all that it matches, the digits of a number as zeros."""
        return frozenset({*(word.split()[0] for word in self.words), *([self.shape] if self.shape else [])})

    @cached_property
    def regex(self) -> str:
        """The alternatives, longest first, without the space after them."""
        longest_first = sorted(self.words, key=lambda word: (-len(word), word))
        return "(?:" + "|".join([*map(re.escape, longest_first), *([self.pattern] if self.pattern else [])]) + ")"

    def value(self, text: str) -> Value:
        """What a matched text stands for."""
        if text in self.words:
            return self.words[text]
        digits = re.search(r"\d+", text)
        return int(digits[0]) if digits else text


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern: `means` names what it stands for, `captures` maps each kept name to its class.

    Every match holds one of the atoms `anchor` (digits as zeros), or the pattern must be tried everywhere.
    """

    means: str
    text: str
    regex: re.Pattern[str]
    captures: Mapping[str, str]
    anchor: frozenset[str] = frozenset()


def compile_pattern(means: str, text: str, classes: Mapping[str, WordClass], anchors: Sequence[str] = ()) -> Pattern:
    """The pattern of a text. Raises ValueError if the text is malformed or names a class that is not there."""
    captures: dict[str, str] = {}
    elements = _ELEMENT.findall(text)
    parts = [_element(element, classes, captures) for element in elements]
    try:
        regex = re.compile("(?<= )" + "".join(parts))
        return Pattern(means, text, regex, captures, _anchor(elements, classes, anchors))
    except re.error as error:
        raise ValueError(str(error)) from error


def _element(element: str, classes: Mapping[str, WordClass], captures: dict[str, str]) -> str:
    if element in _GROUPS:
        return _GROUPS[element]
    if element.startswith("<!"):
        return _not_preceded(element[2:], classes)
    if element[0] in "=!" and len(element) > 1:
        return f"(?{element[0]}{_atom(element[1:], classes)})"
    if match := _CAPTURE.fullmatch(element):
        name = match[1] or match[2]
        captures[name.replace(" ", "_")] = match[2]
        return _optional(f"(?P<{name.replace(' ', '_')}>{_class(match[2], classes).regex})", match[3])
    return _atom(element, classes)


def _anchor(elements: Sequence[str], classes: Mapping[str, WordClass], anchors: Sequence[str]) -> frozenset[str]:
    """The first atoms of the rarest element that every match has: a class of `anchors`, or the longest plain words."""
    named, plain, depth = [], [], 0
    for element in elements:
        depth += (element[0] == "(") - (element[0] == ")")
        if depth or element in _GROUPS or element.endswith("?") or element[0] in "=!" or element.startswith("<!"):
            continue
        match = _CAPTURE.fullmatch(element) or _CLASS.fullmatch(element)
        if match is None:
            plain.append(["0" * len(word) if word.isdigit() else word for word in element.split("|")])
        elif (name := match[match.re.groups - 1]) in anchors:
            named.append(name)
    if named:
        return classes[min(named, key=anchors.index)].firsts
    return frozenset(max(plain, key=lambda words: min(map(len, words)))) if plain else frozenset()


def _atom(element: str, classes: Mapping[str, WordClass]) -> str:
    """A class that is not kept, or a choice of words; an empty choice stands for any word of letters."""
    if match := _CLASS.fullmatch(element):
        return _optional(_class(match[1], classes).regex, match[2])
    optional = "?" if len(element) > 1 and element.endswith("?") else ""
    words = element.removesuffix("?") if optional else element
    return _optional("(?:" + "|".join(re.escape(word) for word in words.split("|") if word) + ")", optional)


def _optional(regex: str, mark: str) -> str:
    return f"(?:{regex} )?" if mark else f"{regex} "


def _not_preceded(element: str, classes: Mapping[str, WordClass]) -> str:
    """Several look-behinds, since each must have one width."""
    match = _CLASS.fullmatch(element)
    words = _class(match[1], classes).words if match else element.split("|")
    return "".join(f"(?<! {re.escape(word)} )" for word in sorted(words))


def _class(name: str, classes: Mapping[str, WordClass]) -> WordClass:
    if name not in classes:
        raise ValueError(f"no class '{name}'")
    return classes[name]
