"""Cities by name: which one comes first, and which words are no city."""

import pytest

from kg.lexicon.gazetteer import cities


@pytest.mark.parametrize(("name", "state", "number"), [
    ("Moscow", "state/RUS", 2), ("Tripoli", "state/LBY", 3), ("Makhachkala", "state/RUS", 1), ("Raqqa", "state/SYR", 1),
    ("Hyderabad", "state/IND", 2), ("Bekasi", "state/IDN", 1), ("Duesseldorf", "state/DEU", 1)])
def test_the_largest_city_of_a_name_comes_first(name: str, state: str, number: int) -> None:
    found = cities(name)
    assert found[0].targets("locatedIn") == (state,) and len(found) == number


def test_the_usual_name_comes_before_an_alternate_one() -> None:
    algeria, lebanon = cities("Saida")[:2]
    assert (algeria.targets("locatedIn"), lebanon.name) == (("state/DZA",), "Sidon")


def test_a_city_is_an_entry_with_coordinates_and_identity() -> None:
    moscow = cities("Moskva")[0]
    assert (moscow.iri, moscow.type, moscow.name) == ("place/geonames-524901", "City", "Moscow")
    assert moscow.attributes["lat"].startswith("55.7") and moscow.attributes["long"].startswith("37.6")
    assert moscow.same_as == ("https://sws.geonames.org/524901/",)


@pytest.mark.parametrize("word", ["Police", "Of", "Most", "Man", "Time", "moscow", "", "Xyzzy"])
def test_words_of_every_day_are_no_city(word: str) -> None:
    assert cities(word) == ()


@pytest.mark.parametrize("name", ["Nice", "Lincoln", "Reading", "Washington"])
def test_a_city_named_like_something_else_needs_context(name: str) -> None:
    assert name in cities(name)[0].weak and name not in cities(name)[0].strong


def test_alternate_names_are_compared_without_accents_and_case_of_all_capitals() -> None:
    assert cities("CORDOBA")[0].iri == cities("Córdoba")[0].iri
