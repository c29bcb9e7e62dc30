"""Tables in (.jsonl, .csv), one article a record out, line by line; a broken record is named and the rest goes on."""

from __future__ import annotations

import codecs
import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from kg.errors import InputError, did_you_mean
from kg.ids import document_id, sha256
from kg.lexicon import layout as layouts
from kg.lexicon.layout import column_key
from kg.model import Document
from kg.read import dates
from kg.read.article import article
from kg.read.charset import detect, looks_binary, normalize
from kg.read.head import Known
from kg.read.page import fragment_text, is_markup
from kg.read.plain import too_long
from kg.read.source import FIELDS, ReadOptions, Source

_DELIMITERS = ",;\t|"
_LINE_FACTOR = 6  # a character may be written as six: \u0041


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    text: str


def read_jsonl(source: Source, content: Iterator[bytes], options: ReadOptions) -> Iterator[Document | InputError]:
    """One article for each line with a JSON object."""
    for line in _lines(source, content, _LINE_FACTOR * options.max_characters):
        if not line.text.strip():
            continue
        where = f"{source.name}#{line.number}"
        try:
            record = json.loads(line.text)
        except (ValueError, RecursionError) as error:  # also a number of thousands of digits
            yield InputError(f"{where}: not JSON: {getattr(error, 'msg', None) or str(error)[:80]}")
            continue
        if isinstance(record, dict):
            yield _article(source, where, record, line.text, options)
        else:
            yield InputError(f"{where}: a JSON object is expected, with a key 'text'")


def read_csv(source: Source, content: Iterator[bytes], options: ReadOptions) -> Iterator[Document | InputError]:
    """One article for each row below the line with the names of columns."""
    csv.field_size_limit(max(csv.field_size_limit(), 2 * options.max_characters))
    lines = _lines(source, content, _LINE_FACTOR * options.max_characters)
    first = next(lines, _Line(1, ""))
    delimiter = max(_DELIMITERS, key=first.text.count)
    rows = csv.reader((f"{line.text}\n" for line in chain([first], lines)), delimiter=delimiter, strict=True)
    above = 1
    try:
        header = next(rows)
        columns = _columns(source.name, header, options)
        for row in rows:
            if any(cell.strip() for cell in row):
                yield _row(source, above + 1, dict(zip(header, row, strict=False)), columns, options)
            above = rows.line_num
    except csv.Error as error:
        yield InputError(f"{source.name}#{above + 1}: broken CSV: {error} (is a quote not closed, or not doubled?); "
                         "not read further")


def _row(source: Source, number: int, row: dict[str, str], columns: Mapping[str, str],
         options: ReadOptions) -> Document | InputError:
    where = f"{source.name}#{number}"
    if columns["text"] not in row:
        return InputError(f"{where}: the row is too short, it has no '{columns['text']}'")
    return _article(source, where, row, "\x1f".join(row.values()), options)


def _article(source: Source, where: str, record: Mapping[str, Any], raw: str,
             options: ReadOptions) -> Document | InputError:
    """The article of a record; `where` names it."""
    try:
        columns = _columns(where, list(record), options)
        text = _text(where, record, columns["text"])
    except InputError as error:
        return error
    fields = {ours: _cell(record.get(name)) for ours, name in columns.items()}
    if len(text) > options.max_characters:
        return too_long(where, options.max_characters)
    date = dates.published(fields.get("date") or "", layouts.load())
    hints = Known(fields.get("title"), date, fields.get("publisher"), fields.get("author"), fields.get("url"))
    identity = document_id(f"{source.name}#{fields['id']}", text) if fields.get("id") else None
    return article(where, text, sha256(raw.encode("utf-8", "replace")), hints, identity=identity)


def _text(where: str, record: Mapping[str, Any], column: str) -> str:
    """The text of a record, without markup if it is HTML."""
    value = normalize(record[column]) if isinstance(record[column], str) else ""
    if not value.strip():
        raise InputError(f"{where}: '{column}' holds no text")
    return fragment_text(where, value) if is_markup(value) else value


def _cell(value: Any) -> str | None:
    """The value of a cell as one line of text; None where there is nothing to show."""
    return " ".join(normalize(str(value)).split()) or None if isinstance(value, str | int | float) else None


def _columns(where: str, names: list[str], options: ReadOptions) -> dict[str, str]:
    """Which column holds which of our fields. Raises InputError if there is none with the text."""
    known = layouts.load().columns
    found: dict[str, str] = {}
    for name in names:
        ours = known.get(column_key(name))
        if ours and ours not in found:
            found[ours] = name
    for ours, name in options.columns.items():
        if ours not in FIELDS:
            raise InputError(f"--column {ours}={name}: no such field{did_you_mean(ours, FIELDS)}: {', '.join(FIELDS)}")
        if name in names:
            found[ours] = name
        elif ours == "text":
            raise InputError(f"{where}: no column '{name}'{did_you_mean(name, names)}; there are: {_listed(names)}")
    if "text" not in found:
        raise InputError(f"{where}: no column with the text{_guess(names, known)}; there are: {_listed(names)}; "
                         "name it with --column text=NAME")
    return found


def _guess(names: list[str], known: Mapping[str, str]) -> str:
    meant = [name for name in known if known[name] == "text"]
    return next((f" (did you mean '{name}'?)" for name in names if did_you_mean(column_key(name), meant)), "")


def _listed(names: list[str]) -> str:
    shown = ", ".join(normalize(name)[:40] for name in names[:20])
    return shown + (", …" if len(names) > 20 else "")


def _lines(source: Source, content: Iterator[bytes], limit: int) -> Iterator[_Line]:
    """The decoded lines of a source. Raises InputError at one longer than the limit: what follows is not trusted."""
    first = next(content, b"")
    encoding = detect(first)
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    if looks_binary(decoder.decode(first[:1 << 16])):
        raise InputError(f"{source.name}: not text: it holds binary data, or is encrypted")
    decoder.reset()
    number, rest = 0, ""
    for piece in chain([first], content, [b""]):
        rest += decoder.decode(piece, final=not piece)
        *complete, rest = rest.split("\n")
        for text in complete:
            number += 1
            yield _Line(number, text.removeprefix("\ufeff") if number == 1 else text)
        if len(rest) > limit:
            raise InputError(f"{source.name}#{number + 1}: a line longer than {limit:,} characters; not read further "
                             "(the limit follows --max-characters)")
    if rest:
        yield _Line(number + 1, rest)

