"""Whatever the text, a document is well formed: spans in order, within the text, and never in each other's way."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.read.article import articles
from tests.read.pages import LEAD, SECOND, THIRD

PARTS = st.sampled_from([
    LEAD, SECOND, THIRD, "Court jails four for arson in Riga", "Home", "TT", "Related:", "Read also: Fire in the port",
    "26 June 2024 - 14:34", "- two rifles", "12:17 Bomb threat closes airport", "RIGA, June 3 (HA) - Nobody was hurt.",
    "***", "TST9-RIGA-0001 (HA)", "Photo: Baltic Desk", "Why now?",
    "The following items were seized:", "###", "", "", "  "])
TEXTS = st.lists(PARTS | st.text(max_size=30), min_size=1, max_size=25).map("\n".join)


@settings(max_examples=80, deadline=None)
@given(TEXTS)
def test_spans_are_in_order_and_apart(text):
    for document in articles("a.txt", text, ""):
        assert list(document.boilerplate) == sorted(document.boilerplate)
        assert list(document.headings) == sorted(document.headings)
        spans = sorted([*document.boilerplate, *document.headings])
        ends = [0, *(span.end for span in spans)]
        assert all(end <= span.start < span.end <= len(document.text) for end, span in zip(ends, spans, strict=False))


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_no_word_is_lost_between_articles(text):
    documents = list(articles("a.txt", text, ""))
    assert "".join("".join(document.text.split()) for document in documents) == "".join(text.split())


@settings(max_examples=20, deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_documents(text):
    assert list(articles("a.txt", text, "")) == list(articles("a.txt", text, ""))
