from dataclasses import replace

from kg.train.corpus import Names, Sentence, Syntax
from kg.train.scores import name_scores, syntax_scores, upper_cased

GOLD = Syntax(("NOUN", "VERB"), ("NNS", "VBD"), ("man", "flee"), (2, 0), ("nsubj:pass", "root"))


def test_subtypes_do_not_count_for_attachment_but_do_for_core_arcs():
    scores = syntax_scores([(GOLD, replace(GOLD, dep=("nsubj", "root")))])
    assert (scores["LAS"], scores["LAS full"], scores["coreF"]) == (100, 50, 0)


def test_lemmas_are_compared_without_case():
    assert syntax_scores([(GOLD, replace(GOLD, lemma=("Man", "flow")))])["lemma"] == 50


def test_what_a_source_is_silent_about_is_not_held_against_the_pipeline():
    gold = Names(((0, 1, "LOC"),), unlabelled=("EVENT",), ignore=((3, 5),))
    scores = name_scores([(gold, [(0, 1, "LOC"), (1, 2, "EVENT"), (4, 6, "ORG")])])
    assert scores["PERSON+ORG+LOC"] == 100


def test_a_name_with_the_wrong_kind_is_missed_and_wrong():
    scores = name_scores([(Names(((0, 1, "LOC"), (2, 3, "ORG"))), [(0, 1, "ORG"), (2, 3, "ORG")])])
    assert scores["PERSON+ORG+LOC"] == 50


def test_the_upper_cased_copy_keeps_its_annotation():
    sentence = Sentence(("Lima", "fell"), (True, False), "d", names=Names(((0, 1, "LOC"),)))
    assert next(iter(upper_cased([sentence]))) == replace(sentence, words=("LIMA", "FELL"))
