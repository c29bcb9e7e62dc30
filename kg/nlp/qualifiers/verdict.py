"""What the cues that bear on an event come to: its stage or factuality, what said so, and who."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.lexicon.cues import Cue

STAGES = ("thwarted", "attempted", "threatened", "planned")  # the strongest first
FACTUALITIES = ("denied", "hypothetical", "planned", "alleged")
UNREAL = frozenset({"modal", "future", "condition", "counterfactual"})  # cues of what has not happened yet


@dataclass(slots=True)
class Modality:
    """What the cues say: stages and factualities met on the way, `words` that said so, `sayers` (triggers).

    `personal` is what they say of the part that somebody had in a known act: alleged or denied.
    `hearsay` tells that it was said by nobody knows whom: "it was reported that"; `unreal` that it had not happened;
    `known` that it had, whoever had a part in it.
    """

    stages: set[str] = field(default_factory=set)
    factualities: set[str] = field(default_factory=set)
    personal: set[str] = field(default_factory=set)
    words: list[str] = field(default_factory=list)
    sayers: list[int] = field(default_factory=list)
    hearsay: bool = False
    unreal: bool = False
    known: bool = False

    def add(self, cue: Cue, word: str) -> None:
        """Takes in a cue."""
        self.stages |= {cue.stage} - {""}
        self.factualities |= {cue.factuality} - {""}
        self.unreal |= cue.name in UNREAL
        self.words.append(f"{cue.name}: {word}")

    @property
    def stage(self) -> str:
        """The stage of a hostile act; empty if no cue says that it did not happen."""
        stages = self.stages - {"attempted"} if self.unreal else self.stages  # "might try to attack" is no attempt yet
        return next((stage for stage in STAGES if stage in stages), "")

    @property
    def factuality(self) -> str:
        """The factuality of any other event; empty if nothing takes away from it."""
        return next((value for value in FACTUALITIES if value in self.factualities), "")
