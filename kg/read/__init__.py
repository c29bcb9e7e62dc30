"""Documents in, text out: files, folders and streams become articles with what is known about them."""

from kg.read.expand import expand
from kg.read.formats import READERS, read
from kg.read.source import FIELDS, MAX_CHARACTERS, ReadOptions, Source

__all__ = ["FIELDS", "MAX_CHARACTERS", "READERS", "ReadOptions", "Source", "expand", "read"]
