"""Where the program's own data lies."""

import pytest

from kg import resources
from kg.errors import KnowledgeError


def test_the_ontology_lies_beside_or_inside_the_package():
    assert (resources.ontology() / "plotgraph.ttl").is_file()


def test_an_installation_without_ontology_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "kg")
    with pytest.raises(KnowledgeError, match="reinstall"):
        resources.ontology()
