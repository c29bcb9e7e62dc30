"""Border 2: the resolved graph becomes RDF. Everything before it is plain Python, everything after it is triples."""

from kg.rdf.conform import Rejected, conform
from kg.rdf.terms import Config
from kg.rdf.write import write_nquads, write_ntriples, write_trig, write_turtle

__all__ = ["Config", "Rejected", "conform", "write_nquads", "write_ntriples", "write_trig", "write_turtle"]
