"""Where things stand: nothing hides anything, little crosses, and both languages share one plan."""

from __future__ import annotations

from itertools import combinations

import pytest

from macros.figures.diagram import Diagram, Flow, Lane, Node, label_width
from macros.figures.geometry import Box, Layout, Route, crossings, overlaps
from macros.figures.layout import place
from macros.figures.ports import LABEL_LINE
from tests.figures.conftest import CASES, RULES, diagram, layout
from tests.large_figure import large

CROSSINGS = {"interpreting-or-amending": 1, "supervising-to-completion": 1}
"""How many lines cross in each figure, the others having none. A better layout may lower a number."""
LARGE_CROSSINGS = 2


def overlap(one: Box, other: Box) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def line_boxes(route: Route) -> list[Box]:
    return [
        Box(min(x1, x2), min(y1, y2), abs(x1 - x2) + 0.1, abs(y1 - y2) + 0.1)
        for (x1, y1), (x2, y2) in route.segments()
    ]


def label_box(route: Route) -> Box:
    wide, (x, y) = label_width(route.flow.label), route.label_at
    left = x - wide if route.anchor == "end" else x
    return Box(left, y - 11, wide, len(route.flow.label) * LABEL_LINE)


def faults(placed: Layout) -> list[str]:
    """Name what lies on something else, as far as it can be told without a browser."""
    out = [
        f"{a} and {b}" for a, b in combinations(placed.nodes, 2) if overlap(placed.nodes[a], placed.nodes[b])
    ]
    labels = {f"{r.flow.source} → {r.flow.target}": label_box(r) for r in placed.routes if r.flow.label}
    out += [f"labels {a} and {b}" for a, b in combinations(labels, 2) if overlap(labels[a], labels[b])]
    out += [f"label {a} and {b}" for a in labels for b in placed.nodes if overlap(labels[a], placed.nodes[b])]
    for route in placed.routes:
        ends = (route.flow.source, route.flow.target)
        for line in line_boxes(route):
            out += [
                f"{ends} through {n}"
                for n, box in placed.nodes.items()
                if n not in ends and overlap(line, box)
            ]
            out += [f"{ends} through label {n}" for n, box in labels.items() if overlap(line, box)]
    return out


@pytest.mark.parametrize(("name", "language"), CASES)
def test_nothing_hides_anything(name: str, language: str) -> None:
    assert faults(layout(name, language)) == []
    assert overlaps(layout(name, language)) == 0


@pytest.mark.parametrize(("name", "language"), CASES)
def test_no_more_lines_cross_than_recorded(name: str, language: str) -> None:
    assert crossings(layout(name, language)) == CROSSINGS.get(name, 0)


@pytest.mark.parametrize(("name", "language"), CASES)
def test_every_node_stands_in_its_lane(name: str, language: str) -> None:
    placed = layout(name, language)
    for node in diagram(name, language).nodes:
        lane, box = placed.lanes[node.lane], placed.nodes[node.id]
        assert lane.x < box.x and box.right < lane.right and box.bottom < lane.bottom


@pytest.mark.parametrize("name", list(RULES.procedures))
def test_both_languages_share_one_plan(name: str) -> None:
    chinese, english = layout(name, "zh"), layout(name, "en")

    def order(placed: Layout) -> list[list[str]]:
        across = sorted(placed.lanes, key=lambda lane: placed.lanes[lane].x)
        down = sorted(placed.nodes, key=lambda id: (placed.nodes[id].y + placed.nodes[id].height / 2, id))
        return [across, down]

    assert order(chinese) == order(english)


@pytest.mark.parametrize("name", list(RULES.procedures))
def test_the_way_leads_down(name: str) -> None:
    placed = layout(name, "zh")
    for route in placed.routes:
        if not route.flow.joins:
            assert placed.nodes[route.flow.source].bottom < placed.nodes[route.flow.target].y


def test_what_goes_back_runs_around_the_outside() -> None:
    lanes = (Lane("a", "甲", "inside"), Lane("b", "乙", "inside"))
    nodes = tuple(
        Node(f"n{n}", f"n{n}", n, "task", "ab"[n % 2], ("虚构",), "虚构", "", False, 140.0) for n in range(4)
    )
    pairs = ((0, 1), (1, 2), (2, 3), (3, 1))
    flows = tuple(Flow(f"n{a}", f"n{b}", (), False, False) for a, b in pairs)
    placed = place(Diagram("loop", "虚构", "zh", "", lanes, nodes, flows))
    xs = [x for x, _ in placed.routes[3].points]
    lanes_at = placed.lanes.values()
    assert min(xs) < min(box.x for box in lanes_at) or max(xs) > max(box.right for box in lanes_at)
    assert faults(placed) == []


def test_forty_steps_in_eight_lanes_stay_legible() -> None:
    shown = large()
    assert (len(shown.nodes), len(shown.lanes)) == (40, 8)
    placed = place(shown)
    assert faults(placed) == []
    assert overlaps(placed) == 0
    assert crossings(placed) == LARGE_CROSSINGS
    back = [
        route
        for route in placed.routes
        if placed.nodes[route.flow.target].y < placed.nodes[route.flow.source].y
    ]
    assert [(route.flow.source, route.flow.target) for route in back] == [
        ("n4", "n3"),
        ("n16", "n13"),
        ("n37", "n35"),
    ]


def test_lines_that_cross_or_lie_on_one_another_are_seen() -> None:
    def route(*points: tuple[float, float]) -> Route:
        return Route(Flow("a", "b", (), False, False), points, points[0], "start")

    def laid(*routes: Route) -> Layout:
        return Layout(0, 0, 0, None, {}, {}, routes)

    level, plumb = route((0, 10), (20, 10)), route((10, 0), (10, 20))
    assert crossings(laid(level, plumb)) == 1
    assert crossings(laid(level, route((30, 0), (30, 20)))) == 0
    assert overlaps(laid(level, route((15, 11), (40, 11)))) == 1
    assert overlaps(laid(level, route((15, 20), (40, 20)))) == 0
