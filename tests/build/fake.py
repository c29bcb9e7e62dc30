"""An extractor that needs no language: a line `Group: Blue Lantern Front` names a group; crash and abort do so."""

import os

from kg.errors import ModelError
from kg.model import Entity, Event, Evidence, Extraction, Mention


def entities(text):
    for line in text.splitlines():
        kind, colon, name = line.partition(": ")
        if colon and kind in ("Group", "Person", "Agency"):
            start = text.index(line) + len(kind) + 2
            mention = Mention(name, start, start + len(name), name.split()[-1], "name")
            yield Entity(f"e{start}", kind, name, (mention,))


def extract(document):
    if "abort" in document.text:
        os._exit(9)
    if "crash" in document.text:
        raise RuntimeError("the parser\nfell over")
    found = tuple(entities(document.text))
    trigger = Mention(document.text[:5], 0, 5, "said", "trigger")
    events = [Event(f"v{entity.id}", "Detention", trigger, {"patient": (entity.id,)}, (Evidence(0, 5, "fake"),))
              for entity in found]
    return Extraction(document, found, tuple(events))


def load():
    return extract


def load_badly():
    raise ModelError("no pipeline 'fake'; install it")
