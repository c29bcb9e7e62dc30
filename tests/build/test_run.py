"""Building: what is read, what is kept, what fails, and that the bytes never depend on the way there."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from kg.build import build, remove
from kg.errors import OutputError, RecordError
from tests.build import fake

OUT = Path("out")
A = "The police said this.\n\nGroup: Blue Lantern Front\n"
B = "The papers wrote that.\n\nGroup: Blue Lantern Front\nPerson: Ilya Moravec\n"


def names(built):
    return [node.name for node in built.graph.nodes if node.type != "MediaOrganization"]


def test_a_build_writes_all_files(news, settings):
    news(a=A)
    build(["news"], OUT, settings())
    assert {path.name for path in OUT.iterdir()} == {
        "records.jsonl", "graph.ttl", "graph.nq", "graph.html", "manifest.json", ".stamp"}


def test_the_manifest_tells_what_was_read_and_written(news, settings):
    news(a=A, b=B)
    build(["news"], OUT, settings())
    manifest = json.loads((OUT / "manifest.json").read_text("utf-8"))
    assert [entry["source"] for entry in manifest["inputs"]] == ["news/a.txt", "news/b.txt"]
    assert manifest["counts"]["documents"] == 2 and manifest["classes"]["Group"] == 1
    assert set(manifest["outputs"]) >= {"graph.ttl", "records.jsonl"}


def test_only_what_is_new_or_changed_is_read(news, settings):
    news(a=A, b=B)
    build(["news"], OUT, settings())
    news(b=A + B, c=B)
    built = build(["news"], OUT, settings())
    assert [source.name for source in built.plan.read] == ["news/b.txt", "news/c.txt"]


def test_other_knowledge_reads_everything_again(news, settings):
    news(a=A, b=B)
    build(["news"], OUT, settings())
    assert len(build(["news"], OUT, settings(stamp="two")).plan.read) == 2


def test_a_file_that_is_gone_takes_its_facts_with_it(news, settings):
    news(a=A, b=B)
    build(["news"], OUT, settings())
    news(b=None)
    assert names(build(["news"], OUT, settings())) == ["Blue Lantern Front"]


def test_what_was_built_from_elsewhere_stays(news, settings):
    news(a=A, b=B)
    build(["news/b.txt"], OUT, settings())
    assert names(build(["news/a.txt"], OUT, settings())) == ["Blue Lantern Front", "Ilya Moravec"]


def test_remove_takes_out_what_only_that_source_said(news, settings):
    news(a=A, b=B)
    build(["news"], OUT, settings())
    assert names(remove(["news/b.txt"], OUT, settings())) == ["Blue Lantern Front"]


def test_no_loaded_store_outlives_a_build_or_a_removal(news, settings):
    news(a=A, b=B)
    for change in (lambda: build(["news"], OUT, settings()), lambda: remove(["news/b.txt"], OUT, settings())):
        (OUT / ".store" / "old").mkdir(parents=True)
        change()
        assert not (OUT / ".store").exists()


def test_removing_what_is_not_there_is_an_error_with_a_guess(news, settings):
    news(a=A)
    build(["news"], OUT, settings())
    with pytest.raises(OutputError, match=r"did you mean 'news/a\.txt'"):
        remove(["news/aa.txt"], OUT, settings())


def test_a_document_that_breaks_the_reader_is_one_line_and_the_rest_goes_on(news, settings):
    news(a=A, b="crash " * 20)
    built = build(["news"], OUT, settings())
    failure, = built.failures
    assert failure.startswith("news/b.txt: doc-") and failure.endswith("RuntimeError: the parser fell over")
    assert names(built) == ["Blue Lantern Front"]


def test_an_unreadable_file_is_one_line_and_the_rest_goes_on(news, settings):
    news(a=A, b="")
    built = build(["news", "nowhere.txt"], OUT, settings())
    assert len(built.failures) == 2 and names(built) == ["Blue Lantern Front"]


def test_a_failure_is_tried_again(news, settings):
    news(a=A)
    build(["news", "late.txt"], OUT, settings())
    Path("late.txt").write_text(B, "utf-8")
    assert not build(["news"], OUT, settings()).failures


def test_a_failure_that_is_no_longer_asked_for_is_forgotten(news, settings):
    news(a=A)
    build(["news", "typo.txt"], OUT, settings())
    assert not build(["news"], OUT, settings()).failures


def test_the_number_of_processes_does_not_show(news, settings, content):
    news(**{f"n{number}": f"{A}Person: Ilya Moravec{number}\n" for number in range(6)}, b="crash " * 20)
    build(["news"], OUT, settings())
    build(["news"], Path("two"), settings(jobs=2))
    assert content(OUT) == content("two")


def test_a_build_that_fails_leaves_the_old_output(news, settings, content):
    news(a=A)
    build(["news"], OUT, settings())
    before = content(OUT)
    (OUT / "judgements.jsonl").write_text("{]\n", "utf-8")
    with pytest.raises(RecordError, match=r"judgements\.jsonl:1: not JSON"):
        build(["news"], OUT, settings())
    (OUT / "judgements.jsonl").unlink()
    assert content(OUT) == before


def test_a_judgement_outlives_a_rebuild(news, settings):
    news(a=A, b="The papers wrote that.\n\nGroup: Lanternists\n")
    OUT.mkdir()
    line = {"left": "group/lanternists", "right": "Blue Lantern Front", "verdict": "same", "reason": "one banner"}
    (OUT / "judgements.jsonl").write_text(json.dumps(line) + "\n", "utf-8")
    for _ in range(2):
        assert len(names(build(["news"], OUT, settings()))) == 1


steps = st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from([A, B, A + B, "crash " * 20, None])), max_size=5)


@examples(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps)
def test_any_way_of_adding_changing_and_removing_gives_the_bytes_of_a_full_build(news, settings, content, steps):
    news(**dict.fromkeys("abcd"), e=A)
    for way in (Path("grown"), Path("whole")):
        for path in way.glob("*"):
            path.unlink()
    for name, text in steps:
        news(**{name: text})
        build(["news"], Path("grown"), settings())
    build(["news"], Path("whole"), settings())
    if not steps:
        build(["news"], Path("grown"), settings())
    assert content("grown") == content("whole")


def test_removing_gives_the_bytes_of_a_build_without(news, settings, content):
    news(a=A, b=B)
    build(["news/a.txt"], Path("without"), settings())
    build(["news"], OUT, settings())
    remove(["news/b.txt"], OUT, replace(settings(), loader=fake.load))
    assert content(OUT) == content("without")


def test_a_folder_that_cannot_be_written_is_one_line(news, settings):
    news(a=A)
    OUT.write_text("a file", "utf-8")
    with pytest.raises(OutputError, match="out"):
        build(["news"], OUT, settings())
