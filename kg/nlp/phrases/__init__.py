"""Noun phrases: where each stands, what class of thing it is, how many it counts."""
