"""Each event gets the date of its own clause: the time expression that hangs on it, on its support verb or its alias.

A time told by an event ("within 48 hours of the blasts") is reckoned from that event once it has its date.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace

from kg.lexicon.function_words import function_words
from kg.nlp.events.happening import Happening
from kg.nlp.names.recognized import head_of
from kg.nlp.qualifiers.saying import SOURCE
from kg.nlp.syntax.dateline import end_of_dateline
from kg.nlp.syntax.tree import Tree, sentence_span
from kg.nlp.time import Kind, TimeExpression
from kg.nlp.time.find import from_event

MAX_CLIMB = 5  # heads between a time and its event: "in the early hours of Tuesday" needs three
UNDATED = frozenset({Kind.DURATION, Kind.REPEATED, Kind.VAGUE})
PREDICATES = frozenset({"VERB", "AUX"})
RESULT = ("advcl",)
RELATIVE = ("acl:relcl", "advcl:relcl", "acl")
NAMED = 6  # words after "two days after" among which the event stands
DAY = len("2000-01-01")
INNER = ("nsubj", "nsubj:pass", "obj", "xcomp", "ccomp")  # where the event stands below a verb that is none itself


def date_events(
    tree: Tree, happenings: Sequence[Happening], times: Iterable[TimeExpression], apart: Container[str]
) -> None:
    """Sets the time of every event that a time expression of its clause dates; the first one counts.

    `apart` are verbs of what is done on another day than that of the act: "marked ten years since the bombing".
    """
    owners: dict[int, Happening] = {}
    for event in happenings:
        for token in (event.token, *event.aliases) if event.construction != SOURCE else ():
            owners.setdefault(token, event)  # "according to X on Monday" says when it happened, not when X spoke
    said: dict[int, TimeExpression] = {}  # by the verb that a day stands beside
    everything = list(times)
    loose: list[Happening] = []  # those dated by a time that hangs on another word
    counted = [time for time in everything if time.kind == Kind.EVENT and time.shift]
    for time in everything:
        if time.kind in UNDATED or time.end_token <= end_of_dateline(tree, time.start_token):
            continue
        verb = tree.heads[head_of(tree, time.start_token, time.end_token)]
        if tree.pos[verb] in PREDICATES and _is_day(time):
            said.setdefault(verb, time)
        owner = _owner(tree, time, owners, apart)
        own = owner is not None and tree.heads[head_of(tree, time.start_token, time.end_token)] == owner.token
        if owner is not None and (owner.time is None or _tells_more(time, owner.time) or (own and owner in loose)):
            owner.time = time
            loose = [*loose, owner] if not own else [one for one in loose if one is not owner]
        then = _when_clause(tree, time, owners)
        if then is not None and then is not owner and (then.time is None or not then.time.dated):
            when = time.when
            then.time = replace(time, when=replace(when, start=when.start or when.end, end=when.end or when.start))
    for event in happenings:
        if event.time and event.time.kind == Kind.EVENT:
            event.time = _reckoned(tree, event.time, owners)
    for time in counted:
        _reckon_back(tree, time, owners, said)
    said |= {event.token: event.time for event in happenings if event.time and _is_day(event.time)}
    dated = {event.token: event.time for event in happenings if event.time and event.time.dated}
    _spread(tree, happenings, said, dated)


def _tells_more(time: TimeExpression, known: TimeExpression) -> bool:
    """Whether a time dates what another does not, or is a part of it: Sunday of this year."""
    if not known.dated or not time.dated:
        return time.dated and not known.dated
    fine, coarse = time.when.start or "", known.when.start or ""
    return known.when.start == known.when.end and len(fine) > len(coarse) and fine.startswith(coarse)


def _when_clause(tree: Tree, time: TimeExpression, owners: dict[int, Happening]) -> Happening | None:
    """What happened then: "the deadliest since July 7, 2005, when four men bombed the capital"."""
    after = time.end_token
    while after < len(tree) and tree.pos[after] == "PUNCT":
        after += 1
    return owners.get(tree.heads[after]) if after < len(tree) and tree.tags[after] == "WRB" else None


def _owner(
    tree: Tree, time: TimeExpression, owners: dict[int, Happening], apart: Container[str]
) -> Happening | None:
    token = head_of(tree, time.start_token, time.end_token)
    first = time.start_token
    before = owners.get(first - 2 if tree.pos[first - 1] == "ADP" else first - 1) if first > 1 else None
    loose = tree.heads[token] > token or tree.deps[token] == "nmod"
    loose |= before is not None and any(kid >= time.end_token for kid in tree.kids(before.token, "nmod"))
    if before and loose and tree.pos[before.token] == "NOUN":
        return before  # "at the time of his arrest in 2007, he was preparing …"
    owned = tree.deps[token] == "nmod:poss"
    named = range(time.end_token, time.end_token + NAMED) if time.kind == Kind.EVENT else ()
    for _ in range(MAX_CLIMB):
        head = tree.heads[token]
        if head == token:
            return _next_told(tree, token, owners)
        if _stands_before(tree, time, head):
            head = tree.heads[head]  # "said on Monday that it had …": left of the clause it cannot belong to it
        if head in owners and head not in named:  # "two days after the raid" does not date the raid
            return owners[head]
        within = [child for child in tree.kids(head, "compound") if child in owners]
        if within and tree.pos[head] not in PREDICATES:
            return owners[within[-1]]  # "the 2016 coup attempt"
        if tree.pos[head] in PREDICATES and owned:
            return None  # "said after Friday's spree"
        if tree.pos[head] in PREDICATES:
            return None if tree.lemmas[head] in apart else _below(tree, head, owners) or _raised(tree, head, owners)
        if tree.deps[head] in RELATIVE and tree.kid(head, "cop") is not None:
            return None  # "the suspect, who had been on the run since 2016, …"
        if tree.deps[head] == "ccomp" and tree.kid(head, "cop") is not None:
            inner = [owners[t] for t in tree.subtree(head) if t in owners and head < t < time.start_token]
            return inner[-1] if inner else None  # "said it was revenge for the killing of two men in March"
        token = head
    return None


def _raised(tree: Tree, verb: int, owners: dict[int, Happening]) -> Happening | None:
    """The subject of what a verb is governed by: "the trial is expected to begin in May"."""
    while tree.deps[verb] == "xcomp":
        verb = tree.heads[verb]
    return next((owners[kid] for kid in tree.kids(verb, "nsubj", "nsubj:pass") if kid in owners), None)


def _next_told(tree: Tree, root: int, owners: dict[int, Happening]) -> Happening | None:
    """What follows a fragment that the parser has cut off: "On the morning of 17 August | he drove into it"."""
    _, end = sentence_span(tree, root)
    if tree.pos[root] in PREDICATES or tree.pos[end - 1] in ("PUNCT", "SPACE") or end >= len(tree):
        return None
    start, end = sentence_span(tree, end)
    verb = next(token for token in range(start, end) if tree.heads[token] == token)
    return owners.get(verb) or _below(tree, verb, owners)


def _stands_before(tree: Tree, time: TimeExpression, verb: int) -> bool:
    """Whether a time precedes the word that opens the clause of a verb; or a day its subject: "said Friday it had"."""
    if tree.deps[verb] != "ccomp" or tree.heads[verb] > time.start_token:
        return False
    opens = tree.kids(verb, "mark") or (tree.kids(verb, "nsubj", "nsubj:pass", "expl") if _is_day(time) else [])
    return any(time.start_token < word for word in opens)


def _below(tree: Tree, verb: int, owners: dict[int, Happening]) -> Happening | None:
    """The one event that a verb without a meaning of its own is about: "the trial opened in April"."""
    if tree.deps[verb] in RELATIVE and tree.heads[verb] in owners:
        return owners[tree.heads[verb]]  # "the blast, which occurred on Wednesday"
    for labels in (INNER, RESULT, ("obl",)):
        kids = [child for child in tree.kids(verb, *labels) if labels != RESULT or tree.kid(child, "mark") is None]
        kids = [kid for kid in kids if tree.preposition(kid) not in function_words().at_other_times]
        found = [owners[child] for child in kids if child in owners]
        found = [event for number, event in enumerate(found) if event not in found[:number]]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _spread(
    tree: Tree, happenings: Sequence[Happening], said: Mapping[int, TimeExpression], times: Mapping[int, TimeExpression]
) -> None:
    """Gives a day that a verb tells also to the event in which it happened, and to what the same people did next."""
    for event in happenings:
        head = tree.heads[event.token]
        inner = [kid for kid in tree.kids(event.token, "obl") if tree.preposition(kid) in function_words().occasions]
        dated = [times[kid] for kid in inner if kid in times]
        if event.time is None and dated:
            event.time = dated[0]  # "killed in an attack on Friday"
        while tree.deps[head] == "xcomp" and head not in times:
            head = tree.heads[head]  # "was reported killed in a raid"
        raised = tree.deps[event.token] in ("xcomp", "obl") and head in times and _is_raised(tree, event.token, head)
        if event.time is None and raised:
            event.time = times[head]
            continue
        within = tree.deps[event.token] == "obl" and tree.preposition(event.token) in function_words().occasions
        if event.time is None and head in said and (within or _goes_on(tree, event.token, head)):
            event.time = said[head]


def _is_raised(tree: Tree, token: int, head: int) -> bool:
    """Whether what is told of a passive happened when it is said to have: "in August he was reported killed"."""
    passive = tree.kid(head, "aux:pass") is not None and tree.tags[head] == "VBN"
    inside = tree.deps[token] != "obl" or tree.preposition(token) in function_words().occasions
    return passive and inside and not any(tree.tags[t] == "TO" for t in tree.kids(token, "mark"))


def _is_day(time: TimeExpression) -> bool:
    return time.when.start == time.when.end and len(time.when.start or "") == DAY


def _goes_on(tree: Tree, verb: int, first: int) -> bool:
    """Whether a verb goes on telling what somebody did: "broke off the talks on Friday, revived the warrants"."""
    return (
        tree.deps[verb] == "conj"
        and _is_past(tree, verb)
        and _is_past(tree, first)
        and tree.kid(verb, "nsubj", "nsubj:pass", "advmod", "aux", "obl:tmod") is None
    )


def _is_past(tree: Tree, verb: int) -> bool:
    """Whether a verb tells the past by itself: "arrested", "was arrested"."""
    helped = any(tree.tags[child] == "VBD" for child in tree.kids(verb, "aux:pass"))
    return tree.tags[verb] == "VBD" or (tree.tags[verb] == "VBN" and helped and tree.kid(verb, "aux") is None)


def _reckon_back(
    tree: Tree, time: TimeExpression, owners: dict[int, Happening], said: Mapping[int, TimeExpression]
) -> None:
    """Dates what a time is counted from: "pulled out bodies on Tuesday, a day after a bomb destroyed the house"."""
    event = next((owners[t] for t in range(time.end_token, time.end_token + NAMED + 1) if t in owners), None)
    day = next((said[t] for t in tree.ancestors(time.start_token) if t in said), None)
    if event is None or event.time is not None or day is None or time.shift is None or time.shift.within:
        return
    back = replace(time, shift=replace(time.shift, amount=-time.shift.amount))
    event.time = replace(time, when=from_event(back, day.when), kind=Kind.RELATIVE)


def _reckoned(tree: Tree, time: TimeExpression, owners: dict[int, Happening]) -> TimeExpression:
    """A time with the dates that its event gives it."""
    for token in range(time.start_token, min(time.end_token + 3, len(tree))):
        event = owners.get(token)
        if event and event.time and event.time.dated and event.time is not time:
            return replace(time, when=from_event(time, event.time.when))
    return time
