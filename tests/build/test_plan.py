"""Plans: what is read, kept and dropped."""

from kg.build.plan import plan, sha256
from kg.build.state import Input, State
from kg.read import Source, expand


def state(*inputs, stamp="one"):
    return State({entry.source: entry for entry in inputs}, stamp)


def test_the_same_bytes_are_not_read_again(news):
    news(a="text")
    known = Input("news/a.txt", sha256(next(iter(expand(["news"])))), 1)
    assert plan(["news"], expand, state(known), "one").read == ()


def test_other_bytes_are(news):
    news(a="text")
    assert [s.name for s in plan(["news"], expand, state(Input("news/a.txt", "0", 1)), "one").read] == ["news/a.txt"]


def test_what_is_no_longer_in_a_folder_is_dropped(news):
    news(a="text")
    assert plan(["news"], expand, state(Input("news/b.txt", "0", 1)), "one").dropped == ("news/b.txt",)


def test_what_no_longer_fits_a_glob_is_dropped(news):
    news(a="text")
    assert plan(["news/*.txt"], expand, state(Input("news/b.txt", "0", 1)), "one").dropped == ("news/b.txt",)


def test_a_neighbor_of_a_given_file_is_kept(news):
    news(a="text")
    assert [entry.source for entry in plan(["news/a.txt"], expand, state(Input("news/b.txt", "0", 1)), "one").keep] \
        == ["news/b.txt"]


def test_new_knowledge_reads_what_was_built_from_elsewhere_too(news):
    news(a="text", b="text")
    found = plan(["news/a.txt"], expand, state(Input("news/b.txt", "0", 1)), "two")
    assert [source.name for source in found.read] == ["news/a.txt", "news/b.txt"]


def test_what_is_gone_is_kept_as_it_was_read_and_said_to_be_stale(news):
    news(a="text")
    found = plan(["news/a.txt"], expand, state(Input("old/b.txt", "0", 1)), "two")
    assert found.stale == ("old/b.txt",) and [entry.source for entry in found.keep] == ["old/b.txt"]


def test_standard_input_is_never_waited_for_unless_it_is_given(news):
    news(a="text")
    found = plan(["news"], expand, state(Input("-", "", 1)), "two")
    assert [source.name for source in found.read] == ["news/a.txt"] and found.stale == ("-",)


def test_what_cannot_be_opened_has_no_checksum():
    assert sha256(Source("nowhere", problem="no such file")) == ""
