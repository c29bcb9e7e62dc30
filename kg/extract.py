"""Border 1: documents in, extractions out. Nothing after this module knows spaCy."""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from kg.lexicon import lexicon as knowledge
from kg.lexicon.lexicon import Lexicon
from kg.model import Document, Entity, Event, Evidence, Extraction, Mention, Relation, When
from kg.model.extraction import BACKGROUND
from kg.nlp import pipeline
from kg.nlp.coreference.discourse import Referent
from kg.nlp.events.happening import Happening
from kg.nlp.phrases.phrase import Phrase
from kg.nlp.reading import JudgedLink, Reading, read
from kg.nlp.relations.link import Link
from kg.nlp.syntax.tree import sentence_span

STATED, INFERRED = 0.9, 0.7  # confidence of strong trigger words, and of weak ones that need their roles
KNOWN = frozenset({"agencyOf", "locatedIn", "partOf"})  # relations that the knowledge base may add to a record
KNOWN_TOGETHER = frozenset({"affiliatedWith"})  # and those only where one sentence speaks of both
NOUNS, TOPIC = frozenset({"NOUN", "PROPN"}), "topic"
SHOWN = frozenset({"agencyKind", "weaponKind"})
PERSONAL, PERSONS = frozenset({"nationality", "comesFrom"}), frozenset({"Person", "People"})
SOURCE = "source"  # the construction of "according to X": X is both the trigger and the one who says so
ACTING = frozenset({"agent", "recipient"})  # roles in which a capital stands for its state


@dataclass(frozen=True, slots=True)
class Reader:
    """A language pipeline with the program's knowledge."""

    nlp: Language
    lexicon: Lexicon
    scheme: str

    @classmethod
    def load(cls, model: str | None = None, names: Sequence[Path] = ()) -> Reader:
        """The shipped pipeline, or another by name, with a user's further names. Raises KgError."""
        nlp = pipeline.load(model)
        reader = cls(nlp, knowledge.load(names), pipeline.label_scheme(nlp))
        gc.freeze()  # what is known stays: the collector would walk through it again and again, a tenth of the time
        return reader


def extract(document: Document, reader: Reader) -> Extraction:
    """What one document says."""
    return _extraction(reader.nlp(_prepare(document, reader.nlp)), document, reader)


def extract_all(documents: Iterable[Document], reader: Reader) -> Iterator[Extraction]:
    """What each of many documents says, in their order."""
    pairs = ((_prepare(document, reader.nlp), document) for document in documents)
    for doc, document in reader.nlp.pipe(pairs, as_tuples=True):
        yield _extraction(doc, document, reader)


def _prepare(document: Document, nlp: Language) -> Doc:
    """The Doc of a document: boilerplate blanked out, so that offsets stay; headings and paragraphs start sentences."""
    text = document.text
    for span in document.boilerplate:
        blank = "".join("\n" if letter == "\n" else " " for letter in text[span.start : span.end])
        text = text[: span.start] + blank + text[span.end :]
    doc = nlp.make_doc(text)
    edges = sorted({edge for span in document.headings for edge in (span.start, span.end)})
    begins, spaces = doc.to_array(["IDX", "IS_SPACE"]).reshape(len(doc), 2).T
    words = np.flatnonzero(spaces == 0)
    for at in np.searchsorted(begins[words], edges):
        if at < len(words):
            doc[int(words[at])].is_sent_start = True  # the first word at or after an edge
    return doc


def _extraction(doc: Doc, document: Document, reader: Reader) -> Extraction:
    return _Assembler(document, read(doc, document, reader.lexicon, reader.scheme), reader.lexicon).assemble()


class _Assembler:
    """Turns a reading into plain records: ids in text order, only what takes part in something or has a name."""

    def __init__(self, document: Document, reading: Reading, lexicon: Lexicon) -> None:
        self.document = document
        self.reading = reading
        self.lexicon = lexicon
        self.doc, self.texts = reading.tree.doc, reading.tree.texts
        self.begins: list[int] = self.doc.to_array(["IDX"]).ravel().astype(np.int64).tolist()
        self.used: dict[int, Referent] = {}
        self.event_ids = {event.token: f"v{number}" for number, event in enumerate(reading.events, 1)}

    def assemble(self) -> Extraction:
        """The extraction."""
        roles = [self._roles(event) for event in self.reading.events]
        for name in self.reading.phrases.names:
            referent = self.reading.referents.of(name.head)
            if referent and not self._only_acts(referent):
                self._use(referent)
        sources = [self._sources(event.sources) for event in self.reading.events]
        for link in self.reading.links:
            self._anchored(link)  # one may bring in what another is about
        links = [link for link in self.reading.links if self._anchored(link)]
        for judged in links:
            if judged.link.state:
                self._use(self.reading.referents.state(judged.link.state, judged.link.object))
        ids = {
            number: f"e{position}"
            for position, number in enumerate(sorted(self.used, key=lambda n: (self.used[n].phrases[0].start, n)), 1)
        }
        events = tuple(
            self._event(event, self._named(filled, ids), [ids[n] for n in said])
            for event, filled, said in zip(self.reading.events, roles, sources, strict=True)
        )
        relations = self._relations(links, ids)
        return Extraction(
            self.document,
            tuple(
                self._entity(self.used[number], ids[number]) for number in sorted(ids, key=lambda n: int(ids[n][1:]))
            ),
            events,
            relations,
        )

    def _only_acts(self, referent: Referent) -> bool:
        """Whether a capital stands for its state wherever it is named: "Washington said"."""
        if referent.type != "City" or referent.number in self.used:
            return False
        acting = {said.head for other in self.used.values() if other.type == "State" for said in other.phrases}
        return all(said.head in acting for said in referent.phrases)

    def _use(self, referent: Referent | None) -> Referent | None:
        if referent is not None:
            self.used[referent.number] = referent
        return referent

    def _roles(self, event: Happening) -> dict[str, list[int | str]]:
        """Role -> numbers of referents or ids of events."""
        filled: dict[str, list[int | str]] = {}
        for role, tokens in event.roles.items():
            for token in tokens:
                other = self.reading.hosts.get(token)
                if other is event and event.construction != SOURCE:
                    continue
                is_source = other is not None and other.construction == SOURCE  # who says so, and not that he does
                other = None if other is event or is_source else other
                found: int | str | None = self.event_ids[other.token] if other else self._referent(event, role, token)
                if found is not None and found not in filled.setdefault(role, []):
                    filled[role].append(found)
        return {role: found for role, found in filled.items() if found}

    def _referent(self, event: Happening, role: str, token: int) -> int | None:
        if role == TOPIC and (phrase := self.reading.phrases.at(token)) and not phrase.type:
            return None  # acts in general, of which no event is told: "convicted of attacks"
        referent = self.reading.referents.of(token)
        is_asked = role == "patient" and self.lexicon.is_a(event.type, "Communication")
        if referent and referent.type == "City" and (role in ACTING or is_asked) and not event.is_hostile:
            referent = self.reading.referents.acting_state(token) or referent
        return referent.number if self._use(referent) and referent else None

    def _named(self, filled: dict[str, list[int | str]], ids: dict[int, str]) -> dict[str, tuple[str, ...]]:
        return {
            role: tuple(found if isinstance(found, str) else ids[found] for found in fillers)
            for role, fillers in filled.items()
        }

    def _sources(self, tokens: list[int]) -> list[int]:
        found = []
        for token in tokens:
            referent = self.reading.referents.of(token)
            if referent and referent.type == "City":
                referent = self.reading.referents.acting_state(token) or referent
            if self._use(referent) and referent and referent.number not in found:
                found.append(referent.number)
        return found

    def _anchored(self, judged: JudgedLink) -> bool:
        """Whether both ends of a relation are things of the record."""
        ends = [judged.link.subject] + ([] if judged.link.literal or judged.link.state else [judged.link.object])
        referents = [self.reading.referents.of(end) for end in ends]
        told = judged.link.state or any(r is not None and r.number in self.used for r in referents)
        if (judged.link.stated or judged.link.draws) and told:
            for referent in referents:
                self._use(referent)
        return all(r is not None and r.number in self.used for r in referents) and len(set(map(id, referents))) == len(
            ends
        )

    def _event(self, event: Happening, roles: dict[str, tuple[str, ...]], sources: list[str]) -> Event:
        attributes: dict[str, str | int] = {}
        if event.frame.kind_attribute:
            attributes[event.frame.kind_attribute] = event.kind or event.frame.default_kind
        for name in ("killed", "injured"):
            if getattr(event, name) is not None and event.type != "Plot":  # nobody died of what did not happen
                attributes[name] = getattr(event, name)
        start, end = self._span(event.start, event.end)
        method = f"{event.type}/{event.construction or event.trigger.word_class}"
        time: When | None = event.time.when if event.time else None
        return Event(
            self.event_ids[event.token],
            event.type,
            Mention(self.document.text[start:end], start, end, self.texts[event.token], "trigger"),
            roles,
            (self._evidence(event.token, method),),
            time,
            event.stage or None,
            event.factuality,
            tuple(sources),
            INFERRED if event.trigger.weak else STATED,
            attributes,
            tuple(event.cues),
        )

    def _evidence(self, token: int, method: str) -> Evidence:
        first, last = sentence_span(self.reading.tree, token)
        while first < last - 1 and self.texts[first].isspace():
            first += 1
        while last > first + 1 and self.texts[last - 1].isspace():
            last -= 1
        return Evidence(*self._span(first, last), method)

    def _span(self, first: int, end: int) -> tuple[int, int]:
        """The characters of tokens up to, not including, an end."""
        return self.begins[first], self.begins[end - 1] + len(self.texts[end - 1])

    def _relations(self, links: list[JudgedLink], ids: dict[int, str]) -> tuple[Relation, ...]:
        found: dict[tuple[str, str, str], Relation] = {}
        for judged in links:
            link = judged.link
            subject = self.reading.referents.of(link.subject)
            other = None if link.literal else self._object(link)
            if subject is None or (other is None and not link.literal):
                continue
            if link.predicate in PERSONAL and subject.type not in PERSONS:
                continue  # "French soldiers" may be the army
            target = link.literal or ids[other.number if other else 0]
            key = (ids[subject.number], link.predicate, target)
            sources = tuple(ids[n] for n in self._sources(judged.sources) if n in ids)
            relation = Relation(*key, (self._evidence(link.token, link.method),), judged.factuality, sources, STATED)
            if key not in found or (found[key].factuality != "reported" and judged.factuality == "reported"):
                found[key] = relation
        return (*found.values(), *self._known(ids, found.keys()))

    def _object(self, link: Link) -> Referent | None:
        referents = self.reading.referents
        return referents.state(link.state, link.object) if link.state else referents.of(link.object)

    def _known(self, ids: dict[int, str], said: Collection[tuple[str, str, str]]) -> Iterator[Relation]:
        """What the knowledge base says of two things named here; its method tells that no sentence does."""
        by_iri = {self.used[n].entry.iri: n for n in sorted(ids) if self.used[n].entry}  # type: ignore[union-attr]
        for number in by_iri.values():
            entry = self.used[number].entry
            for predicate, target in entry.relations if entry else ():
                key = (ids[number], predicate, ids.get(by_iri.get(target, -1), ""))
                together = predicate in KNOWN_TOGETHER and self._together(number, by_iri.get(target))
                if (predicate in KNOWN or together) and key[2] and key not in said:
                    evidence = self._evidence(self.used[number].phrases[0].head, f"{predicate}/{BACKGROUND}")
                    yield Relation(*key, (evidence,), confidence=STATED)

    def _together(self, one: int, other: int | None) -> bool:
        """Whether one sentence speaks of two things."""
        sentence = self.reading.tree.sentence
        both = [{sentence[p.head] for p in self.used[n].phrases} for n in (one, other) if n is not None]
        return bool(set.intersection(*both)) and other is not None

    def _entity(self, referent: Referent, identifier: str) -> Entity:
        mentions = tuple(self._mention(phrase) for phrase in referent.phrases)
        attributes = dict(referent.entry.attributes) if referent.entry else {}
        if referent.attribute and referent.attribute[0] in SHOWN:
            attributes.setdefault(*referent.attribute)
        name = referent.entry.name if referent.entry else self._best_name(referent)
        return Entity(
            identifier,
            referent.type,
            name,
            mentions,
            referent.entry.iri if referent.entry else None,
            referent.count.number if referent.count else None,
            attributes,
        )

    def _best_name(self, referent: Referent) -> str:
        names = (
            [p for p in referent.phrases if p.kind == "name"]
            or [p for p in referent.phrases if p.kind == "nominal" and self.doc[p.head].pos_ in NOUNS]  # not "four"
            or [p for p in referent.phrases if p.kind == "nominal"]
            or referent.phrases
        )
        best = max(names, key=lambda p: (p.end - p.start if p.kind == "name" else 0, -p.start))
        start, end = self._span(best.start, best.end)
        return " ".join(self.document.text[start:end].split())

    def _mention(self, phrase: Phrase) -> Mention:
        start, end = self._span(phrase.first, phrase.end)
        quote, head = self.document.text[start:end], self.texts[phrase.head]
        return Mention(quote, start, end, head, phrase.kind, phrase.confidence)
