"""What stands at the two ends of each property, as a picture: roots of the classes left and right, names between them.

In: the ontology. Out: SVG with links to the entries of the page; equal ontologies give equal pictures.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from kg.lexicon.ontology import Ontology, Property

_LINE, _PAD, _GAP = 18, 6, 10  # pixels: a line of text, the space around it in a box, the space between boxes
_SIDE, _BEND, _MIDDLE = 92, 74, 136  # pixels: a class, the room for lines, a group of properties
_WIDTH = 2 * (_SIDE + _BEND) + _MIDDLE
_BOX = _LINE + 2 * _PAD
_GRAY = "#888888"
_CONCEPT, _ANYTHING = "Concept", "anything"
Ends = tuple[tuple[str, ...], tuple[str, ...]]


def picture(ontology: Ontology) -> str:
    """The picture. Properties that lead to a text, a number or a date are not in it."""
    groups = _groups(ontology)
    tops, total = [], 0
    for _, names in groups:
        tops.append(total)
        total += len(names) * _LINE + 2 * _PAD + _GAP
    middles = [top + (len(names) * _LINE) // 2 + _PAD for top, (_, names) in zip(tops, groups, strict=True)]
    sides = [_places([ends[side] for ends, _ in groups], middles) for side in (0, 1)]
    height = max([total, *(y + _BOX for places in sides for y in places.values())])
    lines = [_curve(ontology, sides[side][root], root, y, side)
             for (ends, _), y in zip(groups, middles, strict=True) for side in (0, 1) for root in ends[side]]
    boxes = [_root(ontology, root, side * (_WIDTH - _SIDE), y) for side in (0, 1) for root, y in sides[side].items()]
    texts = [_group(names, top) for top, (_, names) in zip(tops, groups, strict=True)]
    return (f'<svg viewBox="-1 -1 {_WIDTH + 2} {height + 2}" role="group" aria-label="Classes and the properties that '
            f'lead from one to another">{"".join([*lines, *boxes, *texts])}</svg>')


def _groups(ontology: Ontology) -> list[tuple[Ends, list[str]]]:
    """Names of properties by what stands at their ends; the class with most comes first, what it shares last of its."""
    found: dict[Ends, list[str]] = {}
    for name, term in ontology.properties.items():
        if not term.literal:
            found.setdefault(_ends(ontology, term), []).append(name)
    weight: dict[str, int] = {}
    for (left, _), names in found.items():
        for root in left:
            weight[root] = weight.get(root, 0) + len(names)
    return sorted(found.items(), key=lambda item: (
        min((-weight[root], root) for root in item[0][0]), len(item[0][0]), item[0]))


def _ends(ontology: Ontology, term: Property) -> Ends:
    right = (_CONCEPT,) if term.scheme else _roots(ontology, term.range) or (_ANYTHING,)
    return _roots(ontology, term.domain), right


def _roots(ontology: Ontology, names: Iterable[str]) -> tuple[str, ...]:
    """The classes without a class above them, of the first parent where there are several."""
    found = set()
    for name in names:
        while ontology.classes[name].parents:
            name = ontology.classes[name].parents[0]
        found.add(name)
    return tuple(sorted(found))


def _places(ends: Sequence[tuple[str, ...]], middles: Sequence[int]) -> Mapping[str, int]:
    """Where each class stands: as high as its properties on average, and none over another."""
    heights: dict[str, list[int]] = {}
    for roots, y in zip(ends, middles, strict=True):
        for root in roots:
            heights.setdefault(root, []).append(y)
    places, lowest = {}, 0
    for y, root in sorted((sum(ys) // len(ys), root) for root, ys in heights.items()):
        places[root] = max(y - _BOX // 2, lowest)
        lowest = places[root] + _BOX + _GAP
    return places


def _color(ontology: Ontology, root: str) -> str:
    return ontology.color(root) or _GRAY


def _curve(ontology: Ontology, place: int, root: str, y: int, side: int) -> str:
    start, end = (_SIDE, _SIDE + _BEND) if side == 0 else (_WIDTH - _SIDE, _WIDTH - _SIDE - _BEND)
    bend = (start + end) // 2
    return (f'<path d="M{start} {place + _BOX // 2}C{bend} {place + _BOX // 2} {bend} {y} {end} {y}" '
            f'stroke="{_color(ontology, root)}"/>')


def _root(ontology: Ontology, root: str, x: int, y: int) -> str:
    color = _color(ontology, root)
    box = (f'<rect x="{x}" y="{y}" width="{_SIDE}" height="{_BOX}" rx="6" fill="{color}" stroke="{color}"/>'
           f'<text x="{x + _SIDE // 2}" y="{y + _BOX // 2}" class="root">{escape(root)}</text>')
    target = {_CONCEPT: "concepts", _ANYTHING: ""}.get(root, root)
    return f'<a href="#{target}">{box}</a>' if target else box


def _group(names: Sequence[str], top: int) -> str:
    x, height = _SIDE + _BEND, len(names) * _LINE + 2 * _PAD
    first = top + _PAD + _LINE // 2
    texts = "".join(f'<a href="#{name}"><text x="{_WIDTH // 2}" y="{first + _LINE * row}">{escape(name)}</text></a>'
                    for row, name in enumerate(names))
    return f'<rect x="{x}" y="{top}" width="{_MIDDLE}" height="{height}" rx="6" class="group"/>{texts}'
