"""The graph for other programs, one format a file. A module of this folder that has `NAME` and `write` is a format."""
