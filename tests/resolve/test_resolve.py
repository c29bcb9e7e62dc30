"""The whole of resolution: order never counts, judgements always win, knowledge is told apart."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.lexicon import names
from kg.model import Judgement, Verdict
from kg.resolve import resolve, resolve_with_doubts

NAMES = [("Person", "Ilya Moravec"), ("Person", "Moravec"), ("Person", "Ilja Moravec"), ("Group", "Blue Lantern Front"),
         ("Group", "Blue Lantern Frunt"), ("Agency", "Ministry of Harbors"), ("Organization", "Blue Lantern Front"),
         ("City", "Altavera"), ("Person", "Mohammed Alami"), ("Person", "Muhammad Alami")]
OWNERS = [None, "Kenya", "Peru"]
stories = st.lists(st.tuples(st.sets(st.sampled_from(NAMES), min_size=1, max_size=4), st.sampled_from(OWNERS),
                             st.sampled_from([None, "2021-05-08", "2021-05-09", "2021-06-01"])), min_size=1, max_size=6)


def written(story, number, told):
    entities, owner, day = told
    made = story(f"{number}", "2021-06-02")
    ids = [made.entity(kind, name) for kind, name in sorted(entities)]
    if owner:
        made.relate(ids[0], "nationality", made.entity("State", owner))
    made.event("Detention", day, patient=ids[:1], place=ids[1:2], agent=[made.entity("Agency", "KBG")])
    return made.extraction()


@settings(max_examples=60, deadline=None)
@given(stories, st.randoms())
def test_the_order_of_documents_never_counts(told, random):
    from tests.resolve.conftest import Story
    knowledge = names.build({})
    extractions = [written(Story, number, one) for number, one in enumerate(told)]
    shuffled = random.sample(extractions, len(extractions))
    assert resolve(extractions, knowledge) == resolve(shuffled, knowledge)


def test_a_file_given_twice_is_one_document(story, knowledge):
    told = story("a")
    told.entity("Group", "Blue Lantern Front")
    assert resolve([told.extraction()] * 2, knowledge) == resolve([told.extraction()], knowledge)


def test_a_linked_entity_is_the_entry_of_the_knowledge_base(story, knowledge):
    told = story("a")
    told.entity("Agency", "KBG", iri="agency/ken-border-guard")
    node = next(node for node in resolve([told.extraction()], knowledge).nodes if node.type == "Agency")
    assert (node.name, node.aliases, node.known) == ("Kenyan Border Guard", ("KBG",), True)


def test_an_agency_brings_its_state_from_the_knowledge_base(story, knowledge):
    told = story("a")
    told.entity("Agency", "KBG", iri="agency/ken-border-guard")
    graph = resolve([told.extraction()], knowledge)
    relation, = graph.relations
    assert (relation.predicate, relation.object, relation.evidence) == ("agencyOf", "state/KEN", ())
    assert relation.source.startswith("names.ttl") or "names.ttl:" in relation.source
    assert [node.iri for node in graph.nodes] == ["agency/ken-border-guard", "state/KEN"]


def test_a_group_does_not_bring_the_states_where_it_is_active(story, knowledge):
    told = story("a")
    told.entity("Group", "Night Heron Brigade", iri="group/night-heron")
    assert [node.iri for node in resolve([told.extraction()], knowledge).nodes] == ["group/night-heron"]


def test_text_and_knowledge_on_one_fact_make_one_relation_with_both_origins(story, knowledge):
    told = story("a")
    told.relate(told.entity("Agency", "KBG", iri="agency/ken-border-guard"), "agencyOf", told.entity("State", "Kenya"))
    relation, = resolve([told.extraction()], knowledge).relations
    assert relation.evidence and relation.source


def two(story, left, right):
    extractions = []
    for source, (kind, name) in (("a", left), ("b", right)):
        told = story(source)
        told.entity(kind, name)
        extractions.append(told.extraction())
    return extractions


def judged(verdict, left, right):
    return [Judgement(left, right, verdict, "own knowledge", "an analyst")]


def test_a_judgement_joins_what_nothing_else_would(story, knowledge):
    told = two(story, ("Group", "Blue Lantern Front"), ("Group", "Lanternists"))
    ledger = judged(Verdict.SAME, "group/blue-lantern-front", "group/lanternists")
    assert len(resolve(told, knowledge, ledger).nodes) == 1


def test_a_judgement_by_name_beats_every_veto(story, knowledge):
    told = two(story, ("Group", "Blue Lantern Front"), ("Agency", "Lantern Office"))
    assert len(resolve(told, knowledge, judged(Verdict.SAME, "Lantern Office", "Blue Lantern Front")).nodes) == 1


def test_what_is_like_one_of_two_that_were_judged_one_joins_them(story, knowledge):
    told = two(story, ("Person", "Mohammed Alami"), ("Person", "Karim Latif"))
    third = story("c")
    third.entity("Person", "Muhammad Alami")
    ledger = judged(Verdict.SAME, "Mohammed Alami", "Karim Latif")
    assert len(resolve([*told, third.extraction()], knowledge, ledger).nodes) == 1


def test_a_judgement_keeps_apart_what_sounds_alike(story, knowledge):
    told = two(story, ("Person", "Mohammed Alami"), ("Person", "Muhammad Alami"))
    assert len(resolve(told, knowledge, judged(Verdict.DIFFERENT, "Mohammed Alami", "Muhammad Alami")).nodes) == 2


def test_of_two_judgements_the_later_one_counts(story, knowledge):
    told = two(story, ("Person", "Mohammed Alami"), ("Person", "Muhammad Alami"))
    ledger = [*judged(Verdict.DIFFERENT, "Mohammed Alami", "Muhammad Alami"),
              *judged(Verdict.SAME, "Muhammad Alami", "Mohammed Alami")]
    assert len(resolve(told, knowledge, ledger).nodes) == 1


def test_unsure_leaves_things_as_they_are(story, knowledge):
    told = two(story, ("Person", "Mohammed Alami"), ("Person", "Muhammad Alami"))
    ledger = judged(Verdict.UNSURE, "Mohammed Alami", "Muhammad Alami")
    assert resolve(told, knowledge, ledger) == resolve(told, knowledge)


def test_a_bare_surname_that_fits_two_persons_joins_neither(story, knowledge):
    told = []
    for source, name in (("a", "Anton Moravec"), ("b", "Ilya Moravec"), ("c", "Moravec")):
        made = story(source)
        for other in ("Blue Lantern Front", "Port of Ambra"):
            made.entity("Group", other)
        made.entity("Person", name)
        told.append(made.extraction())
    assert sum(node.type == "Person" for node in resolve(told, knowledge).nodes) == 3


def test_what_nearly_is_one_is_shown_with_its_reasons(story, knowledge):
    told = two(story, ("Person", "Moravec"), ("Person", "Ilya Moravec"))
    _, (doubt,) = resolve_with_doubts(told, knowledge)
    assert (doubt.left, doubt.right) == ("person/ilya-moravec", "person/moravec")
    assert doubt.reasons == ("surname of +0.55",)


def test_what_was_judged_is_not_asked_again(story, knowledge):
    told = two(story, ("Person", "Moravec"), ("Person", "Ilya Moravec"))
    ledger = judged(Verdict.UNSURE, "person/moravec", "person/ilya-moravec")
    assert resolve_with_doubts(told, knowledge, ledger)[1] == ()


def test_namesakes_get_iris_of_their_own(story, knowledge):
    told = []
    for source, born in (("a", "1980-02-01"), ("b", "1991-07-09")):
        made = story(source)
        made.entity("Person", "Farid Alami", dateOfBirth=born)
        told.append(made.extraction())
    iris = [node.iri for node in resolve(told, knowledge).nodes]
    assert len(set(iris)) == 2 and all(iri.startswith("person/farid-alami-") for iri in iris)


def test_nameless_things_have_iris_that_other_documents_do_not_change(story, knowledge):
    told = two(story, ("People", "four men"), ("People", "four men"))
    alone = resolve(told[:1], knowledge).nodes[0].iri
    assert alone in {node.iri for node in resolve(told, knowledge).nodes}


def test_a_city_of_the_gazetteer_is_known_with_its_state_but_not_its_names_in_all_languages(story, knowledge):
    told = story("a")
    told.entity("City", "Nairobi", iri="place/geonames-184745")
    graph = resolve([told.extraction()], knowledge)
    city = next(node for node in graph.nodes if node.type == "City")
    assert city.known and city.same_as == ("https://sws.geonames.org/184745/",) and city.aliases == ()
    assert [(relation.predicate, relation.object) for relation in graph.relations] == [("locatedIn", "state/KEN")]
