"""A parsed Doc, its document and the lexicon in, everything that was read in it out: events, relations, referents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc

from kg.lexicon.frames import Trigger
from kg.lexicon.lexicon import Lexicon
from kg.model import Document, Span
from kg.nlp.coreference.referents import Referents
from kg.nlp.events.blame import (
    claim_last,
    hear_claims,
    hear_of_incidents,
    hear_others,
    name_convicts,
    name_groups,
    name_involved,
    name_suspects,
    part_roles,
)
from kg.nlp.events.folding import fold
from kg.nlp.events.happening import Happening, Match
from kg.nlp.events.laying import tell_what_became
from kg.nlp.events.members import expect_members, name_members
from kg.nlp.events.outcomes import foil_plots, realize_plots
from kg.nlp.events.retyping import retype, tell_attacks, tell_killings, tell_raids
from kg.nlp.events.same_events import EventMerger
from kg.nlp.events.seating import RoleFiller
from kg.nlp.events.triggers import find_triggers
from kg.nlp.events.vagueness import without_vague
from kg.nlp.events.warfare import tell_war_from_attacks
from kg.nlp.names.find import find_names
from kg.nlp.phrases.phrase import Phrases
from kg.nlp.qualifiers.casualties import CasualtyReader
from kg.nlp.qualifiers.dating import date_events
from kg.nlp.qualifiers.judging import STATEMENT, JudgedLink, is_habit, is_idle, judge_all, judged
from kg.nlp.qualifiers.modality import Judge
from kg.nlp.qualifiers.speakers import name_speakers, name_topics
from kg.nlp.qualifiers.speech import Speech, carry_on
from kg.nlp.relations.link import Link
from kg.nlp.relations.links import Linker
from kg.nlp.relations.offices import OfficeReader
from kg.nlp.syntax.arguments import Walker
from kg.nlp.syntax.mending import mend
from kg.nlp.syntax.tree import Tree, tree
from kg.nlp.time.find import TimeExpression, find_times


@dataclass(slots=True)
class Reading:
    """All that was read in one document. `events` are in text order; `saying` are events by the token that says."""

    tree: Tree
    phrases: Phrases
    referents: Referents
    events: list[Happening]
    links: list[JudgedLink]
    hosts: dict[int, Happening]


def read(doc: Doc, document: Document, lexicon: Lexicon, scheme: str) -> Reading:
    """Reads one document."""
    view = tree(doc, scheme)
    mend(view, lexicon)
    mask = _mask(doc, document)
    times = find_times(doc, document.date, lexicon.times)
    timed = frozenset(token for time in times for token in range(time.start_token, time.end_token))
    phrases = Phrases(view, lexicon, find_names(view, lexicon, mask), timed)
    walker = Walker(view, lexicon.grammar)
    filler = RoleFiller(view, lexicon, phrases, walker, timed)
    happenings = _happenings(view, lexicon, phrases, filler, mask)
    tell_raids(view, lexicon, phrases, happenings)
    CasualtyReader(view, lexicon, phrases, walker).apply(happenings)
    retype(view, lexicon, phrases, happenings)
    tell_war_from_attacks(view, lexicon, phrases, happenings)
    name_groups(view, phrases, happenings)
    name_speakers(view, lexicon, phrases, walker, happenings)
    name_topics(view, lexicon, happenings)
    judge = judge_all(view, lexicon, happenings)
    hear_others(view, phrases, happenings)
    hear_of_incidents(lexicon, happenings)
    claim_last(view, happenings)
    name_suspects(happenings)
    name_convicts(happenings)
    name_involved(view, lexicon, phrases, walker, happenings)
    happenings = {token: event for token, event in happenings.items() if not (is_idle(event) or is_habit(view, event))}
    linker = Linker(view, lexicon, phrases, walker, mask)
    links = _links(linker)
    events = [happenings[token] for token in sorted(happenings)]
    referents = Referents(view, lexicon, phrases, _role_holders(events, phrases))
    expect_members(view, lexicon, phrases)
    referents.build()
    links += OfficeReader(view, lexicon, phrases, referents).links()
    links += linker.owned(referents)
    kept = _settled(events, referents, lexicon, times, _inside(doc, document.headings), document.date or "")
    hosts = {token: event for event in kept for token in (*sorted(event.aliases), event.token)}
    return Reading(view, phrases, referents, kept, [judged(link, judge, happenings) for link in links], hosts)


def _settled(
    events: Sequence[Happening], referents: Referents, lexicon: Lexicon, times: Sequence[TimeExpression],
    headings: frozenset[int], today: str,
) -> list[Happening]:
    """What the document as a whole says of the events of its sentences: what became of them, when, which are one."""
    tell_killings(lexicon, referents, events)
    tell_attacks(lexicon, referents, events)
    name_members(referents.tree, lexicon, referents, events)
    events = tell_what_became(referents.tree, referents, events, lexicon.cues.harming)
    date_events(referents.tree, events, times, lexicon.cues.looking_back)
    carry_on(Speech(referents.tree, lexicon, referents, events), lexicon, events)
    realize_plots(events, referents.tree, today)
    foil_plots(events, referents)
    hear_claims(events, referents)
    part_roles(events, referents, lexicon.cues.children["negation"])
    kept = EventMerger(referents.tree, lexicon, referents, headings).merge(events)
    return without_vague(referents.tree, referents.phrases, kept)


def _links(linker: Linker) -> list[Link]:
    """All relations but offices; words come first, because they tell which phrases matter."""
    links = list(linker.by_words())
    _describe_names(linker.tree, linker.phrases)
    return [*links, *linker.between_phrases()]


def _mask(doc: Doc, document: Document) -> list[bool]:
    """Which tokens are not the article: white space and boilerplate."""
    mask: list[bool] = (doc.to_array(["IS_SPACE"]).ravel() != 0).tolist()
    for token in _inside(doc, document.boilerplate):
        mask[token] = True
    return mask


def _inside(doc: Doc, spans: Sequence[Span]) -> frozenset[int]:
    """The tokens that start within one of the spans."""
    if not spans:
        return frozenset()
    starts = doc.to_array(["IDX"]).ravel()
    edges = [np.searchsorted(starts, (span.start, span.end)).tolist() for span in spans]
    return frozenset(token for first, end in edges for token in range(first, end))


def _happenings(
    view: Tree, lexicon: Lexicon, phrases: Phrases, filler: RoleFiller, mask: list[bool]
) -> dict[int, Happening]:
    matches = list(find_triggers(view, lexicon, phrases, mask))
    for found in matches:
        filler.event_types[found[0].token] = {match.frame.type for match in found}
    happenings: dict[int, Happening] = {}
    judge = Judge(view, lexicon, {})
    for found in matches:
        if any(match.frame.also for match in found) and judge.judge(found[0].token).stage:
            found = [match for match in found if not match.frame.also] or found  # nobody plans an accident
        best = filler.best(found)
        if best:
            happenings[best.token] = best
    fold(view, phrases, happenings)
    for source in _sources(view, lexicon, phrases, mask):
        happenings.setdefault(source.token, source)
    for event in happenings.values():
        _drop_unread(event, happenings, phrases)
    return happenings


def _describe_names(view: Tree, phrases: Phrases) -> None:
    """Makes the phrases that say what a name is: "X, the leader of Y", "X is a spokesman"."""
    for name in list(phrases.names):
        for token in (*view.kids(name.head, "appos"), view.heads[name.head]):
            if view.deps[token] == "appos" or (
                view.deps[name.head] in ("appos", "nsubj") and view.pos[token] == "NOUN"
            ):
                phrases.at(token)
                for part in view.kids(token, "nmod", "nmod:poss", "compound"):
                    phrases.at(part)  # "X, head of the movement"


def _drop_unread(event: Happening, happenings: dict[int, Happening], phrases: Phrases) -> None:
    """Takes words out of roles that turned out to be neither an event nor a thing."""
    for role in list(event.roles):
        kept = [
            token
            for token in event.roles[role]
            if token in happenings
            or (
                (phrase := phrases.at(token))
                and (phrase.type or phrase.kind != "nominal" or role in ("target", "patient"))
            )
        ]
        event.roles[role] = kept
        if not kept:
            del event.roles[role]


def _sources(view: Tree, lexicon: Lexicon, phrases: Phrases, mask: list[bool]) -> Iterator[Happening]:
    """ "According to investigators": a statement without a verb."""
    frame = lexicon.frames[STATEMENT]
    for token in range(len(view)):
        if mask[token] or view.deps[token] not in ("obl", "nmod", "advmod", "parataxis", "root"):
            continue
        if view.preposition(token) in lexicon.cues.source_prepositions and phrases.at(token):
            words = sorted(part for child in view.kids(token, "case") for part in (child, *view.kids(child, "fixed")))
            trigger = Trigger(view.preposition(token), "phrase")
            yield Happening(
                token,
                words[0],
                words[-1] + 1,
                frame,
                trigger,
                STATEMENT,
                roles={"agent": [token]},
                construction="source",
            )


def _role_holders(events: list[Happening], phrases: Phrases) -> dict[int, list[tuple[str, str]]]:
    """The roles of each phrase, by its head: of "the judge Omar Farah" those of the judge are Farah's."""
    holders: dict[int, list[tuple[str, str]]] = {}
    for event in events:
        for role, tokens in event.roles.items():
            for token in tokens:
                phrase = phrases.at(token)
                for one in dict.fromkeys((token, phrase.head if phrase else token)):
                    holders.setdefault(one, []).append((event.type, role))
    return holders


__all__ = ["JudgedLink", "Match", "Reading", "read"]
