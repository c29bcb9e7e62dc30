"""Seats of participants in trees made by hand: `word/lemma/tag/label>head` (heads count from 1, 0 is the root)."""

import pytest
import spacy
from spacy.tokens import Doc

from kg.lexicon import lexicon
from kg.nlp.syntax.arguments import Walker
from kg.nlp.syntax.tree import tree

POS = {"V": "VERB", "N": "NOUN", "I": "ADP", "T": "PART", "D": "DET", "W": "PRON"}
ACTIVE = "police/police/NNS/nsubj>2 arrested/arrest/VBD/ROOT>0 men/man/NNS/obj>2"
PASSIVE = (
    "men/man/NNS/nsubj:pass>3 were/be/VBD/aux:pass>3 arrested/arrest/VBN/ROOT>0 "
    "by/by/IN/case>5 police/police/NNS/obl:agent>3")
REDUCED = (
    "men/man/NNS/nsubj>5 arrested/arrest/VBN/acl>1 by/by/IN/case>4 "
    "police/police/NNS/obl:agent>2 fled/flee/VBD/ROOT>0")
RELATIVE = (
    "men/man/NNS/nsubj>5 who/who/WP/nsubj:pass>4 were/be/VBD/aux:pass>4 "
    "arrested/arrest/VBN/acl:relcl>1 fled/flee/VBD/ROOT>0")
CONTROL = (
    "police/police/NNS/nsubj>2 planned/plan/VBD/ROOT>0 to/to/TO/mark>4 "
    "arrest/arrest/VB/xcomp>2 men/man/NNS/obj>4")
COORDINATION = (
    "police/police/NNS/nsubj>2 searched/search/VBD/ROOT>0 and/and/CC/cc>4 "
    "arrested/arrest/VBD/conj>2 men/man/NNS/obj>4")


def walk(text):
    rows = [part.rsplit(">", 1) for part in text.split()]
    words, lemmas, tags, labels = zip(*(row[0].split("/") for row in rows), strict=True)
    heads = [int(head) - 1 if head != "0" else number for number, (_, head) in enumerate(rows)]
    doc = Doc(spacy.blank("en").vocab, words=list(words), lemmas=list(lemmas), tags=list(tags), deps=list(labels),
              heads=heads, pos=[POS.get(tag[0], "X") for tag in tags])
    view = tree(doc)
    verb = next(number for number, lemma in enumerate(lemmas) if lemma == "arrest")
    walker = Walker(view, lexicon.load().grammar)
    return {seat: [words[a.token] for a in walker.seats(verb, seat)] for seat in ("subject", "object")}


@pytest.mark.parametrize("text", [ACTIVE, PASSIVE, REDUCED, CONTROL, COORDINATION])
def test_police_is_the_subject_and_men_the_object_whatever_the_construction(text):
    assert walk(text) == {"subject": ["police"], "object": ["men"]}


def test_relative_pronoun_stands_for_its_noun():
    assert walk(RELATIVE) == {"subject": [], "object": ["men"]}
