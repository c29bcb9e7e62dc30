"""Tables: one article a record, broken records named, columns by name."""

import csv
import io
import json

from tests.read.pages import LEAD, SECOND, read_bytes


def lines(*records):
    return "".join(f"{record if isinstance(record, str) else json.dumps(record)}\n" for record in records).encode()


def table(*rows, delimiter=","):
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=delimiter).writerows(rows)
    return buffer.getvalue().encode()


def test_each_line_of_jsonl_is_an_article_named_by_its_line(tmp_path):
    documents, _ = read_bytes(tmp_path, "a.jsonl", lines({"text": LEAD}, "", {"text": SECOND}))
    assert [(document.source, document.text) for document in documents] == [
        (f"{tmp_path}/a.jsonl#1", LEAD), (f"{tmp_path}/a.jsonl#3", SECOND)]


def test_columns_are_found_by_their_usual_names(tmp_path):
    record = {"Body": LEAD, "Headline": "Court jails four", "published_at": "2024-06-03T18:20:00Z",
              "source": "Baltic Desk", "link": "https://example.org/1", "authors": "Maris Berg"}
    document = read_bytes(tmp_path, "a.jsonl", lines(record))[0][0]
    assert (document.title, document.date, document.publisher) == ("Court jails four", "2024-06-03", "Baltic Desk")
    assert (document.url, document.author) == ("https://example.org/1", "Maris Berg")


def test_columns_can_be_named(tmp_path):
    data = lines({"inhalt": LEAD, "text": "not this", "von": "Baltic Desk"})
    documents, _ = read_bytes(tmp_path, "a.jsonl", data, columns={"text": "inhalt", "publisher": "von"})
    assert (documents[0].text, documents[0].publisher) == (LEAD, "Baltic Desk")


def test_a_broken_line_is_named_and_the_good_lines_come(tmp_path):
    huge = '{"text": "x", "n": ' + "9" * 9000 + "}"
    data = lines({"text": LEAD}, '{"text": ', "[1]", {"text": 5}, {"body": SECOND}, huge)
    documents, messages = read_bytes(tmp_path, "a.jsonl", data)
    assert [document.text for document in documents] == [LEAD, SECOND]
    assert [message.split(": ")[0][-2:] for message in messages] == ["#2", "#3", "#4", "#6"]


def test_json_nested_without_end_does_no_harm(tmp_path):
    documents, messages = read_bytes(tmp_path, "a.jsonl", lines('{"text": ' + "[" * 100_000, {"text": LEAD}))
    assert (len(documents), len(messages)) == (1, 1)


def test_half_a_character_in_json_can_be_written_again(tmp_path):
    document = read_bytes(tmp_path, "a.jsonl", b'{"text": "A \\ud800 in a text."}')[0][0]
    assert document.text.encode() == "A \ufffd in a text.".encode()


def test_a_line_over_the_limit_ends_the_file_with_its_number(tmp_path):
    data = lines({"text": LEAD}, {"text": "a" * 10_000})
    documents, messages = read_bytes(tmp_path, "a.jsonl", data, max_characters=1000)
    assert len(documents) == 1
    assert "#2: " in messages[0]
    assert "--max-characters" in messages[0]


def test_an_identifier_does_not_depend_on_the_order_of_lines(tmp_path):
    first, second = {"id": "r1", "text": LEAD}, {"id": "r2", "text": LEAD}
    forward = read_bytes(tmp_path, "a.jsonl", lines(first, second))[0]
    backward = read_bytes(tmp_path, "a.jsonl", lines(second, first))[0]
    assert [document.id for document in forward] == [document.id for document in reversed(backward)]
    assert forward[0].id != forward[1].id


def test_csv_with_line_ends_within_a_cell(tmp_path):
    data = table(["title", "text"], ["One", f"{LEAD}\n\n{SECOND}"], ["Two", LEAD])
    documents, _ = read_bytes(tmp_path, "a.csv", data)
    assert documents[0].text == f"{LEAD}\n\n{SECOND}"
    assert [document.source[-2:] for document in documents] == ["#2", "#5"]


def test_csv_with_semicolons_tabs_and_a_mark(tmp_path):
    for delimiter, name in ((";", "a.csv"), ("\t", "a.tsv")):
        data = "\ufeff".encode() + table(["text", "date"], [LEAD, "3 June 2024"], delimiter=delimiter)
        assert read_bytes(tmp_path, name, data)[0][0].date == "2024-06-03"


def test_csv_without_a_text_lists_its_columns_and_guesses(tmp_path):
    _, messages = read_bytes(tmp_path, "a.csv", table(["nr", "fulltxt"], ["1", LEAD]))
    assert messages == [f"{tmp_path}/a.csv: no column with the text (did you mean 'fulltxt'?); there are: nr, fulltxt; "
                        "name it with --column text=NAME"]


def test_a_column_that_is_not_there_gets_a_guess(tmp_path):
    _, messages = read_bytes(tmp_path, "a.csv", table(["nr", "inhalt"], ["1", LEAD]), columns={"text": "inhlt"})
    assert "no column 'inhlt' (did you mean 'inhalt'?); there are: nr, inhalt" in messages[0]


def test_a_quote_that_is_not_closed_is_named_with_its_line(tmp_path):
    data = table(["text"], [LEAD]) + b'"never closed\nand on\n'
    documents, messages = read_bytes(tmp_path, "a.csv", data)
    assert len(documents) == 1
    assert "a.csv#3: broken CSV" in messages[0]


def test_a_row_that_is_too_short_is_named(tmp_path):
    documents, messages = read_bytes(tmp_path, "a.csv", b"title,text\nOnly a title\nTwo,Police said so.\n")
    assert len(documents) == 1
    assert "a.csv#2: the row is too short" in messages[0]


def test_tables_in_other_character_sets(tmp_path):
    data = table(["text", "title"], ["Der Überfall in Köln war groß, sagte Müller. " * 3, "Ü"])
    assert read_bytes(tmp_path, "a.csv", data.decode().encode("utf-16"))[0][0].title == "Ü"
    assert read_bytes(tmp_path, "a.csv", data.decode().encode("cp1252"))[0][0].title == "Ü"


def test_markup_in_a_cell_is_taken_away(tmp_path):
    document = read_bytes(tmp_path, "a.jsonl", lines({"text": f"<p>{LEAD}</p>\n<p>{SECOND}</p>"}))[0][0]
    assert document.text == f"{LEAD}\n{SECOND}"


def test_a_text_that_only_begins_with_a_sign_is_no_markup(tmp_path):
    assert read_bytes(tmp_path, "a.jsonl", lines({"text": "<3 was all he wrote."}))[0][0].text == "<3 was all he wrote."


def test_furniture_is_set_aside_in_records_too(tmp_path):
    document = read_bytes(tmp_path, "a.jsonl", lines({"text": f"{LEAD}\n\nSubscribe to our channel\n"}))[0][0]
    assert [document.text[span.start:span.end] for span in document.boilerplate] == ["Subscribe to our channel"]
