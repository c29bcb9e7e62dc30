"""Layout: equal on every run, nobody on top of another, communities found."""

import random
from collections import Counter

from kg.export.html.layout import COMMUNITY_LIMIT, arrange, find_communities, push_circles, turned
from kg.export.html.room import FRONT_ROOM, keep_apart, pack


def chain(count):
    return [(i, i + 1) for i in range(count - 1)]


def test_two_runs_place_everybody_alike_whatever_was_random_before():
    random.seed(1)
    first = arrange(60, chain(60), range(40))
    random.seed(2)
    assert arrange(60, chain(60), range(40)) == first


def test_nodes_in_front_keep_their_distance():
    places = arrange(80, [(0, i) for i in range(1, 80)], range(80)).positions
    close = [(a, b) for a in range(80) for b in range(a)
             if abs(places[a][0] - places[b][0]) < FRONT_ROOM[0] and abs(places[a][1] - places[b][1]) < FRONT_ROOM[1]]
    assert close == []


def test_folded_nodes_stand_beside_what_they_are_linked_with():
    places = arrange(30, chain(30), range(29)).positions
    assert abs(places[29][0] - places[28][0]) < 200 and abs(places[29][1] - places[28][1]) < 200


def test_two_crowds_are_two_communities():
    crowds = [(a, b) for start in (0, 10) for a in range(start, start + 10) for b in range(start, a)]
    found = find_communities(20, [*crowds, (0, 10)])
    assert len(set(found[:10])) == len(set(found[10:])) == 1 and found[0] != found[10]


def test_no_community_is_too_large_to_open():
    rng = random.Random(5)
    found = find_communities(1500, [(rng.randrange(1500), rng.randrange(1500)) for _ in range(4000)])
    assert max(Counter(found).values()) <= COMMUNITY_LIMIT * 1.1


def test_an_empty_graph_and_a_graph_without_links_have_layouts():
    assert arrange(0, [], []).positions == ()
    assert len(set(arrange(5, [], range(5)).positions)) == 5


def test_circles_are_pushed_apart():
    pushed = push_circles({0: (0.0, 0.0), 1: (1.0, 0.0)}, {0: 10.0, 1: 10.0})
    assert pushed[1][0] - pushed[0][0] > 19.9


def test_a_long_picture_is_laid_flat():
    points = turned([(0.0, float(i)) for i in range(5)])
    assert max(abs(y) for _, y in points) < 0.01 < max(x for x, _ in points)


def test_pictures_on_one_sheet_do_not_overlap():
    placed = pack([{0: (0.0, 0.0), 1: (10.0, 10.0)}, {2: (0.0, 0.0), 3: (10.0, 10.0)}], 1.5, 5.0)
    assert max(abs(placed[2][0] - placed[0][0]), abs(placed[2][1] - placed[0][1])) >= 15.0


def test_a_crowded_place_gives_everybody_a_spot():
    kept = keep_apart([(i, (0.0, 0.0)) for i in range(50)], 20)
    assert len(set(kept.values())) == 50
