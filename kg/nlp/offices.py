"""Named persons in, their offices out: which one, of what, and whether that makes them its head."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.lexicon.lexicon import Lexicon
from kg.nlp.phrases import Phrase, Phrases
from kg.nlp.referents import Referents
from kg.nlp.relations import MODIFIERS, Link
from kg.nlp.tree import Tree

HYPHENS = ("-", "\N{NON-BREAKING HYPHEN}", "\N{EN DASH}")
LED = frozenset({"Group", "Cell", "Agency", "State", "InternationalOrganization", "Organization"})
EMPLOYERS = frozenset({"Agency", "State", "MediaOrganization", "InternationalOrganization", "Organization"})
BODIES = LED | EMPLOYERS


@dataclass(frozen=True, slots=True)
class Office:
    """The words of an office, from token `start` up to `end`; `head` is its noun."""

    head: int
    start: int
    end: int


def office_links(tree: Tree, lexicon: Lexicon, referents: Referents, phrases: Phrases) -> Iterator[Link]:
    """Who holds which office: "Interior Minister X", "X, the leader of Y"."""
    for name in phrases.names:
        if name.type == "Person":
            for office in _offices(tree, phrases, referents.titles(name), name):
                text = tree.doc[office.start : office.end].text
                yield Link(name.head, "holdsRole", -1, office.head, "holdsRole/title", literal=text)
                yield from _of_what(tree, lexicon, phrases, name, office)


def _offices(tree: Tree, phrases: Phrases, titles: list[int], name: Phrase) -> list[Office]:
    """The offices that title words name; "Brigadier General" and "secretary-general" are one each."""
    found: list[Office] = []
    for title in reversed(titles):
        office = _office(tree, phrases, titles, title, name)
        if not any(other.start <= title < other.end for other in found):
            found.append(office)
    return found[::-1]


def _office(tree: Tree, phrases: Phrases, titles: list[int], title: int, name: Phrase) -> Office:
    """The words of an office: "Armed Forces Minister", "Secretary of State", "attorney-general"."""
    start, end = title, title + 1
    while _hyphenated(tree, end):
        end += 2
    while _hyphenated(tree, start - 1):
        start -= 2
    while start - 1 in titles:
        start -= 1
    for child in reversed(tree.children[title]):
        if child < title and tree.deps[child] in ("compound", "amod", "nmod:desc") and child + 1 >= start - 1:
            start = min(start, tree.subtree(child)[0])
        elif child > title and tree.deps[child] == "nmod" and tree.pos[child] == "PROPN":
            part = tree.subtree(child)
            if part[0] == end and part[-1] < end + 4 and not any(phrases.name_at(token) for token in part):
                end = part[-1] + 1  # "Secretary of State", but not "leader of Islamic State"
    if name.start < end and name.start > start:
        end = min(end, name.start)
    return Office(title, start, end)


def _hyphenated(tree: Tree, token: int) -> bool:
    """Whether a hyphen without spaces stands at a token between two words."""
    return (
        0 < token < len(tree) - 1
        and tree.words[token] in HYPHENS
        and not tree.doc[token].whitespace_
        and not tree.doc[token - 1].whitespace_
    )


def _of_what(tree: Tree, lexicon: Lexicon, phrases: Phrases, name: Phrase, office: Office) -> Iterator[Link]:
    """The body or state that an office is of: which its holder leads or works for."""
    leading = _is_leading(tree, lexicon, office)
    bodies = [body for body in _beside(tree, lexicon, phrases, name, office) if lexicon.fits(body.type, BODIES)]
    states = [other for other in bodies if other.type == "State"]
    for other in bodies:
        native = other.type == "State" and tree.deps[other.head] == "amod"
        if native and (len(states) < len(bodies) or tree.lemmas[office.head] in lexicon.nouns.professions):
            yield Link(name.head, "nationality", other.head, office.head, "nationality/title", draws=True)
        elif leading and _is_led(tree, lexicon, office, other):
            yield Link(name.head, "leads", other.head, office.head, "leads/title", draws=True)
        elif lexicon.fits(other.type, frozenset({"Group", "Cell"})):
            yield Link(name.head, "memberOf", other.head, office.head, "memberOf/title", draws=True)
        elif lexicon.fits(other.type, EMPLOYERS):
            yield Link(name.head, "worksFor", other.head, office.head, "worksFor/title", draws=True)


def _is_led(tree: Tree, lexicon: Lexicon, office: Office, body: Phrase) -> bool:
    """Whether the head of a body leads it: "the commander of X" does, but "police chief" and "X commander" may not."""
    loose = tree.deps[body.head] in ("compound", "amod", "nmod:desc")
    if loose and tree.lemmas[office.head] in lexicon.nouns.leading_with_of:
        return False
    return lexicon.fits(body.type, LED) and not (body.type == "Agency" and body.kind == "nominal")


def _beside(tree: Tree, lexicon: Lexicon, phrases: Phrases, name: Phrase, office: Office) -> Iterator[Phrase]:
    for child in (*tree.children[office.head], *tree.children[name.head]):
        other = phrases.at(child) if tree.deps[child] in MODIFIERS else None
        if other is None or other is name or not other.type:
            continue
        preposition = tree.preposition(child)
        rows = lexicon.relations.prepositions
        if not preposition or any(
            row.predicate == "worksFor" and preposition in row.links and lexicon.fits(other.type, row.object)
            for row in rows
        ):
            yield other


def _is_leading(tree: Tree, lexicon: Lexicon, office: Office) -> bool:
    """Whether an office is the top one: "the leader", "secretary-general", and not "a leader" or "deputy chief"."""
    nouns, words = lexicon.nouns, tree.words[office.start : office.end]
    if any(tree.words[child] in nouns.one_of_many for child in tree.children[office.head]):
        return False
    spelled = (" ".join(words[-2:]), "".join(words[-3:]))
    return tree.lemmas[office.head] in nouns.leading or any(text in nouns.leading for text in spelled)
