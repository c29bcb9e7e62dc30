"""The ontology as one HTML page for readers: a diagram of its classes, and every term with what it means.

In: the ontology. Out: HTML that needs nothing else and runs no script.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from kg.lexicon.ontology import Class, Concept, Ontology, Property
from kg.lexicon.turtle import ONTOLOGY

_ROW, _INDENT, _BOX = 24, 28, 210  # pixels of the diagram
_CODES = ("cameo", "plover", "muc4")
_CSS = """
:root { color-scheme: light dark; } body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto;
padding: 1rem; } dt { font-weight: 600; margin-top: 1.2rem; } dd { margin-left: 1.5rem; } code { font-size: .95em; }
.example { font-style: italic; } .small { font-size: .85rem; overflow-wrap: anywhere; } svg { max-width: 100%; }
svg text { font: 13px system-ui, sans-serif; fill: #fff; } svg path { stroke: #888; fill: none; }
"""


def page(ontology: Ontology) -> str:
    """The page; equal ontologies give equal pages."""
    schemes = sorted({scheme for concept in ontology.concepts.values() for scheme in concept.schemes})
    parts = [
        "<h1>The Plotgraph ontology</h1>",
        f"<p>Prefix <code>pg:</code> <code>{ONTOLOGY}</code>. {len(ontology.classes)} classes, "
        f"{len(ontology.properties)} properties, {len(ontology.concepts)} concepts.</p>",
        diagram(ontology), "<h2>Classes</h2><dl>", *(_class(term, ontology) for term in ontology.classes.values()),
        "</dl><h2>Properties</h2><dl>", *(_property(term) for term in ontology.properties.values()), "</dl>"]
    for scheme in sorted(schemes, key=lambda name: (name in _CODES, name)):
        parts += [f'<h2 id="scheme-{scheme}">Concepts: {escape(scheme)}</h2><dl>',
                  *(_concept(concept, scheme, ontology) for concept in ontology.in_scheme(scheme)), "</dl>"]
    return (f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The Plotgraph ontology</title>'
            f'<meta name="viewport" content="width=device-width"><style>{_CSS}</style></head>'
            f'<body>{"".join(parts)}</body></html>\n')


def diagram(ontology: Ontology) -> str:
    """The classes as a tree in SVG; a class with two parents stands under the first and names the other."""
    rows = list(_tree(ontology, "", 0))
    shapes = []
    for number, (name, depth) in enumerate(rows):
        x, y = depth * _INDENT, number * _ROW
        others = ontology.classes[name].parents[1:]
        label = name + "".join(f" (and {other})" for other in others)
        parent = next((above for above in range(number - 1, -1, -1) if rows[above][1] == depth - 1), None)
        if depth and parent is not None:
            shapes.append(f'<path d="M{x - _INDENT + 10} {parent * _ROW + 20}V{y + 10}H{x}"/>')
        shapes.append(f'<a href="#{name}"><rect x="{x}" y="{y}" width="{_BOX}" height="20" rx="4" '
                      f'fill="{ontology.color(name)}"/><text x="{x + 8}" y="{y + 15}">{escape(label)}</text></a>')
    width, height = max(depth for _, depth in rows) * _INDENT + _BOX, len(rows) * _ROW
    return f'<svg viewBox="0 0 {width} {height}" role="img" aria-label="All classes as a tree">{"".join(shapes)}</svg>'


def _tree(ontology: Ontology, parent: str, depth: int) -> Iterator[tuple[str, int]]:
    for name, term in ontology.classes.items():
        if (term.parents[0] if term.parents else "") == parent:
            yield name, depth
            yield from _tree(ontology, name, depth + 1)


def _class(term: Class, ontology: Ontology) -> str:
    on = [name for name, found in ontology.properties.items() if term.name in found.domain]
    return _entry(term.name, term.label, term.definition, term.example, [
        ("kind of", _links(term.parents)), ("properties", _links(on)), ("close to", _outside(term.matches))])


def _property(term: Property) -> str:
    values = _links(term.range, " or ") or "anything"
    if term.scheme:
        values = f'a concept of <a href="#scheme-{term.scheme}">{term.scheme}</a>'
    return _entry(term.name, term.label, term.definition, term.example, [
        ("on", _links(term.domain, " or ")), ("value", values), ("kind of", _links(term.parents)),
        ("close to", _outside(term.matches))])


def _concept(concept: Concept, scheme: str, ontology: Ontology) -> str:
    """A concept; one that is in two schemes has an entry in each."""
    def links(names: Sequence[str]) -> str:
        return ", ".join(f'<a href="#{ontology.concepts[name].schemes[0]}-{name}">{name}</a>' for name in names)

    broader = [concept.broader] if concept.broader else []
    return _entry(concept.name, concept.label, concept.definition, "", [
        ("code", escape(concept.notation)), ("broader", links(broader)), ("close to", links(concept.matches))],
        f"{scheme}-{concept.name}")


def _entry(
    name: str, label: str, definition: str, example: str, rows: Sequence[tuple[str, str]], anchor: str = "",
) -> str:
    more = "".join(f'<dd class="small">{key}: {value}</dd>' for key, value in rows if value)
    shown = f'<dd class="example">{escape(example)}</dd>' if example else ""
    return (f'<dt id="{escape(anchor or name)}">{escape(label)} <code>{escape(name)}</code></dt>'
            f"<dd>{escape(definition)}</dd>{shown}{more}")


def _links(names: Sequence[str], joiner: str = ", ") -> str:
    return joiner.join(escape(name) if ":" in name else f'<a href="#{escape(name)}">{escape(name)}</a>'
                       for name in names)


def _outside(iris: Sequence[str]) -> str:
    return ", ".join(escape(iri) for iri in iris)
