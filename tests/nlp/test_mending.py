"""What parsers often tie wrong, and how it is put right."""

import pytest
from spacy.tokens import Doc

from kg.lexicon import lexicon
from kg.nlp.syntax.mending import mend
from kg.nlp.syntax.tree import attach, tree


@pytest.fixture(scope="module")
def mended(reader):
    def ties(text):
        view = tree(reader.nlp(text))
        mend(view, lexicon.load())
        return {view.words[t]: (view.deps[t], view.words[view.heads[t]]) for t in range(len(view))}, view

    return ties


def test_infinitive_behind_a_foiled_plan_is_the_aim_of_the_plan(mended):
    ties, _ = mended("The army said it had foiled a plan by a cell to attack a bridge.")
    assert ties["attack"] == ("acl", "plan")


def test_deed_that_somebody_is_accused_of_hangs_on_the_accusation(mended):
    ties, _ = mended("The bishop accused the squads of kidnapping teachers.")
    assert ties["kidnapping"] == ("advcl", "accused")


def test_counted_nouns_in_a_row_are_a_list(mended):
    ties, _ = mended("The sect murdered a judge, a lawyer and two witnesses.")
    assert ties["lawyer"] == ("conj", "judge")


def test_description_of_two_people_is_no_list(mended):
    ties, _ = mended("Police arrested two men, a Pole and a German.")
    assert ties["pole"][0] != "conj"


def test_plural_that_the_lemmatizer_left_gets_the_lemma_of_a_known_noun(mended):
    _, view = mended("They punished three businessmen.")
    assert "businessman" in view.lemmas


def test_verb_behind_and_is_no_modifier_of_its_object(mended):
    ties, _ = mended("Commandos stormed two flats in Frankfurt on Tuesday and seized rifles and chemicals.")
    assert ties["seized"] == ("conj", "stormed")
    assert ties["rifles"] == ("obj", "seized")


def test_clause_with_that_is_joined_to_a_clause_with_that(mended):
    text = (
        "British police said on Thursday they had thwarted a plot to blow up as many as ten passenger jets in "
        "mid-flight between Britain and the United States, and that 21 people were in custody."
    )
    ties, _ = mended(text)
    assert ties["custody"] == ("conj", "thwarted")


def test_word_that_completes_a_verb_is_no_property_of_its_object(mended):
    ties, _ = mended("Chinese police shot dead 13 assailants who drove a truck into a station.")
    assert ties["dead"][1] == "shot"


def test_use_of_a_thing_is_no_purpose(mended):
    ties, _ = mended("The rebels used a drone to bomb the embassy.")
    assert ties["bomb"] == ("xcomp", "used")


@pytest.mark.parametrize(
    ("text", "word", "tie"),
    [
        ("The mayor accused the army of recruiting students.", "students", ("obj", "recruiting")),
        ("The two men face charges of conspiring to kill a senator.", "conspiring", ("acl", "charges")),
        ("Two men on trial for the murder of the journalist pleaded not guilty.", "murder", ("nmod", "trial")),
        ("The nurse was cleared of murder by a court in Kiel.", "court", ("obl:agent", "cleared")),
        ("Using a truck, the man ran over nine cyclists.", "over", ("compound:prt", "ran")),
    ],
)
def test_what_a_gerund_a_charge_or_a_verb_has_hangs_there(mended, text, word, tie):
    assert mended(text)[0][word] == tie


def test_name_before_the_thing_behind_a_verb_is_a_part_of_it(reader):
    words, deps = ["Kenya", "Dismantles", "JUA", "Cell"], ["nsubj", "ROOT", "obj", "nsubj"]
    parsed = Doc(reader.nlp.vocab, words, pos=["PROPN", "VERB", "PROPN", "PROPN"], deps=deps, heads=[1, 1, 1, 1])
    view = tree(parsed)
    mend(view, lexicon.load())
    assert (view.deps, view.heads) == (["nsubj", "root", "compound", "obj"], [1, 1, 3, 1])


def test_participle_behind_a_noun_is_not_the_verb_of_its_clause(mended):
    ties, _ = mended("TWO GUARDS WERE KILLED WHEN A CAR LOADED WITH 50 KG OF DYNAMITE EXPLODED OUTSIDE THE COURT.")
    assert (ties["car"], ties["loaded"]) == (("nsubj", "exploded"), ("acl", "car"))


def test_no_word_is_hung_on_one_below_it(mended):
    _, view = mended("Circles close to the front interpreted the attack as a withdrawal.")
    before = list(view.heads)
    low = next(t for t in range(len(view)) if view.words[t] == "front")
    attach(view, view.heads[low], low, "case")
    assert view.heads == before


def test_verb_far_behind_its_subject_opens_a_clause(mended):
    text = ("He was arrested after an undercover officer from Counter Smuggling Police North West, "
            "who had posed as a fellow dealer, alerted colleagues.")
    assert mended(text)[0]["officer"] == ("nsubj", "alerted")
