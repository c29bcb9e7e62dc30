"""What stands beside a phrase and is the same thing: "ISIS, the group", "the city of Tripoli", "FSB officers"."""

from __future__ import annotations

from kg.lexicon.function_words import function_words
from kg.nlp.coreference.discourse import Discourse, Referent
from kg.nlp.phrases.phrase import Phrase

OPENING = frozenset({"``", "''"})  # tags of quotation marks
OFFICIAL = ("side", "official")
PLACES = frozenset({"City", "Region"})
SPOTS = frozenset({"City", "Region", "Place", "Person", "State"})  # what is not called by its initials


def beside(discourse: Discourse, phrase: Phrase) -> Referent | None:
    """The referent of what stands beside a phrase, if the two are one thing."""
    rules = _Beside(discourse)
    return rules.appositive(phrase) or rules.called(phrase)


class _Beside:
    """The rules of apposition and naming."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse
        self.tree = discourse.tree
        self.lexicon = discourse.lexicon
        self.phrases = discourse.phrases
        self._aliases = discourse.lexicon.coreference.aliases

    def appositive(self, phrase: Phrase) -> Referent | None:
        """What stands beside a name or is said to be it: "ISIS, the terrorist group", "he is the leader"."""
        tree = self.tree
        label, head = tree.deps[phrase.head], tree.heads[phrase.head]
        if (
            label in ("obl", "xcomp", "obj")
            and tree.lemmas[head] in self.lexicon.cues.naming_verbs
            and tree.deps[head] == "acl"
        ):
            label, head = "appos", tree.heads[head]  # "X, also known as Y"
            alias = self.discourse.at(head)
            if alias and phrase.kind == "name" and self.discourse.same_class(alias.type, phrase):
                return alias
        found = self._alias(phrase) or self._subject(phrase)
        if found:
            return found
        if label != "appos" or head == phrase.head:
            return None
        other = self._right_before(phrase) or self._described(phrase, head)
        if other is None or other.many != phrase.many or not self._can_be(other.type, phrase):
            return self._before_comma(phrase)
        if phrase.count and other.count and phrase.count != other.count:
            return None  # "twenty hostages, among them nine Italians"
        if phrase.entry and self.discourse.by_iri.get(phrase.entry.iri, other) is not other:
            return None
        if phrase.kind == "name" and other.entry and phrase.entry and other.entry != phrase.entry:
            return None
        if phrase.kind == "name" and other.last.kind == "name" and not self._is_acronym(phrase, other):
            return None
        return other

    def _alias(self, phrase: Phrase) -> Referent | None:
        """Whose other name stands behind a word for one: "X, alias Y"."""
        words, before = self.tree.words, phrase.start - 1
        while before > 0 and self.tree.tags[before] in OPENING:
            before -= 1
        told = self.tree.kid(phrase.head, "nsubj")
        if told is not None and self.tree.deps[phrase.head] in ("acl:relcl", "appos") and words[told] in self._aliases:
            other = self.discourse.at(self.tree.heads[phrase.head])  # "X, whose real name is Y"
            return other if other and phrase.kind == "name" and other.type == phrase.type else None
        known = self._known_as(phrase)
        if known:
            return known
        if self.tree.preposition(phrase.head) in self.lexicon.coreference.equating:
            return self._named_as(phrase)
        if phrase.kind != "name" or before < 1 or words[before] not in self._aliases:
            return None
        while before > 0 and self.tree.pos[before - 1] == "PUNCT":
            before -= 1
        name = self.phrases.name_at(before - 1)
        other = self.discourse.at(name.head) if name else None
        if other and phrase.type == "Person" and other.type == "Organization" and not other.entry:
            other.type = "Person"  # "BT alias Haedar"
        return other if other and self.discourse.same_class(other.type, phrase) else None

    def _known_as(self, phrase: Phrase) -> Referent | None:
        """The person whose name stands right before "also known as" and another one, whatever the tree makes of it."""
        tree, before = self.tree, phrase.start - 1
        seen = False
        while before > 0 and tree.pos[before] in ("ADP", "ADV", "PUNCT", "VERB"):
            seen = seen or tree.lemmas[before] in self.lexicon.cues.naming_verbs
            if tree.pos[before] == "VERB" and tree.lemmas[before] not in self.lexicon.cues.naming_verbs:
                return None
            before -= 1
        name = self.phrases.name_at(before) if seen else None
        if name is None or name.type != "Person" or phrase.kind != "name" or phrase.entry:
            return None
        phrase.type = "Person"
        return self.discourse.at(before)

    def _named_as(self, phrase: Phrase) -> Referent | None:
        """The one person without a name that is given one: "the suspect was named as X"."""
        tree, verb = self.tree, self.tree.heads[phrase.head]
        if not tree.deps[phrase.head].startswith("obl") or tree.lemmas[verb] not in self.lexicon.cues.naming_verbs:
            return None
        subject = tree.kid(verb, "nsubj:pass")
        other = self.discourse.at(subject) if subject is not None else None
        fits = other and phrase.kind == "name" and not other.many and other.type == phrase.type == "Person"
        return other if other and fits and not other.names else None

    def _described(self, phrase: Phrase, head: int) -> Referent | None:
        """What an aside is about: of "the head of the Fajr Brigades, Omar Farah", the head."""
        other = self.discourse.at(head)
        climbing = phrase.type == "Person"
        while climbing and other and other.type != "Person" and self.tree.deps[head] in ("nmod", "appos"):
            head = self.tree.heads[head]
            other = self.discourse.at(head)
        return other

    def _subject(self, phrase: Phrase) -> Referent | None:
        """What a phrase is said to be: "Ansaru is an offshoot of Y"; not what it may be or is not."""
        tree, head = self.tree, phrase.head
        subject = tree.kid(head, "nsubj")
        if phrase.kind != "nominal" or subject is None or tree.kid(head, "cop") is None:
            return None
        if tree.kid(head, "aux", "conj") is not None or any(tree.tags[c] == "RB" for c in tree.kids(head, "advmod")):
            return None  # "may be", "is not", "are four Lebanese and a Briton"
        other = self.discourse.at(subject)
        fits = other and other.many == phrase.many and self.discourse.same_class(other.type, phrase)
        return other if fits else None

    def _right_before(self, phrase: Phrase) -> Referent | None:
        """The person whose name ends at the comma before an aside on a person: "X, envoy, and Y, the chief of Z"."""
        comma = phrase.start - 1
        name = self.phrases.name_at(comma - 1) if comma > 0 and self.tree.words[comma] == "," else None
        fits = name is not None and name.type == phrase.type == "Person" and phrase.kind == "nominal"
        return self.discourse.at(comma - 1) if fits else None

    def _before_comma(self, phrase: Phrase) -> Referent | None:
        """What ends at the comma before an aside: "militants of the X group, an affiliate of Y"."""
        comma = phrase.start - 1
        other = self.discourse.at(comma - 1) if comma > 0 and self.tree.words[comma] == "," else None
        fits = other and other.many == phrase.many and self._can_be(other.type, phrase)
        return other if fits and phrase.kind == "nominal" else None

    def _can_be(self, name: str, phrase: Phrase) -> bool:
        """Whether an aside can be of a class; of places any can be any other: "Molenbeek, a district of Brussels"."""
        places = phrase.kind == "nominal" and {name, phrase.type} <= PLACES | {"Place"}
        return places or self.discourse.same_class(name, phrase)

    def called(self, phrase: Phrase) -> Referent | None:
        """ "The Wilayat Khorasan group" is Wilayat Khorasan: the noun only says what the name is of."""
        tree = self.tree
        if phrase.kind != "nominal":
            return None
        if phrase.attribute == OFFICIAL and phrase.many and not phrase.count:
            return self._servants(phrase)
        if tree.lemmas[phrase.head] not in self.lexicon.nouns.naming_heads or phrase.many:
            return None
        head = self.phrases.name_at(tree.heads[phrase.head])
        if head and tree.deps[phrase.head] in ("compound", "nmod:desc", "flat"):  # "newspaper Hürriyet"
            return self.discourse.of_name(head) if self.discourse.same_class(head.type, phrase) else None
        for child in tree.kids(phrase.head, "compound", "appos", "nmod:desc", "flat", "nmod"):
            name = self.phrases.name_at(child)
            if name and tree.deps[child] == "nmod":  # "the northern city of Tripoli", but "the president of France"
                places = phrase.type in PLACES and name.type in PLACES | {"Place"}
                if tree.preposition(child) in function_words().belonging and phrase.definite and places:
                    name.type = phrase.type if name.type == "Place" else name.type
                    return self.discourse.of_name(name)
                continue
            if name and (name.type in (phrase.type, "Organization") or self._can_be(name.type, phrase)):
                referent = self.discourse.of_name(name)
                if name.type == "Organization" and phrase.type:
                    referent.type = name.type = phrase.type
                return referent
        return None

    def _servants(self, phrase: Phrase) -> Referent | None:
        """ "Officers of the Federal Police", "FSB officers": the agency itself acts."""
        for child in self.tree.kids(phrase.head, "nmod", "compound", "nmod:poss"):
            name = self.phrases.name_at(child)
            if name and name.type == "Agency":
                return self.discourse.of_name(name)
        return None

    def _is_acronym(self, phrase: Phrase, other: Referent) -> bool:
        if other.type in SPOTS:
            return False  # "JERUSALEM (JTA)": who reports, and where from
        text = self.tree.doc[phrase.start : phrase.end].text
        return text.isupper() and self.tree.words[phrase.start - 1] in ("(", "[")
