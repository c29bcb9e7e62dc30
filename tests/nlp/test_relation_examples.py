"""Every predicate is tested by the examples in its file: the sentence, what must be stated in it, or `none`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from kg import resources
from kg.extract import Reader
from kg.lexicon import yamlfile
from kg.model import Extraction
from tests.nlp.examples import Key, bare, key, read_all, surface_forms

EXAMPLES = yamlfile.load(resources.ontology() / "relations" / "relations.yaml")["examples"]
PREDICATES = sorted({example["predicate"] for example in EXAMPLES})
MIN_POSITIVE, MIN_NEGATIVE = 6, 3


@pytest.fixture(scope="module")
def extractions(reader: Reader) -> Mapping[Key, Extraction]:
    return read_all(EXAMPLES, reader)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example['predicate']}-{example['text']}")
def test_example_states_its_relation(example: Mapping[str, Any], extractions: Mapping[Key, Extraction]) -> None:
    extraction = extractions[key(example)]
    names = surface_forms(extraction)
    found = [(names[relation.subject], names.get(relation.object, {bare(relation.object)}))
             for relation in extraction.relations if relation.predicate == example["predicate"]]
    if example.get("none"):
        assert not found
    else:
        assert any(all(bare(example[end]) in forms for end, forms in zip(("subject", "object"), pair, strict=True)
                       if end in example) for pair in found), found


@pytest.mark.parametrize("predicate", PREDICATES)
def test_predicate_has_enough_examples(predicate: str) -> None:
    signs = [bool(example.get("none")) for example in EXAMPLES if example["predicate"] == predicate]
    assert signs.count(False) >= MIN_POSITIVE
    assert signs.count(True) >= MIN_NEGATIVE
