"""Character sets are told from the bytes; the text is normalized once, at the border."""

import pytest

from kg.read.charset import decode, detect, normalize
from tests.read.pages import LEAD, read_bytes

RUSSIAN = "Полиция задержала двух мужчин. Подозреваемые готовили нападение на вокзал, сообщили в министерстве. " * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_read_with_and_without_a_mark(tmp_path, encoding):
    text = f"{LEAD} Café, “quoted”."
    assert read_bytes(tmp_path, "a.txt", text.encode(encoding))[0][0].text == text


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "utf-8", "utf-16"])
def test_cyrillic_is_read_in_its_old_character_sets(tmp_path, encoding):
    document = read_bytes(tmp_path, "a.txt", RUSSIAN.encode(encoding))[0][0]
    assert document.text == RUSSIAN
    assert document.language == "und"


def test_english_with_a_few_accents_and_curly_quotes_is_western():
    text = f"{LEAD} “We saw them,” said Müller of Orléans – twice."
    assert decode(text.encode("cp1252")) == text


def test_a_few_torn_characters_do_not_change_the_character_set():
    assert detect("“é” ünïcödé — ".encode() * 5 + b"\xff") == "utf-8"


def test_line_ends_become_line_feeds():
    assert normalize("a\r\nb\rc\u2028d\x85e") == "a\nb\nc\nd\ne"


def test_text_is_composed():
    assert normalize("Cafe\u0301") == "Caf\u00e9"


def test_control_characters_and_marks_within_are_dropped():
    assert normalize("\ufeffa\x00b\x1b[31m\tc") == "ab[31m\tc"


def test_what_cannot_be_encoded_is_replaced():
    assert normalize("a\ud800b").encode() == "a\ufffdb".encode()


def test_a_tower_of_accents_is_cut_in_good_time():
    assert len(normalize("a" + "\u0300\u0316" * 400_000)) < 40


def test_stray_zeros_in_a_text_do_not_stop_it(tmp_path):
    data = LEAD.encode() + b"\0" + LEAD.encode()
    assert read_bytes(tmp_path, "a.txt", data)[0][0].text == LEAD + LEAD
