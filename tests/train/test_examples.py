from random import Random

import numpy as np
import pytest

from kg.nlp.english import lemmas
from kg.nlp.english.labels import Labels, read_labels
from kg.nlp.english.pieces import ALPHANUMERIC, INITIAL, LOWER, MIXED, NUMBER, PUNCTUATION, TITLE, UPPER, shape
from kg.train.corpus import Sentence, Syntax
from kg.train.examples import NONE, Encoder, cut, join, label_sets, recased, without_final_mark

SYNTAX = Syntax(
    upos=("NOUN", "VERB", "PUNCT"), xpos=("NNS", "VBD", "."), lemma=("man", "flee", "."),
    heads=(2, 0, 2), dep=("nsubj", "root", "punct"),
)
FLED = Sentence(("Men", "fled", "."), (True, False, False), "d", syntax=SYNTAX)


@pytest.fixture
def example():
    return Encoder(label_sets([FLED] * 3))(FLED)


def test_sentences_of_a_window_keep_their_own_roots(example):
    window = join([example, example])
    assert window.heads.tolist() == [2, 0, 2, 5, 0, 5]
    assert window.starts.tolist() == [1, 0, 0, 1, 0, 0]


def test_a_torn_window_does_not_teach_arcs_to_lost_heads(example):
    torn = cut(join([example, example]), 4)
    assert torn.heads.tolist() == [2, 0, 2, NONE]


def test_a_headline_loses_its_final_mark(example):
    mark = label_sets([FLED]).upos.index("PUNCT")
    assert without_final_mark(example, mark).words == ("Men", "fled")


def test_names_only_sentences_teach_no_syntax():
    plain = Encoder(label_sets([FLED] * 3))(Sentence(("Lima",), (False,), "d"))
    assert (plain.heads.tolist(), plain.names.all()) == ([NONE], np.True_)


def test_rare_edits_are_not_labels():
    assert label_sets([FLED]).lemma == ()


def test_labels_survive_storage(tmp_path):
    labels = Labels(("NOUN",), ("NN",), ("root",), ("c0:",))
    labels.write(tmp_path / "labels.json")
    assert read_labels(tmp_path / "labels.json") == labels


@pytest.mark.parametrize(("rates", "words"), [
    ((1, 0, 0), ("POLICE", "OF", "LIMA")), ((0, 1, 0), ("police", "of", "lima")), ((0, 0, 1), ("Police", "of", "Lima")),
])
def test_text_is_degraded_as_a_whole(rates, words):
    assert recased(("police", "of", "Lima"), Random(0), *rates) == words


@pytest.mark.parametrize(("word", "lemma"), [
    ("fled", "flee"), ("Men", "man"), ("was", "be"), ("Lima", "Lima"), ("n't", "not"), ("Spanish", "Spanish"),
    ("better", "good"), ("2.", "2."),
])
def test_an_edit_makes_the_lemma_it_was_made_from(word, lemma):
    assert lemmas.lemma(word, lemmas.parse(lemmas.script(word, lemma))) == lemma


def test_a_name_in_capitals_keeps_them_in_its_lemma():
    assert lemmas.lemma("JAN.", lemmas.parse("k1:uary")) == "JANUARY"


def test_an_edit_longer_than_the_word_changes_nothing():
    assert lemmas.lemma("a", lemmas.parse("c3:be")) == "a"


def test_the_lemma_of_a_verb_is_a_verb_if_any_edit_makes_one():
    lemmatizer = lemmas.Lemmatizer(["c2:", "c1:"], ["accuse"])
    assert lemmatizer("Accused", [0, 1], True, True) == "accuse"
    assert lemmatizer("accused", [0, 1], False, False) == "accus"
    assert lemmatizer("tweeted", [0, 1], True, True) == "tweet"


def test_an_irregular_past_is_looked_up_and_only_where_it_is_a_past():
    lemmatizer = lemmas.Lemmatizer(["c0:"], ["lay", "lie", "lay lie"])
    assert lemmatizer("Lay", [0], True, True) == "lie"
    assert lemmatizer("lay", [0], True, False) == "lay"


@pytest.mark.parametrize(("word", "expected"), [
    ("police", LOWER), ("Lima", TITLE), ("FARC", UPPER), ("A", INITIAL), ("McCoy", MIXED), ("1,000", NUMBER),
    ("--", PUNCTUATION), ("MI5", ALPHANUMERIC), ("O'Neill", MIXED), ("中国", LOWER),
])
def test_words_have_case_shapes(word, expected):
    assert shape(word) == expected
