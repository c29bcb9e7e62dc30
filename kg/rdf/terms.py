"""Terms as they stand in a file: IRIs and literals of the plain model, escaped, with prefixes (Turtle) or in full.

In: local names, texts, numbers, dates. Out: tokens that are valid in Turtle and TriG, or in N-Triples and N-Quads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from kg.lexicon.turtle import BASE, CONCEPT, ONTOLOGY

VOCABULARIES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "dct": "http://purl.org/dc/terms/",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "wd": "http://www.wikidata.org/entity/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_SHORT = {"document": "doc"}
_KIND = re.compile(r"[a-z][a-z0-9-]*")
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")  # a safe part of Turtle's PN_LOCAL
_TAIL = re.compile(r"-[A-Za-z0-9_.-]*[A-Za-z0-9_-]")
_PATH = re.compile(r"[A-Za-z0-9_~/-]+(?:\.[A-Za-z0-9_~/-]+)*")
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s]+")
_LEGAL = ":/?#@!$&'()*+,;=%-._~"
_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_SPECIAL = re.compile("[\x00-\x1f\"\\\\\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_DATES = (
    (re.compile(r"\d{4}-\d\d-\d\d"), "date"), (re.compile(r"\d{4}-\d\d"), "gYearMonth"),
    (re.compile(r"\d{4}"), "gYear"), (re.compile(r"--\d\d-\d\d"), "gMonthDay"))


@dataclass(frozen=True, slots=True)
class Config:
    """Where names live. `started`, an ISO date and time, is written into the description of the run if it is given."""

    base: str = BASE
    ontology: str = ONTOLOGY
    concept: str = CONCEPT
    started: str | None = None


class Terms:
    """Makes tokens. `kinds` are the first parts of local names (`agency`) that get a prefix; none at all if None."""

    def __init__(self, config: Config, kinds: Iterable[str] | None = None) -> None:
        self.config = config
        self.prefixes = {} if kinds is None else _prefixes(config, kinds)
        self.full = kinds is None
        self._kinds = {iri.removeprefix(config.base)[:-1]: prefix for prefix, iri in self.prefixes.items()
                       if iri.startswith(config.base)}
        self._things: dict[str, str] = {}
        self._names: dict[str, str] = {}

    def name(self, curie: str) -> str:
        """The token of a term of a vocabulary, given as `pg:agent`, `pgc:thwarted` or `rdfs:label`."""
        token = self._names.get(curie)
        if token is None:
            prefix, _, local = curie.partition(":")
            space = {"pg": self.config.ontology, "pgc": self.config.concept}.get(prefix) or VOCABULARIES[prefix]
            prefixed = curie if _LOCAL.fullmatch(local) else None
            token = self._names[curie] = f"<{space}{encode(local)}>" if self.full or not prefixed else prefixed
        return token

    def thing(self, local: str) -> str:
        """The token of an instance, given by its local name such as `agency/mi5`."""
        token = self._things.get(local)
        if token is None:
            kind, _, rest = local.partition("/")
            if kind in self._kinds and _LOCAL.fullmatch(rest):
                token = f"{self._kinds[kind]}:{rest}"
            else:
                token = f"<{self.config.base}{encode(local)}>"
            self._things[local] = token
        return token

    def evidence(self, document: str, rest: str) -> str:
        """The token of evidence in a document; `rest` tells the offsets and the rule."""
        token = self.thing(f"evidence/{document.removeprefix('document/')}")
        if not _TAIL.fullmatch(rest):
            rest = quote(rest, safe="-")
            return self.thing(f"evidence/{document.removeprefix('document/')}{rest}")
        return f"{token[:-1]}{rest}>" if token.endswith(">") else f"{token}{rest}"

    def outside(self, iri: str) -> str:
        """The token of a full IRI; a text if it is none."""
        if not _IRI.fullmatch(iri):
            return self.text(iri)
        entity = iri.removeprefix(VOCABULARIES["wd"])
        return f"wd:{entity}" if not self.full and entity != iri and entity.isalnum() else f"<{encode(iri)}>"

    def text(self, text: str) -> str:
        """The token of a plain text."""
        return f'"{_SPECIAL.sub(_escape, text)}"' if _SPECIAL.search(text) else f'"{text}"'

    def integer(self, number: int) -> str:
        """The token of an integer."""
        return f'"{number}"^^<{VOCABULARIES["xsd"]}integer>' if self.full else str(number)

    def decimal(self, number: float) -> str:
        """The token of a decimal number, with six digits at most after the point."""
        digits = f"{number:.6f}".rstrip("0")
        digits += "0" if digits.endswith(".") else ""
        return f'"{digits}"^^<{VOCABULARIES["xsd"]}decimal>' if self.full else digits

    def date(self, value: str) -> str:
        """The token of a date, month, year or day of any year; a text if it is none of these."""
        kind = date_type(value)
        return f'"{value}"^^{self.name(kind)}' if kind else self.text(value)

    def typed(self, value: str, datatype: str) -> str:
        """The token of a literal of a data type given as `xsd:gYear`."""
        if datatype == "xsd:string":
            return self.text(value)
        return f"{self.text(value)}^^{self.name(datatype)}"


def date_type(value: str) -> str | None:
    """`xsd:date`, `xsd:gYearMonth`, `xsd:gYear` or `xsd:gMonthDay`, by the form of the value."""
    return next((f"xsd:{name}" for pattern, name in _DATES if pattern.fullmatch(value)), None)


def encode(iri: str) -> str:
    """An IRI, or a part of one, in which whatever may not stand there is percent-encoded."""
    if _PATH.fullmatch(iri):
        return iri
    return quote(_LONE_PERCENT.sub("%25", iri), safe=_LEGAL, errors="replace")


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    if character in _ESCAPES:
        return _ESCAPES[character]
    code = ord(character)
    return f"\\u{code:04X}" if code < 0xD800 else "\ufffd"  # lone surrogates are not characters


def _prefixes(config: Config, kinds: Iterable[str]) -> dict[str, str]:
    vocabularies = {"pg": config.ontology, "pgc": config.concept, **VOCABULARIES}
    own = {_SHORT.get(kind, kind): f"{config.base}{kind}/" for kind in sorted(kinds) if _KIND.fullmatch(kind)}
    return {**own, **vocabularies}
