"""Who speaks: "the statement issued by the committee said" is the committee, "it added" whoever spoke before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.lexicon.function_words import function_words
from kg.lexicon.lexicon import Lexicon
from kg.nlp.events.happening import Happening
from kg.nlp.phrases.phrase import Phrases
from kg.nlp.syntax.arguments import Walker
from kg.nlp.syntax.tree import Tree

STATEMENT = "Statement"
ACTORS = frozenset({"Actor", "Place"})
CLAUSES = ("ccomp", "xcomp", "parataxis")


def name_speakers(
    tree: Tree, lexicon: Lexicon, phrases: Phrases, walker: Walker, happenings: Mapping[int, Happening]
) -> None:
    """Gives statements whose subject is a text the agent who issued it, or else the last one who said something."""
    last: list[int] = []
    for token in sorted(happenings):
        event = happenings[token]
        if not lexicon.is_a(event.type, "Communication"):
            continue
        agents = _put_in_before(tree, happenings, event)
        text = _text_subject(tree, lexicon, walker, event)
        if text >= 0:
            issuers = [one for one in _issuers(tree, walker, text) if _acts(lexicon, phrases, one)]
            articles = function_words().indefinite_articles
            other = any(tree.lemmas[det] in articles for det in tree.kids(text, "det"))
            issuers = issuers or _outlets(walker, phrases, text) or ([] if other else last)
            if issuers:
                event.roles["agent"] = last = list(issuers)
        elif agents and event.type == STATEMENT:
            last = agents


def _put_in_before(tree: Tree, happenings: Mapping[int, Happening], event: Happening) -> list[int]:
    """Who says it; of a participle behind a saying put in, its speaker: "They fled, she said, adding that …"."""
    agents, head = event.roles.get("agent", []), tree.heads[event.token]
    if event.type != STATEMENT or tree.tags[event.token] != "VBG" or tree.deps[event.token] not in ("advcl", "conj"):
        return agents
    beside = [kid for kid in tree.kids(head, "parataxis") if kid < event.token and kid in happenings]
    sayings = [happenings[kid] for kid in beside if happenings[kid].type == STATEMENT]
    if sayings and (speakers := sayings[-1].roles.get("agent")):
        event.roles["agent"] = list(speakers)
    return event.roles.get("agent", [])


def _outlets(walker: Walker, phrases: Phrases, text: int) -> list[int]:
    """The outlets that print or send a text: "a report in the Sunday Times"."""
    where = [a.token for a in walker.noun(text) if a.seat in function_words().printed or a.seat == "compound"]
    return [token for token in where if (phrase := phrases.at(token)) and phrase.type == "MediaOrganization"]


def name_topics(tree: Tree, lexicon: Lexicon, happenings: Mapping[int, Happening]) -> None:
    """What is said is also what a verb of the clause supports: "said it had carried out the bombing".

    So is what somebody is said to have or not to have a part in: "denied any role in the killing".
    """
    supported = {alias: event.token for event in happenings.values() for alias in sorted(event.aliases)}
    for token, event in happenings.items():
        if not lexicon.is_a(event.type, "Communication") or "topic" in event.roles:
            continue
        for clause in tree.kids(token, *CLAUSES):
            if clause in supported and clause not in happenings and supported[clause] != token:
                event.fill("topic", supported[clause])
        for deed in _shared_in(tree, lexicon, token):
            if deed in happenings and happenings[deed].is_hostile:
                event.fill("topic", deed)


def _shared_in(tree: Tree, lexicon: Lexicon, saying: int) -> Iterator[int]:
    """What is named as that in which somebody had a part, or what claims about it say: "rejected reports that ..."."""
    words = lexicon.cues.involvement | lexicon.grammar.linking_words
    for part in tree.kids(saying, *CLAUSES, "obj", "obl", "obl:arg"):
        if tree.lemmas[part] in words:
            deeds = tree.kids(part, "nmod", "obl", "obl:arg")
            yield from (deed for deed in deeds if tree.preposition(deed) in function_words().responsible)
        elif tree.deps[part] == "obj":
            yield from (clause for clause in tree.kids(part, "acl", "ccomp") if tree.kid(clause, "mark") is not None)


def _acts(lexicon: Lexicon, phrases: Phrases, token: int) -> bool:
    phrase = phrases.at(token)
    return phrase is not None and lexicon.fits(phrase.type, ACTORS)


def _text_subject(tree: Tree, lexicon: Lexicon, walker: Walker, event: Happening) -> int:
    """The subject of a saying if it is a text, else -1."""
    if event.construction == "source":
        return event.token if tree.lemmas[event.token] in lexicon.cues.documents else -1
    for argument in walker.seats(event.token, "subject"):
        if tree.lemmas[argument.token] in lexicon.cues.documents:
            return argument.token
    return -1


def _issuers(tree: Tree, walker: Walker, text: int) -> list[int]:
    found = [a.token for a in walker.noun(text) if a.seat in ("possessive", "compound", *function_words().issuers)]
    for clause in tree.kids(text, "acl", "acl:relcl"):
        found += [a.token for a in walker.seats(clause, "subject") if a.token != text]
    return [token for token in found if tree.is_nominal(token)]
