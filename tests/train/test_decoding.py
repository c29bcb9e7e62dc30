from itertools import product

import numpy as np
import pytest

from kg.nlp.english.labels import NAME_TAGS
from kg.nlp.english.names import best_tags, divided, marks_apart, spans
from kg.nlp.english.trees import best_trees


def reaches_root(heads):
    for word in range(1, len(heads) + 1):
        seen = set()
        while word and word not in seen:
            seen.add(word)
            word = heads[word - 1]
        if word:
            return False
    return True


def best_by_force(scores):
    size = len(scores)
    trees = [heads for heads in product(range(size + 1), repeat=size) if heads.count(0) == 1 and reaches_root(heads)]
    return max(sum(scores[i, head] for i, head in enumerate(heads)) for heads in trees)


def heads_of(scores, *starts):
    return best_trees(scores.astype(np.float32), np.isin(np.arange(len(scores)), (0, *starts))).tolist()


@pytest.mark.parametrize("seed", range(40))
def test_the_tree_is_the_best_of_all_with_one_root(seed):
    scores = np.random.default_rng(seed).normal(size=(4, 5)) * 3
    heads = heads_of(scores)
    assert heads.count(0) == 1
    assert reaches_root(heads)
    assert sum(scores[i, head] for i, head in enumerate(heads)) == pytest.approx(best_by_force(scores), abs=1e-4)


@pytest.mark.parametrize("seed", range(10))
def test_sentences_of_a_window_are_trees_of_their_own(seed):
    scores = np.random.default_rng(seed).normal(size=(7, 8)) * 3
    alone = heads_of(np.concatenate((scores[3:, :1], scores[3:, 4:]), axis=1))
    assert heads_of(scores, 3) == heads_of(scores[:3, :4]) + [head + 3 if head else 0 for head in alone]


def test_a_single_word_is_the_root():
    assert heads_of(np.zeros((1, 2))) == [0]


def scores(*tags):
    table = np.zeros((len(tags), len(NAME_TAGS)), dtype=np.float32)
    for row, tag in zip(table, tags, strict=True):
        row[NAME_TAGS.index(tag)] = 5
    return table


def test_neighboring_names_of_one_kind_stay_two():
    tags = best_tags(scores("B-ORG", "I-ORG", "B-ORG", "O", "B-LOC"))
    assert spans(tags) == [(0, 2, "ORG"), (2, 3, "ORG"), (4, 5, "LOC")]


def test_a_name_does_not_begin_in_its_middle():
    table = scores("O", "I-ORG")
    table[0, NAME_TAGS.index("B-ORG")] = 4
    assert spans(best_tags(table)) == [(0, 2, "ORG")]


ROUTE = ("Trains", "from", "Tarma", "-", "Santa", "Rosa", "stopped")


def test_a_mark_with_spaces_around_it_parts_two_places():
    marks = marks_apart(ROUTE, (True,) * 7)
    assert list(divided([(2, 6, "LOC")], marks)) == [(2, 3, "LOC"), (4, 6, "LOC")]


def test_a_hyphen_without_spaces_stays_inside_a_name():
    marks = marks_apart(ROUTE, (True, True, False, False, True, True, True))
    assert list(divided([(2, 6, "LOC")], marks)) == [(2, 6, "LOC")]


def test_an_organization_may_have_a_mark_in_its_name():
    assert list(divided([(2, 6, "ORG")], marks_apart(ROUTE, (True,) * 7))) == [(2, 6, "ORG")]
