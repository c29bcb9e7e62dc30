"""A description without a name in, what it refers back to out: "the group", "all five", "the 24-year-old"."""

from __future__ import annotations

from kg.lexicon.names import Entry
from kg.nlp.coreference.discourse import BANDS, Discourse, Referent
from kg.nlp.phrases.demonyms import people_ending_at
from kg.nlp.phrases.phrase import Phrase

LEAD = 2  # sentences in which a set of two is the one of the title
TELLING_COUNT = 3  # "two men" are too common to be the same two each time
TITLE = 4  # words before a name in which its title stands
VICTIM = ("Attack", "victim")
NAMED = frozenset({"Facility", "Agency", "Group", "Organization", "MediaOrganization"})
PERSONS = ("Person", "People")


class Definites:
    """The rules for descriptions, each of which may find a referent."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse
        self.tree = discourse.tree
        self.lexicon = discourse.lexicon
        self.phrases = discourse.phrases

    def find(self, phrase: Phrase, owner: str) -> Referent | None:
        """What a description refers back to."""
        counted = self._counted(phrase)
        if counted:
            return counted
        return self._definite(phrase, owner) if phrase.definite else self._told_again(phrase)

    def unnamed(self, phrase: Phrase) -> Referent | None:
        """The one person without a name who was told of before: "the suspect, X" after "a man"."""
        lemma, tables = self.phrases.lemma(phrase), self.lexicon.coreference
        if not phrase.definite:
            return None
        holders = {
            holder.number: holder
            for pair in (*tables.role_nouns.get(lemma, ()), *tables.role_nouns.get(self.tree.words[phrase.head], ()))
            for holder in self.discourse.role_holders.get(pair, ())
            if holder.type == "Person" and not holder.names
        }
        unnamed = [r for r in self.discourse.all if r.type == "Person" and not r.names]
        same = {r.number: r for r in unnamed if self.nouns(phrase) & r.heads}
        found = list((holders | same).values())
        return found[0] if len(found) == 1 and not found[0].many else None

    def _definite(self, phrase: Phrase, owner: str) -> Referent | None:
        """What "the …" refers back to: the same noun, who had that part in an event, the last of the class."""
        if phrase.type == "Weapon" and phrase.attribute:
            return self.discourse.latest(lambda r: r.type == "Weapon" and r.attribute == phrase.attribute, phrase)
        if self._is_age(phrase):
            spoke = self.discourse.only_spoke()
            single = [r for r in self.discourse.all if r.type == "Person" and not r.many]
            single = [r for r in single if not self._is_of_others(phrase, r)]
            told = [r for r in single if r.number not in spoke] or single  # rather of whom something was told
            return self.discourse.latest(lambda r: r in told, phrase)
        band = self._band(phrase)
        if band:
            return band
        nouns = self.nouns(phrase)
        lemma = self.phrases.lemma(phrase)
        is_any = lemma == phrase.type.casefold()  # "the agency" is any agency, not the one that is called so
        if is_any or (phrase.type in BANDS and lemma in self.lexicon.coreference.class_nouns):
            return self._by_class(phrase, owner)
        same = self.discourse.latest(
            lambda r: bool(nouns & r.heads)
            and self.discourse.agrees(r, phrase, owner)
            and (r.type == phrase.type or not r.names)
            and self._is_of_kind(phrase, r)
            and self._describes(phrase, r),
            phrase,
        )
        return (
            same
            or self._by_role(phrase, owner)
            or self._victim_again(phrase, owner)
            or self._by_name(phrase, nouns)
            or self._by_class(phrase, owner)
        )

    def _by_name(self, phrase: Phrase, nouns: set[str]) -> Referent | None:
        """ "The academy" after "the General Santander academy", "the battalion", unless the phrase says more."""
        modified = self.tree.kid(phrase.head, "amod", "compound", "nmod", "nmod:poss", "acl", "acl:relcl", "nummod")
        if phrase.type not in NAMED or modified is not None:
            return None
        return self.discourse.latest(lambda r: r.type == phrase.type and bool(nouns & r.nouns), phrase)

    def nouns(self, phrase: Phrase) -> set[str]:
        """The noun of a description, alone and with the word before it, and those that mean the same."""
        lemma, head = self.phrases.lemma(phrase), phrase.head
        found = {lemma}
        if head > phrase.start:
            found.add(f"{self.tree.words[head - 1]} {lemma}")
        return found | {other for noun in found for other in self.lexicon.coreference.synonyms.get(noun, ())}

    def _is_age(self, phrase: Phrase) -> bool:
        """Whether somebody is called by an age or a people: "the 24-year-old", "the Algerian"."""
        tree = self.tree
        if people_ending_at(tree, self.lexicon, phrase.head):
            return phrase.type == "Person" and not phrase.many
        numbers = any(tree.pos[token] == "NUM" for token in range(phrase.start, phrase.head))
        figures = any(tree.words[token].isdigit() for token in range(phrase.start, phrase.head))
        aged = figures and "HYPH" in tree.tags[phrase.start : phrase.head]  # "the 69-year-old cleric"
        return phrase.type == "Person" and not phrase.many and (aged or (tree.pos[phrase.head] == "ADJ" and numbers))

    def _is_of_others(self, phrase: Phrase, referent: Referent) -> bool:
        """Whether somebody was called after another people: "the Rohingya" is not "a Malaysian"."""
        own = people_ending_at(self.tree, self.lexicon, phrase.head)
        called = (people_ending_at(self.tree, self.lexicon, p.head) for p in referent.phrases if p.kind == "nominal")
        return bool(own) and any(states and states != own for states in called)

    def _band(self, phrase: Phrase) -> Referent | None:
        """The one group of a text whose men are spoken of: "the insurgents"; of two that may be meant, neither."""
        lemma, tables = self.phrases.lemma(phrase), self.lexicon.coreference
        told = self.tree.kid(phrase.head, "nmod", "nmod:poss", "acl", "acl:relcl", "nummod") is not None
        if phrase.type != "People" or told or lemma not in tables.bands:
            return None
        homes = self._homes(phrase)
        homes |= {target for name in self._home_names(phrase) for target in name.targets("locatedIn")}
        before = [r for r in self.discourse.all if any(p.start < phrase.start for p in r.phrases)]
        if any(r.type == "People" and lemma in r.heads for r in before):
            return None
        groups = [r for r in before if r.type == "Group" and r.names and (not homes or self._is_at_home(r, homes))]
        if len(groups) > 1:  # rather the one that the sentence before speaks of
            near = self.tree.sentence[phrase.head] - 1
            groups = [r for r in groups if any(self.tree.sentence[p.head] == near for p in r.phrases)]
        return groups[0] if len(groups) == 1 else None

    def _by_role(self, phrase: Phrase, owner: str) -> Referent | None:
        """Who had that part in an event: "the detainees", but not "his men"."""
        if self.tree.kid(phrase.head, "nmod:poss") is not None:
            return None
        tables = self.lexicon.coreference.role_nouns
        states = [self.tree.words[c] for c in self.tree.kids(phrase.head, "amod") if self.tree.words[c] in tables]
        for pair in tables.get(states[0] if states else self.phrases.lemma(phrase), ()):  # "the dead men"
            for holder in self._likeliest(self.discourse.role_holders.get(pair, [])):
                if self.tree.pos[phrase.head] in ("ADJ", "VERB"):
                    phrase.many = holder.many  # "the accused"
                if (
                    holder.many == phrase.many
                    and self.discourse.agrees(holder, phrase, owner)
                    and holder.type in PERSONS
                ):
                    return holder
        return None

    def _likeliest(self, holders: list[Referent]) -> list[Referent]:
        """The holders of a part, the last first; of those in one sentence the first: "four men: two X and two Y"."""
        order = [(-self.tree.sentence[holder.phrases[0].head], i) for i, holder in enumerate(holders)]
        return [holders[i] for _, i in sorted(order)]

    def _victim_again(self, phrase: Phrase, owner: str) -> Referent | None:
        """ "The murder of the official": whom an act was done to is, said again, the only one of whom that was told."""
        collective = self.phrases.lemma(phrase) in self.lexicon.nouns.collective  # "the crowd" is not "16 people"
        owned = self.tree.kid(phrase.head, "nmod:poss") is not None or self.tree.deps[phrase.head] == "conj"
        if VICTIM not in self.discourse.roles.get(phrase.head, ()) or phrase.count or collective or owned:
            return None
        if self.tree.deps[phrase.head] == "conj" or self.tree.kid(phrase.head, "nmod:poss") is not None:
            return None  # "a teacher and his brother", "a judge, the clerk": another one
        holders = {
            r.number: r
            for r in self.discourse.role_holders.get(VICTIM, ())
            if r.many == phrase.many and r.type in PERSONS and self.discourse.agrees(r, phrase, owner)
        }
        if len(holders) > 1:  # "the Jesuits" after "six Jesuit priests" and others
            own = {self.tree.lemmas[token] for token in range(phrase.start, phrase.head + 1)}
            holders = {number: r for number, r in holders.items() if any(own & self._content(p) for p in r.phrases)}
        return next(iter(holders.values())) if len(holders) == 1 else None

    def _content(self, phrase: Phrase) -> set[str]:
        """The lemmas of the nouns and adjectives of a description."""
        tree = self.tree
        return {tree.lemmas[t] for t in range(phrase.start, phrase.end) if tree.pos[t] in ("NOUN", "PROPN", "ADJ")}

    def _told_again(self, phrase: Phrase) -> Referent | None:
        """What is told twice, though never with "the": "four members … four members", "a crowded mall"."""
        lemma = self.phrases.lemma(phrase)
        described = any(self.tree.deps[child] == "amod" for child in self.tree.children[phrase.head])
        count = phrase.count.number if phrase.count else 0
        titled = count > 1 and self.tree.sentence[phrase.head] <= LEAD
        if not described and not titled and (count < TELLING_COUNT or self.tree.kid(phrase.head, "det") is not None):
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
        own = {
            tree.words[c]
            for c in tree.kids(phrase.head, "amod", "compound")
            if not self.phrases.name_at(c) and tree.kid(c, "nummod") is None  # "the two-star general"
        }
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

    def _by_class(self, phrase: Phrase, owner: str) -> Referent | None:
        """ "The group", "the city": the last thing of the class, unless the phrase says more than the noun does."""
        lemma = self.phrases.lemma(phrase)
        classes = self.lexicon.coreference.class_nouns.get(lemma, frozenset())
        tree = self.tree
        after = tree.words[phrase.end : phrase.end + 1]
        says_more = any(
            (tree.deps[c] in ("nmod", "acl", "acl:relcl", "nmod:poss") and after != [","])
            or (tree.deps[c] == "compound" and self.phrases.name_at(c) is not None)
            for c in tree.children[phrase.head]
        )
        if not classes or says_more:
            return None
        homes = self._homes(phrase)

        def fits(r: Referent) -> bool:
            return (
                r.type in classes
                and r.many == phrase.many
                and self.discourse.agrees(r, phrase, owner)
                and self._is_of_kind(phrase, r)
                and (not homes or r.owner in homes or self._is_at_home(r, homes))
                and (r.type != "Person" or (lemma in r.heads and self._describes(phrase, r)))
            )

        called = None
        if lemma != phrase.type.casefold():  # "the front" may be called so, "the group" is any
            called = self.discourse.latest(lambda r: lemma in r.nouns and fits(r), phrase)
        nouns = self.lexicon.coreference.class_nouns.items()
        others = {noun for noun, kinds in nouns if kinds <= classes and phrase.type not in kinds}
        likely = self.discourse.latest(lambda r: fits(r) and not r.nouns & others, phrase)  # not "the X cell"
        return called or likely or self.discourse.latest(fits, phrase)

    def _homes(self, phrase: Phrase) -> set[str]:
        """The IRIs of the places whose adjectives describe a phrase: "the Somali group"."""
        names = (self.phrases.name_at(child) for child in self.tree.kids(phrase.head, "amod"))
        return {name.entry.iri if name.entry else "" for name in names if name}

    def _home_names(self, phrase: Phrase) -> list[Entry]:
        """The places whose adjectives describe a phrase: of "the Basque separatists" the Basque Country."""
        names = (self.phrases.name_at(child) for child in self.tree.kids(phrase.head, "amod", "compound"))
        return [name.entry for name in names if name and name.entry]

    def _is_at_home(self, referent: Referent, homes: set[str]) -> bool:
        """Whether the knowledge base ties a thing to one of the places."""
        entry = referent.entry
        return entry is not None and any(target in homes for _, target in entry.relations)

    def _is_of_kind(self, phrase: Phrase, referent: Referent) -> bool:
        """Whether a body is of the kind that a noun asks for: "the ministry" is no police."""
        wanted = self.lexicon.coreference.kinds.get(self.phrases.lemma(phrase))
        if not wanted or referent.type != "Agency":
            return True
        known = referent.entry.attributes.get("agencyKind", "") if referent.entry else ""
        return (known or (referent.attribute[1] if referent.attribute else "")) in wanted
