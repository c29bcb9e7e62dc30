"""Which referent a phrase means: a name said before, what it stands beside, "the group", "all five", "he"."""

from __future__ import annotations

from kg.lexicon.names import Entry
from kg.nlp.coreference.beside import beside
from kg.nlp.coreference.definites import Definites
from kg.nlp.coreference.discourse import Discourse, Referent
from kg.nlp.coreference.namesakes import named
from kg.nlp.coreference.pronouns import pronoun
from kg.nlp.coreference.servants import serving
from kg.nlp.phrases.phrase import Phrase

# Set by judgement, not measured: names and appositions are seldom wrong, descriptions and pronouns more often.
CONFIDENCE = {"beside": 0.9, "name": 0.9, "nominal": 0.7, "pronoun": 0.7}


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
        self.definites = Definites(discourse)

    def find(self, phrase: Phrase) -> Referent | None:
        """The first that a rule finds."""
        near = beside(self.discourse, phrase)
        if near:
            phrase.confidence = CONFIDENCE["beside"]
            return near
        if phrase.kind == "nominal":
            found = self._nominal(phrase)
        else:
            found = (named if phrase.kind == "name" else pronoun)(self.discourse, phrase)
        if found and phrase.entry is None:
            phrase.confidence = CONFIDENCE[phrase.kind]
        return found

    def _nominal(self, phrase: Phrase) -> Referent | None:
        """What a description means by itself (a body of a state, an institution), or by what was told before."""
        for child in self.tree.kids(phrase.head, "appos", "flat") if phrase.type == "Person" else ():
            name = self.phrases.name_at(child)
            if name and name.type == "Person":  # "the prime minister, X" is X, whoever was prime minister before
                return named(self.discourse, name) or self.definites.unnamed(phrase)
        owner = self.discourse.owner(phrase)
        if owner and phrase.type == "Agency":
            phrase.entry = self._body(phrase, owner)
            if phrase.entry:
                return self.discourse.by_iri.get(phrase.entry.iri)
        if owner and self.phrases.lemma(phrase) in self.lexicon.cues.capital_nouns:
            phrase.entry = self.lexicon.capitals.get(owner)
            return self.discourse.by_iri.get(phrase.entry.iri) if phrase.entry else None
        if owner and self._is_state(phrase):
            return self.discourse.by_iri.get(owner)
        body = serving(self.discourse, phrase)
        if body:
            return body
        institutions = self.definites.nouns(phrase) & self.lexicon.coreference.institutions
        if institutions:
            return self._institution(phrase, institutions, owner)
        return self.definites.find(phrase, owner)

    def _is_state(self, phrase: Phrase) -> bool:
        """Whether a state is called one: "the Peruvian state", but not "the Nigerian state of Borno"."""
        classes = self.lexicon.coreference.class_nouns.get(self.phrases.lemma(phrase), frozenset())
        return classes == {"State"} and self.tree.kid(phrase.head, "nmod", "acl", "acl:relcl") is None

    def _institution(self, phrase: Phrase, nouns: set[str], owner: str) -> Referent | None:
        """ "Police", "the army": the one that was told of; "a court" is another, and of two none is meant."""
        if not phrase.definite and self.tree.kid(phrase.head, "det") is not None:
            return None
        modifiers = self.tree.kids(phrase.head, "compound", "amod", "nmod", "nmod:poss")
        if not owner and any(self.phrases.name_at(child) for child in modifiers):
            return None  # "the Kingston police"
        told = [
            r
            for r in self.discourse.all
            if nouns & (r.heads | r.nouns)
            and (not owner or owner == r.owner)
            and (r.type == phrase.type or not r.names)
        ]
        if len({r.owner for r in told if r.entry}) > 1:
            told = [r for r in told if not r.entry]
        return told[-1] if told else None

    def _body(self, phrase: Phrase, owner: str) -> Entry | None:
        """The body of a state that a common noun with its adjective names: "Turkish intelligence services"."""
        start = phrase.start
        while start < phrase.head and (
            self.phrases.name_at(start) or self.tree.pos[start] not in ("NOUN", "ADJ", "PROPN")
        ):
            start += 1
        return self.lexicon.knowledge.compose(owner, self.tree.doc[start : phrase.head + 1].text)
