"""The noun phrases of a document in, what they refer to out: all mentions of one thing in one set."""

from __future__ import annotations

from kg.lexicon.lexicon import Lexicon
from kg.lexicon.names import Entry
from kg.nlp.coreference.antecedents import antecedent
from kg.nlp.coreference.discourse import PRONOUN_REACH, SUBJECTS, Discourse, Referent, Roles
from kg.nlp.coreference.leads import settle_lead
from kg.nlp.coreference.titles import settle_title
from kg.nlp.phrases.phrase import Phrase, Phrases
from kg.nlp.syntax.tree import Tree

CORE_LABELS = SUBJECTS | {"obj"}


class Referents:
    """The referents of one document, built phrase by phrase in text order."""

    def __init__(self, tree: Tree, lexicon: Lexicon, phrases: Phrases, roles: Roles) -> None:
        self.tree = tree
        self.phrases = phrases
        self.roles = roles
        self.discourse = Discourse(tree, lexicon, phrases, roles)
        for token, pairs in roles.items():
            self.discourse.ranges[token] = [
                role.range
                for kind, name in pairs
                if kind in lexicon.frames
                for role in lexicon.frames[kind].roles
                if role.name == name
            ]
            self.discourse.barred[token] = {
                kind_of
                for kind, name in pairs
                if kind in lexicon.frames
                for role in lexicon.frames[kind].roles
                if role.name == name
                for kind_of in role.excluded
            }

    def build(self) -> None:
        """Finds the referent of every phrase made so far."""
        self._look_back()
        for phrase in self.phrases.found():
            if self.tree.deps[phrase.head] == "appos":
                self.phrases.at(self.tree.heads[phrase.head])  # what an aside is about, though nobody asked for it
        for phrase in self.phrases.found():
            self._add(phrase)
        settle_lead(self.discourse)
        settle_title(self.discourse)

    def _look_back(self) -> None:
        """Makes the phrases that a pronoun may mean although they have no part in any event."""
        tree = self.tree
        near = {
            tree.sentence[phrase.head] - back
            for phrase in self.phrases.found()
            if phrase.kind == "pronoun"
            for back in range(PRONOUN_REACH + 1)
        }
        for token in range(len(tree)):
            if (
                tree.sentence[token] in near
                and tree.deps[token] in CORE_LABELS
                and tree.pos[token] in ("NOUN", "PROPN")
            ):
                self.phrases.at(token)

    def of(self, token: int) -> Referent | None:
        """The referent of what stands at a token."""
        return self.discourse.at(token)

    def titles(self, name: Phrase) -> list[int]:
        """The tokens that say what a named person is."""
        return self.discourse.titles(name)

    def state(self, entry: Entry, token: int) -> Referent:
        """The referent of a state that a word at a token names, as "Italians" names Italy."""
        return self.discourse.by_iri.get(entry.iri) or self.discourse.new(
            Phrase(token, token, token + 1, "name", entry.type, entry, definite=True)
        )

    def acting_state(self, token: int) -> Referent | None:
        """The state that a capital stands for where the capital acts: "Moscow said"."""
        phrase = self.phrases.at(token)
        entry = phrase.entry if phrase else None
        for iri in entry.targets("capitalOf") if entry else ():
            state = self.discourse.lexicon.knowledge.entries.get(iri)
            if state and phrase:
                referent = self.discourse.by_iri.get(iri) or self.discourse.new(
                    Phrase(phrase.head, phrase.start, phrase.end, "name", "State", state, definite=True)
                )
                if all(p.head != phrase.head for p in referent.phrases):
                    referent.phrases.append(phrase)
                return referent
        return None

    def _add(self, phrase: Phrase) -> None:
        discourse = self.discourse
        referent = antecedent(discourse, phrase)
        if referent is None and phrase.kind == "pronoun":
            return
        if referent is None:
            referent = discourse.new(phrase)
        else:
            discourse.join(referent, phrase)
        discourse.by_head[phrase.head] = referent
        for pair in self.roles.get(phrase.head, ()):
            discourse.role_holders.setdefault(pair, []).append(referent)
