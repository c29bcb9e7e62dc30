"""Room for everybody: points that are too close move to the nearest free place, pictures are packed on one sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from math import floor, sqrt

Point = tuple[float, float]
Cell = tuple[int, int]

PLACED_ONE_BY_ONE = 150  # pictures; the search for a free place takes longer with each
FRONT_ROOM = (96, 52)  # units a node in front keeps free around it: wider than high, as labels are
REST_ROOM = (30, 30)


def keep_apart(wanted: Sequence[tuple[int, Point]], front: int) -> dict[int, Cell]:
    """Whole-number places near the wanted ones, no two too close; the first `front` keep more room than the others."""
    placed: dict[int, Cell] = {}
    taken = _Taken()
    for at, (node, (x, y)) in enumerate(wanted):
        room = FRONT_ROOM if at < front else REST_ROOM
        spot = next(place for place in _around(round(x), round(y), room) if taken.free(place, room))
        taken.add(spot)
        placed[node] = spot
    return placed


def pack(pictures: Sequence[Mapping[int, Point]], aspect: float, gap: float) -> dict[int, Point]:
    """All pictures on one sheet of about that aspect, the first in the middle; many small ones lie below in rows."""
    placed: dict[int, Point] = {}
    taken: set[Cell] = set()
    for picture in pictures[:PLACED_ONE_BY_ONE]:
        cells = _cells(picture, gap)
        dx, dy = next((i, j) for i, j in _outward(aspect) if taken.isdisjoint((x + i, y + j) for x, y in cells))
        taken.update((x + i, y + j) for x, y in cells for i in (dx - 1, dx, dx + 1) for j in (dy - 1, dy, dy + 1))
        placed.update({node: (x + dx * gap, y + dy * gap) for node, (x, y) in picture.items()})
    if rest := pictures[PLACED_ONE_BY_ONE:]:
        low = max(y for _, y in placed.values()) + 2 * gap
        left = min(x for x, _ in placed.values())
        placed.update({node: (x + left, y + low) for node, (x, y) in _rows(rest, aspect, gap).items()})
    return placed


def _cells(picture: Mapping[int, Point], gap: float) -> list[Cell]:
    """The cells of the sheet that the box of a picture covers."""
    x0, y0, x1, y1 = _box(picture)
    columns, rows = range(floor(x0 / gap), floor(x1 / gap) + 1), range(floor(y0 / gap), floor(y1 / gap) + 1)
    return [(x, y) for x in columns for y in rows]


def _outward(aspect: float) -> Iterator[Cell]:
    """Moves from the middle outward, ring by ring, as wide as the sheet is."""
    yield 0, 0
    for ring in count(1):
        wide = round(ring * aspect)
        yield from sorted({(x, y) for x in range(-wide, wide + 1) for y in (-ring, ring)}
                          | {(x, y) for x in (-wide, 1 - wide, wide - 1, wide) for y in range(-ring, ring + 1)},
                          key=lambda move: (move[0] ** 2 + (move[1] * aspect) ** 2, move))


def _rows(pictures: Sequence[Mapping[int, Point]], aspect: float, gap: float) -> dict[int, Point]:
    boxes = [_box(picture) for picture in pictures]
    area = sum((x1 - x0 + gap) * (y1 - y0 + gap) for x0, y0, x1, y1 in boxes)
    width = max([sqrt(area * aspect) * aspect, *(x1 - x0 for x0, _, x1, _ in boxes)])
    placed: dict[int, Point] = {}
    left = top = height = 0.0
    for picture, (x0, y0, x1, y1) in zip(pictures, boxes, strict=True):
        if left > 0 and left + (x1 - x0) > width:
            left, top, height = 0.0, top + height + gap, 0.0
        placed.update({node: (x - x0 + left, y - y0 + top) for node, (x, y) in picture.items()})
        left, height = left + (x1 - x0) + gap, max(height, y1 - y0)
    return placed


def _box(picture: Mapping[int, Point]) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in picture.values()], [y for _, y in picture.values()]
    return min(xs), min(ys), max(xs), max(ys)


class _Taken:
    """Which places are taken, found by cells of the larger room."""

    def __init__(self) -> None:
        self._cells: dict[Cell, list[Cell]] = {}

    def add(self, place: Cell) -> None:
        self._cells.setdefault(self._cell(place), []).append(place)

    def free(self, place: Cell, room: Cell) -> bool:
        column, row = self._cell(place)
        return not any(abs(x - place[0]) < room[0] and abs(y - place[1]) < room[1]
                       for i in (-1, 0, 1) for j in (-1, 0, 1) for x, y in self._cells.get((column + i, row + j), ()))

    @staticmethod
    def _cell(place: Cell) -> Cell:
        return place[0] // FRONT_ROOM[0], place[1] // FRONT_ROOM[0]


def _around(x: int, y: int, room: Cell) -> Iterator[Cell]:
    """The place itself, then growing squares around it."""
    yield x, y
    step_x, step_y = room[0] // 2, room[1] // 2
    for ring in count(1):
        for i in range(-ring, ring + 1):
            yield x + i * step_x, y - ring * step_y
            yield x + i * step_x, y + ring * step_y
        for j in range(1 - ring, ring):
            yield x - ring * step_x, y + j * step_y
            yield x + ring * step_x, y + j * step_y
