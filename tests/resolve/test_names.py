"""How names sound: spellings of one name meet, different names do not."""

import pytest

from kg.lexicon import identity
from kg.lexicon.fold import words
from kg.resolve.names import rhymes, skeleton, sounds


def heard(name):
    return sounds(words(name), identity.load())


@pytest.mark.parametrize("left, right", [
    ("Abdul Rahman", "Abdelrahman"), ("Dzhokhar", "Djohar"), ("Faisal", "Feysal"), ("al-Baghdadi", "el Bagdadi")])
def test_spellings_of_one_name_sound_alike(left, right):
    assert all(rhymes(a, b) for a, b in zip(heard(left), heard(right), strict=True))


@pytest.mark.parametrize("left, right", [("hasan", "husen"), ("ali", "eli"), ("irak", "iran"), ("niger", "nigeria")])
def test_other_names_do_not(left, right):
    assert not rhymes(left, right)


def test_a_skeleton_keeps_consonants_and_an_initial_vowel():
    assert (skeleton("usama"), skeleton("muhamad")) == ("asm", "mhmd")


def test_a_name_of_particles_only_keeps_them():
    assert heard("Al") == ("al",)
