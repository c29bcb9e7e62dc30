"""Quotes: passages hold context, offsets fit the page's way of counting."""

from kg.export.html.quotes import CONTEXT, collect, units
from kg.model import Document, Quote


def packed(text, start, end):
    quote = Quote("d", start, end, text[start:end])
    passages = collect([Document("d", "d.txt", text)], [quote])
    return passages.rows, passages.pack(quote)


def test_a_quote_is_found_in_its_passage():
    text = "word " * 200
    rows, (passage, start, length, *_) = packed(text, 500, 504)
    assert rows[passage][1][start:start + length] == "word" and rows[passage][2:] == [1, 1, 500 - start]


def test_context_begins_and_ends_at_a_word():
    rows, _ = packed("Istanbul " * 100, 450, 458)
    assert rows[0][1].split() == ["Istanbul"] * len(rows[0][1].split()) and len(rows[0][1]) <= 2 * CONTEXT + 8


def test_offsets_count_utf16_units():
    _, (_, start, length, *_) = packed("😈😈 met 😈.", 3, 8)
    assert (start, length) == (5, 6)
    assert units("a😈é") == 4


def test_neighboring_quotes_share_a_passage():
    text = "one two three four"
    passages = collect([Document("d", "d.txt", text)], [Quote("d", 0, 3, "one"), Quote("d", 4, 7, "two")])
    assert len(passages.rows) == 1


def test_a_quote_of_an_unknown_document_is_left_out():
    assert collect([], []).pack(Quote("nowhere", 0, 1, "x")) is None
