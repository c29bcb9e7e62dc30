"""Speech that runs on: who says what stands in quotation marks, or in a sentence that goes on telling what was said."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from kg.lexicon.function_words import function_words
from kg.lexicon.lexicon import Lexicon
from kg.nlp.coreference.referents import Referents
from kg.nlp.events.happening import Happening
from kg.nlp.qualifiers.saying import ASIDE, SOURCE
from kg.nlp.syntax.quotations import Quote, paragraphs, quotations
from kg.nlp.syntax.tree import Tree

STATEMENT = "Statement"
LONG = 4  # words: less in quotation marks is a turn of phrase


class Speech:
    """Tells who speaks in one document where no word of saying stands beside."""

    def __init__(self, tree: Tree, lexicon: Lexicon, referents: Referents, events: Sequence[Happening]) -> None:
        self.tree = tree
        self.going_on = lexicon.cues.children["going on"]
        self.referents = referents
        self.paragraph = paragraphs(tree)
        self.quotes = quotations(tree)
        self._inside = {token: quote for quote in self.quotes for token in range(quote.start, quote.end)}
        self._sayings = {event.token: event for event in events if _speaks(event)}
        self._speakers = self._by_sentence(ASIDE)
        self._reporters = self._by_sentence(frozenset({STATEMENT}))
        self._quoted: dict[Quote, list[int]] = {}
        for quote in self.quotes:
            self._quoted[quote] = self._speaker_of(quote)

    def of(self, token: int) -> list[int]:
        """Who says what stands at a token, as heads of phrases; none if the document itself does."""
        quote = self._inside.get(token)
        if quote and quote.end - quote.start >= LONG:
            return self._quoted[quote]
        return self._carried(self.tree.sentence[token]) if quote is None else []

    def _by_sentence(self, types: frozenset[str]) -> dict[int, list[int]]:
        """The last speaker of each sentence that has one, outside quotation marks."""
        found: dict[int, list[int]] = {}
        for token in sorted(self._sayings):
            if token not in self._inside and self._sayings[token].type in types:
                found[self.tree.sentence[token]] = self._sayings[token].roles["agent"]
        return found

    def _speaker_of(self, quote: Quote) -> list[int]:
        """Who is told to say a quote right after or before it, or who said the one before in its paragraph."""
        last, first = self.tree.sentence[quote.end - 1], self.tree.sentence[quote.start]
        for number in (last, first):
            if number in self._speakers:
                return self._speakers[number]
        here = self.paragraph[quote.start]
        before = [q for q in self.quotes if q.end <= quote.start and here - self.paragraph[q.start] <= 1]
        opens = quote.start <= 1 or self.paragraph[quote.start - 2] != here
        if before and (self.paragraph[before[-1].start] == here or opens):
            return self._quoted.get(before[-1], [])
        return []

    def _carried(self, sentence: int) -> list[int]:
        """Who spoke in the sentence before, if this one goes on with it: "He had also trained in Yemen"."""
        if sentence in self._speakers or sentence == 0:
            return []
        tokens = self._tokens(sentence)
        speakers = self._reporters.get(sentence - 1) or self._carried(sentence - 1)
        before = self._tokens(sentence - 1)
        if not speakers or not tokens or not before or self.paragraph[tokens[0]] != self.paragraph[before[0]]:
            return []
        root = next((token for token in tokens if self.tree.heads[token] == token), tokens[0])
        goes_on = self._goes_on(root) or self._ends_in_saying(before)
        return speakers if goes_on and not self._is_about(root, speakers) else []

    def _ends_in_saying(self, tokens: Sequence[int]) -> bool:
        """Whether a sentence without a quotation is told by who is named behind it: "… in a flat, officials said." """
        words = [token for token in tokens if self.tree.pos[token] != "PUNCT"]
        last = self._sayings.get(words[-1]) if words else None
        return last is not None and last.type == STATEMENT and not any(token in self._inside for token in words)

    def _tokens(self, sentence: int) -> list[int]:
        tree = self.tree
        first, end = bisect_left(tree.sentence, sentence), bisect_right(tree.sentence, sentence)
        return [t for t in range(first, end) if tree.pos[t] != "SPACE"]

    def _goes_on(self, root: int) -> bool:
        """Whether a sentence reads as more of the same: the past before the past, or "also"."""
        tree = self.tree
        past = tree.tags[root] == "VBN" and any(tree.tags[c] == "VBD" and tree.lemmas[c] in function_words().having
                                                for c in tree.kids(root, "aux"))
        return past or any(tree.words[child] in self.going_on for child in tree.kids(root, "advmod"))

    def _is_about(self, root: int, speakers: Sequence[int]) -> bool:
        """Whether a sentence tells of the speaker, which is the reporter's business."""
        said = [self.referents.of(token) for token in speakers]
        subjects = [self.referents.of(token) for token in self.tree.kids(root, "nsubj", "nsubj:pass")]
        return any(one is not None and one is other for one in subjects for other in said)


def carry_on(speech: Speech, lexicon: Lexicon, events: Sequence[Happening]) -> None:
    """Names the speaker of events that are told in his words though no word of saying stands beside them.

    That somebody else spoke, and an act that somebody is suspected of, are told by the document.
    """
    for event in events:
        if event.sources or event.known or "suspect" in event.roles or lexicon.is_a(event.type, "Communication"):
            continue
        event.sources = [token for token in speech.of(event.token) if token not in event.roles.get("agent", ())]
        if event.sources and event.factuality == "reported":
            event.factuality = "claimed"


def _speaks(event: Happening) -> bool:
    return (event.type in ASIDE or event.construction == SOURCE) and bool(event.roles.get("agent"))
