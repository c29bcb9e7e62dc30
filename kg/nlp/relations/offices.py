"""Named persons in, their offices out: which one, of what, and whether that makes them its head."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.lexicon.lexicon import Lexicon
from kg.nlp.coreference.referents import Referents
from kg.nlp.phrases.phrase import Phrase, Phrases
from kg.nlp.relations.link import Link
from kg.nlp.relations.links import HYPHENS, REGIONS
from kg.nlp.relations.natives import MODIFIERS
from kg.nlp.relations.owners import CLAUSES, WHOSE
from kg.nlp.syntax.tree import Tree

ABBREVIATED = "."
LEADS = "leads"
GROUPS = frozenset({"Group", "Cell"})
LOOSE = ("compound", "amod", "nmod:desc")
LED = frozenset({"Group", "Cell", "Agency", "State", "InternationalOrganization", "Organization"})
EMPLOYERS = frozenset({"Agency", "State", "MediaOrganization", "InternationalOrganization", "Organization"})


@dataclass(frozen=True, slots=True)
class Office:
    """The words of an office, from token `start` up to `end`; `head` is its noun."""

    head: int
    start: int
    end: int


class OfficeReader:
    """Finds who holds which office: "Interior Minister X", "X, the leader of Y"."""

    def __init__(self, tree: Tree, lexicon: Lexicon, phrases: Phrases, referents: Referents) -> None:
        self.tree = tree
        self.lexicon = lexicon
        self.phrases = phrases
        self.referents = referents

    def links(self) -> Iterator[Link]:
        """The offices of all named persons, and what they are of."""
        persons = (name for name in self.phrases.names if name.type == "Person")
        held = [(name, office) for name in persons for office in self._offices(name)]
        posts = {name.head for name, office in held if office.end <= name.start and not self._is_rank(office)}
        for name, office in held:
            bodies = list(self._of_what(name, office))
            only_rank = self._is_rank(office) and name.head in posts  # "police spokesman Brig. Gen. X"
            if not only_rank and not self._is_only_lead(office, bodies):
                text = self.tree.doc[office.start : office.end].text
                yield Link(name.head, "holdsRole", -1, office.head, "holdsRole/title", literal=text)
            yield from bodies

    def _is_rank(self, office: Office) -> bool:
        """Whether an office is no more than a rank: "Brig. Gen."."""
        words = [word.removesuffix(".") for word in self.tree.words[office.start : office.end]]
        return all(word in self.lexicon.nouns.ranks for word in words if word)

    def _is_only_lead(self, office: Office, bodies: list[Link]) -> bool:
        """Whether a single word says no more than that a group is led: "Its leader, X"."""
        leads = any(link.predicate == LEADS for link in bodies) and office.end - office.start == 1
        groups = (self.referents.of(link.object) for link in bodies)
        return leads and self.tree.texts[office.head].islower() and any(r and r.type in GROUPS for r in groups)

    def _offices(self, name: Phrase) -> list[Office]:
        """The offices that title words name; "Brigadier General" and "secretary-general" are one each."""
        found: list[Office] = []
        titles = self.referents.titles(name)
        for title in reversed(titles):
            office = self._office(titles, title, name)
            if not any(other.start <= title < other.end for other in found):
                found.append(office)
        return found[::-1]

    def _office(self, titles: list[int], title: int, name: Phrase) -> Office:
        """The words of an office: "Armed Forces Minister", "Secretary of State", "attorney-general", "Lt. Gen."."""
        tree = self.tree
        start, end = title, title + 1
        while self._is_hyphenated(end):
            end += 2
        while self._is_hyphenated(start - 1):
            start -= 2
        while start - 1 in titles or (start - 2 in titles and tree.words[start - 1] == ABBREVIATED):
            start -= 1 if start - 1 in titles else 2
        for child in reversed(tree.children[title]):
            if child < title and tree.deps[child] in LOOSE and child + 1 >= start - 1:
                start = min(start, tree.subtree(child)[0])
            elif child > title and tree.deps[child] == "nmod" and tree.pos[child] == "PROPN":
                part = tree.subtree(child)
                if part[0] == end and part[-1] < end + 4 and not any(self.phrases.name_at(token) for token in part):
                    end = part[-1] + 1  # "Secretary of State", but not "leader of Islamic State"
        if tree.words[end] == ABBREVIATED and end < name.start:
            end += 1
        if start < name.start < end:
            end = name.start
        return Office(title, start, end)

    def _is_hyphenated(self, token: int) -> bool:
        """Whether a hyphen without spaces stands at a token between two words."""
        doc = self.tree.doc
        if not 0 < token < len(doc) - 1 or self.tree.words[token] not in HYPHENS:
            return False
        return not doc[token].whitespace_ and not doc[token - 1].whitespace_

    def _of_what(self, name: Phrase, office: Office) -> Iterator[Link]:
        """The body or state that an office is of: which its holder leads or works for."""
        tree, fits = self.tree, self.lexicon.fits
        bodies = [body for body in self._bodies(name, office) if fits(body.type, LED | EMPLOYERS)]
        of_group = any(body.type in GROUPS for body in bodies)
        of_agency = any(body.type == "Agency" for body in bodies)
        is_leading = self._is_leading(office)
        for body in bodies:
            native = body.type == "State" and tree.deps[body.head] == "amod"
            if native and (of_group or tree.lemmas[office.head] in self.lexicon.nouns.professions):
                predicate = "nationality"
            elif of_agency and body.type == "State":
                continue  # "Kenya's police chief" is of the police
            elif of_group and body.type == "Agency" and body.kind == "nominal":
                continue  # "the LTTE's intelligence chief"
            elif is_leading and self._is_led(office, body):
                predicate = LEADS
            else:
                predicate = "memberOf" if fits(body.type, GROUPS) else "worksFor"
            yield Link(name.head, predicate, body.head, office.head, f"{predicate}/title", draws=True)

    def _bodies(self, name: Phrase, office: Office) -> Iterator[Phrase]:
        """What hangs on an office or on its holder's name; "its" may be a group, but rarely the body it was told of."""
        tree = self.tree
        words = range(office.start, office.end)
        ranks = [word for word in words if self._is_rank(office) and word != office.head]
        for child in (child for word in (office.head, *ranks, name.head) for child in tree.children[word]):
            body = self._body(child) if tree.deps[child] in MODIFIERS else None
            referent = self.referents.of(child) if body and body.kind == "pronoun" else None
            if body and referent and referent.type in GROUPS:
                body = replace(body, type=referent.type)
            if body and body is not name and body.type and self._is_employing(child, body):
                yield body

    def _body(self, token: int) -> Phrase | None:
        """What a modifier of an office means: of "the group, whose founder X" the group."""
        tree = self.tree
        clause = next((one for one in (token, *tree.ancestors(token)) if tree.deps[one] in CLAUSES), None)
        if tree.tags[token] != WHOSE or clause is None:
            return self.phrases.at(token)
        return self.phrases.at(tree.heads[clause])

    def _is_employing(self, token: int, body: Phrase) -> bool:
        """Whether the preposition before a body is one of employment: not that of "ambassador to Mali"."""
        preposition = self.tree.preposition(token)
        return not preposition or any(
            row.predicate == "worksFor" and preposition in row.links and self.lexicon.fits(body.type, row.object)
            for row in self.lexicon.relations.prepositions
        )

    def _is_led(self, office: Office, body: Phrase) -> bool:
        """Whether a head leads a body: "the commander of X" does, but "police chief" and "X commander" may not."""
        is_loose = self.tree.deps[body.head] in LOOSE
        if is_loose and self.tree.lemmas[office.head] in self.lexicon.nouns.leading_with_of:
            return False
        return self.lexicon.fits(body.type, LED) and not (body.type == "Agency" and body.kind == "nominal")

    def _is_leading(self, office: Office) -> bool:
        """Whether an office is the top one: "the leader", "secretary-general", and not "a leader" or "deputy chief"."""
        tree, nouns = self.tree, self.lexicon.nouns
        if any(tree.words[child] in nouns.one_of_many for child in tree.children[office.head]):
            return False
        regions = (self.phrases.name_at(child) for child in tree.kids(office.head, "compound"))
        if any(region and region.type in REGIONS for region in regions):
            return False  # "its Gaza chief"
        words = tree.words[office.start : office.end]
        spelled = (" ".join(words[-2:]), "".join(words[-3:]))
        return tree.lemmas[office.head] in nouns.leading or any(text in nouns.leading for text in spelled)
