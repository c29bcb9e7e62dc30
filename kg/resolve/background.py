"""What resolution knows before it reads: names, classes and what tells things apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.lexicon import gazetteer
from kg.lexicon import identity as identities
from kg.lexicon import ontology as ontologies
from kg.lexicon.identity import Identity
from kg.lexicon.names import Entry, KnowledgeBase
from kg.lexicon.ontology import Ontology

CITY, AGENCY = "place/geonames-", "agency/"  # IRIs that stand in no file


@dataclass(frozen=True, slots=True, eq=False)
class Background:
    """The knowledge base, the ontology and the table of identity."""

    knowledge: KnowledgeBase
    ontology: Ontology
    identity: Identity

    def compatible(self, left: str, right: str) -> bool:
        """Whether one thing can be called by both types: one is a kind of the other."""
        return self.ontology.is_a(left, right) or self.ontology.is_a(right, left)

    def entry(self, iri: str, names: Iterable[str] = ()) -> Entry | None:
        """What is known of an IRI: an entry of the files, a city of the gazetteer, or a body that every state has.

        `names` are what texts call it; the last two are found by them.
        """
        if iri in self.knowledge.entries:
            return self.knowledge.entries[iri]
        state = f"state/{iri.removeprefix('agency/').partition('-')[0].upper()}"
        for name in names:
            cities = gazetteer.cities(name) if iri.startswith(CITY) else ()
            body = self.knowledge.compose(state, name) if iri.startswith(AGENCY) else None
            for found in (*cities, *([body] if body else [])):
                if found.iri == iri:
                    return replace(found, strong=())  # its names in fifty languages are not this graph's
        return None


def load(knowledge: KnowledgeBase) -> Background:
    """The background with the program's own ontology and table."""
    return Background(knowledge, ontologies.load(), identities.load())
