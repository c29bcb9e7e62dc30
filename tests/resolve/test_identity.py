"""Names across documents: a table of pairs that are, and are not, one thing."""

from pathlib import Path

import pytest
import yaml

from kg.resolve import resolve

CASES = yaml.safe_load(Path(__file__).with_name("identity_cases.yaml").read_text("utf-8"))
TYPES = {"Altavera": "City", "Sandmouth": "City"}


def written(story, source, side, companions, mention):
    told = story(source)
    kind, name, facts = (*side, {})[:3]
    attributes = {key: value for key, value in facts.items() if key == "dateOfBirth"}
    subject = told.entity(kind, name, mention=mention, **attributes)
    for predicate in sorted(facts.keys() - attributes.keys()):
        told.relate(subject, predicate, told.entity(TYPES.get(facts[predicate], "State"), facts[predicate]))
    for companion in companions:
        told.entity("Group", companion)
    return told.extraction()


def nodes_named(graph, *names):
    return {node.iri for node in graph.nodes if {node.name, *node.aliases} & set(names)}


@pytest.mark.parametrize("case", CASES, ids=[f"{c['left'][1]}-{c['right'][1]}-{c['why']}" for c in CASES])
def test_two_documents_mean_one_thing_or_two(case, story, knowledge):
    mention = "nominal" if case.get("nominal") else None
    left, right = (written(story, side, case[side], case.get("with", ()), mention) for side in ("left", "right"))
    found = nodes_named(resolve([left, right], knowledge), case["left"][1], case["right"][1])
    assert len(found) == (1 if case["same"] else 2), case["why"]


def test_half_of_the_cases_are_traps():
    assert len(CASES) >= 60
    assert sum(not case["same"] for case in CASES) * 2 >= len(CASES) - 6
