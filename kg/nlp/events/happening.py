"""Events as they stand in a tree: trigger, frame, who sits in which role; before anything is merged or judged."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.lexicon.frames import Frame, Trigger
from kg.nlp.time.find import TimeExpression

HOSTILE = frozenset({"Attack", "Plot"})


@dataclass(slots=True)
class Happening:
    """An event at its trigger `token` (the trigger's words are `start` up to `end`).

    `roles` maps a role to tokens: heads of phrases, or triggers of other events. `construction` is how the first
    of them was found. `aliases` are tokens that speak of the same event (a support verb, "killed" beside "bombing").
    """

    token: int
    start: int
    end: int
    frame: Frame
    trigger: Trigger
    type: str
    kind: str = ""
    roles: dict[str, list[int]] = field(default_factory=dict)
    construction: str = ""
    aliases: set[int] = field(default_factory=set)
    stage: str = ""
    factuality: str = "reported"
    sources: list[int] = field(default_factory=list)
    cues: list[str] = field(default_factory=list)
    killed: int | None = None
    injured: int | None = None
    time: TimeExpression | None = None
    known: bool = False  # a hostile act spoken of as one that happened, whoever had a part in it

    def fill(self, role: str, token: int) -> None:
        """Puts a token into a role, once."""
        fillers = self.roles.setdefault(role, [])
        if token not in fillers:
            fillers.append(token)

    @property
    def is_hostile(self) -> bool:
        """Whether it is an attack or a plot."""
        return self.type in HOSTILE


@dataclass(frozen=True, slots=True)
class Match:
    """A trigger found in the text, not yet known to be an event. `covered` is the last word of a phrase, or -1."""

    token: int
    start: int
    end: int
    frame: Frame
    trigger: Trigger
    covered: int = -1
