"""The noun phrases of a document in, what they refer to out: names, descriptions and pronouns of one thing in one set."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.lexicon.lexicon import Lexicon
from kg.lexicon.names import Entry
from kg.nlp.numbers import Count
from kg.nlp.phrases import Phrase, Phrases
from kg.nlp.tree import Tree

PRONOUN_REACH = 2  # sentences back that a pronoun is followed; further back it is right less than half of the time
NOMINAL_REACH = 40
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
OFFICIAL = ("side", "official")
COLLECTIVE = frozenset({"Agency", "Group", "Cell", "State", "MediaOrganization", "InternationalOrganization",
                        "Organization"})


@dataclass(slots=True)
class Referent:
    """One thing of a document and the phrases that refer to it, in text order. `owner` is the IRI of its state."""

    number: int
    type: str
    phrases: list[Phrase] = field(default_factory=list)
    entry: Entry | None = None
    attribute: tuple[str, str] | tuple[()] = ()
    count: Count | None = None
    many: bool = False
    owner: str = ""
    heads: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    gender: str = ""

    @property
    def last(self) -> Phrase:
        """The latest phrase."""
        return self.phrases[-1]


Roles = Mapping[int, Iterable[tuple[str, str]]]  # head token -> (event type, role) that it fills


class Referents:
    """Builds the referents of one document, phrase by phrase in text order."""

    def __init__(self, tree: Tree, lexicon: Lexicon, phrases: Phrases, roles: Roles) -> None:
        self.tree = tree
        self.lexicon = lexicon
        self.phrases = phrases
        self.roles = roles
        self.all: list[Referent] = []
        self.by_head: dict[int, Referent] = {}
        self._by_iri: dict[str, Referent] = {}
        self._role_holders: dict[tuple[str, str], list[Referent]] = {}

    def build(self) -> None:
        """Finds the referent of every phrase made so far."""
        found = self.phrases.found()
        for phrase in found:
            self.add(phrase)

    def of(self, token: int) -> Referent | None:
        """The referent of what stands at a token."""
        phrase = self.phrases.at(token)
        return self.by_head.get(phrase.head) if phrase else None

    def state(self, entry: Entry, token: int) -> Referent:
        """The referent of a state that a word at a token names, as "Italians" names Italy."""
        return self._by_iri.get(entry.iri) or self._new(Phrase(token, token, token + 1, "name", entry.type, entry,
                                                               definite=True))

    def acting_state(self, token: int) -> Referent | None:
        """The state that a capital stands for where the capital acts: "Moscow said"."""
        phrase = self.phrases.at(token)
        entry = phrase.entry if phrase else None
        for iri in entry.targets("capitalOf") if entry else ():
            state = self.lexicon.knowledge.entries.get(iri)
            if state and phrase:
                referent = self._by_iri.get(iri) or self._new(Phrase(phrase.head, phrase.start, phrase.end, "name", "State",
                                                                     state, definite=True))
                if all(p.head != phrase.head for p in referent.phrases):
                    referent.phrases.append(phrase)
                return referent
        return None

    def add(self, phrase: Phrase) -> None:
        """Puts a phrase to the referent it means, or makes a new one."""
        referent = self._appositive(phrase) or self._called(phrase) or (
            self._named(phrase) if phrase.kind == "name" else
            self._pronoun(phrase) if phrase.kind == "pronoun" else self._nominal(phrase))
        if referent is None:
            if phrase.kind == "pronoun":
                return
            referent = self._new(phrase)
        else:
            self._join(referent, phrase)
        self.by_head[phrase.head] = referent
        for pair in self.roles.get(phrase.head, ()):
            self._role_holders.setdefault(pair, []).append(referent)

    def _new(self, phrase: Phrase) -> Referent:
        referent = Referent(len(self.all), phrase.type or "Target", entry=phrase.entry, attribute=phrase.attribute,
                            count=phrase.count, many=phrase.many, owner=self.owner(phrase))
        self.all.append(referent)
        if phrase.entry:
            self._by_iri[phrase.entry.iri] = referent
        self._join(referent, phrase)
        return referent

    def _join(self, referent: Referent, phrase: Phrase) -> None:
        referent.phrases.append(phrase)
        referent.phrases.sort(key=lambda p: p.start)
        if phrase.kind == "nominal":
            referent.heads.add(self.phrases.lemma(phrase))
        if phrase.kind == "name":
            referent.names.add(" ".join(self.phrases.words(phrase)))
            referent.heads |= {self.tree.lemmas[title] for title in self.titles(phrase)}
            if phrase.entry and not referent.entry:
                referent.entry, referent.type = phrase.entry, phrase.type
                self._by_iri[phrase.entry.iri] = referent
        referent.count = referent.count or phrase.count
        referent.owner = referent.owner or self.owner(phrase)
        word = self.tree.words[phrase.head]
        for gender in ("masculine", "feminine"):
            if phrase.kind == "pronoun" and word in self.lexicon.cues.pronouns[gender]:
                referent.gender = gender

    def owner(self, phrase: Phrase) -> str:
        """The IRI of the state whose adjective, name or possessive stands in or behind a phrase: "Turkish intelligence"."""
        tree = self.tree
        for child in tree.children[phrase.head]:
            if tree.deps[child] in ("amod", "nmod:poss", "compound", "nmod", "nmod:desc"):
                name = self.phrases.name_at(child)
                if name and name.entry and name.type == "State" and (
                        tree.deps[child] != "nmod" or tree.preposition(child) == "of"):
                    return name.entry.iri
        return ""

    def titles(self, name: Phrase) -> list[int]:
        """The tokens that say what a named person is: "Interior Minister Nohad Machnouk", "X, a spokesman for Y"."""
        tree, roles = self.tree, self.lexicon.nouns.roles
        near = [child for child in tree.children[name.head] if tree.deps[child] in ("compound", "appos", "flat", "nmod",
                                                                                    "nmod:desc", "amod")]
        head = tree.heads[name.head]
        if tree.deps[name.head] in ("appos", "flat"):
            near.append(head)
        if tree.deps[name.head] == "nsubj" and tree.kid(head, "cop") is not None:
            near.append(head)
        near.append(name.start - 1)
        return sorted({token for token in near if (tree.lemmas[token] in roles or tree.words[token] in roles)
                       and not name.start <= token < name.end and token >= 0})

    def _appositive(self, phrase: Phrase) -> Referent | None:
        """What stands beside a name or is said to be it: "ISIS, the terrorist group", "he is the leader"."""
        tree = self.tree
        label, head = tree.deps[phrase.head], tree.heads[phrase.head]
        if label in ("obl", "xcomp", "obj") and tree.lemmas[head] in self.lexicon.cues.naming_verbs and tree.deps[head] == "acl":
            label, head = "appos", tree.heads[head]  # "X, also known as Y"
            alias = self.by_head.get(getattr(self.phrases.at(head), "head", -1))
            return alias if alias and phrase.kind == "name" and self._same_class(alias.type, phrase) else None
        if label != "appos" or head == phrase.head:
            return None
        other = self.by_head.get(getattr(self.phrases.at(head), "head", -1))
        if other is None or other.many != phrase.many or not self._same_class(other.type, phrase):
            return None
        if phrase.kind == "name" and other.entry and phrase.entry and other.entry != phrase.entry:
            return None
        if phrase.kind == "name" and other.last.kind == "name" and not self._is_acronym(phrase, other):
            return None
        return other

    def _called(self, phrase: Phrase) -> Referent | None:
        """"The Wilayat Khorasan group" is Wilayat Khorasan: the noun only says what the name is of."""
        tree = self.tree
        if phrase.kind != "nominal":
            return None
        if phrase.attribute == OFFICIAL and phrase.many and not phrase.count:
            return self._servants(phrase)
        if tree.lemmas[phrase.head] not in self.lexicon.nouns.naming_heads or phrase.many:
            return None
        for child in tree.kids(phrase.head, "compound", "appos", "nmod:desc", "flat"):
            name = self.phrases.name_at(child)
            if name and (name.type in (phrase.type, "Organization") or self._same_class(name.type, phrase)):
                referent = self.by_head.get(name.head) or self._new(name)
                self.by_head.setdefault(name.head, referent)
                if name.type == "Organization" and phrase.type:
                    referent.type = name.type = phrase.type
                return referent
        return None

    def _servants(self, phrase: Phrase) -> Referent | None:
        """"Officers of the Federal Police", "FSB officers": the agency itself acts."""
        for child in self.tree.kids(phrase.head, "nmod", "compound", "nmod:poss"):
            name = self.phrases.name_at(child)
            if name and name.type == "Agency":
                referent = self.by_head.get(name.head) or self._new(name)
                self.by_head.setdefault(name.head, referent)
                return referent
        return None

    def _is_acronym(self, phrase: Phrase, other: Referent) -> bool:
        text = self.tree.doc[phrase.start:phrase.end].text
        return text.isupper() and self.tree.words[phrase.start - 1] in ("(", "[")

    def _named(self, phrase: Phrase) -> Referent | None:
        if phrase.entry:
            return self._by_iri.get(phrase.entry.iri)
        words = self.phrases.words(phrase)
        text = " ".join(words)
        for referent in reversed(self.all):
            if text in referent.names and (referent.type == phrase.type or not phrase.entry):
                return referent
        if phrase.type == "Person":
            return self._person(words)
        if len(words) == 1 and self.tree.doc[phrase.start].text.isupper():
            return next((r for r in reversed(self.all) if r.type == phrase.type and any(
                "".join(w[0] for w in name.split() if w not in ("of", "the", "and", "for")) == text
                for name in r.names)), None)
        return None

    def _person(self, words: tuple[str, ...]) -> Referent | None:
        """A person by a part of the full name, or the full name after a part of it; of two that fit, neither."""
        persons = [r for r in self.all if r.type == "Person"]
        fits = [r for r in persons if any(
            name.split()[-1] == words[-1] and (set(words) < set(name.split()) or set(name.split()) < set(words))
            for name in r.names)]
        if not fits and len(words) == 1:  # by the first name, as in Indonesia or Iceland
            fits = [r for r in persons if any(words[0] in name.split() for name in r.names)]
        return fits[0] if len(fits) == 1 else None

    def _nominal(self, phrase: Phrase) -> Referent | None:
        lemma, tables = self.phrases.lemma(phrase), self.lexicon.coreference
        compound = self._compound(phrase)
        owner = self.owner(phrase)
        if {lemma, compound} & tables.institutions:
            return next((r for r in reversed(self.all) if {lemma, compound} & r.heads & tables.institutions
                         and (not owner or owner == r.owner)), None)
        counted = self._counted(phrase)
        if counted or not phrase.definite:
            return counted
        same = self._latest(lambda r: bool({lemma, compound} & r.heads) and self._agrees(r, phrase, owner), phrase)
        if same:
            return same
        for pair in tables.role_nouns.get(lemma, ()):
            for holder in reversed(self._role_holders.get(pair, [])):
                if holder.many == phrase.many and self._agrees(holder, phrase, owner) and holder.type in (
                        "Person", "People"):
                    return holder
        return self._by_class(phrase, lemma, owner)

    def _counted(self, phrase: Phrase) -> Referent | None:
        """"All five", "the two", "both men": the last set of that many persons."""
        count = phrase.count
        whole = phrase.definite or any(self.tree.words[c] in self.lexicon.cues.whole for c in self.tree.children[phrase.head])
        if count is None or not phrase.many or not whole or phrase.type != "People":
            return None
        return self._latest(lambda r: r.type == "People" and r.count is not None and r.count.number == count.number,
                            phrase)

    def _by_class(self, phrase: Phrase, lemma: str, owner: str) -> Referent | None:
        """"The group", "the city": the last thing of the class, unless the phrase says more than the noun does."""
        classes = self.lexicon.coreference.class_nouns.get(lemma, frozenset())
        tree = self.tree
        says_more = any(tree.deps[c] in ("nmod", "acl", "acl:relcl", "nmod:poss") or (
            tree.deps[c] in ("compound", "amod") and not self.phrases.name_at(c) is None) for c in tree.children[phrase.head])
        if not classes or says_more:
            return None
        return self._latest(lambda r: r.type in classes and r.many == phrase.many and self._agrees(r, phrase, owner)
                            and (r.type != "Person" or lemma in r.heads), phrase)

    def _latest(self, wanted: object, phrase: Phrase) -> Referent | None:
        sentence = self.tree.sentence[phrase.head]
        best: tuple[int, Referent] | None = None
        for referent in self.all:
            if not callable(wanted) or not wanted(referent):
                continue
            position = max((p.head for p in referent.phrases if p.start < phrase.start), default=-1)
            if position >= 0 and sentence - self.tree.sentence[position] <= NOMINAL_REACH and (
                    best is None or position > best[0]):
                best = (position, referent)
        return best[1] if best else None

    def _agrees(self, referent: Referent, phrase: Phrase, owner: str) -> bool:
        """Whether nothing in a phrase speaks against a referent: number, count, state, modifiers."""
        if owner and referent.owner and owner != referent.owner:
            return False
        if referent.many != phrase.many:
            return False
        if phrase.count and referent.count and phrase.count.number != referent.count.number:
            return False
        ordinals = [c for c in self.tree.kids(phrase.head, "amod") if self.tree.doc[c].tag_ == "JJ"
                    and self.tree.words[c] in self.lexicon.cues.distinguishing]
        return not ordinals

    def _compound(self, phrase: Phrase) -> str:
        head = phrase.head
        return f"{self.tree.words[head - 1]} {self.tree.lemmas[head]}" if head > phrase.start else ""

    def _same_class(self, name: str, phrase: Phrase) -> bool:
        if not phrase.type or phrase.kind == "pronoun":
            return False
        fits = self.lexicon.is_a
        return fits(name, phrase.type) or fits(phrase.type, name) or (
            name in COLLECTIVE and phrase.type in COLLECTIVE)

    def _pronoun(self, phrase: Phrase) -> Referent | None:
        kinds, word = self.lexicon.cues.pronouns, self.tree.words[phrase.head]
        if word in kinds["masculine"] or word in kinds["feminine"]:
            gender = "masculine" if word in kinds["masculine"] else "feminine"
            return self._salient(phrase, lambda r: r.type == "Person" and not r.many and r.gender in ("", gender))
        if word in kinds["neuter"]:
            return self._salient(phrase, lambda r: r.type in COLLECTIVE and not r.many)
        if word in kinds["plural"]:
            return self._salient(phrase, lambda r: r.many or r.type in ("People",)) or self._salient(
                phrase, lambda r: r.type in ("Group", "Cell", "Agency"))
        return None

    def _salient(self, phrase: Phrase, wanted: object) -> Referent | None:
        """The likeliest antecedent: near, and subject rather than object, and not an argument of the same verb."""
        tree = self.tree
        here = tree.sentence[phrase.head]
        best: tuple[float, int, Referent] | None = None
        for referent in self.all:
            if not callable(wanted) or not wanted(referent):
                continue
            for mention in referent.phrases:
                distance = here - tree.sentence[mention.head]
                if mention.start >= phrase.start or not 0 <= distance <= PRONOUN_REACH:
                    continue
                if tree.heads[mention.head] == tree.heads[phrase.head] and tree.deps[phrase.head] not in ("nmod:poss",):
                    continue
                score = -1.0 * distance + (0.8 if tree.deps[mention.head] in SUBJECTS else 0.0)
                if best is None or (score, mention.start) > best[:2]:
                    best = (score, mention.start, referent)
        return best[2] if best else None
