"""Terms as they stand in a file: IRIs and literals of the plain model, escaped, with prefixes (Turtle) or in full.

In: local names, texts, numbers, dates. Out: tokens that are valid in Turtle and TriG, or in N-Triples and N-Quads.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
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
    """Where names live. `started`, an ISO date and time, is written into the description of the run if it is given.

    With `triple_terms` an assertion reifies its triple as RDF 1.2 does; without, it names it by subject, predicate and
    object, which every store reads.
    """

    base: str = BASE
    ontology: str = ONTOLOGY
    concept: str = CONCEPT
    started: str | None = None
    triple_terms: bool = False


class _Made(dict[str, str]):
    """Tokens by what they stand for, each made when it is first asked for."""

    def __init__(self, make: Callable[[str], str]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: str) -> str:
        token = self[key] = self._make(key)
        return token


class Terms:
    """Makes tokens. `kinds` are the first parts of local names (`agency`) that get a prefix; none at all if None.

    `name("pg:agent")` is a term of a vocabulary, `predicate("pg:agent")` the same with a space behind it;
    `thing("agency/mi5")` an instance, given by its local name.
    """

    def __init__(self, config: Config, kinds: Iterable[str] | None = None) -> None:
        self.config = config
        self.prefixes = {} if kinds is None else _prefixes(config, kinds)
        self.full = kinds is None
        self._kinds = {iri.removeprefix(config.base)[:-1]: prefix for prefix, iri in self.prefixes.items()
                       if iri.startswith(config.base)}
        xsd = VOCABULARIES["xsd"]
        self._integer, self._decimal = (f"^^<{xsd}integer>", f"^^<{xsd}decimal>") if self.full else ("", "")
        self.name = _Made(self._name).__getitem__
        self.predicate = _Made(lambda curie: f"{self._name(curie)} ").__getitem__
        self.thing = _Made(self._thing).__getitem__
        self._heads = _Made(self._head)

    def _name(self, curie: str) -> str:
        prefix, _, local = curie.partition(":")
        if curie == "rdf:type" and not self.full:
            return "a"
        space = {"pg": self.config.ontology, "pgc": self.config.concept}.get(prefix) or VOCABULARIES[prefix]
        return f"<{space}{encode(local)}>" if self.full or not _LOCAL.fullmatch(local) else curie

    def _thing(self, local: str) -> str:
        kind, _, rest = local.partition("/")
        if kind in self._kinds and _LOCAL.fullmatch(rest):
            return f"{self._kinds[kind]}:{rest}"
        return f"<{self.config.base}{encode(local)}>"

    def _head(self, document: str) -> str:
        """How the evidence in a document starts, without the bracket that ends it."""
        return self._thing(f"evidence/{document}").removesuffix(">")

    def evidence(self, document: str, start: int, end: int, method: str) -> str:
        """The token of evidence in a document: the same place and rule give the same one."""
        rest = f"-{start}-{end}-{method.replace('/', '.')}" if method else f"-{start}-{end}"
        head = self._heads[document]
        if not _TAIL.fullmatch(rest):
            return self._thing(f"evidence/{document}{quote(rest, safe='-')}")
        return f"{head}{rest}>" if head.startswith("<") else f"{head}{rest}"

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
        return f'"{number}"{self._integer}' if self.full else str(number)

    def decimal(self, number: float) -> str:
        """The token of a decimal number, with six digits at most after the point."""
        digits = f"{number:.6f}".rstrip("0")
        digits += "0" if digits.endswith(".") else ""
        return f'"{digits}"{self._decimal}' if self.full else digits

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
