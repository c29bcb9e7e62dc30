"""What can be said: plain frozen types between reading and writing. Standard library only."""

from kg.model.document import Document, Span
from kg.model.extraction import Entity, Event, Evidence, Extraction, Mention, Relation, When
from kg.model.graph import Account, Graph, Node, Quote, ResolvedEvent, ResolvedRelation
from kg.model.judgement import Judgement, Verdict

__all__ = [
    "Account", "Document", "Entity", "Event", "Evidence", "Extraction", "Graph", "Judgement", "Mention", "Node",
    "Quote", "Relation", "ResolvedEvent", "ResolvedRelation", "Span", "Verdict", "When",
]
