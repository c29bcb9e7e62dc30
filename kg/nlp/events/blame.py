"""Events in, the same with more who did them out: groups behind people, those who claim or are blamed."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping

from kg.lexicon.function_words import function_words
from kg.lexicon.lexicon import Lexicon
from kg.nlp.coreference.referents import Referents
from kg.nlp.events.happening import Happening
from kg.nlp.phrases.phrase import Phrases
from kg.nlp.syntax.arguments import Walker
from kg.nlp.syntax.tree import Tree

CLAIMS = frozenset({"ClaimOfResponsibility", "Confession"})
CLAIM, STATEMENT = "ClaimOfResponsibility", "Statement"
ACCUSATION, LEGAL_ACTION = "Accusation", "LegalAction"
SETTLED = frozenset({"conviction", "sentence", "plea"})  # kinds of legal action after which the doer is known
GROUPS = frozenset({"Group", "Organization"})
MEMBERS = frozenset({"Person", "People", "Group", "Cell"})
OF_GROUP = ("nmod", "compound", "nmod:poss", "amod", "nmod:desc")
ACTORS = frozenset({"Actor"})
CLAIMANTS = frozenset({"Group", "Cell", "Person", "People", "Organization"})
DOERS = ("perpetrator", "suspect")
LAST = 3  # sentences within which a claim of responsibility is for the attack told last
BESIDE = 1  # the same for inquiries
FREED = frozenset({"acquittal", "release"})


def name_groups(tree: Tree, phrases: Phrases, happenings: Mapping[int, Happening]) -> None:
    """Adds the group that people act for: "FARC guerrillas", "a column of Shining Path members"."""
    for event in happenings.values():
        for role in DOERS if event.is_hostile else ():
            for token in list(event.roles.get(role, ())):
                for group in _groups(tree, phrases, token):
                    event.fill(role, group)


def _groups(tree: Tree, phrases: Phrases, token: int) -> Iterator[int]:
    phrase = phrases.at(token)
    if phrase is None or phrase.kind != "nominal" or phrase.type not in MEMBERS:
        return
    for child in tree.kids(token, *OF_GROUP):
        name = phrases.name_at(child)
        if name and name.type in GROUPS:
            yield name.head
        elif tree.deps[child] == "nmod" and tree.preposition(child) in function_words().belonging:
            yield from _groups(tree, phrases, child)


def name_involved(
    tree: Tree, lexicon: Lexicon, phrases: Phrases, walker: Walker, happenings: Mapping[int, Happening]
) -> None:
    """Makes suspects of those who are said to be responsible for a hostile act or involved in it."""
    for event in happenings.values():
        head = tree.heads[event.token]
        if (
            not event.is_hostile
            or tree.deps[event.token] not in ("obl", "nmod", "obl:arg")
            or tree.lemmas[head] not in lexicon.grammar.linking_words
            or tree.preposition(event.token) not in function_words().responsible
        ):
            continue
        for argument in walker.seats(head, "object" if walker.is_passive(head) else "subject"):
            phrase = phrases.at(argument.token)
            if phrase and (phrase.kind == "pronoun" or lexicon.fits(phrase.type, ACTORS)):
                event.fill("suspect", argument.token)


def hear_others(tree: Tree, phrases: Phrases, happenings: Mapping[int, Happening]) -> None:
    """Makes statements of claims that tell what another did: "agents poisoned him, the police claimed"."""
    for event in happenings.values():
        for topic in event.roles.get("topic", ()) if event.type in CLAIMS else ():
            act = happenings.get(topic)
            doers = [token for role in DOERS for token in (act.roles.get(role, ()) if act else ())]
            if act is None or tree.pos[act.token] != "VERB" or {*doers} & {*event.roles.get("agent", ())}:
                continue
            told = [phrase for token in doers if (phrase := phrases.at(token)) and phrase.kind != "pronoun"]
            suffered = not doers and tree.kid(act.token, "nsubj:pass") is not None  # "claimed that he had been shot"
            if suffered or (told and not any(tree.kid(phrase.head, "nmod:poss") is not None for phrase in told)):
                event.type = STATEMENT


def claim_last(tree: Tree, happenings: Mapping[int, Happening]) -> None:
    """Gives claims and inquiries of which nothing is said the attack told last: "IS claimed responsibility"."""
    for event in happenings.values():
        known = event.trigger.word_class == "noun" and not event.aliases  # "the inquiry went on"
        if not event.frame.recalls or event.roles.get("topic") or known:
            continue
        reach = LAST if event.type == CLAIM else BESIDE
        near = (
            act
            for act in sorted(happenings.values(), key=lambda act: -act.token)
            if act.token < event.token and tree.sentence[event.token] - tree.sentence[act.token] <= reach
        )
        act = next((act for act in near if act.type == "Attack" and act.factuality != "denied"), None)
        if act is not None:
            event.fill("topic", act.token)


def hear_of_incidents(lexicon: Lexicon, happenings: Mapping[int, Happening]) -> None:
    """Makes attacks of explosions that somebody claims."""
    for event in happenings.values():
        for topic in event.roles.get("topic", ()) if event.type == CLAIM and event.factuality != "denied" else ():
            act = happenings.get(topic)
            if act is None or act.type != "Incident":
                continue
            known = lexicon.triggers.get((act.trigger.lemma, act.trigger.word_class), ())
            kinds = [trigger.kind for frame, trigger in known if frame.type == "Attack" and trigger.kind]
            frame = lexicon.frames["Attack"]
            act.type, act.frame, act.stage = "Attack", frame, "accomplished"
            act.kind = kinds[0] if kinds else frame.default_kind


def name_suspects(happenings: Mapping[int, Happening]) -> None:
    """Makes suspects of those who claim a hostile act and of those who are blamed for it."""
    for event in happenings.values():
        blamed = event.roles.get("agent" if event.type in CLAIMS else "patient", [])
        if event.type not in CLAIMS and event.type != ACCUSATION:
            continue
        for topic in event.roles.get("topic", ()):
            act = happenings.get(topic)
            for token in blamed if act and act.is_hostile and event.factuality != "denied" else ():
                if act and token not in act.roles.get("perpetrator", ()):
                    act.fill("suspect", token)


def name_convicts(happenings: Mapping[int, Happening]) -> None:
    """Those who stand before a court for a noun that names no doer did it, or are suspects until they are convicted."""
    for event in happenings.values():
        for topic in event.roles.get("topic", ()) if event.type == LEGAL_ACTION and event.kind not in FREED else ():
            act = happenings.get(topic)
            if act is None or not act.is_hostile or act.trigger.word_class != "noun" or event.factuality == "denied":
                continue
            if any(act.roles.get(role) for role in DOERS):
                continue
            for token in event.roles.get("patient", ()):
                act.fill("perpetrator" if act.type == "Plot" or event.kind in SETTLED else "suspect", token)


def hear_claims(events: Iterable[Happening], referents: Referents) -> None:
    """A deed that the doer himself tells of is a claim: he is its suspect, whoever quotes him.

    The saying is a claim of responsibility, and what it is about does not become a fact by it.
    """
    everything = list(events)
    for act in everything:
        if act.type != "Attack":
            continue
        speakers = {id(referents.of(one)) for token in act.sources for one in (token, *_groups_of(referents, token))}
        doers = [(token, referents.of(token)) for token in act.roles.get("perpetrator", ())]
        able = [token for token, who in doers if who and who.type in CLAIMANTS]
        claiming = [token for token in able if _kin(referents, token) & speakers]
        for token in claiming:
            act.roles["perpetrator"].remove(token)
            act.fill("suspect", token)
        if claiming and not act.roles["perpetrator"]:
            del act.roles["perpetrator"]
        for saying in everything if claiming else ():
            told = {*saying.roles.get("topic", ())} & {act.token, *act.aliases}
            if saying.type == "Statement" and told:
                saying.type = CLAIM


def _kin(referents: Referents, doer: int) -> set[int]:
    """Who a doer is and whose: "one of its men" is the group's."""
    of = [doer, *_groups_of(referents, doer)]
    of += [above for token in of[1:] for above in _groups_of(referents, token)]
    return {id(referents.of(token)) for token in of if referents.of(token)}


def _groups_of(referents: Referents, speaker: int) -> list[int]:
    """Those for whom a speaker speaks: "a member of the group", "its spokesman"."""
    return referents.tree.kids(speaker, "nmod", "compound", "nmod:poss")


def part_roles(events: Iterable[Happening], referents: Referents, negation: Container[str]) -> None:
    """Takes out of roles who cannot sit there: nobody ("no group was behind it"), a doer to whom it was done."""
    for event in (event for event in events if event.is_hostile):
        for role in DOERS:
            _keep(event, role, [t for t in event.roles.get(role, ()) if not _is_nobody(referents, t, negation)])
        doers = {id(referents.of(token)) for token in event.roles.get("perpetrator", ())}
        _keep(event, "victim", [t for t in event.roles.get("victim", ()) if id(referents.of(t)) not in doers])


def _keep(event: Happening, role: str, kept: list[int]) -> None:
    event.roles.pop(role, None)
    if kept:
        event.roles[role] = kept


def _is_nobody(referents: Referents, token: int, negation: Container[str]) -> bool:
    """Whether all that is said of somebody is that there is none: "no group"."""
    referent, tree = referents.of(token), referents.tree
    said = [phrase.head for phrase in referent.phrases if phrase.kind != "pronoun"] if referent else [token]
    return bool(said) and all(any(tree.words[kid] in negation for kid in tree.kids(head, "det")) for head in said)
