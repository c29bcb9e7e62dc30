"""Events with sets of people in, the same with those who are named out: "two nuns were killed. They were X and Y"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.lexicon.function_words import function_words
from kg.lexicon.lexicon import Lexicon
from kg.nlp.coreference.discourse import Referent
from kg.nlp.coreference.referents import Referents
from kg.nlp.events.happening import Happening
from kg.nlp.phrases.phrase import Phrases
from kg.nlp.syntax.tree import Tree

VERBAL = frozenset({"VERB", "AUX"})
PERSON, PEOPLE = "Person", "People"
SHARED = ("victim", "perpetrator", "suspect", "patient")  # what is told of all of a set holds for each of it


def name_members(tree: Tree, lexicon: Lexicon, referents: Referents, events: Iterable[Happening]) -> None:
    """Seats the named members of a set where the set is; of a set all of whom are named, nothing else."""
    named: dict[int, list[int]] = {}
    for number, names in _lists(tree, lexicon, referents):
        known = named.setdefault(number, [])
        known += [token for token in names if token not in known]
    for event in events:
        for role in SHARED:
            for token in list(event.roles.get(role, ())):
                whole = referents.of(token)
                if whole is None or whole.number not in named:
                    continue
                for name in named[whole.number]:
                    event.fill(role, name)
                if whole.count and whole.count.number == len(named[whole.number]):
                    event.roles[role].remove(token)


def expect_members(tree: Tree, lexicon: Lexicon, phrases: Phrases) -> None:
    """Makes the phrases of which lists of names tell, though no event asked for them: "They were X and Y"."""
    for name in phrases.names:
        head = _set_of(tree, lexicon, name.head) if name.type == PERSON else -1
        if head >= 0:
            phrases.at(head)


def _lists(tree: Tree, lexicon: Lexicon, referents: Referents) -> Iterator[tuple[int, list[int]]]:
    """The numbers of sets, with the heads of the names that are listed of each."""
    for name in referents.phrases.names:
        head = _set_of(tree, lexicon, name.head) if name.type == PERSON else -1
        if head < 0:
            continue
        found: dict[int, int] = {}
        for token in tree.conjuncts(name.head):
            one = referents.of(token)
            if one and one.type == PERSON and one.names:
                found.setdefault(one.number, token)
        whole = referents.of(head)
        if tree.pos[head] == "PRON" and (whole is None or whole.type != PEOPLE):
            whole = _so_many(referents, len(found), head)
        if whole and whole.type == PEOPLE and whole.many and whole.number not in found:
            yield whole.number, list(found.values())


def _so_many(referents: Referents, number: int, before: int) -> Referent | None:
    """The last set of so many people."""
    sets = (one for one in referents.discourse.all if one.type == PEOPLE and one.count and one.count.number == number)
    told = [one for one in sets if number > 1 and one.phrases[0].start < before]
    return max(told, key=lambda one: max(said.start for said in one.phrases if said.start < before), default=None)


def _set_of(tree: Tree, lexicon: Lexicon, name: int) -> int:
    """The head of what a list that begins with a name is a list of; -1 if there is nothing."""
    label, head = tree.deps[name], tree.heads[name]
    if label == "appos" or (label == "nmod" and tree.preposition(name) in lexicon.cues.enumerating):
        between = (t for t in range(head + 1, name) if tree.deps[t] != "case" and tree.pos[t] in VERBAL)
        return -1 if head > name or any(True for _ in between) else head
    if tree.kid(name, "cop") is not None:
        subject = tree.kid(name, "nsubj")
        among = (kid for kid in tree.kids(name, "obl", "nmod") if tree.preposition(kid) in lexicon.cues.enumerating)
        if subject is None:
            return next(among, -1)
        doubtful = tree.kid(name, "aux", "case", "advmod") is not None  # "may be", "that of X", "not"
        return -1 if doubtful else _whole(tree, lexicon, subject)
    if label == "nsubj" and tree.kid(head, "cop") is not None and tree.preposition(head) in lexicon.cues.enumerating:
        return head  # "among the dead was X"
    if label.startswith("obl") and tree.preposition(name) in lexicon.coreference.equating:
        subject = tree.kid(head, "nsubj:pass") if tree.lemmas[head] in lexicon.cues.naming_verbs else None
        return -1 if subject is None else subject
    return -1


def _whole(tree: Tree, lexicon: Lexicon, subject: int) -> int:
    """What one is one of: "one of the wounded is X"."""
    if tree.words[subject] != lexicon.cues.one:
        return subject
    parts = (kid for kid in tree.kids(subject, "nmod") if tree.preposition(kid) in function_words().belonging)
    return next(parts, subject)
