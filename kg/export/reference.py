"""The ontology as one HTML page for readers: how its parts are linked, and every term with what it means.

In: the ontology. Out: HTML that needs nothing else and runs no script.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from kg.export._reference_picture import picture
from kg.lexicon.ontology import Class, Concept, Ontology, Property
from kg.lexicon.turtle import BASE, CONCEPT, ONTOLOGY

_CODES = ("cameo", "plover", "muc4")
_CSS = """
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 22%, transparent); }
* { box-sizing: border-box; } html { scroll-padding-top: 3.5rem; overflow-wrap: break-word; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 64rem; margin: 0 auto; padding: 0 1rem 4rem; }
a { color: inherit; text-decoration-color: color-mix(in srgb, currentColor 45%, transparent); }
a:hover, a:focus-visible { text-decoration-thickness: 2px; text-decoration-color: currentColor; }
h1 { line-height: 1.2; margin: 1.5rem 0 .5rem; } h2 { margin: 3rem 0 .5rem; border-bottom: 1px solid var(--line); }
h3 { margin: 0; font-size: 1.05rem; } code { font-size: .88em; overflow-wrap: anywhere; }
h3 code, td code { font-weight: 400; opacity: .75; } p { margin: .2rem 0; }
nav { position: sticky; top: 0; z-index: 1; padding: .6rem 0; background: Canvas; border-bottom: 1px solid var(--line);
} nav a { margin-right: 1.1rem; white-space: nowrap; } .example { font-style: italic; opacity: .85; }
.term { padding: .9rem 0; border-bottom: 1px solid var(--line); } .scheme { margin-top: 2rem; }
:target { background: color-mix(in srgb, currentColor 9%, Canvas); }
.anchor { opacity: .6; text-decoration: none; font-weight: 400; } .anchor:hover, .anchor:focus-visible { opacity: 1; }
.dot { display: inline-block; width: .8em; height: .8em; border-radius: 50%; margin-right: .35em; }
dl { display: grid; grid-template-columns: 8.5rem 1fr; gap: .15rem .8rem; margin: .4rem 0 0; font-size: .9rem; }
dt { opacity: .75; } dd { margin: 0; min-width: 0; }
.tree { columns: 3 16rem; padding: 0; margin: 1rem 0; list-style: none; line-height: 1.7; }
.tree ul { list-style: none; padding-left: 1.25rem; margin: 0; } .tree > li { break-inside: auto; }
figure { margin: 1rem 0; overflow-x: auto; } figcaption { font-size: .9rem; opacity: .85; }
svg { display: block; width: 100%; min-width: 20rem; max-width: 44rem; margin: auto; }
svg text { font: 13px system-ui, sans-serif; fill: currentColor; text-anchor: middle; dominant-baseline: central; }
svg .root { font-weight: 600; } svg path { fill: none; stroke-width: 2; opacity: .65; } svg a { text-decoration: none; }
svg a:hover text, svg a:focus-visible text { text-decoration: underline; } svg rect { fill-opacity: .16; }
svg .group { fill: none; stroke: currentColor; stroke-opacity: .3; }
@media (prefers-color-scheme: dark) { svg path, svg rect, .dot { filter: brightness(1.6); } }
table { border-collapse: collapse; width: 100%; font-size: .95rem; }
th, td { text-align: left; vertical-align: top; padding: .45rem .8rem .45rem 0; border-bottom: 1px solid var(--line); }
@media (max-width: 40rem) { dl { grid-template-columns: 5.3rem 1fr; } thead { display: none; }
tr, td { display: block; } td { border: 0; padding: .1rem 0; }
tr { border-bottom: 1px solid var(--line); padding: .6rem 0; } }
"""


def page(ontology: Ontology) -> str:
    """The page; equal ontologies give equal pages."""
    names = sorted({scheme for concept in ontology.concepts.values() for scheme in concept.schemes})
    schemes = sorted(names, key=lambda name: (name in _CODES, name))
    parts = [
        *_head(ontology), '<h2 id="links">How things are linked</h2><figure tabindex="0">', picture(ontology),
        "<figcaption>Between two classes stand the properties that lead from the left one, or a kind of it, to the "
        "right one.</figcaption></figure>",
        '<h2 id="classes">Classes</h2>', tree(ontology),
        *(_class(ontology.classes[name], ontology) for name in _in_order(ontology, "")),
        '<h2 id="properties">Properties</h2>', *(_property(term, ontology) for term in ontology.properties.values()),
        '<h2 id="concepts">Concepts</h2>', "<p>The values that some properties take, and codes of others that come "
        "close to what is told here.</p>", *(_scheme(scheme, ontology) for scheme in schemes)]
    return (f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The Plotgraph ontology</title>'
            f'<meta name="viewport" content="width=device-width"><style>{_CSS}</style></head>'
            f'<body><main>{"".join(parts)}</main></body></html>\n')


def _head(ontology: Ontology) -> Iterator[str]:
    yield "<h1>The Plotgraph ontology</h1>"
    yield ("<p>The words of the graph: what news about security tells, who says so, and how sure that is. "
           f"{len(ontology.classes)} classes, {len(ontology.properties)} properties, {len(ontology.concepts)} "
           "concepts.</p>")
    spaces = {"pg:": ONTOLOGY, "pgc:": CONCEPT, "things": BASE}
    yield "<dl>" + "".join(f"<dt>{name}</dt><dd><code>{iri}</code></dd>" for name, iri in spaces.items()) + "</dl>"
    yield ('<nav aria-label="Sections"><a href="#links">Links</a><a href="#classes">Classes</a>'
           '<a href="#properties">Properties</a><a href="#concepts">Concepts</a></nav>')


def tree(ontology: Ontology) -> str:
    """The classes as nested lists; one with two parents stands under the first and names the other."""
    return f'<ul class="tree">{"".join(_branches(ontology, ""))}</ul>'


def _branches(ontology: Ontology, parent: str) -> Iterator[str]:
    for name, term in _children(ontology, parent):
        below = "".join(_branches(ontology, name))
        others = "".join(f" (and {_link(other)})" for other in term.parents[1:])
        yield f"<li>{_dot(ontology, name)}{_link(name)}{others}{f'<ul>{below}</ul>' if below else ''}</li>"


def _children(ontology: Ontology, parent: str) -> list[tuple[str, Class]]:
    return [(name, term) for name, term in ontology.classes.items()
            if (term.parents[0] if term.parents else "") == parent]


def _in_order(ontology: Ontology, parent: str) -> Iterator[str]:
    for name, _ in _children(ontology, parent):
        yield name
        yield from _in_order(ontology, name)


def _class(term: Class, ontology: Ontology) -> str:
    owners = [owner for owner in ontology.ancestors(term.name)[1:] if _properties(owner, ontology)]
    has = [_links(_properties(term.name, ontology)), f"those of {_links(owners)}" if owners else ""]
    ends = [name for name, found in ontology.properties.items() if term.name in found.range]
    return _entry(term.name, _dot(ontology, term.name) + escape(term.label), term, [
        ("kind of", _links(term.parents)),
        ("kinds", _links(name for name, found in ontology.classes.items() if term.name in found.parents)),
        ("always also", _outside(term.above, ontology)), ("close to", _outside(term.matches, ontology)),
        ("properties", "; ".join(filter(None, has))), ("value of", _links(ends))])


def _properties(owner: str, ontology: Ontology) -> list[str]:
    return [name for name, found in ontology.properties.items() if owner in found.domain]


def _property(term: Property, ontology: Ontology) -> str:
    values = _links(term.range, " or ") or "anything"
    if term.scheme:
        values = f'a concept of <a href="#scheme-{term.scheme}">{term.scheme}</a>'
    both = f"<i>a</i> {escape(term.phrase)} <i>b</i>"
    back = f"; <i>b</i> {escape(term.inverse)} <i>a</i>" if term.inverse else ""
    holds = [word for word, true in (("symmetric", term.symmetric), ("transitive", term.transitive)) if true]
    return _entry(term.name, escape(term.label), term, [
        ("on", _links(term.domain, " or ")), ("value", values), ("reads", both + back), ("is", ", ".join(holds)),
        ("kind of", _links(term.parents)), ("always also", _outside(term.above, ontology)),
        ("close to", _outside(term.matches, ontology))])


def _entry(name: str, heading: str, term: Class | Property, rows: Iterable[tuple[str, str]]) -> str:
    told = "".join(f"<dt>{key}</dt><dd>{value}</dd>" for key, value in rows if value)
    return (f'<section class="term" id="{name}"><h3>{heading} <code>pg:{name}</code> '
            f'<a class="anchor" href="#{name}" aria-label="Link to {name}">#</a></h3>'
            f'<p>{escape(term.definition)}</p><p class="example">Example: {escape(term.example)}</p>'
            f"<dl>{told}</dl></section>")


def _scheme(scheme: str, ontology: Ontology) -> str:
    rows = "".join(_concept(concept, scheme, ontology) for concept in ontology.in_scheme(scheme))
    of = ontology.properties.get(scheme)
    heading = f"{escape(of.label.capitalize())} <code>{_link(scheme)}</code>" if of else escape(scheme.upper())
    return (f'<h3 id="scheme-{scheme}" class="scheme">{heading}</h3><table><thead><tr><th>Concept</th><th>Meaning</th>'
            f"<th>Close to</th></tr></thead><tbody>{rows}</tbody></table>")


def _concept(concept: Concept, scheme: str, ontology: Ontology) -> str:
    """A row of the scheme's table; a concept that is in two schemes has one in each."""
    def links(names: Iterable[str]) -> str:
        return ", ".join(f'<a href="#{ontology.concepts[name].schemes[0]}-{name}">{name}</a>' for name in names)

    anchor = f"{scheme}-{concept.name}"
    example = f'<p class="example">Example: {escape(concept.example)}</p>' if concept.example else ""
    broader = f"<p>A kind of {links([concept.broader])}.</p>" if concept.broader else ""
    return (f'<tr id="{anchor}"><td>{escape(concept.label)} <a class="anchor" href="#{anchor}" '
            f'aria-label="Link to {concept.name}">#</a><br><code>pgc:{concept.name}</code></td>'
            f"<td>{escape(concept.definition)}{example}{broader}</td><td>{links(concept.matches)}</td></tr>")


def _dot(ontology: Ontology, name: str) -> str:
    return f'<span class="dot" style="background:{ontology.color(name)}"></span>'


def _link(name: str) -> str:
    return f'<a href="#{escape(name)}">{escape(name)}</a>'


def _links(names: Iterable[str], joiner: str = ", ") -> str:
    return joiner.join(escape(name) if ":" in name else _link(name) for name in names)


def _outside(iris: Sequence[str], ontology: Ontology) -> str:
    """Terms of others, short where there is a prefix; codes lead to their row."""
    return ", ".join(f'<a href="{escape(_target(iri, ontology))}">{escape(_short(iri, ontology))}</a>' for iri in iris)


def _target(iri: str, ontology: Ontology) -> str:
    concept = ontology.concepts.get(iri.removeprefix(CONCEPT))
    return f"#{concept.schemes[0]}-{concept.name}" if concept else iri


def _short(iri: str, ontology: Ontology) -> str:
    spaces = ((prefix, space) for prefix, space in ontology.prefixes.items() if iri.startswith(space))
    return next((f"{prefix}:{iri.removeprefix(space)}" for prefix, space in spaces), iri)
