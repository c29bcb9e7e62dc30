"""The ontology: all the names that others depend on, each with what a reader needs, and the tables made from it."""

import io
import re

import pyoxigraph as ox
import pytest
from followthemoney import model
from rdflib import namespace

from kg.lexicon.ontology import load
from kg.rdf import write_ntriples
from kg.resources import ontology as folder
from tests.sample_graph import sample

ONTOLOGY = load()
CLASSES = """
Actor State Organization Agency Group Cell InternationalOrganization MediaOrganization Person People Place
City Region Facility Weapon Target Event HostileAct Plot Attack SecurityOperation Detention Disruption Raid
Seizure Surveillance Killing Rescue MilitaryAction Incident LegalAction Designation Communication Statement
ClaimOfResponsibility Confession Denial Request Pledge IntelligenceSharing Accusation Meeting Agreement
PersonnelChange SupportActivity Travel Procurement Recruitment Financing Training Preparation Document
Evidence Assertion
"""
PROPERTIES = """
agent patient target instrument place origin destination recipient topic subEventOf precedes startDate endDate
dateText trigger killed injured perpetrator suspect victim attackKind stage disrupts factuality attributedTo
confidence evidence agencyOf partOf affiliatedWith memberOf leads worksFor holdsRole nationality comesFrom
operatesIn basedIn directedBy bannedIn operatedBy alliedWith fights count locatedIn isoCode quote startOffset
endOffset inDocument sha256 agencyKind weaponKind legalKind
"""
CONCEPTS = {
    "stage": "planned threatened attempted thwarted accomplished",
    "factuality": "reported claimed alleged planned hypothetical denied",
    "attackKind": "bombing suicide-bombing shooting stabbing arson kidnapping hostage-taking assassination "
                  "vehicle-ramming hijacking shelling drone-attack massacre execution robbery sabotage rocket-attack "
                  "air-strike coup cyber-attack chemical-attack unspecified-attack",
    "legalKind": "investigation warrant charge indictment hearing trial plea conviction acquittal sentence appeal "
                 "release extradition expulsion",
    "weaponKind": "explosive ied firearm blade rocket mortar grenade vehicle drone aircraft chemical incendiary "
                  "other-weapon",
    "agencyKind": "intelligence police military ministry court prosecution government border-guard committee",
}


def test_every_class_and_property_that_others_name_is_there():
    assert set(CLASSES.split()) <= set(ONTOLOGY.classes) and set(PROPERTIES.split()) <= set(ONTOLOGY.properties)


@pytest.mark.parametrize("scheme", sorted(CONCEPTS))
def test_every_concept_is_in_its_scheme(scheme):
    assert {concept.name for concept in ONTOLOGY.in_scheme(scheme)} == set(CONCEPTS[scheme].split())


@pytest.mark.parametrize("name", sorted(ONTOLOGY.classes))
def test_a_class_is_described_and_has_a_look(name):
    term = ONTOLOGY.classes[name]
    assert term.label and term.definition.endswith(".") and term.example
    assert re.fullmatch("#[0-9a-f]{6}", ONTOLOGY.color(name)) and ONTOLOGY.icon(name)
    assert bool(term.phrase and term.inverse) == ONTOLOGY.is_a(name, "Event")


@pytest.mark.parametrize("name", sorted(ONTOLOGY.properties))
def test_a_property_is_described_and_limited(name):
    term = ONTOLOGY.properties[name]
    assert term.label and term.definition.endswith(".") and term.example and term.phrase and term.domain
    assert term.range or name == "topic"
    assert set(term.domain) <= set(ONTOLOGY.classes)
    assert all(kind in ONTOLOGY.classes or kind.startswith("xsd:") or kind == "Concept" for kind in term.range)
    assert bool(term.scheme) == (term.range == ("Concept",))
    assert term.literal == any(kind.startswith("xsd:") for kind in term.range)


@pytest.mark.parametrize("name", sorted(ONTOLOGY.concepts))
def test_a_concept_has_a_label_and_leads_to_concepts_that_exist(name):
    concept = ONTOLOGY.concepts[name]
    assert concept.label and concept.schemes and concept.definition.endswith(".")
    assert bool(concept.notation) != bool(concept.example.endswith("."))
    assert {*concept.matches, concept.broader or name} <= set(ONTOLOGY.concepts)


def test_ancestors_go_from_near_to_far():
    assert ONTOLOGY.ancestors("Cell") == ("Cell", "Group", "Organization", "Actor")
    assert ONTOLOGY.ancestors("perpetrator") == ("perpetrator", "agent") and ONTOLOGY.ancestors("x") == ("x",)


def test_a_state_is_an_actor_and_a_place():
    assert ONTOLOGY.is_a("State", "Actor") and ONTOLOGY.is_a("State", "Place") and not ONTOLOGY.is_a("City", "Actor")


def test_a_plot_is_neither_an_attack_nor_an_activity():
    assert not ONTOLOGY.is_a("Plot", "Attack")
    triples = {(str(t.subject), str(t.predicate)) for t in ox.parse(path=str(folder() / "plotgraph.ttl"))
               if str(t.object) == "<http://www.w3.org/ns/prov#Activity>" and "subClassOf" in str(t.predicate)}
    assert not triples


def test_the_files_have_no_blank_nodes_and_claim_no_identity():
    for name in ("plotgraph.ttl", "concepts.ttl"):
        for triple in ox.parse(path=str(folder() / name)):
            assert not isinstance(triple.subject, ox.BlankNode) and not isinstance(triple.object, ox.BlankNode)
            assert "sameAs" not in triple.predicate.value


def test_codes_of_other_schemes_are_found_from_classes():
    assert "https://w3id.org/plotgraph/concept/cameo-173" in ONTOLOGY.classes["Detention"].matches
    assert ONTOLOGY.concepts["cameo-173"].notation == "173"
    assert ONTOLOGY.concepts["accomplished"].matches == ("muc4-accomplished",)


PG, PGC = "https://w3id.org/plotgraph/ontology#", "https://w3id.org/plotgraph/concept/"
SKOS_TOP = "http://www.w3.org/2004/02/skos/core#hasTopConcept"
CATALOGS = {str(getattr(namespace, name)._NS): getattr(namespace, name)
            for name in ["DCTERMS", "FOAF", "ORG", "OWL", "PROV", "RDF", "RDFS", "SDO", "SKOS", "TIME"]}
FOLLOW_THE_MONEY = "https://schema.followthemoney.tech/#"


def named(data):
    """Every IRI in a file of triples."""
    return {term.value for triple in ox.parse(data, format=ox.RdfFormat.TURTLE)
            for term in (triple.subject, triple.predicate, triple.object) if isinstance(term, ox.NamedNode)}


def declared():
    return {triple.subject.value for name in ("plotgraph.ttl", "concepts.ttl")
            for triple in ox.parse(path=str(folder() / name))}


@pytest.mark.parametrize("name", ["plotgraph.ttl", "concepts.ttl", "shapes.ttl"])
def test_every_term_of_others_is_one_that_they_have(name):
    used = named((folder() / name).read_bytes())
    unknown = {iri for iri in used for space, terms in CATALOGS.items()
               if iri.startswith(space) and iri != space and iri.removeprefix(space) not in terms}
    assert not unknown
    assert all(model.get(iri.removeprefix(FOLLOW_THE_MONEY)) for iri in used if iri.startswith(FOLLOW_THE_MONEY))


@pytest.mark.parametrize("path", sorted((folder() / "names").glob("*.ttl")), ids=lambda path: path.name)
def test_files_of_names_use_declared_terms_only(path):
    assert not {iri for iri in named(path.read_bytes()) if iri.startswith((PG, PGC))} - declared()


def test_a_graph_uses_declared_terms_only():
    stream = io.BytesIO()
    write_ntriples(sample(), stream)
    used = {iri for iri in named(stream.getvalue()) if iri.startswith((PG, PGC))}
    assert len(used) > 50 and not used - declared()


@pytest.mark.parametrize("scheme", [*CONCEPTS, "cameo", "plover", "muc4"])
def test_a_scheme_names_the_concepts_that_have_none_above(scheme):
    top = {triple.object.value.removeprefix(PGC) for triple in ox.parse(path=str(folder() / "concepts.ttl"))
           if triple.subject.value == PGC + scheme and triple.predicate.value == SKOS_TOP}
    assert top == {concept.name for concept in ONTOLOGY.in_scheme(scheme) if not concept.broader}


def test_terms_that_hold_of_all_are_told_from_terms_that_come_close():
    city, place = ONTOLOGY.classes["City"], ONTOLOGY.classes["Place"]
    assert "https://schema.org/City" in city.matches and "https://schema.org/Place" in place.above
    assert not city.above and ONTOLOGY.prefixes["schema"] == "https://schema.org/"
