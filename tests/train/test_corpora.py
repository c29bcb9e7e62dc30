import json

import numpy as np
import pytest

from kg.errors import InputError
from kg.nlp.english.labels import NAME_TAGS
from kg.train.conllu import read_conllu
from kg.train.corpus import Names, Sentence, Syntax, allowed_tags
from kg.train.names import divided_at_marks, lay_names, read_names
from kg.train.retokenize import Retokenizer
from kg.train.sources import by_document, find

TREEBANK = """\
# newdoc id = one
# newpar
# text = Police can't re-arrest him.
1\tPolice\tpolice\tNOUN\tNN\t_\t4\tnsubj\t_\t_
2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_
2\tca\tcan\tAUX\tMD\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tre-arrest\tre-arrest\tVERB\tVB\t_\t0\troot\t_\t_
5\thim\the\tPRON\tPRP\t_\t4\tobj\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# text = He fled.
1\tHe\the\tPRON\tPRP\t_\t2\tnsubj\t_\t_
2\tfled\tflee\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
2.1\tnothing\t_\t_\t_\t_\t_\t_\t_\t_
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

# newdoc id = two
1\t_\t_\tX\tX\t_\t0\troot\t_\t_

"""


@pytest.fixture
def treebank(tmp_path):
    path = tmp_path / "ud" / "toy-train.conllu"
    path.parent.mkdir()
    path.write_text(TREEBANK, encoding="utf-8")
    return list(read_conllu(path))


def test_words_of_a_contraction_have_no_space_between_them(treebank):
    assert treebank[0].words[1:3] == ("ca", "n't")
    assert treebank[0].spaces == (True, False, True, True, False, True)


def test_empty_nodes_and_withheld_sentences_are_left_out(treebank):
    assert [sentence.words for sentence in treebank][1:] == [("He", "fled", ".")]


def test_only_the_first_sentence_opens_the_paragraph(treebank):
    assert [sentence.opens_paragraph for sentence in treebank] == [True, False]


def test_sentences_of_one_document_stay_together(treebank):
    assert [len(document) for document in by_document(treebank)] == [2]


def test_a_word_that_the_tokenizer_splits_is_split_in_the_tree(treebank):
    sentence = Retokenizer()(treebank[0])
    assert sentence.words == ("Police", "ca", "n't", "re", "-", "arrest", "him", ".")
    assert sentence.syntax.heads == (6, 6, 6, 6, 6, 0, 6, 6)
    assert sentence.syntax.dep[3:6] == ("compound", "punct", "root")
    assert sentence.syntax.lemma[5] == "arrest"


def test_words_that_the_tokenizer_joins_are_joined_in_the_tree():
    syntax = Syntax(("PRON", "VERB", "PART", "VERB"), ("PRP", "VBP", "TO", "VB"), ("we", "want", "to", "go"),
                    (2, 0, 4, 2), ("nsubj", "root", "mark", "xcomp"))
    sentence = Sentence(("we", "50", "km", "go"), (True, False, True, False), "d", syntax=syntax)
    assert Retokenizer()(sentence).words == ("we", "50", "km", "go")
    slashed = Syntax(("X",) * 3, ("X",) * 3, ("and", "/", "or"), (0, 1, 1), ("root", "punct", "conj"))
    joined = Retokenizer()(Sentence(("and", "/", "or"), (False, False, False), "d", syntax=slashed))
    assert (joined.words, joined.syntax.heads, joined.syntax.lemma) == (("and/or",), (0,), ("",))


def test_name_files_say_what_they_are_silent_about(tmp_path):
    row = {"words": ["Lima", "fell"], "spaces": [True, False], "entities": [[0, 1, "LOC"]], "unlabelled": ["EVENT"],
           "ignore": [[1, 2, "X"]]}
    path = tmp_path / "wikigold-train.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert next(read_names(path)).names == Names(((0, 1, "LOC"),), ("EVENT",), ((1, 2),), (("EVENT", "MISC"),))


def test_names_move_onto_other_words_by_their_letters(treebank):
    names = Names(((0, 1, "ORG"), (2, 3, "MISC")))
    named = Sentence(("Police", "can't", "re", "-", "arrest", "him", "."), (), "d", names=names)
    moved = list(lay_names(treebank, [named]))
    assert moved[0].names.spans == ((0, 1, "ORG"),)
    assert moved[0].names.ignore == ((3, 4),)
    assert moved[1].names is None


def tags(allowed):
    return [{NAME_TAGS[i] for i in np.flatnonzero(row)} for row in allowed]


def test_a_word_outside_any_name_may_be_what_the_source_does_not_annotate():
    names = Names(((0, 2, "ORG"),), unlabelled=("EVENT",))
    assert tags(allowed_tags(3, names)) == [{"B-ORG"}, {"I-ORG"}, {"O", "B-EVENT", "I-EVENT"}]


def test_a_merged_label_leaves_both_open_inside_its_spans_only():
    names = Names(((0, 1, "MISC"),), unlabelled=("EVENT",), merged=(("EVENT", "MISC"),))
    assert tags(allowed_tags(2, names)) == [{"B-MISC", "B-EVENT"}, {"O"}]


def test_a_missing_set_is_named_in_the_error(tmp_path):
    with pytest.raises(InputError, match=r"ud/ewt-train\.conllu"):
        find(tmp_path, "ud", "ewt-train")


def test_persons_and_places_are_parted_in_training_as_in_reading():
    names = Names(((0, 3, "LOC"), (3, 4, "ORG")))
    sentence = Sentence(("Tarma", "-", "Oroya", "Line"), (True,) * 4, "d", names=names)
    assert [s.names.spans for s in divided_at_marks([sentence])] == [((0, 1, "LOC"), (2, 3, "LOC"), (3, 4, "ORG"))]


def test_peoples_are_not_persons_whatever_a_source_says():
    syntax = Syntax(("PROPN", "VERB"), ("NNPS", "VBD"), ("Kurd", "flee"), (2, 0), ("nsubj", "root"))
    words = (("Kurds", "fled"), (True, False), "d")
    named = Sentence(*words, names=Names(((0, 1, "PERSON"),)))
    moved = next(lay_names([Sentence(*words, syntax=syntax)], [named]))
    assert tags(allowed_tags(2, moved.names)) == [{"O", "B-EVENT", "I-EVENT", "B-MISC", "I-MISC"}, {"O"}]
