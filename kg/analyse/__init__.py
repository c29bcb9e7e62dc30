"""What a graph tells as a whole: counts, corroboration, the course of events, and where sources contradict."""

from kg.analyse.contradictions import Contradiction, contradictions
from kg.analyse.corroboration import Support, corroboration
from kg.analyse.summary import Summary, summarize
from kg.analyse.timeline import Moment, timeline

__all__ = ["Contradiction", "Moment", "Summary", "Support", "contradictions", "corroboration", "summarize", "timeline"]
