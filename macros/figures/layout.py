"""The best plan for a figure, found once for both languages, and the figure placed by it."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from macros.figures.diagram import Diagram
from macros.figures.geometry import Layout, crossings, overlaps
from macros.figures.grid import Plan, first_plan, neighbours
from macros.figures.routes import measure

_TRIES = 2000
"""Plans looked at for one figure at most: enough for the largest that is legible."""


def place(diagram: Diagram) -> Layout:
    """Return where lanes, nodes and flows of `diagram` stand."""
    return measure(diagram, _best(_bare(diagram)))


def _bare(diagram: Diagram) -> Diagram:
    """Return the diagram without its words, which differ between the languages."""
    return replace(
        diagram,
        title="",
        language="",
        house="-" if diagram.house else "",
        lanes=tuple(replace(lane, name="") for lane in diagram.lanes),
        nodes=tuple(
            replace(node, lines=("",), title="", who="", width=76.0 if node.kind == "party" else 150.0)
            for node in diagram.nodes
        ),
        flows=tuple(replace(flow, label=("……",) if flow.label else ()) for flow in diagram.flows),
    )


@lru_cache(maxsize=1024)
def _best(bare: Diagram) -> Plan:
    """Change one thing at a time as long as that makes the figure better.

    Other beginnings than the procedure's own order were tried: ten times the work for one part in a hundred.
    """
    plan = first_plan(bare)
    cost, tries = _cost(bare, plan), 0
    better = True
    while better and tries < _TRIES:
        better = False
        for tried in neighbours(bare, plan):
            tries += 1
            price = _cost(bare, tried)
            if price < cost - 1e-6:
                plan, cost, better = tried, price, True
                break
    return plan


def _cost(bare: Diagram, plan: Plan) -> float:
    layout = measure(bare, plan)
    bends = sum(len(route.points) - 2 for route in layout.routes)
    length = sum(abs(a[0] - b[0]) + abs(a[1] - b[1]) for r in layout.routes for a, b in r.segments())
    home = {lane.key: place for place, lane in enumerate(bare.lanes)}
    moved = sum(abs(home[lane] - place) for place, lane in enumerate(plan.lanes))
    leftward = sum(route.points[-1][0] < route.points[0][0] - 1 for route in layout.routes)
    return (
        1000 * overlaps(layout)
        + 60 * crossings(layout)
        + 6 * bends
        + length / 25
        + layout.width / 6
        + layout.height / 10
        + moved
        + 2 * leftward
        + layout.nodes[bare.nodes[0].id].x / 40
    )
