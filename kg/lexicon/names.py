"""The knowledge base: states, agencies, groups, organizations, media and places that the program knows by name.

In: `ontology/names/*.ttl` and a user's own files. Out: entries by IRI, and their names ready to be looked up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import chain
from pathlib import Path

from kg.errors import KnowledgeError
from kg.ids import slug
from kg.lexicon.fold import fits, is_acronym, key, token_words, whole_word
from kg.lexicon.turtle import Draft, read
from kg.resources import ontology


@dataclass(frozen=True, slots=True)
class Entry:
    """Something known by name. `iri` is local (`agency/mi5`), as are the targets of `relations`; `same_as` are full.

    `strong` names identify on their own, `weak` ones only with context (a state that is mentioned, a region);
    `name` is canonical and may be weak (`Georgia`). `adjectives` (`Turkish`) and `demonyms` (`Turk`, `Turks`) belong to
    states and regions. `attributes` holds `agencyKind`, `isoCode`…; `source` is file and line.
    """

    iri: str
    type: str
    name: str
    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict, hash=False)
    relations: tuple[tuple[str, str], ...] = ()
    same_as: tuple[str, ...] = ()
    source: str = ""
    adjectives: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()

    def targets(self, predicate: str) -> tuple[str, ...]:
        """The IRIs that a relation leads to."""
        return tuple(target for name, target in self.relations if name == predicate)


@dataclass(frozen=True, slots=True)
class Found:
    """Entries that a stretch of tokens `start` up to, not including, `end` can name, each sorted by IRI."""

    start: int
    end: int
    strong: tuple[Entry, ...] = ()
    weak: tuple[Entry, ...] = ()


Index = Mapping[str, tuple[tuple[str, Entry], ...]]  # folded name -> the name as written, and whose it is


@dataclass(frozen=True, slots=True)
class KnowledgeBase:
    """Entries by IRI, and indexes by folded name (`kg.lexicon.fold.key`).

    `bodies` are what many states have alike (an interior ministry); `lengths` gives for the first word of a name how
    many words names that start so have, longest first; `peoples` are the last words of adjectives and demonyms.
    """

    entries: Mapping[str, Entry]
    strong: Index
    weak: Index
    adjectives: Index
    demonyms: Index
    bodies: Index
    lengths: Mapping[str, tuple[int, ...]]
    peoples: frozenset[str]

    def lookup(self, text: str) -> Found:
        """Whose strong and weak name a text is; case counts for single words (`fold.fits`)."""
        return Found(0, 1, _matching(self.strong, text), _matching(self.weak, text))

    def by_adjective(self, text: str) -> tuple[Entry, ...]:
        """The states and regions of an adjective such as `Russian`."""
        return _matching(self.adjectives, text)

    def by_demonym(self, text: str) -> tuple[Entry, ...]:
        """The states and regions of a word for their people, such as `Turks` or `Spaniard`."""
        return _matching(self.demonyms, text)

    def may_end_people(self, token: str) -> bool:
        """Whether a token can be the last of an adjective or a word for a people."""
        folded = token_words(token)
        return bool(folded) and folded[-1] in self.peoples

    def scan(self, tokens: Sequence[str]) -> list[Found]:
        """The longest known names in a row of tokens, from left to right, not overlapping."""
        folded = [token_words(token) for token in tokens]
        found, start = [], 0
        while start < len(tokens):
            longest = self._longest(tokens, folded, start)
            if longest:
                found.append(longest)
            start = longest.end if longest else start + 1
        return found

    def _longest(self, tokens: Sequence[str], folded: Sequence[tuple[str, ...]], start: int) -> Found | None:
        lengths = self.lengths.get(folded[start][0], ()) if folded[start] else ()
        wordless = folded[start + 1:start + 2] == [()]  # a mark, or an ending cut off
        if wordless and (whole := whole_word(tokens[start:start + 2])):
            lengths = tuple(sorted({*lengths, *self.lengths.get(whole[0], ())}, reverse=True))
        for length in lengths:
            end, seen = start, 0
            while end < len(tokens) and seen < length:
                seen += len(folded[end])
                end += 1
            if seen == length and self._may_be_known(folded[start:end]):
                found = self.lookup(" ".join(tokens[start:end]))
                if found.strong or found.weak:
                    return replace(found, start=start, end=end)
        return None

    def _may_be_known(self, folded: Sequence[tuple[str, ...]]) -> bool:
        """Whether to look closer at tokens: those without an ending cut off are known only as they are."""
        spelled = " ".join(chain.from_iterable(folded))
        return not all(folded) or spelled in self.strong or spelled in self.weak

    def compose(self, owner: str, text: str) -> Entry | None:
        """The body of a state or region that is called so there: `state/RUS` and `interior ministry`.

        A body that every state has is made up where no file describes it. None if the words name no body, or several.
        """
        state = self.entries.get(owner)
        if state is None or state.type not in ("State", "Region"):
            return None
        spelled = [text, *(f"{adjective} {text}" for adjective in state.adjectives)]
        for index in (self.strong, self.weak):
            named = {entry.iri: entry for name in spelled for entry in _matching(index, name)
                     if ("agencyOf", owner) in entry.relations}
            if named:
                return next(iter(named.values())) if len(named) == 1 else None
        body = self.generic(text)
        return self._body_of(state, body) if body else None

    def generic(self, text: str) -> Entry | None:
        """The body that most states have and call so, whatever the case: `police`, `the Interior Ministry`."""
        forms = [entry for name, entry in self.bodies.get(key(text), ()) if not is_acronym(name) or fits(name, text)]
        return forms[0] if forms else None

    def _body_of(self, state: Entry, body: Entry) -> Entry:
        owned = ("agencyOf", state.iri)
        known = (entry for _, entry in self.weak.get(key(body.name), ()) if owned in entry.relations)
        return next(known, None) or _made_up(state, body)


def load(extra: Sequence[Path] = ()) -> KnowledgeBase:
    """The knowledge base of the program's own files and a user's `extra` ones; read once, then kept.

    Raises KnowledgeError with everything that is wrong in any file.
    """
    return _load(tuple(extra))


@lru_cache(maxsize=4)
def _load(extra: tuple[Path, ...]) -> KnowledgeBase:
    own = sorted((ontology() / "names").glob("*.ttl"))
    if not own:
        raise KnowledgeError(f"no names under {ontology() / 'names'}; reinstall plotgraph")
    return build(read([*own, *extra]))


def build(drafts: Mapping[str, Draft]) -> KnowledgeBase:
    """The knowledge base of what files say."""
    bodies = {iri: _entry(iri, draft, ()) for iri, draft in drafts.items() if draft.type == "GenericBody"}
    entries = {iri: _entry(iri, draft, _generic_names(draft, bodies)) for iri, draft in drafts.items()
               if iri not in bodies}
    strong = _index((name, entry) for entry in entries.values() for name in entry.strong)
    weak = _index((name, entry) for entry in entries.values() for name in entry.weak)
    adjectives = _index((name, entry) for entry in entries.values() for name in entry.adjectives)
    demonyms = _index((name, entry) for entry in entries.values() for name in entry.demonyms)
    return KnowledgeBase(
        entries, strong, weak, adjectives, demonyms,
        _index((name, body) for body in bodies.values() for name in body.strong + body.weak),
        _lengths([*strong, *weak]),
        frozenset(folded.rpartition(" ")[2] for folded in chain(adjectives, demonyms)))


def _entry(iri: str, draft: Draft, generic: Iterable[str]) -> Entry:
    weak = tuple(dict.fromkeys([*draft.weak, *generic]))
    strong = tuple(name for name in dict.fromkeys(draft.label + draft.strong) if name not in weak)
    return Entry(iri, draft.type, draft.label[0], strong, weak, draft.attributes,
                 tuple(dict.fromkeys(draft.relations)), tuple(dict.fromkeys(draft.same_as)), draft.source,
                 tuple(draft.adjective), tuple(draft.demonym))


def _generic_names(draft: Draft, bodies: Mapping[str, Entry]) -> list[str]:
    """The names that a body shares with its like in other states, and that need no state beside them: weak ones."""
    return [name for predicate, target in draft.relations if predicate == "genericBody"
            for name in bodies[target].strong]


def _index(names: Iterable[tuple[str, Entry]]) -> Index:
    index: dict[str, list[tuple[str, Entry]]] = {}
    for name, entry in names:
        index.setdefault(key(name), []).append((name, entry))
    return {folded: tuple(forms) for folded, forms in index.items()}


def _matching(index: Index, text: str) -> tuple[Entry, ...]:
    forms = index.get(key(text))
    if forms is None:
        return ()
    return tuple(dict.fromkeys(entry for name, entry in forms if fits(name, text)))


def _lengths(keys: Iterable[str]) -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = {}
    for folded in keys:
        row = folded.split(" ")
        lengths.setdefault(row[0], set()).add(len(row))
    return {first: tuple(sorted(counts, reverse=True)) for first, counts in lengths.items()}


def _made_up(owner: Entry, body: Entry) -> Entry:
    """The body of a state that no file describes: named by the state's adjective."""
    state = owner.iri.rpartition("/")[2].lower()
    name = f"{(owner.adjectives or (owner.name,))[0]} {body.name}"
    return Entry(f"agency/{state}-{slug(body.name)}", "Agency", name, (name,), body.strong,
                 body.attributes, (("agencyOf", owner.iri), ("genericBody", body.iri)), (), body.source)
