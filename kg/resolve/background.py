"""What resolution knows before it reads: names, classes and what tells things apart."""

from __future__ import annotations

from dataclasses import dataclass

from kg.lexicon import identity as identities
from kg.lexicon import ontology as ontologies
from kg.lexicon.identity import Identity
from kg.lexicon.names import KnowledgeBase
from kg.lexicon.ontology import Ontology


@dataclass(frozen=True, slots=True, eq=False)
class Background:
    """The knowledge base, the ontology and the table of identity."""

    knowledge: KnowledgeBase
    ontology: Ontology
    identity: Identity

    def compatible(self, left: str, right: str) -> bool:
        """Whether one thing can be called by both types: one is a kind of the other."""
        return self.ontology.is_a(left, right) or self.ontology.is_a(right, left)


def load(knowledge: KnowledgeBase) -> Background:
    """The background with the program's own ontology and table."""
    return Background(knowledge, ontologies.load(), identities.load())
