from random import Random

from kg.train.corpus import Names, Sentence, Syntax
from kg.train.exchange import exchanged, mentions

PLACES = {"LOC": [(("Costa", "Rica"), (True, True))]}
SEEN = Sentence(("(", "Ana", "Ruiz", "left", "Lima", ")"), (False, True, True, True, False, False), "d",
                names=Names(((1, 3, "PERSON"), (4, 5, "LOC")), unlabelled=("EVENT",)))


def test_mentions_are_kept_by_kind():
    assert mentions([SEEN]) == {
        "PERSON": [(("Ana", "Ruiz"), (True, True))], "ORG": [], "LOC": [(("Lima",), (False,))],
    }


def test_an_exchanged_name_keeps_its_label_and_moves_what_follows():
    changed = {sentence.words: sentence for seed in range(20) for sentence in exchanged([SEEN], PLACES, Random(seed))}
    assert set(changed) == {SEEN.words, ("(", "Ana", "Ruiz", "left", "Costa", "Rica", ")")}
    longer = changed["(", "Ana", "Ruiz", "left", "Costa", "Rica", ")"]
    assert longer.names.spans == ((1, 3, "PERSON"), (4, 6, "LOC"))
    assert longer.spaces == (False, True, True, True, True, False, False)
    assert longer.names.unlabelled == ("EVENT",)


def test_sentences_with_a_tree_are_left_out():
    syntax = Syntax(("PROPN",), ("NNP",), ("Lima",), (0,), ("root",))
    parsed = Sentence(("Lima",), (True,), "d", syntax=syntax, names=Names(((0, 1, "LOC"),)))
    assert list(exchanged([parsed], PLACES, Random(0))) == []
