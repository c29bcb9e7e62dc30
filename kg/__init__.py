"""Plotgraph: news about security turned into a knowledge graph of agencies, groups, plots and states."""

__version__ = "0.1.0"
