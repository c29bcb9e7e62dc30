"""Processes that read: in order, each for itself, replaced when they die."""

import pytest

from kg.build.run import guarded
from kg.build.workers import Outcome, outcomes
from kg.errors import ModelError
from kg.model import Document
from tests.build import fake


def documents(*texts):
    return [Document(f"doc-{number}", f"{number}.txt", text) for number, text in enumerate(texts)]


def run(items, jobs, loader=fake.load):
    return list(outcomes(items, loader, guarded, jobs))


def test_outcomes_come_in_the_order_of_documents_whoever_reads_them():
    items = [*documents("one", "crash", "three"), Outcome(failure="not a document")]
    assert run(items, jobs=2) == run(items, jobs=1)


def test_a_document_that_kills_its_process_is_one_failure_and_the_others_are_read():
    found = run(documents("one", "abort", "three", "four"), jobs=2)
    assert [bool(outcome.record) for outcome in found] == [True, False, True, True]
    assert "1.txt: doc-1 was not read: its process died" in found[1].failure


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_pipeline_that_cannot_be_loaded_is_the_users_error(jobs):
    with pytest.raises(ModelError, match="no pipeline"):
        run(documents("one", "two"), jobs, fake.load_badly)
