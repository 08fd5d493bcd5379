"""What a reader of a figure relies on: nothing hidden, nothing cut, every exit labelled."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from itertools import combinations
from pathlib import Path

import pytest

from macros.figures import draw
from macros.figures.diagram import FONT, NODE_WIDTH, Diagram, Flow, Lane, Node, diagram_of, label_width
from macros.figures.layout import Box, Layout, place
from macros.figures.text import width, wrap
from macros.load import load_handbook

RULES = load_handbook(Path(__file__).parents[2] / "data").handbook.rulebooks["baojiantingfa-2004-13"]
CASES = [(name, language) for name in RULES.procedures for language in ("zh", "en")]


def _overlap(one: Box, other: Box) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def _crossed(layout: Layout) -> list[str]:
    """Name the flows that run through a node that is neither their source nor their target."""
    out = []
    for route in layout.routes:
        for (x1, y1), (x2, y2) in zip(route.points, route.points[1:], strict=False):
            line = Box(min(x1, x2), min(y1, y2), abs(x1 - x2) + 0.1, abs(y1 - y2) + 0.1)
            for name, box in layout.nodes.items():
                ends = (route.flow.source, route.flow.target)
                if name not in ends and _overlap(line, box):
                    out.append(f"{route.flow.source} → {route.flow.target} runs through {name}")
    return out


@pytest.mark.parametrize(("name", "language"), CASES)
def test_nothing_hides_anything(name: str, language: str) -> None:
    layout = place(diagram_of(RULES.procedures[name], RULES, language))
    hidden = [(a, b) for a, b in combinations(layout.nodes, 2) if _overlap(layout.nodes[a], layout.nodes[b])]
    assert hidden == []
    assert _crossed(layout) == []


@pytest.mark.parametrize(("name", "language"), CASES)
def test_every_line_of_text_fits_its_node(name: str, language: str) -> None:
    diagram = diagram_of(RULES.procedures[name], RULES, language)
    wide = [line for node in diagram.nodes for line in node.lines if width(line) * FONT > NODE_WIDTH - 8]
    assert wide == []


@pytest.mark.parametrize(("name", "language"), CASES)
def test_every_node_links_to_its_step_and_every_exit_says_when(name: str, language: str) -> None:
    procedure = RULES.procedures[name]
    figure = ElementTree.fromstring(draw(procedure, RULES, language))
    links = [a.get("href") for a in figure.iter("{http://www.w3.org/2000/svg}a")]
    assert links == [f"#step-{step.id}" for step in procedure.steps]
    said = "".join("".join(figure.itertext()).split())
    for step in procedure.steps:
        for edge in step.next:
            if edge.when:
                assert "".join(edge.when.of(language).split()) in said


def test_the_same_procedure_gives_the_same_bytes() -> None:
    procedure = RULES.procedures["important-matters"]
    assert draw(procedure, RULES, "zh") == draw(procedure, RULES, "zh")


def test_forty_steps_in_eight_lanes_stay_apart() -> None:
    lanes = tuple(Lane(f"lane-{n}", (f"Lane {n}",), outside=n > 5) for n in range(8))
    nodes = tuple(
        Node(f"n{n}", "task", f"lane-{n * 5 % 8}", (f"Step {n}",), f"Step {n}", False) for n in range(40)
    )
    pairs = [(n, n + 1) for n in range(39)] + [(n, n + 7) for n in range(0, 33, 4)] + [(30, 5)]
    flows = tuple(Flow(f"n{a}", f"n{b}", ("when",), False, False) for a, b in pairs)
    layout = place(Diagram("large", "Large", "en", lanes, nodes, flows))
    assert not [pair for pair in combinations(layout.nodes.values(), 2) if _overlap(*pair)]
    assert len(layout.routes) == len(flows)


def test_no_line_begins_with_closing_punctuation() -> None:
    lines = wrap("传达学习党中央、国务院及中国保监会重要会议精神、有关重要决定和指示，研究贯彻落实的原则", 9)
    assert all(line[0] not in "，、。；）》" for line in lines)
    assert (
        "".join(lines)
        == "传达学习党中央、国务院及中国保监会重要会议精神、有关重要决定和指示，研究贯彻落实的原则"
    )


def test_latin_words_are_not_cut() -> None:
    assert wrap("put forward a preferred suggestion", 8) == ("put forward a", "preferred", "suggestion")
    assert label_width(("同意",)) == 24
