"""The grammar of time expressions. In: `ontology/cues/time.yaml`. Out: an immutable TimeGrammar."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from kg.errors import KnowledgeError, did_you_mean
from kg.lexicon.timepattern import Pattern, Value, WordClass, compile_pattern
from kg.lexicon.yamlfile import LINE, keys, load, raise_all, unknown_keys
from kg.resources import ontology

_SECTIONS = ("classes", "anchors", "patterns", "named_days", "capital", "attached", "bounds", "tense")
_DAY = re.compile(r"(?:\d{4}|-)-\d\d-\d\d|easter[+-]\d+")  # whole, without a year, or so many days from Easter Sunday


@dataclass(frozen=True, slots=True)
class Tense:
    """Words that tell whether a date lies ahead, `toward` right before it.

    `reach`: a date without a year may lie so many days ahead anyhow.
    """

    future: re.Pattern[str]
    past: re.Pattern[str]
    past_form: re.Pattern[str]
    stops: re.Pattern[str]
    reach: int
    toward: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TimeGrammar:
    """Patterns in the order of the file, over text encoded as `kg.lexicon.timepattern` says.

    `months` are names of months by number, `named_days` whole days or month and day; `capital` are words that mean a
    time only with a capital; `before`, `after` match a time of day beside an expression, `since`, `until` a word that
    opens one side of it.
    """

    classes: Mapping[str, WordClass]
    patterns: tuple[Pattern, ...]
    named_days: Mapping[str, str]
    capital: frozenset[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    since: re.Pattern[str]
    until: re.Pattern[str]
    tense: Tense

    def values(self, pattern: Pattern, match: re.Match[str]) -> dict[str, Value]:
        """What the kept words of a match stand for, by name."""
        return {name: self.classes[kind].value(match[name]) for name, kind in pattern.captures.items() if match[name]}


def load_time_grammar(path: Path | None = None) -> TimeGrammar:
    """The grammar of a file, or the program's own. Raises KnowledgeError with all that is wrong in the file."""
    return _load(path or ontology() / "cues" / "time.yaml")


@lru_cache(maxsize=4)
def _load(path: Path) -> TimeGrammar:
    content = load(path)
    complaints = unknown_keys(content, _SECTIONS, str(path))
    complaints += [f"{path}: section '{name}' is missing" for name in _SECTIONS if name not in content]
    raise_all(complaints)
    try:
        return _build(path, content)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise KnowledgeError(f"{path}: not a grammar of time expressions: {error!r}") from error


def _build(path: Path, content: dict[str, Any]) -> TimeGrammar:
    classes = {name: _word_class(content["classes"][name]) for name in keys(content["classes"])}
    patterns: list[Pattern] = []
    raise_all(list(_patterns(path, content, classes, patterns)))
    days = {name: str(content["named_days"][name]) for name in keys(content["named_days"])}
    raise_all([f"{path}: named day '{name}' is '{day}'; write 2001-09-11, --12-25 or easter-2"
               for name, day in days.items() if not _DAY.fullmatch(day)])
    attached, bounds = content["attached"], content["bounds"]
    patterns += [compile_pattern("named day", f"the? {name}", classes) for name in days]
    return TimeGrammar(
        classes, tuple(patterns), days, frozenset(content["capital"]),
        _beside(attached["before"], classes, "(?:{})$"), _beside(attached["after"], classes, "{}"),
        _beside(bounds["start"], classes, "(?:{})$"), _beside(bounds["end"], classes, "(?:{})$"),
        _tense(content["tense"]))


def _word_class(given: Any) -> WordClass:
    """A list of words, each its own value, or a mapping of words to values, perhaps with a `pattern`."""
    if isinstance(given, list):
        return WordClass({str(word): str(word) for word in given})
    pattern, shape = str(given.get("pattern", "")), str(given.get("shape", ""))
    re.compile(pattern)
    return WordClass({word: given[word] for word in keys(given) if word not in ("pattern", "shape")}, pattern, shape)


def _patterns(path: Path, content: dict[str, Any], classes: Mapping[str, WordClass],
              patterns: list[Pattern]) -> Iterator[str]:
    """Add the compiled patterns to a list; yield what is wrong with the others."""
    for row in content["patterns"]:
        where = f"{path}:{row[LINE]}"
        if set(keys(row)) != {"means", "text"}:
            yield f"{where}: a pattern has the keys 'means' and 'text', not {keys(row)}"
            continue
        try:
            patterns.append(compile_pattern(row["means"], row["text"], classes, content["anchors"]))
        except ValueError as error:
            guess = did_you_mean(str(error).partition("'")[2].rstrip("'"), classes)
            yield f"{where}: pattern '{row['text']}': {error}{guess}"


def _beside(texts: list[str], classes: Mapping[str, WordClass], shape: str) -> re.Pattern[str]:
    """One expression of several patterns, the longest text first."""
    ordered = sorted(texts, key=lambda text: (-len(text), text))
    alternatives = [f"(?:{compile_pattern('', text, classes).regex.pattern})" for text in ordered]
    return re.compile(shape.format("|".join(alternatives)))


def _tense(given: dict[str, Any]) -> Tense:
    endings = "|".join(re.escape(ending) for ending in given["past_endings"])
    not_passive = "".join(f"(?<! {re.escape(word)} )" for word in given["passive"])
    past_form = re.compile(rf"(?<= ){not_passive}\w+(?:{endings}) ")
    return Tense(_words(given["future"]), _words(given["past"], not_passive), past_form,
                 _words(given["stops"]), int(given["reach"]), tuple(f" {word} " for word in given["toward"]))


def _words(given: list[str], before: str = "") -> re.Pattern[str]:
    ordered = sorted(given, key=lambda word: (-len(word), word))
    return re.compile(rf"(?<= ){before}(?:{'|'.join(map(re.escape, ordered))}) ")
