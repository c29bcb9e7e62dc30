"""The linguistic world: spaCy docs and the layers that read them; nothing here knows of graphs."""
