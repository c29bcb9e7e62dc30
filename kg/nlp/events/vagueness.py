"""Events of a document in, those out that tell of something that happened once: not "attacks on universities"."""

from __future__ import annotations

from collections.abc import Iterable

from kg.nlp.events.happening import Happening
from kg.nlp.phrases.phrase import Phrases
from kg.nlp.syntax.tree import Tree

ATTACK = "Attack"  # what is planned may be planned against any of a kind
TELLING = ("det", "nummod", "nmod:poss", "amod")  # what makes a plural one of its own: "the attacks", "three attacks"
PLURAL = frozenset({"NNS", "NNPS"})
ONGOING = frozenset({"VBG", "VBP", "VBZ"})


def without_vague(tree: Tree, phrases: Phrases, events: Iterable[Happening]) -> list[Happening]:
    """The events without attacks that are no more than a kind of act against a kind of people or things."""
    return [event for event in events if not _is_vague(tree, phrases, event)]


def _is_vague(tree: Tree, phrases: Phrases, event: Happening) -> bool:
    if event.type != ATTACK or event.time or event.killed or event.injured or event.roles.get("place"):
        return False
    noun = event.trigger.word_class == "noun"
    if noun and (tree.tags[event.token] not in PLURAL or tree.kid(event.token, *TELLING) is not None):
        return False
    if not noun and tree.tags[event.token] not in ONGOING:
        return False
    fillers = [token for tokens in event.roles.values() for token in tokens]
    return all(_is_kind(tree, phrases, token) for token in fillers)


def _is_kind(tree: Tree, phrases: Phrases, token: int) -> bool:
    """Whether a participant is a kind of people or things: "universities", "innocent people"."""
    phrase = phrases.at(token)
    bare = phrase is not None and phrase.kind == "nominal" and not phrase.definite and phrase.count is None
    return bare and tree.tags[token] in PLURAL and tree.kid(token, "det", "acl", "acl:relcl") is None
