"""Copies of one story count once as a source."""

import random

from kg.model import Document, Span
from kg.resolve.copies import Copies

WORDS = [f"word{number}" for number in range(4000)]


def story(seed, length=300):
    return " ".join(random.Random(seed).choices(WORDS, k=length))


def independent(*documents):
    return Copies({document.id: document for document in documents}).independent([d.id for d in documents])


def test_two_stories_are_two_sources():
    assert independent(Document("a", "a", story(1)), Document("b", "b", story(2))) == 2


def test_a_copy_with_another_headline_is_the_same_source():
    assert independent(Document("a", "a", story(1)), Document("b", "b", f"Another headline. {story(1)}")) == 1


def test_a_shortened_copy_is_the_same_source():
    assert independent(Document("a", "a", story(1)), Document("b", "b", story(1)[:700])) == 1


def test_copies_are_found_through_a_third():
    whole = story(1, 600)
    texts = {"a": whole[:2000], "b": whole[-2000:], "c": whole}
    assert independent(*(Document(name, name, text) for name, text in texts.items())) == 1


def test_what_pages_have_around_a_story_does_not_make_it_a_copy():
    menu = story(9)
    documents = [Document(name, name, f"{menu} {story(seed)}", boilerplate=(Span(0, len(menu)),))
                 for name, seed in (("a", 1), ("b", 2))]
    assert independent(*documents) == 2


def test_one_publisher_is_one_source():
    assert independent(*(Document(name, name, story(name), publisher="Ambra Courier") for name in "ab")) == 1


def test_unknown_publishers_are_not_one():
    assert independent(*(Document(name, name, story(name)) for name in "ab")) == 2
