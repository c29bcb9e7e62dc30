"""Where the sentences of headings start."""

from kg.extract import _prepare
from kg.model import Document, Span


def sentence_starts(reader, text, *headings):
    doc = _prepare(Document("doc-1", "test", text, headings=headings), reader.nlp)
    return [token.text for token in doc if token.is_sent_start]


def test_a_heading_starts_one_sentence_and_what_follows_another(reader):
    text = "Al-Noor mosque attacked\n\nGunmen fled."
    assert sentence_starts(reader, text, Span(0, 23)) == ["Al", "Gunmen"]


def test_a_heading_in_the_middle_starts_at_its_first_word(reader):
    text = "It ended.\nA US base\nFour men left."
    assert sentence_starts(reader, text, Span(10, 19)) == ["It", "A", "Four"]
