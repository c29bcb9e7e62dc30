"""A name in, who was called so before out: the same words, a part of a person's name, an acronym, a shorter form."""

from __future__ import annotations

from collections.abc import Iterable

from kg.lexicon.fold import key
from kg.nlp.coreference.discourse import Discourse, Referent
from kg.nlp.phrases.phrase import Phrase

BODIES = frozenset({"Agency", "Group", "MediaOrganization", "InternationalOrganization", "Organization"})
INITIAL = 2  # characters of an initial with its point: "K."


def named(discourse: Discourse, phrase: Phrase) -> Referent | None:
    """The referent of a name; None if nobody was called so, or two that are told apart."""
    words = discourse.phrases.words(phrase)
    if phrase.entry:
        return discourse.by_iri.get(phrase.entry.iri) or _before_it_was_known(discourse, phrase)
    text = " ".join(words)
    for referent in reversed(discourse.all):
        if text in referent.names:
            return referent
    if phrase.type == "Person":
        return _person(discourse, words)
    if len(words) == 1 and discourse.tree.texts[phrase.start].isupper():
        types = {phrase.type, "Person"} if phrase.type in ("Organization", "Place") else {phrase.type}
        spelled = (r for r in reversed(discourse.all) if r.type in types and _spells(discourse, r.names, text))
        return next(spelled, None)
    return _shorter(discourse, phrase, words)


def _before_it_was_known(discourse: Discourse, phrase: Phrase) -> Referent | None:
    """What was told by a name that the knowledge base lacks, and now is by one that it has: "(INSET)"."""
    if phrase.entry is None or phrase.entry.type not in BODIES:
        return None
    text = " ".join(discourse.phrases.words(phrase))
    known = {key(name) for name in (phrase.entry.name, *phrase.entry.strong)}
    for referent in reversed(discourse.all):
        if referent.entry is None and referent.type in BODIES and referent.names:
            near = {key(name) for name in referent.names} | {f"{key(name)}s" for name in referent.names}
            if known & near and (len(text.split()) > 1 or _spells(discourse, referent.names, text)):
                return referent
    return None


def _spells(discourse: Discourse, names: Iterable[str], acronym: str) -> bool:
    """Whether the words of one of the names begin with the letters of an acronym."""
    small = discourse.lexicon.cues.small
    return any("".join(word[0] for word in name.split() if word not in small) == acronym for name in names)


def _person(discourse: Discourse, words: tuple[str, ...]) -> Referent | None:
    """A person by a part of the full name, or the full name after a part of it; of two that fit, neither."""
    persons = [r for r in discourse.all if r.type == "Person" and r.names]
    fits = [r for r in persons if any(_is_part(words, full) for full in _full_names(r))]
    if not fits and len(words) == 1:  # by the first name, as in Indonesia or Iceland
        fits = [r for r in persons if any(words[0] in name.split() for name in r.names)]
    return fits[0] if len(fits) == 1 else None


def _full_names(referent: Referent) -> list[tuple[str, ...]]:
    """The names of a referent of which no other has all the words."""
    names = [tuple(name.split()) for name in referent.names]
    return [name for name in names if not any(set(name) < set(other) for other in names)]


def _is_part(words: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether one of two names of persons is a part of the other: "Farah", "O. Farah" and "Omar Farah"."""
    short, long = sorted((words, full), key=len)
    if short[-1] != long[-1]:
        return False
    if len(short) == len(long):
        return any(_is_initial(word) for word in words + full) and all(
            a == b or (_is_initial(a) and b[0] == a[0]) or (_is_initial(b) and a[0] == b[0])
            for a, b in zip(short, long, strict=True)
        )
    return all(word in long or (_is_initial(word) and any(w[0] == word[0] for w in long)) for word in short)


def _is_initial(word: str) -> bool:
    return len(word) == INITIAL and word.endswith(".") and word[0].isalpha()


def _shorter(discourse: Discourse, phrase: Phrase, words: tuple[str, ...]) -> Referent | None:
    """A body by its name without the noun that says what it is: "Fajr", "Fajr Brigades"; of two that fit, neither."""
    if phrase.type not in BODIES:
        return None
    nouns = discourse.lexicon.nouns.naming

    def fits(name: tuple[str, ...]) -> bool:
        short, long = sorted((words, name), key=len)
        rest = long[len(short) :]
        return bool(rest) and long[: len(short)] == short and short[0] not in nouns and all(w in nouns for w in rest)

    found = [
        r
        for r in discourse.all
        if (r.type == phrase.type or "Organization" in (r.type, phrase.type))
        and r.type in BODIES
        and any(fits(tuple(name.split())) for name in r.names)
    ]
    return found[0] if len(found) == 1 else None
