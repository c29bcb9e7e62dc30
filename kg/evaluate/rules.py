"""What counts as equal: names, triggers, types, roles and times, by the ontology and `ontology/evaluation.yaml`."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from kg.evaluate.gold import GoldEvent
from kg.lexicon import fold, ontology, yamlfile
from kg.lexicon.ontology import Ontology
from kg.resources import ontology as ontology_folder

STEM = 5  # letters that two forms of one word share at least: `detained`, `detention`


@dataclass(frozen=True, slots=True)
class Rules:
    """The ontology, and what is forgiven."""

    ontology: Ontology
    articles: frozenset[str]
    interchangeable: frozenset[frozenset[str]]
    belonging: frozenset[str]
    blamed: dict[str, Any]

    def key(self, name: str) -> str:
        """A name without case, accents, quotes and leading article."""
        words = fold.words(name)
        return " ".join(words[1:] if len(words) > 1 and words[0] in self.articles else words)

    def fits(self, found: str, right: Iterable[str]) -> bool:
        """Whether a type is one of the right ones, or a kind of one."""
        return any(self.ontology.is_a(found, one) for one in right)

    def same_trigger(self, found: str, right: Iterable[str]) -> bool:
        """Whether a trigger is one of the right ones, contained in one or containing it, or another form of it."""
        words = fold.words(found)
        return any(_contained(words, other) or _contained(other, words) or _same_stem(words, other)
                   for other in map(fold.words, right))

    def same_role(self, found: str, right: str, event: GoldEvent) -> bool:
        """Whether a role is the right one, more or less exact, one that is easily mixed up, or a careful `suspect`."""
        if found == self.blamed["role"]:
            hedged = set(event.attributes.get("factuality", ())) & set(self.blamed["factuality"])
            return right == found or (bool(hedged) and self.ontology.is_a(right, self.blamed["for"]))
        if right == self.blamed["role"]:
            return False
        ancestors = {*self.ontology.ancestors(found)}, {*self.ontology.ancestors(right)}
        return found in ancestors[1] or right in ancestors[0] or any(
            (one in ancestors[0] and other in ancestors[1]) or (other in ancestors[0] and one in ancestors[1])
            for one, other in self.interchangeable)


@cache
def load() -> Rules:
    """The rules of the program. Raises KnowledgeError."""
    content = yamlfile.load(ontology_folder() / "evaluation.yaml")
    return Rules(ontology.load(), frozenset(content["articles"]), frozenset(map(frozenset, content["interchangeable"])),
                 frozenset(content["belonging"]), content["blamed"])


def days(start: str | None, end: str | None) -> tuple[str | None, str | None]:
    """The first and the last day of a time given as days, months or years: `2019-02` is 2019-02-01 to 2019-02-28."""
    return _edge(start or end, False), _edge(end or start, True)


def _edge(partial: str | None, last: bool) -> str | None:
    if not partial or partial.startswith("--"):
        return partial
    year, _, rest = partial.partition("-")
    month, _, day = rest.partition("-")
    month = month or ("12" if last else "01")
    return f"{year}-{month}-{day or (str(monthrange(int(year), int(month))[1]) if last else '01')}"


def _contained(inner: tuple[str, ...], outer: tuple[str, ...]) -> bool:
    return any(outer[at:at + len(inner)] == inner for at in range(len(outer) - len(inner) + 1)) if inner else False


def _same_stem(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the words of two triggers begin alike, pair by pair."""
    return len(one) == len(other) > 0 and all(
        a == b or (a[:STEM] == b[:STEM] and len(a) >= STEM <= len(b)) for a, b in zip(one, other, strict=True))
