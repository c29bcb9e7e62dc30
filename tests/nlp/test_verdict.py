"""The algebra of cues, without a text."""

import pytest

from kg.lexicon.cues import Cue
from kg.nlp.qualifiers.verdict import Modality


def after(*cues):
    modality = Modality()
    for cue in cues:
        modality.add(cue, "word")
    return modality


PLAN, THWART = Cue("plan", "planned", "planned"), Cue("thwart", "thwarted", "denied")
DOUBT, NEGATION = Cue("doubt", "", "alleged"), Cue("negation", "", "denied")


def test_nothing_said_takes_nothing_away():
    assert (after().stage, after().factuality) == ("", "")


@pytest.mark.parametrize("cues", [(PLAN, THWART), (THWART, PLAN)])
def test_thwarted_plan_is_thwarted_in_any_order(cues):
    assert after(*cues).stage == "thwarted"


@pytest.mark.parametrize("cues", [(DOUBT, NEGATION), (NEGATION, DOUBT)])
def test_denial_outweighs_doubt_in_any_order(cues):
    assert after(*cues).factuality == "denied"


def test_doubt_says_nothing_of_the_stage():
    assert after(DOUBT).stage == ""


def test_words_tell_which_cue_acted():
    assert after(PLAN, DOUBT).words == ["plan: word", "doubt: word"]
