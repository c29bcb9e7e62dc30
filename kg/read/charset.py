"""Bytes in, clean text out: the character set detected, Unicode composed (NFC), line ends as line feeds."""

from __future__ import annotations

import codecs
import re
import unicodedata

from charset_normalizer import from_bytes

SAMPLE = 1 << 18
TOLERATED = 0.1  # of the characters beyond ASCII: text in UTF-8 with a few torn characters is still UTF-8
FEW_HIGH = 0.04  # of the bytes: English with accents and curly quotes stays below, text in other scripts is far above
BINARY = 0.02  # of the characters: control characters; random bytes have 12 %, text next to none
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
         (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CANDIDATES = ["cp1251", "koi8_r", "cp1256", "cp1253", "cp1254", "cp1250", "cp1252", "cp1255", "gb18030", "big5",
               "shift_jis", "euc_jp", "euc_kr", "mac_cyrillic", "iso8859_5", "cp866"]
_DECLARATION = re.compile(rb"<(?:meta|\?xml)\b[^>]{0,200}?\b(?:charset|encoding)\s*=\s*[\"']?([A-Za-z][\w.:\-]{2,20})",
                          re.IGNORECASE)
_CODECS = re.compile(r"cp\d{3,4}|iso8859-\d+|koi8-[rtu]|mac-\w+|gb\w+|big5\w*|shift_jis\w*|euc_\w+|iso2022_\w+")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_DROPPED = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x85\u2028\u2029]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_COMBINING_RUN = re.compile(r"([\u0300-\u036f]{30})[\u0300-\u036f]+")  # 30: what Unicode calls stream-safe text


def decode(data: bytes) -> str:
    """The text of some bytes, not yet normalized. Never fails: torn characters become U+FFFD."""
    return data.decode(detect(data), errors="replace")


def detect(data: bytes) -> str:
    """The name of the character set, from a byte order mark, else from the bytes themselves."""
    sample = data[:SAMPLE]
    for mark, name in _BOMS:
        if sample.startswith(mark):
            return name
    return _wide(sample) or _narrow(sample)


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark: every other byte is (nearly always) zero in text with Latin letters."""
    pairs = len(sample) // 2
    if pairs and sample[1::2].count(0) > 0.6 * pairs and sample[::2].count(0) < 0.1 * pairs:
        return "utf-16-le"
    if pairs and sample[::2].count(0) > 0.6 * pairs and sample[1::2].count(0) < 0.1 * pairs:
        return "utf-16-be"
    return None


def _narrow(sample: bytes) -> str:
    text = sample.decode("utf-8", errors="replace")
    foreign = sum(character > "\x7f" for character in text)
    torn = text.count("\ufffd")
    if torn <= TOLERATED * foreign:
        return "utf-8"
    if declared := _declared(sample):
        return declared
    high = sum(byte > 0x7F for byte in sample)
    if high <= FEW_HIGH * len(sample):
        return "cp1252"
    best = from_bytes(sample, cp_isolation=_CANDIDATES).best()
    return best.encoding if best else "cp1252"


def _declared(sample: bytes) -> str | None:
    """The character set that a page names in its head, if it is a known one (Python knows stranger codecs)."""
    match = _DECLARATION.search(sample[:4096])
    try:
        name = codecs.lookup(match[1].decode("ascii")).name if match else ""
    except LookupError:
        return None
    return name if _CODECS.fullmatch(name) else None


def looks_binary(text: str) -> bool:
    """Whether there are too many control characters for a text."""
    sample = text[:SAMPLE]
    return len(_CONTROL.findall(sample)) > BINARY * len(sample)


def normalize(text: str) -> str:
    """The text that all offsets count: composed, one kind of line end, no control characters, nothing unencodable."""
    text = _DROPPED.sub("", _LINE_ENDS.sub("\n", text))
    return unicodedata.normalize("NFC", _COMBINING_RUN.sub(r"\1", _SURROGATES.sub("\ufffd", text)))
