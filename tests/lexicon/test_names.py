"""Loading a knowledge base from Turtle, and asking it for names."""

from pathlib import Path

import pytest

from kg.errors import KnowledgeError
from kg.lexicon.fold import fits, is_acronym, key, words
from kg.lexicon.names import KnowledgeBase, build, load
from kg.lexicon.turtle import read

HEAD = """@prefix pg: <https://w3id.org/plotgraph/ontology#> .
@prefix pgc: <https://w3id.org/plotgraph/concept/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix agency: <https://w3id.org/plotgraph/id/agency/> .
@prefix body: <https://w3id.org/plotgraph/id/body/> .
@prefix place: <https://w3id.org/plotgraph/id/place/> .
@prefix state: <https://w3id.org/plotgraph/id/state/> .
"""
SMALL = """
state:RUR a pg:State ; rdfs:label "Ruritania" ; pg:isoCode "RUR" ; pg:adjective "Ruritanian" ;
    pg:demonym "Ruritanian", "Ruritanians" ; skos:exactMatch wd:Q1361053 .
state:GRA a pg:State ; rdfs:label "Graustark" ; skos:hiddenLabel "Graustark" ; pg:adjective "Graustark" .
body:interior-ministry a pg:GenericBody ; rdfs:label "Interior Ministry" ; skos:altLabel "Ministry of the Interior" ;
    pg:agencyKind pgc:ministry .
body:police a pg:GenericBody ; rdfs:label "Police" ; pg:agencyKind pgc:police .
agency:rur-guard a pg:Agency ; rdfs:label "Castle Guard" ; skos:altLabel "CG", "Ruritanian Guard of Zenda" ;
    skos:hiddenLabel "Guard" ; pg:agencyOf state:RUR ; pg:agencyKind pgc:military .
agency:rur-interior a pg:Agency ; rdfs:label "Ministry of Peace" ; pg:genericBody body:interior-ministry ;
    pg:agencyOf state:RUR ; pg:agencyKind pgc:ministry ; skos:hiddenLabel "MIT" .
place:zenda a pg:Region ; rdfs:label "Zenda" ; pg:locatedIn state:RUR ; pg:adjective "Zendan" .
"""


def write(folder: Path, text: str, name: str = "my.ttl") -> Path:
    path = folder / name
    path.write_text(HEAD + text, encoding="utf-8")
    return path


def base(folder: Path, *texts: str) -> KnowledgeBase:
    return build(read([write(folder, text, f"{number}.ttl") for number, text in enumerate(texts)]))


@pytest.fixture
def small(tmp_path: Path) -> KnowledgeBase:
    return base(tmp_path, SMALL)


def strong(knowledge: KnowledgeBase, text: str) -> list[str]:
    return [entry.iri for entry in knowledge.lookup(text).strong]


def weak(knowledge: KnowledgeBase, text: str) -> list[str]:
    return [entry.iri for entry in knowledge.lookup(text).weak]


@pytest.mark.parametrize(("text", "folded"), [
    ("U.S.", "us"), ("Sana'a", "sanaa"), ("Türkiye", "turkiye"), ("Al-Shabaab", "al shabaab"), ("R&AW", "r + aw"),
    ("Łódź", "lodz"), ("Côte d’Ivoire", "cote divoire"), ("SÄPO", "sapo"), ("—", "")])
def test_case_accents_and_marks_are_folded(text: str, folded: str) -> None:
    assert key(text) == folded


def test_words_of_punctuation_are_none() -> None:
    assert words("-") == ()


@pytest.mark.parametrize("name", ["FSB", "U.S.", "MI5", "UK"])
def test_one_word_of_capitals_is_an_acronym(name: str) -> None:
    assert is_acronym(name)


@pytest.mark.parametrize("name", ["GSG 9", "Europol", "911"])
def test_other_names_are_no_acronyms(name: str) -> None:
    assert not is_acronym(name)


@pytest.mark.parametrize(("name", "surface", "expected"), [
    ("US", "us", False), ("US", "US", True), ("MIT", "Mit", False), ("Turkey", "turkey", False),
    ("Turkey", "TURKEY", True), ("Interior Ministry", "interior ministry", True)])
def test_case_tells_acronyms_and_single_words_from_words_of_every_day(name: str, surface: str, expected: bool) -> None:
    assert fits(name, surface) is expected


def test_an_entry_holds_what_its_file_says(small: KnowledgeBase) -> None:
    guard = small.entries["agency/rur-guard"]
    assert (guard.type, guard.name, guard.weak) == ("Agency", "Castle Guard", ("Guard",))
    assert guard.strong == ("Castle Guard", "CG", "Ruritanian Guard of Zenda")
    assert guard.attributes == {"agencyKind": "military"} and guard.targets("agencyOf") == ("state/RUR",)


def test_words_and_identities_of_a_state_are_kept_apart_from_its_names(small: KnowledgeBase) -> None:
    state = small.entries["state/RUR"]
    assert state.adjectives == ("Ruritanian",) and state.demonyms == ("Ruritanian", "Ruritanians")
    assert state.same_as == ("http://www.wikidata.org/entity/Q1361053",) and state.strong == ("Ruritania",)


def test_the_source_is_file_and_line(small: KnowledgeBase) -> None:
    assert small.entries["state/RUR"].source.endswith("0.ttl:11")


def test_a_label_repeated_as_hidden_is_weak(small: KnowledgeBase) -> None:
    assert strong(small, "Graustark") == [] and weak(small, "Graustark") == ["state/GRA"]
    assert small.entries["state/GRA"].name == "Graustark"


def test_a_second_file_adds_names(tmp_path: Path) -> None:
    knowledge = base(tmp_path, SMALL, 'agency:rur-guard skos:altLabel "Black Michael\'s Guard" .')
    assert strong(knowledge, "Black Michael’s guard") == ["agency/rur-guard"]
    assert knowledge.entries["agency/rur-guard"].source.endswith("0.ttl:17")


def test_a_name_of_two_things_leads_to_both(tmp_path: Path) -> None:
    knowledge = base(tmp_path, SMALL, 'place:castle a pg:Place ; rdfs:label "Castle Guard" .')
    assert strong(knowledge, "Castle Guard") == ["agency/rur-guard", "place/castle"]


@pytest.mark.parametrize("text", ["cg", "guard", "zenda", "Castle"])
def test_what_is_no_name_is_not_found(small: KnowledgeBase, text: str) -> None:
    assert strong(small, text) == weak(small, text) == []


def test_adjectives_and_demonyms_lead_to_states_and_regions(small: KnowledgeBase) -> None:
    assert [entry.iri for entry in small.by_adjective("Ruritanian")] == ["state/RUR"]
    assert [entry.iri for entry in small.by_adjective("Zendan")] == ["place/zenda"]
    assert [entry.iri for entry in small.by_demonym("Ruritanians")] == ["state/RUR"]
    assert small.by_adjective("ruritanian") == ()


def test_scan_takes_the_longest_name(small: KnowledgeBase) -> None:
    found = small.scan(["The", "Ruritanian", "Guard", "of", "Zenda", "left", "Zenda", "."])
    assert [(one.start, one.end, one.strong[0].iri) for one in found] == [
        (1, 5, "agency/rur-guard"), (6, 7, "place/zenda")]


def test_scan_does_not_mind_how_tokens_were_cut(tmp_path: Path) -> None:
    knowledge = base(tmp_path, 'state:GNB a pg:State ; rdfs:label "Guinea-Bissau" .')
    assert [(one.start, one.end) for one in knowledge.scan(["in", "Guinea", "-", "Bissau", "."])] == [(1, 4)]
    assert [(one.start, one.end) for one in knowledge.scan(["in", "Guinea-Bissau"])] == [(1, 2)]


@pytest.mark.parametrize("tokens", [["Duke", "'s", "Office"], ["Duke", "’s", "office"], ["Duke's", "Office"]])
def test_scan_puts_cut_off_endings_back(tmp_path: Path, tokens: list[str]) -> None:
    knowledge = base(tmp_path, 'agency:rur-duke a pg:Agency ; rdfs:label "Duke\'s Office" .')
    assert [(one.start, one.end) for one in knowledge.scan(["the", *tokens, "said"])] == [(1, 1 + len(tokens))]


def test_scan_leaves_the_ending_behind_a_name_alone(small: KnowledgeBase) -> None:
    assert [(one.start, one.end) for one in small.scan(["Ruritania", "'s", "king"])] == [(0, 1)]


def test_scan_of_nothing_finds_nothing(small: KnowledgeBase) -> None:
    assert small.scan([]) == [] and small.scan([".", "-", ""]) == []


def test_a_generic_name_is_a_weak_name_of_each_state_s_body(small: KnowledgeBase) -> None:
    assert weak(small, "the interior ministry".removeprefix("the ")) == ["agency/rur-interior"]
    assert "body/interior-ministry" not in small.entries


@pytest.mark.parametrize("text", ["interior ministry", "Ministry of the Interior", "Ministry of Peace"])
def test_state_and_generic_name_compose_to_the_body_of_that_state(small: KnowledgeBase, text: str) -> None:
    composed = small.compose("state/RUR", text)
    assert composed and composed.iri == "agency/rur-interior"


def test_a_body_that_no_file_describes_is_made_up(small: KnowledgeBase) -> None:
    composed = small.compose("place/zenda", "police")
    assert composed and (composed.iri, composed.name) == ("agency/zenda-police", "Zendan Police")
    assert composed.attributes == {"agencyKind": "police"} and composed.targets("agencyOf") == ("place/zenda",)


def test_composition_needs_a_known_state_and_a_known_body(small: KnowledgeBase) -> None:
    assert small.compose("state/RUR", "orchestra") is None
    assert small.compose("state/XXX", "police") is None
    assert small.compose("agency/rur-guard", "police") is None


def test_composition_minds_the_case_of_acronyms(small: KnowledgeBase) -> None:
    assert small.compose("state/RUR", "mit") is None
    mit = small.compose("state/RUR", "MIT")
    assert mit and mit.iri == "agency/rur-interior"


def test_a_name_that_means_too_many_things_needs_its_state(tmp_path: Path) -> None:
    knowledge = base(tmp_path, SMALL, 'body:police skos:hiddenLabel "Constables" .',
                     'agency:rur-police a pg:Agency ; rdfs:label "Zenda Watch" ; pg:genericBody body:police ; '
                     "pg:agencyOf state:RUR .")
    assert weak(knowledge, "Constables") == [] and weak(knowledge, "Police") == ["agency/rur-police"]
    composed = knowledge.compose("state/RUR", "constables")
    assert composed and composed.iri == "agency/rur-police"


def test_a_user_s_file_adds_to_the_program_s_names(tmp_path: Path) -> None:
    mine = write(tmp_path, 'agency:fra-dgsi skos:altLabel "House of Levallois" .\n'
                           'agency:rur-guard a pg:Agency ; rdfs:label "Castle Guard" ; pg:agencyOf state:FRA .')
    knowledge = load([mine])
    assert strong(knowledge, "House of Levallois") == ["agency/fra-dgsi"]
    assert strong(knowledge, "Castle Guard") == ["agency/rur-guard"] and strong(load(), "Castle Guard") == []
    assert load((mine,)) is knowledge


@pytest.mark.parametrize(("text", "complaint"), [
    ('agency:x a pg:Agensy ; rdfs:label "X" .', "unknown class 'Agensy' (did you mean 'Agency'?)"),
    ('agency:x a pg:Agency ; rdfs:label "X" ; pg:agencyOff state:RUR .', "unknown property 'agencyOff' (did you mean"),
    ('agency:x a pg:Agency ; rdfs:label "X" ; pg:agencyOf "Ruritania" .', "pg:agencyOf takes an IRI, not the text"),
    ('agency:x a pg:Agency ; rdfs:label "X" ; pg:agencyOf state:RUX .', "names state/RUX, which no file describes"),
    ('agency:x a pg:Agency ; rdfs:label "X" ; pg:agencyKind wd:Q1 .', "it takes a concept"),
    ('agency:x a pg:Agency ; rdfs:label "X" ; pg:agencyOf [] .', "has no name; write an IRI or a text"),
    ('agency:x a pg:Agency , pg:Group ; rdfs:label "X" .', "choose one class"),
    ('agency:x a pg:Agency .', "has 0 rdfs:label; it needs one"),
    ('agency:x a pg:Agency ; rdfs:label "X", "Y" .', "has 2 rdfs:label; it needs one"),
    ('agency:x rdfs:label "X" .', "has no class"),
    ('agency:x a pg:Agency ; rdfs:label " " .', "an empty text"),
    ('wd:Q1 a pg:Agency ; rdfs:label "X" .', "is not under https://w3id.org/plotgraph/id/"),
])
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises(KnowledgeError) as error:
        read([write(tmp_path, text)])
    assert complaint in str(error.value) and "my.ttl" in str(error.value)


def test_all_mistakes_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    paths = [write(tmp_path, 'agency:x a pg:Agensy ; rdfs:label "X" .', "a.ttl"),
             write(tmp_path, "agency:y a pg:Agency ; rdfs:lable .", "b.ttl"), tmp_path / "c.ttl"]
    with pytest.raises(KnowledgeError) as error:
        read(paths)
    first, second, third = str(error.value).splitlines()
    assert first.startswith(f"{paths[0]}:10: unknown class") and second.startswith(f"{paths[1]}: not Turtle")
    assert third.startswith(f"{paths[2]}: cannot be read")
