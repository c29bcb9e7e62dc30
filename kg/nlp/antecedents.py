"""Which referent a phrase means: a name said before, what it stands beside, "the group", "all five", "he"."""

from __future__ import annotations

from kg.lexicon.names import Entry
from kg.nlp.beside import beside
from kg.nlp.discourse import COLLECTIVE, Discourse, Referent, Wanted
from kg.nlp.phrases import Phrase

# Set by judgement, not measured: names and appositions are seldom wrong, descriptions and pronouns more often.
CONFIDENCE = {"beside": 0.9, "name": 0.9, "nominal": 0.7, "pronoun": 0.7}
TELLING_COUNT = 3  # "two men" are too common to be the same two each time
TITLE = 4  # words before a name in which its title stands
SPEAKING = ("Statement", "agent")
VICTIM = ("Attack", "victim")


def antecedent(discourse: Discourse, phrase: Phrase) -> Referent | None:
    """The referent of a phrase among those that were spoken of before; None if it is a new one."""
    return _Finder(discourse).find(phrase)


class _Finder:
    """The rules, each of which may find a referent."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse
        self.tree = discourse.tree
        self.lexicon = discourse.lexicon
        self.phrases = discourse.phrases

    def find(self, phrase: Phrase) -> Referent | None:
        """The first that a rule finds."""
        near = beside(self.discourse, phrase)
        if near:
            phrase.confidence = CONFIDENCE["beside"]
            return near
        found = {"name": self._named, "pronoun": self._pronoun, "nominal": self._nominal}[phrase.kind](phrase)
        if found and phrase.entry is None:
            phrase.confidence = CONFIDENCE[phrase.kind]
        return found

    def _named(self, phrase: Phrase) -> Referent | None:
        if phrase.entry:
            return self.discourse.by_iri.get(phrase.entry.iri)
        words = self.phrases.words(phrase)
        text = " ".join(words)
        for referent in reversed(self.discourse.all):
            if text in referent.names and (referent.type == phrase.type or not phrase.entry):
                return referent
        if phrase.type == "Person":
            return self._person(words)
        if len(words) == 1 and self.tree.doc[phrase.start].text.isupper():
            return next(
                (
                    r
                    for r in reversed(self.discourse.all)
                    if r.type == phrase.type
                    and any(
                        "".join(w[0] for w in name.split() if w not in self.lexicon.cues.small) == text
                        for name in r.names
                    )
                ),
                None,
            )
        return None

    def _person(self, words: tuple[str, ...]) -> Referent | None:
        """A person by a part of the full name, or the full name after a part of it; of two that fit, neither."""
        persons = [r for r in self.discourse.all if r.type == "Person"]
        fits = [
            r
            for r in persons
            if any(
                name.split()[-1] == words[-1] and (set(words) < set(name.split()) or set(name.split()) < set(words))
                for name in r.names
            )
        ]
        if not fits and len(words) == 1:  # by the first name, as in Indonesia or Iceland
            fits = [r for r in persons if any(words[0] in name.split() for name in r.names)]
        return fits[0] if len(fits) == 1 else None

    def _nominal(self, phrase: Phrase) -> Referent | None:
        """What a description means by itself (a body of a state, an institution), or by what was told before."""
        for child in self.tree.kids(phrase.head, "appos", "flat") if phrase.type == "Person" else ():
            name = self.phrases.name_at(child)
            if name and name.type == "Person":
                return self._named(name)  # "the prime minister, X" is X, whoever was prime minister before
        lemma, tables = self.phrases.lemma(phrase), self.lexicon.coreference
        compound = self._compound(phrase)
        owner = self.discourse.owner(phrase)
        if owner and phrase.type == "Agency":
            phrase.entry = self._body(phrase, owner)
            if phrase.entry:
                return self.discourse.by_iri.get(phrase.entry.iri)
        if owner and lemma in self.lexicon.cues.capital_nouns:
            phrase.entry = self.lexicon.capitals.get(owner)
            return self.discourse.by_iri.get(phrase.entry.iri) if phrase.entry else None
        if {lemma, compound} & tables.institutions:
            return next(
                (
                    r
                    for r in reversed(self.discourse.all)
                    if {lemma, compound} & r.heads & tables.institutions and (not owner or owner == r.owner)
                ),
                None,
            )
        counted = self._counted(phrase)
        if counted or not phrase.definite:
            return counted or self._told_again(phrase, lemma)
        return self._definite(phrase, lemma, compound, owner)

    def _definite(self, phrase: Phrase, lemma: str, compound: str, owner: str) -> Referent | None:
        """What "the …" refers back to: the same noun, who had that part in an event, or the last thing of the class."""
        if phrase.type == "Weapon" and phrase.attribute:
            return self.discourse.latest(lambda r: r.type == "Weapon" and r.attribute == phrase.attribute, phrase)
        same = self.discourse.latest(
            lambda r: bool({lemma, compound} & r.heads)
            and self.discourse.agrees(r, phrase, owner)
            and self._describes(phrase, r),
            phrase,
        )
        if same:
            return same
        for pair in self.lexicon.coreference.role_nouns.get(lemma, ()):
            for holder in reversed(self.discourse.role_holders.get(pair, [])):
                if (
                    holder.many == phrase.many
                    and self.discourse.agrees(holder, phrase, owner)
                    and holder.type in ("Person", "People")
                ):
                    return holder
        return self._victim_again(phrase, owner) or self._by_class(phrase, lemma, owner)

    def _victim_again(self, phrase: Phrase, owner: str) -> Referent | None:
        """ "The murder of the official": whom an act was done to is, said again, the only one of whom that was told."""
        if VICTIM not in self.discourse.roles.get(phrase.head, ()) or phrase.count:
            return None
        holders = {
            r.number: r
            for r in self.discourse.role_holders.get(VICTIM, ())
            if r.many == phrase.many and r.type in ("Person", "People") and self.discourse.agrees(r, phrase, owner)
        }
        if len(holders) > 1:  # "the Jesuits" after "six Jesuit priests" and others
            own = {self.tree.lemmas[token] for token in range(phrase.start, phrase.head + 1)}
            holders = {number: r for number, r in holders.items() if any(own & self._content(p) for p in r.phrases)}
        return next(iter(holders.values())) if len(holders) == 1 else None

    def _content(self, phrase: Phrase) -> set[str]:
        """The lemmas of the nouns and adjectives of a description."""
        tree = self.tree
        return {tree.lemmas[t] for t in range(phrase.start, phrase.end) if tree.pos[t] in ("NOUN", "PROPN", "ADJ")}

    def _body(self, phrase: Phrase, owner: str) -> Entry | None:
        """The body of a state that a common noun with its adjective names: "Turkish intelligence services"."""
        start = phrase.start
        while start < phrase.head and (
            self.phrases.name_at(start) or self.tree.pos[start] not in ("NOUN", "ADJ", "PROPN")
        ):
            start += 1
        return self.lexicon.knowledge.compose(owner, self.tree.doc[start : phrase.head + 1].text)

    def _told_again(self, phrase: Phrase, lemma: str) -> Referent | None:
        """What is told twice, though never with "the": "four members … four members", "a crowded mall"."""
        described = any(self.tree.deps[child] == "amod" for child in self.tree.children[phrase.head])
        count = phrase.count.number if phrase.count else 0
        if not described and (count < TELLING_COUNT or self.tree.kid(phrase.head, "det") is not None):
            return None
        words = self._bare(phrase)

        def same(referent: Referent) -> bool:
            if count:
                return bool(lemma in referent.heads and referent.count and referent.count.number == count)
            return any(p.kind == "nominal" and self._bare(p) == words for p in referent.phrases)

        return self.discourse.latest(lambda r: r.many == phrase.many and same(r), phrase)

    def _bare(self, phrase: Phrase) -> tuple[str, ...]:
        """The words of a phrase without its determiner."""
        return tuple(self.tree.words[t] for t in range(phrase.start, phrase.end) if self.tree.deps[t] != "det")

    def _describes(self, phrase: Phrase, referent: Referent) -> bool:
        """Whether a person was called so before: "the junior defense minister" is not "the prime minister"."""
        tree = self.tree
        own = {tree.words[c] for c in tree.kids(phrase.head, "amod", "compound") if not self.phrases.name_at(c)}
        if not own or phrase.type != "Person":
            return True
        said = {word for p in referent.phrases for word in tree.words[max(0, p.start - TITLE) : p.end]}
        return own <= said

    def _counted(self, phrase: Phrase) -> Referent | None:
        """ "All five", "the two", "both men": the last set of that many persons."""
        count = phrase.count
        whole = phrase.definite or any(
            self.tree.words[c] in self.lexicon.cues.whole for c in self.tree.children[phrase.head]
        )
        if count is None or not phrase.many or not whole or phrase.type != "People":
            return None
        return self.discourse.latest(
            lambda r: r.type == "People" and r.count is not None and r.count.number == count.number, phrase
        )

    def _by_class(self, phrase: Phrase, lemma: str, owner: str) -> Referent | None:
        """ "The group", "the city": the last thing of the class, unless the phrase says more than the noun does."""
        classes = self.lexicon.coreference.class_nouns.get(lemma, frozenset())
        tree = self.tree
        says_more = any(
            tree.deps[c] in ("nmod", "acl", "acl:relcl", "nmod:poss")
            or (tree.deps[c] in ("compound", "amod") and self.phrases.name_at(c) is not None)
            for c in tree.children[phrase.head]
        )
        if not classes or says_more:
            return None
        return self.discourse.latest(
            lambda r: (
                r.type in classes
                and r.many == phrase.many
                and self.discourse.agrees(r, phrase, owner)
                and (r.type != "Person" or (lemma in r.heads and self._describes(phrase, r)))
            ),
            phrase,
        )

    def _compound(self, phrase: Phrase) -> str:
        head = phrase.head
        return f"{self.tree.words[head - 1]} {self.tree.lemmas[head]}" if head > phrase.start else ""

    def _pronoun(self, phrase: Phrase) -> Referent | None:
        """The likeliest thing that a pronoun can mean; of who says something, rather the one who spoke last."""
        for wanted in self._wanted(phrase):
            found = self._speaker(phrase, wanted) or self.discourse.salient(phrase, wanted)
            if found:
                return found
        return None

    def _wanted(self, phrase: Phrase) -> list[Wanted]:
        """What a pronoun asks of its referent, by its gender and number and by the roles it fills."""
        kinds, word = self.lexicon.cues.pronouns, self.tree.words[phrase.head]
        ranges, fits = self.discourse.ranges.get(phrase.head, ()), self.lexicon.fits

        def can_be(referent: Referent) -> bool:
            return all(fits(referent.type, one) for one in ranges)

        gender = next((one for one in ("masculine", "feminine") if word in kinds[one]), "")
        if gender:
            return [lambda r: can_be(r) and r.type == "Person" and not r.many and r.gender in ("", gender)]
        if word in kinds["neuter"]:
            return [lambda r: can_be(r) and r.type in COLLECTIVE and not r.many]
        if self.tree.kid(phrase.head, "acl", "acl:relcl") is not None:
            return []  # "those who were kidnapped" says itself who is meant
        if word in kinds["plural"]:
            return [
                lambda r: can_be(r) and (r.many or r.type == "People"),
                lambda r: can_be(r) and r.type in ("Group", "Cell", "Agency"),
            ]
        return []

    def _speaker(self, phrase: Phrase, wanted: Wanted) -> Referent | None:
        """Who spoke last, where the pronoun is the subject of another saying: "It said", "he added"."""
        if SPEAKING not in tuple(self.discourse.roles.get(phrase.head, ())):
            return None
        speakers = self.discourse.role_holders.get(SPEAKING, [])
        return speakers[-1] if speakers and wanted(speakers[-1]) else None
