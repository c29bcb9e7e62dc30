"""Bytes of hostile and broken files: one clear line each."""

import gzip
import io
import os
import sys
from types import SimpleNamespace

import pytest

from kg.read import content
from tests.read.pages import LEAD, read_all, read_bytes


@pytest.mark.parametrize(("name", "data", "message"), [
    ("empty.txt", b"", "the file is empty"),
    ("blank.txt", b" \r\n\t\n", "the file is empty"),
    ("photo.txt", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 9, "a JPEG picture, not text"),
    ("report.txt", b"%PDF-1.7 and more", "convert it to text first"),
    ("report.txt", b"PK\x03\x04 and more", "save the document as text or HTML"),
    ("secret.txt", b"-----BEGIN PGP MESSAGE-----\nabc", "decrypt it first"),
    ("noise.txt", bytes((i * 7919 + i * i) % 256 for i in range(20_000)), "encrypted"),
    ("zeros.txt", b"a" + b"\0" * 500, "binary data"),
    ("zeros.csv", b"a" + b"\0\1" * 500, "binary data"),
])
def test_what_is_not_text_gets_one_line_that_says_what_to_do(tmp_path, name, data, message):
    documents, messages = read_bytes(tmp_path, name, data)
    assert not documents
    assert len(messages) == 1
    assert message in messages[0]
    assert messages[0].startswith(f"{tmp_path}/{name}: ")


def test_packed_text_is_read_as_if_it_were_not(tmp_path):
    packed, _ = read_bytes(tmp_path, "a.txt.gz", gzip.compress(LEAD.encode()) + gzip.compress(b" More."))
    assert packed[0].text == f"{LEAD} More."


def test_packed_text_is_known_by_its_bytes_too(tmp_path):
    assert read_bytes(tmp_path, "a.txt", gzip.compress(LEAD.encode()))[0][0].text == LEAD


@pytest.mark.parametrize("damage", [lambda data: data[:-20], lambda data: data[:-8] + b"x" * 8, lambda data: data[:4]])
def test_a_broken_gzip_file_is_named(tmp_path, damage):
    documents, messages = read_bytes(tmp_path, "a.txt.gz", damage(gzip.compress(LEAD.encode() * 50)))
    assert not documents
    assert "broken gzip file" in messages[0]


def test_a_gzip_bomb_is_not_unpacked(tmp_path):
    _, messages = read_bytes(tmp_path, "a.txt.gz", gzip.compress(b"a" * 20_000_000))
    assert "longer than 1,000,000 characters" in messages[0]


def test_a_gzip_bomb_of_blank_lines_is_not_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr(content, "BOMB_BYTES", 1 << 20)
    _, messages = read_bytes(tmp_path, "a.jsonl.gz", gzip.compress(b'{"text": "Police."}\n' + b"\n" * 2_000_000))
    assert "unpacks to more than 200 times its size" in messages[0]


def test_a_huge_text_of_one_line_names_the_limit_and_the_option(tmp_path):
    _, messages = read_bytes(tmp_path, "a.txt", b"police said " * (50 * 1024 * 1024 // 12))
    assert "MAX_CHARACTERS" in messages[0]
    assert "--max-characters" in messages[0]


def test_the_limit_can_be_raised(tmp_path):
    text = b"Police said so. " * 70_000
    assert not read_bytes(tmp_path, "a.txt", text)[0]
    assert read_bytes(tmp_path, "a.txt", text, max_characters=2_000_000)[0]


def test_a_file_without_permission_is_named_and_its_neighbor_is_read(tmp_path, monkeypatch):
    for name in ("a.txt", "closed.txt"):
        (tmp_path / name).write_text(LEAD)
    opened = content._open

    def closed(source):
        if source.name.endswith("closed.txt"):
            raise PermissionError(13, os.strerror(13))
        return opened(source)
    monkeypatch.setattr(content, "_open", closed)
    documents, messages = read_all(tmp_path)
    assert [document.text for document in documents] == [LEAD]
    assert messages == [f"{tmp_path}/closed.txt: cannot be read: Permission denied"]


def test_standard_input_is_read(monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(LEAD.encode())))
    documents, _ = read_all("-")
    assert [(document.source, document.text) for document in documents] == [("-", LEAD)]


def test_records_on_standard_input_are_known_by_their_look(monkeypatch):
    lines = b'{"text": "Police said so."}\n{"text": "Nobody was hurt."}\n'
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(lines)))
    assert [document.source for document in read_all("-")[0]] == ["-#1", "-#2"]


def test_a_page_is_known_by_its_look(tmp_path):
    page = f"<!DOCTYPE html><html><body><article><p>{LEAD}</p><p>{LEAD[::-1]}</p></article></body></html>"
    assert "<p>" not in read_bytes(tmp_path, "a.txt", page.encode())[0][0].text


def test_json_in_one_piece_says_what_to_write_instead(tmp_path):
    assert "as .jsonl" in read_bytes(tmp_path, "a.json", b'{"text": "x"}')[1][0]


def test_an_unknown_format_gets_a_guess(tmp_path):
    assert "did you mean '.jsonl'" in read_bytes(tmp_path, "a.txt", b"x", format=".jsnl")[1][0]
