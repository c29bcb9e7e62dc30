"""What a document has spoken of so far: its referents, and the search for the last or likeliest one of a kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from kg.lexicon.function_words import function_words
from kg.lexicon.lexicon import Lexicon
from kg.lexicon.names import Entry
from kg.nlp.coreference.unfinished import unfinished
from kg.nlp.phrases.numbers import Count
from kg.nlp.phrases.phrase import Phrase, Phrases
from kg.nlp.syntax.quotations import quotations
from kg.nlp.syntax.tree import Tree

PRONOUN_REACH = 2  # sentences back that a pronoun is followed; further back it is right less than half of the time
NOMINAL_REACH = 40
AMBIGUOUS = 3  # sentences back that "the group" is followed where there are several
SPEAKING = ("Statement", "agent")
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
# Bodies that are never one: "Islamic State, the police".
APART = (frozenset({"Agency", "Group"}), frozenset({"Agency", "Cell"}), frozenset({"MediaOrganization", "Group"}))
BANDS = frozenset({"Group", "Cell", "Organization"})
PARTS = frozenset({"obj", "obl", "nmod", "iobj", "obl:agent", "conj", "xcomp"})  # ties to what a clause tells of
_BODIES = ("Agency", "Group", "Cell", "State", "Organization", "MediaOrganization", "InternationalOrganization")
COLLECTIVE = frozenset(_BODIES)


@dataclass(slots=True)
class Referent:
    """One thing of a document and the phrases that refer to it, in text order.

    `owner` is the IRI of its state, `heads` are the nouns that describe it, `nouns` those that its names end in.
    """

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
    nouns: set[str] = field(default_factory=set)
    gender: str = ""

    @property
    def last(self) -> Phrase:
        """The latest phrase."""
        return self.phrases[-1]


Roles = Mapping[int, Iterable[tuple[str, str]]]  # head token -> (event type, role) that it fills
Wanted = Callable[[Referent], bool]


class Discourse:
    """The referents of one document while it is read.

    For a token `ranges` tells what its roles may hold, `barred` what not; `role_holders` who filled a role, in order.
    """

    def __init__(self, tree: Tree, lexicon: Lexicon, phrases: Phrases, roles: Roles) -> None:
        self.tree = tree
        self.lexicon = lexicon
        self.phrases = phrases
        self.all: list[Referent] = []
        self.by_head: dict[int, Referent] = {}
        self.by_iri: dict[str, Referent] = {}
        self.ranges: dict[int, list[frozenset[str]]] = {}
        self.barred: dict[int, set[str]] = {}
        self.roles = roles
        self.titles_of_parts = unfinished(tree)
        self.quotes = quotations(tree)
        self.role_holders: dict[tuple[str, str], list[Referent]] = {}

    def at(self, token: int) -> Referent | None:
        """The referent of what stands at a token, if it was read already."""
        phrase = self.phrases.at(token)
        return self.by_head.get(phrase.head) if phrase else None

    def of_name(self, name: Phrase) -> Referent:
        """The referent of a name, made if it is the first mention."""
        known = self.by_head.get(name.head) or (self.by_iri.get(name.entry.iri) if name.entry else None)
        return self.by_head.setdefault(name.head, known or self.new(name))

    def new(self, phrase: Phrase) -> Referent:
        """A new referent with its first phrase."""
        referent = Referent(
            len(self.all),
            phrase.type or "Target",
            entry=phrase.entry,
            attribute=phrase.attribute,
            count=phrase.count,
            many=phrase.many,
            owner=self.owner(phrase),
        )
        self.all.append(referent)
        if phrase.entry:
            self.by_iri[phrase.entry.iri] = referent
        self.join(referent, phrase)
        return referent

    def join(self, referent: Referent, phrase: Phrase) -> None:
        """Adds a phrase to a referent."""
        if not any(known is phrase for known in referent.phrases):
            referent.phrases.append(phrase)
            referent.phrases.sort(key=lambda p: p.start)
        if phrase.kind == "nominal":
            noun, genders = self.phrases.lemma(phrase), self.lexicon.coreference.genders
            referent.heads.add(noun)
            referent.gender = referent.gender or ("" if phrase.many else genders.get(noun, ""))
        if phrase.kind == "name":
            referent.names.add(" ".join(self.phrases.words(phrase)))
            referent.heads |= self._heads(phrase)
            referent.nouns |= self._nouns(phrase)
            if phrase.entry and not referent.entry:
                referent.entry, referent.type = phrase.entry, phrase.type
                self.by_iri[phrase.entry.iri] = referent
        referent.count = referent.count or phrase.count
        referent.owner = referent.owner or self.owner(phrase)
        word = self.tree.words[phrase.head]
        for gender in ("masculine", "feminine"):
            if phrase.kind == "pronoun" and word in self.lexicon.cues.pronouns[gender]:
                referent.gender = gender

    def _heads(self, name: Phrase) -> set[str]:
        """The nouns that a title says of a person: "minister", "prime minister"."""
        tree, short = self.tree, self.lexicon.coreference.abbreviations
        titles = self.titles(name)
        found = {short.get(tree.words[title], tree.lemmas[title]) for title in titles}
        return found | {f"{tree.words[title - 1]} {tree.lemmas[title]}" for title in titles if title}

    def _nouns(self, name: Phrase) -> set[str]:
        """The noun that a name says of what it names: "mosque", "court" in "Federal Court of Justice"."""
        tree, naming = self.tree, self.lexicon.nouns.naming
        of = next((t for t in range(name.start + 1, name.end) if tree.pos[t] == "ADP"), name.end)
        noun, tables = tree.lemmas[of - 1], self.lexicon.coreference
        telling = tree.words[of - 1] in naming or (noun in tables.class_nouns and noun not in tables.plain)
        return {noun} if name.type != "Person" and telling else set()

    def owner(self, phrase: Phrase) -> str:
        """The IRI of the state whose adjective, name or possessive is part of a phrase: "Turkish intelligence"."""
        tree = self.tree
        for target in phrase.entry.targets("agencyOf") if phrase.entry else ():
            return target
        for child in tree.children[phrase.head]:
            if tree.deps[child] in ("amod", "nmod:poss", "compound", "nmod", "nmod:desc"):
                name = self.phrases.name_at(child)
                if (
                    name
                    and name.entry
                    and name.type == "State"
                    and (tree.deps[child] != "nmod" or tree.preposition(child) in function_words().belonging)
                ):
                    return name.entry.iri
        return ""

    def titles(self, name: Phrase) -> list[int]:
        """The tokens that say what a named person is: "Interior Minister Nohad Machnouk", "X, a spokesman for Y"."""
        tree, roles = self.tree, self.lexicon.nouns.roles
        near = [
            child
            for child in tree.children[name.head]
            if tree.deps[child] in ("compound", "appos", "flat", "nmod", "nmod:desc", "amod")
        ]
        head = tree.heads[name.head]
        if tree.deps[name.head] in ("appos", "flat"):
            near.append(head)
        if tree.deps[name.head] == "nsubj" and tree.kid(head, "cop") is not None:
            near.append(head)
        near.append(name.start - 1)
        near += [
            sibling  # "Secretary of State" and the name behind it as two subjects
            for sibling in tree.children[head]
            if sibling < name.start == tree.subtree(sibling)[-1] + 1 and tree.deps[sibling] == tree.deps[name.head]
        ]
        return sorted(
            {
                token
                for token in near
                if (tree.lemmas[token] in roles or tree.words[token] in roles)
                and not name.start <= token < name.end
                and token >= 0
            }
        )

    def latest(self, wanted: Wanted, phrase: Phrase) -> Referent | None:
        """The last thing of a kind that was spoken of before a phrase; of bodies in one sentence rather the subject."""
        tree, sentence = self.tree, self.tree.sentence[phrase.head]
        around, subject = set(tree.ancestors(phrase.head)), self.own_subject(phrase)
        best: tuple[tuple[bool, int, bool, int], Referent] | None = None
        bodies = 0
        for referent in self.all:
            if not wanted(referent) or any(p.head in around or p.head == subject for p in referent.phrases):
                continue
            for said in referent.phrases:
                if said.start >= phrase.start or not self._is_central(said, sentence):
                    continue
                here = tree.sentence[said.head]
                first = referent.type in COLLECTIVE and tree.deps[said.head] in SUBJECTS and here < sentence
                rank = (here not in self.titles_of_parts, here, first, said.head)
                bodies += referent.type in BANDS and said is referent.phrases[0]
                if sentence - here <= NOMINAL_REACH and (best is None or rank > best[0]):
                    best = (rank, referent)
        if best and bodies > 1 and sentence - best[0][1] > AMBIGUOUS:
            return None  # "the group" long after two were spoken of
        return best[1] if best else None

    def own_subject(self, phrase: Phrase) -> int:
        """The subject of the verb of which a phrase is a part: "X denies any link with the group" speaks of another."""
        tree, token = self.tree, phrase.head
        subject = None
        while subject is None and tree.heads[token] != token and tree.deps[token] in PARTS:
            token = tree.heads[token]
            subject = tree.kid(token, *SUBJECTS)
        return -1 if subject is None else subject

    def _is_central(self, phrase: Phrase, sentence: int) -> bool:
        """Whether a phrase is more than a part of an aside: in "Y, an affiliate of X" the speech is of Y.

        Of "Z, the leader of X," it is in that `sentence`, and later of X.
        """
        tree, after = self.tree, phrase.end
        if after + 1 < len(tree) and tree.tags[after] == "HYPH" and tree.deps[after + 1] == "amod":
            return False  # "X-led"
        over = tree.heads[phrase.head]
        if tree.deps[phrase.head] != "nmod" or tree.deps[over] != "appos":
            return True
        other = self.at(tree.heads[over])
        later = sentence > tree.sentence[phrase.head]
        return later and other is not None and not self.same_class(other.type, phrase)

    def only_spoke(self) -> set[int]:
        """The numbers of those of whom no more is told than that they said something."""
        other = {r.number for pair, found in self.role_holders.items() if pair != SPEAKING for r in found}
        return {r.number for r in self.role_holders.get(SPEAKING, ())} - other

    def agrees(self, referent: Referent, phrase: Phrase, owner: str) -> bool:
        """Whether nothing in a phrase speaks against a referent: number, count, state, modifiers."""
        if owner and referent.owner and owner != referent.owner:
            return False
        gender = self.lexicon.coreference.genders.get(self.phrases.lemma(phrase), referent.gender)
        if referent.gender and gender != referent.gender:
            return False
        if referent.many != phrase.many:
            return False
        if phrase.count and referent.count and phrase.count.number != referent.count.number:
            return False
        ordinals = [
            c
            for c in self.tree.kids(phrase.head, "amod")
            if self.tree.doc[c].tag_ == "JJ" and self.tree.words[c] in self.lexicon.cues.distinguishing
        ]
        return not ordinals

    def same_class(self, name: str, phrase: Phrase) -> bool:
        """Whether a phrase can be of a class: the one is a kind of the other, or both are bodies of people."""
        if not phrase.type or phrase.kind == "pronoun":
            return False
        fits = self.lexicon.is_a
        if fits(name, phrase.type) or fits(phrase.type, name):
            return True
        both = {name, phrase.type}
        return both <= COLLECTIVE - {"State"} and not any(both <= apart for apart in APART)

    def salient(self, phrase: Phrase, wanted: Wanted) -> Referent | None:
        """The likeliest antecedent: near, and subject rather than object, and not an argument of the same verb."""
        tree = self.tree
        here = tree.sentence[phrase.head]
        best: tuple[float, int, Referent] | None = None
        candidates = [referent for referent in self.all if wanted(referent)]
        owners = {said.head: referent for referent in candidates for said in referent.phrases}
        for referent in candidates:
            for mention in referent.phrases:
                distance = here - tree.sentence[mention.head]
                if mention.start >= phrase.start or not 0 <= distance <= PRONOUN_REACH:
                    continue
                if tree.pos[mention.head] == "ADJ":
                    continue  # "the Nigerian sect … it"
                if tree.heads[mention.head] == tree.heads[phrase.head] and tree.deps[phrase.head] not in ("nmod:poss",):
                    continue
                score = -1.0 * distance + (0.8 if tree.deps[mention.head] in SUBJECTS else 0.0)
                around = (owners.get(token, referent) for token in tree.ancestors(mention.head))
                inner = any(other is not referent for other in around)  # "a cell loyal to X. Its members"
                score -= 0.1 if inner else 0.0
                score += 0.3 if referent.gender else 0.0  # of two, rather who is known to be a woman or a man
                if best is None or (score, mention.start) > best[:2]:
                    best = (score, mention.start, referent)
        return best[2] if best else None
