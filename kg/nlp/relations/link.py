"""A binary relation as it stands in a tree."""

from __future__ import annotations

from dataclasses import dataclass

from kg.lexicon.names import Entry


@dataclass(frozen=True, slots=True)
class Link:
    """A relation as it stands in the tree: tokens of subject and object, or a literal where the predicate takes one.

    `token` is the word that states it; `stated` tells that a word of its own does, so that cues can bear on it. What is
    stated, or `draws`, brings a thing into the record that nothing else tells of. `state` is the object where a word
    names a state that no phrase refers to ("two Italians").
    """

    subject: int
    predicate: str
    object: int
    token: int
    method: str
    literal: str = ""
    stated: bool = False
    draws: bool = False
    state: Entry | None = None
