"""Room for everybody: points that are too close move to the nearest free place, pictures are packed on one sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from math import sqrt

Point = tuple[float, float]
Cell = tuple[int, int]

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
    """All pictures on one sheet of about that aspect, in rows, the first one largest."""
    boxes = [_box(picture) for picture in pictures]
    area = sum((x1 - x0 + gap) * (y1 - y0 + gap) for x0, y0, x1, y1 in boxes)
    width = max([sqrt(area * aspect), *(x1 - x0 for x0, _, x1, _ in boxes)], default=0.0)
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
