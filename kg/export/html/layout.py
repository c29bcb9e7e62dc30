"""Where nodes stand: links between numbered nodes in, whole-number positions and communities out."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, sqrt

import igraph

from kg.export.html.room import Point, keep_apart, pack

Link = tuple[int, int]

SEED = 20  # any number: it only has to be the same on every run
EVEN_LIMIT = 120  # nodes up to which links of even length are affordable: time grows with the square of the nodes
PLAIN_LIMIT = 160  # more nodes than this and one force layout stops being readable: then communities stand side by side
COMMUNITIES_SHOWN = 60  # as many bubbles as can be told apart when all are closed
COMMUNITY_LIMIT = 240  # as many members as still make a picture when a community is opened
SMALLEST_COMMUNITY = 4
GRID_FROM = 300  # nodes from which exact forces, which take the square of their number, become the slowest step
ROUNDS, ROUNDS_ON_GRID = 600, 150  # after these, pictures of 100 and of 800 nodes change no more to the eye
SPACING = 82.0  # units between neighbors: room for a short label at the first zoom of a laptop's screen
FLATTER = 0.8  # labels stand side by side more easily than one above the other
ASPECT = 1.75  # of the picture between the two panels of a laptop's screen


@dataclass(frozen=True, slots=True)
class Layout:
    """A position and a community for each node, by its number."""

    positions: tuple[tuple[int, int], ...]
    communities: tuple[int, ...]


def arrange(count: int, links: Sequence[Link], front: Sequence[int]) -> Layout:
    """Places nodes 0 to count-1: those of `front` by forces, the others beside what they are linked with."""
    communities = find_communities(count, links)
    positions = _place_front(front, links, communities)
    _place_rest(positions, count, links)
    order = list(front) + sorted(set(range(count)) - set(front))
    kept = keep_apart([(node, positions[node]) for node in order], len(front))
    return Layout(tuple(kept[node] for node in range(count)), tuple(communities))


def find_communities(count: int, links: Sequence[Link]) -> list[int]:
    """The community of each node, numbered from the largest; small ones are joined with one they are linked to."""
    graph = igraph.Graph(n=count, edges=list(links)).simplify()
    parts = _split(graph, list(range(count)), max(COMMUNITY_LIMIT, count // COMMUNITIES_SHOWN))
    owner = {node: number for number, part in enumerate(parts) for node in part}
    for number, part in enumerate(parts):
        if len(part) < SMALLEST_COMMUNITY:
            _join(part, owner, parts, graph, number)
    groups = _members(owner, count)
    ordered = sorted(groups.values(), key=lambda part: (-len(part), part))
    numbers = {node: number for number, part in enumerate(ordered) for node in part}
    return [numbers[node] for node in range(count)]


def _split(graph: igraph.Graph, nodes: list[int], limit: int) -> list[list[int]]:
    part = graph.subgraph(nodes)
    if part.ecount() == 0:
        return [nodes[start:start + limit] for start in range(0, len(nodes), limit)]
    igraph.set_random_number_generator(random.Random(SEED))
    found = [[nodes[i] for i in group] for group in part.community_leiden("modularity", n_iterations=4)]
    alone = sorted(node for group in found if len(group) == 1 for node in group)
    groups = [group for group in found if len(group) > 1]
    groups += [alone[start:start + limit] for start in range(0, len(alone), limit)]
    if len(groups) == 1:
        return groups
    return [small for group in groups for small in (_split(graph, group, limit) if len(group) > limit else [group])]


def _join(part: list[int], owner: dict[int, int], parts: list[list[int]], graph: igraph.Graph, own: int) -> None:
    votes: dict[int, int] = defaultdict(int)
    for node in part:
        for neighbor in graph.neighbors(node):
            other = owner[neighbor]
            if other != own and len(parts[other]) < COMMUNITY_LIMIT:
                votes[other] += 1
    if votes:
        best = min(votes, key=lambda number: (-votes[number], number))
        for node in part:
            owner[node] = best


def _members(owner: Mapping[int, int], count: int) -> dict[int, list[int]]:
    groups: dict[int, list[int]] = defaultdict(list)
    for node in range(count):
        groups[owner[node]].append(node)
    return groups


def _place_front(front: Sequence[int], links: Sequence[Link], communities: Sequence[int]) -> dict[int, Point]:
    number = {node: i for i, node in enumerate(front)}
    inner = sorted({(number[a], number[b]) for a, b in links if a in number and b in number and a != b})
    graph = igraph.Graph(n=len(front), edges=inner).simplify()
    pieces = sorted((sorted(piece) for piece in graph.connected_components()), key=lambda piece: (-len(piece), piece))
    lone = [piece[0] for piece in pieces if len(piece) == 1]
    drawn = [_draw(graph.subgraph(piece), [communities[front[i]] for i in piece], piece)
             for piece in pieces if len(piece) > 1]
    drawn += [_table(lone)] if lone else []
    return {front[i]: point for i, point in pack(drawn, ASPECT, 1.5 * SPACING).items()}


def _draw(graph: igraph.Graph, communities: Sequence[int], names: Sequence[int]) -> dict[int, Point]:
    if len(names) <= PLAIN_LIMIT:
        return dict(zip(names, _forces(graph), strict=True))
    groups: dict[int, list[int]] = defaultdict(list)
    for i, community in enumerate(communities):
        groups[community].append(i)
    centers = _centers(graph, groups, communities)
    placed: dict[int, Point] = {}
    for community, group in groups.items():
        x, y = centers[community]
        for i, (dx, dy) in zip(group, _forces(graph.subgraph(group)), strict=True):
            placed[names[i]] = (x + dx, y + dy)
    return placed


def _centers(graph: igraph.Graph, groups: Mapping[int, list[int]], communities: Sequence[int]) -> dict[int, Point]:
    order = {community: i for i, community in enumerate(groups)}
    pairs = sorted({(order[communities[a]], order[communities[b]]) for a, b in graph.get_edgelist()})
    forces = _forces(igraph.Graph(n=len(order), edges=[p for p in pairs if p[0] != p[1]]).simplify())
    radius = {i: SPACING * 0.75 * sqrt(len(groups[community]) + 2) for community, i in order.items()}
    spread = sum(radius.values()) / len(radius) / SPACING * 1.25
    points = {i: (x * spread * ASPECT / 1.4, y * spread) for i, (x, y) in enumerate(forces)}
    points = push_circles(points, radius)
    return {community: points[i] for community, i in order.items()}


def push_circles(points: Mapping[int, Point], radius: Mapping[int, float], rounds: int = 120) -> dict[int, Point]:
    """Moves circles until no two overlap, or `rounds` are over."""
    now = {i: [x, y] for i, (x, y) in points.items()}
    keys = sorted(now)
    for _ in range(rounds):
        moved = False
        for at, a in enumerate(keys):
            for b in keys[at + 1:]:
                moved = _push(now[a], now[b], radius[a] + radius[b]) or moved
        if not moved:
            break
    return {i: (x, y) for i, (x, y) in now.items()}


def _push(a: list[float], b: list[float], least: float) -> bool:
    dx, dy = b[0] - a[0], b[1] - a[1]
    if abs(dx) >= least or abs(dy) >= least:
        return False
    distance = sqrt(dx * dx + dy * dy)
    if distance >= least:
        return False
    if distance < 1e-6:
        dx, dy, distance = 1.0, 0.0, 1.0
        overlap = least / 2
    else:
        overlap = (least - distance) / 2
    a[0], a[1] = a[0] - dx / distance * overlap, a[1] - dy / distance * overlap
    b[0], b[1] = b[0] + dx / distance * overlap, b[1] + dy / distance * overlap
    return True


def _forces(graph: igraph.Graph) -> list[Point]:
    count = graph.vcount()
    if count == 1:
        return [(0.0, 0.0)]
    rng = random.Random(SEED)
    igraph.set_random_number_generator(rng)
    start = [[rng.uniform(-1, 1) * sqrt(count), rng.uniform(-1, 1) * sqrt(count)] for _ in range(count)]
    if count <= EVEN_LIMIT:
        drawn = graph.layout_kamada_kawai(seed=graph.layout_fruchterman_reingold(seed=start, niter=ROUNDS).coords)
    else:
        exact = count < GRID_FROM
        drawn = graph.layout_fruchterman_reingold(
            seed=start, niter=ROUNDS if exact else ROUNDS_ON_GRID, grid="nogrid" if exact else "grid")
    points = turned([(x, y) for x, y in drawn.coords])
    return _stretched(points, graph.get_edgelist()) if count <= EVEN_LIMIT else _scaled(points)


def _stretched(points: list[Point], links: Sequence[Link]) -> list[Point]:
    """So large that linked nodes are somewhat more than SPACING apart in the mean."""
    lengths = [sqrt((points[a][0] - points[b][0]) ** 2 + (points[a][1] - points[b][1]) ** 2) for a, b in links]
    factor = SPACING * 1.15 * len(lengths) / (sum(lengths) or 1.0)
    return [(x * factor, y * factor) for x, y in points]


def turned(points: list[Point]) -> list[Point]:
    """The same picture turned so that its long side lies flat, and flattened a little: screens are wider than high."""
    x0, y0 = sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)
    xx = sum((x - x0) ** 2 for x, _ in points)
    yy = sum((y - y0) ** 2 for _, y in points)
    xy = sum((x - x0) * (y - y0) for x, y in points)
    half = (xx - yy) / 2
    long = half + sqrt(half * half + xy * xy)
    length = sqrt(long * long + xy * xy)
    upright = (1.0, 0.0) if xx >= yy else (0.0, 1.0)
    cosine, sine = (long / length, xy / length) if length > 1e-9 * (xx + yy) else upright
    return [((x - x0) * cosine + (y - y0) * sine, ((y - y0) * cosine - (x - x0) * sine) * FLATTER) for x, y in points]


def _scaled(points: list[Point]) -> list[Point]:
    """Centered, and so large that each node has about SPACING squared of room."""
    x0 = sum(x for x, _ in points) / len(points)
    y0 = sum(y for _, y in points) / len(points)
    spread = sqrt(sum((x - x0) ** 2 + (y - y0) ** 2 for x, y in points) / len(points)) or 1.0
    factor = SPACING * 0.62 * sqrt(len(points)) / spread
    return [((x - x0) * factor, (y - y0) * factor) for x, y in points]


def _table(nodes: Sequence[int]) -> dict[int, Point]:
    columns = ceil(sqrt(len(nodes) * ASPECT * 1.5))
    return {node: (i % columns * SPACING * 1.2, i // columns * SPACING * 0.8) for i, node in enumerate(nodes)}


def _place_rest(positions: dict[int, Point], count: int, links: Iterable[Link]) -> None:
    """Puts each node without a place at the middle of its placed neighbors; what has none goes below the picture."""
    near: dict[int, list[int]] = defaultdict(list)
    for a, b in links:
        near[a].append(b)
        near[b].append(a)
    waiting = [node for node in range(count) if node not in positions]
    for _ in range(3):  # a document is linked to a statement that is linked to a place: three steps reach nearly all
        found = {node: _middle([positions[n] for n in near[node] if n in positions]) for node in waiting}
        positions.update({node: point for node, point in found.items() if point})
        waiting = [node for node in waiting if node not in positions]
    below = max((y for _, y in positions.values()), default=0.0) + 2 * SPACING
    for node, (x, y) in _table(waiting).items():
        positions[node] = (x, y + below)


def _middle(points: Sequence[Point]) -> Point | None:
    if not points:
        return None
    x, y = sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)
    return (x, y) if len(points) > 1 else (x + SPACING / 2, y + SPACING / 3)
