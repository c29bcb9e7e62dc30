"""The shipped knowledge base: no name claimed twice, no state missing, no body without state, and where names lead."""

from collections import Counter, defaultdict

import pycountry
import pytest

from kg.lexicon.fold import key
from kg.lexicon.names import load
from tests.lexicon.generate_states import TARGET, generate

KB = load()
KINDS = {"intelligence", "police", "military", "ministry", "court", "prosecution", "government", "border-guard",
         "committee"}
AGENCIES = {iri: entry for iri, entry in KB.entries.items() if entry.type == "Agency"}
# Territories that ISO lists beside the members and observers of the United Nations; some are regions here.
TERRITORIES = {
    "ABW", "AIA", "ALA", "ASM", "ATA", "ATF", "BES", "BLM", "BMU", "BVT", "CCK", "COK", "CUW", "CXR", "CYM", "FLK",
    "FRO", "GGY", "GIB", "GLP", "GRL", "GUF", "GUM", "HKG", "HMD", "IMN", "IOT", "JEY", "MAC", "MAF", "MNP", "MSR",
    "MTQ", "MYT", "NCL", "NFK", "NIU", "PCN", "PRI", "PYF", "REU", "SGS", "SHN", "SJM", "SPM", "SXM", "TCA", "TKL",
    "UMI", "VGB", "VIR", "WLF"}


def state_of(iri: str) -> str:
    """The state of an agency or place, by way of its region."""
    entry = KB.entries[iri]
    return iri if entry.type == "State" else state_of((entry.targets("agencyOf") or entry.targets("locatedIn"))[0])


def test_no_strong_name_belongs_to_two_things() -> None:
    shared = {name: {entry.iri for _, entry in forms} for name, forms in KB.strong.items()}
    assert {name: iris for name, iris in shared.items() if len(iris) > 1} == {}


def test_no_generic_name_is_strong_but_one_that_the_world_knows() -> None:
    assert set(KB.strong) & set(KB.bodies) == {key("National Security Agency")}


def test_a_generic_name_belongs_to_one_body() -> None:
    assert [name for name, forms in KB.bodies.items() if len({body.iri for _, body in forms}) > 1] == []


def test_a_state_has_one_agency_for_each_body() -> None:
    pairs = Counter((owner, body) for entry in AGENCIES.values() for owner in entry.targets("agencyOf")
                    for body in entry.targets("genericBody"))
    assert [pair for pair, count in pairs.items() if count > 1] == []


def test_every_state_of_the_world_is_there() -> None:
    codes = {country.alpha_3 for country in pycountry.countries} - TERRITORIES | {"XKX"}
    assert codes - {iri.removeprefix("state/") for iri in KB.entries if iri.startswith("state/")} == set()


def test_every_state_has_adjective_and_capital() -> None:
    states = {iri for iri, entry in KB.entries.items() if entry.type == "State" and "dissolved" not in entry.attributes}
    capitals = {state for entry in KB.entries.values() for state in entry.targets("capitalOf")}
    assert [iri for iri in states if not KB.entries[iri].adjectives] == []
    assert states - capitals == {"state/NRU"}  # Nauru has none


def test_states_are_what_the_libraries_say() -> None:
    """Run tests/lexicon/generate_states.py after a change of state-words.ttl or of the libraries."""
    assert TARGET.read_text(encoding="utf-8") == generate()


def test_every_agency_has_a_state_and_a_kind() -> None:
    assert [iri for iri in AGENCIES if not state_of(iri).startswith("state/")] == []
    assert [iri for iri, entry in AGENCIES.items() if entry.attributes.get("agencyKind") not in KINDS] == []


def test_the_iri_of_an_agency_starts_with_its_state() -> None:
    assert [iri for iri in AGENCIES if iri[7:10] != state_of(iri)[6:].lower()] == []


def test_there_are_enough_agencies_of_enough_states() -> None:
    assert len(AGENCIES) >= 350 and len({state_of(iri) for iri in AGENCIES}) >= 90


def test_there_are_enough_regions_and_international_organizations() -> None:
    types = Counter(entry.type for entry in KB.entries.values())
    assert types["Region"] + types["Place"] >= 300 and types["InternationalOrganization"] >= 70


@pytest.mark.parametrize("predicate", ["partOf", "locatedIn", "succeededBy"])
def test_nothing_lies_within_itself(predicate: str) -> None:
    for iri in KB.entries:
        above, row = set(), [iri]
        while row:
            row = [target for one in row for target in KB.entries[one].targets(predicate)]
            assert iri not in row, f"{iri} comes back to itself"
            assert len(above) < len(KB.entries)
            above.update(row)


def test_an_identity_outside_belongs_to_one_thing() -> None:
    owners = defaultdict(list)
    for iri, entry in KB.entries.items():
        for outside in entry.same_as:
            owners[outside].append(iri)
    assert {outside: iris for outside, iris in owners.items() if len(iris) > 1} == {}


@pytest.mark.parametrize(("text", "iri"), [
    ("Russia", "state/RUS"), ("Russian Federation", "state/RUS"), ("Türkiye", "state/TUR"), ("Turkey", "state/TUR"),
    ("U.S.", "state/USA"), ("US", "state/USA"), ("United States of America", "state/USA"), ("UK", "state/GBR"),
    ("Britain", "state/GBR"), ("Ivory Coast", "state/CIV"), ("Côte d’Ivoire", "state/CIV"), ("DRC", "state/COD"),
    ("Soviet Union", "state/SUN"), ("USSR", "state/SUN"), ("Czech Republic", "state/CZE"), ("Burma", "state/MMR"),
    ("North Korea", "state/PRK"), ("Kosovo", "state/XKX"), ("Taiwan", "state/TWN"), ("Western Sahara", "state/ESH"),
    ("Moscow", "place/geonames-524901"), ("Kiev", "place/geonames-703448"), ("Dagestan", "place/dagestan"),
    ("Republic of Dagestan", "place/dagestan"), ("Chechen Republic", "place/chechnya"), ("Sinai", "place/sinai"),
    ("Khyber-Pakhtunkhwa", "place/khyber-pakhtunkhwa"), ("Donbass", "place/donbas"), ("Sahel", "place/sahel"),
    ("FSB", "agency/rus-federal-security-service"), ("Federal Security Service", "agency/rus-federal-security-service"),
    ("Federal Security Service of the Russian Federation", "agency/rus-federal-security-service"),
    ("National Antiterrorism Committee", "agency/rus-national-anti-terrorism-committee"),
    ("Rosgvardia", "agency/rus-rosgvardia"), ("Mossad", "agency/isr-mossad"), ("Shin Bet", "agency/isr-shin-bet"),
    ("IDF", "agency/isr-idf"), ("Israel Defense Forces", "agency/isr-idf"), ("IRGC", "agency/irn-irgc"),
    ("Revolutionary Guards", "agency/irn-irgc"), ("Quds Force", "agency/irn-quds-force"), ("MI5", "agency/gbr-mi5"),
    ("Scotland Yard", "agency/gbr-metropolitan-police"), ("BND", "agency/deu-bnd"), ("BfV", "agency/deu-bfv"),
    ("DGSI", "agency/fra-dgsi"), ("Carabinieri", "agency/ita-carabinieri"),
    ("Guardia Civil", "agency/esp-guardia-civil"),
    ("Mossos d’Esquadra", "agency/esp-mossos"), ("Säpo", "agency/swe-sapo"), ("AIVD", "agency/nld-aivd"),
    ("Densus 88", "agency/idn-densus-88"), ("BNPT", "agency/idn-bnpt"), ("RCMP", "agency/can-rcmp"),
    ("CSIS", "agency/can-csis"), ("ASIO", "agency/aus-asio"), ("Inter-Services Intelligence", "agency/pak-isi"),
    ("SBU", "agency/ukr-sbu"), ("Pentagon", "agency/usa-defence-department"), ("Kremlin", "agency/rus-kremlin"),
    ("National Intelligence Organization", "agency/tur-mit"), ("AFRICOM", "agency/usa-africom"),
    ("Atlacatl Battalion", "agency/slv-atlacatl"), ("Salvadoran Armed Forces", "agency/slv-armed-forces"),
    ("NATO", "international/nato"), ("Nato", "international/nato"), ("EU", "international/european-union"),
    ("U.N.", "international/united-nations"), ("UN Security Council", "international/un-security-council"),
    ("Interpol", "international/interpol"), ("G5 Sahel", "international/g5-sahel"), ("ICRC", "international/icrc"),
    ("AMISOM", "international/amisom"), ("UNIFIL", "international/unifil"), ("CSTO", "international/csto")])
def test_a_strong_name_leads_to_one_thing(text: str, iri: str) -> None:
    assert [entry.iri for entry in KB.lookup(text).strong] == [iri]


@pytest.mark.parametrize(("text", "iris"), [
    ("Georgia", {"state/GEO", "place/georgia-us"}), ("Congo", {"state/COD", "state/COG"}), ("Jordan", {"state/JOR"}),
    ("Chad", {"state/TCD"}), ("Niger", {"state/NER", "place/niger-state"}), ("Guinea", {"state/GIN"}),
    ("Punjab", {"place/punjab-pakistan", "place/punjab-india"}), ("MIT", {"agency/tur-mit"}),
    ("RAW", {"agency/ind-raw"}), ("RAID", {"agency/fra-raid"}),
    ("AFP", {"agency/aus-afp", "agency/phl-afp", "media/afp"}),
    ("Guard", {"agency/irn-irgc"}), ("KGB", {"agency/sun-kgb", "agency/blr-kgb"})])
def test_a_name_of_several_things_is_weak(text: str, iris: set[str]) -> None:
    found = KB.lookup(text)
    assert found.strong == () and {entry.iri for entry in found.weak} >= iris - {"media/afp"}


@pytest.mark.parametrize("text", ["us", "turkey", "raid", "raw", "mit", "who", "Raid", "it", "The"])
def test_words_of_every_day_are_no_names(text: str) -> None:
    assert KB.lookup(text).strong == KB.lookup(text).weak == ()


@pytest.mark.parametrize("text", ["Interior Ministry", "National Police", "Supreme Court", "security service"])
def test_a_generic_name_alone_identifies_nothing(text: str) -> None:
    found = KB.lookup(text)
    assert found.strong == () and len(found.weak) > 5


@pytest.mark.parametrize(("adjective", "text", "iri"), [
    ("Russian", "Interior Ministry", "agency/rus-interior-ministry"),
    ("Russian", "security service", "agency/rus-federal-security-service"),
    ("Russian", "Ministry of Internal Affairs", "agency/rus-interior-ministry"),
    ("Russian", "FSB", "agency/rus-federal-security-service"),
    ("Russian", "security forces", "agency/rus-security-forces"), ("Turkish", "National Police", "agency/tur-police"),
    ("Turkish", "MIT", "agency/tur-mit"), ("Turkish", "intelligence", "agency/tur-intelligence-services"),
    ("German", "army", "agency/deu-bundeswehr"), ("Catalan", "police", "agency/esp-mossos"),
    ("Colombian", "police", "agency/col-police"), ("Malian", "army", "agency/mli-fama"),
    ("Kenyan", "Interior Ministry", "agency/ken-interior-ministry"), ("Indian", "RAW", "agency/ind-raw"),
    ("Australian", "AFP", "agency/aus-afp"), ("Iranian", "foreign ministry", "agency/irn-foreign-ministry"),
    ("Bahraini", "National Security Agency", "agency/bhr-security-service"),
    ("Dagestani", "police", "agency/dagestan-police"),
    ("Lebanese", "Internal Security Forces", "agency/lbn-isf"), ("Belarusian", "KGB", "agency/blr-kgb")])
def test_state_and_name_compose(adjective: str, text: str, iri: str) -> None:
    (owner,) = KB.by_adjective(adjective)
    composed = KB.compose(owner.iri, text)
    assert composed and composed.iri == iri


@pytest.mark.parametrize(("word", "states"), [
    ("Congolese", {"state/COD", "state/COG"}), ("Dominican", {"state/DMA", "state/DOM"}), ("Soviet", {"state/SUN"}),
    ("U.S.", {"state/USA"}), ("Chechen", {"place/chechnya"}), ("Kurdish", {"place/kurdistan"}),
    ("Dutch", {"state/NLD"})])
def test_adjectives_lead_to_states_and_regions(word: str, states: set[str]) -> None:
    assert {entry.iri for entry in KB.by_adjective(word)} == states


@pytest.mark.parametrize(("word", "state"), [("Turks", "state/TUR"), ("Spaniard", "state/ESP"),
    ("Filipinos", "state/PHL"),
                                             ("Saudis", "state/SAU"), ("Chechens", "place/chechnya")])
def test_demonyms_lead_to_states_and_regions(word: str, state: str) -> None:
    assert [entry.iri for entry in KB.by_demonym(word)] == [state]
