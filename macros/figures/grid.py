"""Rows and columns of a figure, before anything is measured.

Layered drawing after Sugiyama, Tagawa and Toda (1981): back flows are found by depth-first search, rows
are longest paths. A lane is one column or more; the lanes inside the Department stay together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import combinations

from macros.figures.diagram import Diagram, Flow

LONG_WAYS = ("target", "source", "left of target", "right of target", "left of source", "right of source")
"""Where a flow over several rows runs down: through a column that is free, or beside one."""
BACK_WAYS = ("left of all", "right of all")
"""Where a flow back up runs: around the outside."""


@dataclass(frozen=True)
class Plan:
    """Which lane stands where, each node's row and its column within the lane, the way of long flows."""

    lanes: tuple[str, ...]
    row: Mapping[str, int]
    column: Mapping[str, int]
    way: Mapping[int, str] = field(default_factory=dict)


def first_plan(diagram: Diagram) -> Plan:
    """Return a plan in the procedure's own order."""
    rows = _rows(diagram)
    column: dict[str, int] = {}
    taken: dict[tuple[str, int], set[int]] = defaultdict(set)
    lane = {node.id: node.lane for node in diagram.nodes}
    for node in sorted(diagram.nodes, key=lambda one: rows[one.id]):
        sources = [flow.source for flow in diagram.flows if flow.target == node.id]
        above = [column[one] for one in sources if one in column and lane[one] == node.lane]
        used = taken[node.lane, rows[node.id]]
        column[node.id] = next(one for one in (*above[:1], *range(len(lane) + 1)) if one not in used)
        used.add(column[node.id])
    return Plan(tuple(lane.key for lane in diagram.lanes), rows, column)


def is_back(flow: Flow, plan: Plan) -> bool:
    """Tell whether a flow goes against the reading direction."""
    return not flow.joins and plan.row[flow.target] <= plan.row[flow.source]


def is_long(flow: Flow, plan: Plan) -> bool:
    """Tell whether a flow goes down over more than one row."""
    return plan.row[flow.target] > plan.row[flow.source] + 1


def neighbours(diagram: Diagram, plan: Plan) -> Iterator[Plan]:
    """Yield plans that differ in one thing: a lane's place, a node's or a branch's column, a flow's way."""
    yield from _lanes_moved(diagram, plan)
    yield from _nodes_moved(diagram, plan)
    yield from _branches_moved(diagram, plan)
    yield _mirrored(plan)
    for index, flow in enumerate(diagram.flows):
        long, back = is_long(flow, plan), is_back(flow, plan)
        for way in LONG_WAYS if long else BACK_WAYS if back else ():
            if plan.way.get(index) != way:
                yield replace(plan, way={**plan.way, index: way})


def _lanes_moved(diagram: Diagram, plan: Plan) -> Iterator[Plan]:
    pool = {lane.key: lane.pool for lane in diagram.lanes}
    for lane in plan.lanes:
        rest = [one for one in plan.lanes if one != lane]
        for at in range(len(plan.lanes)):
            lanes = (*rest[:at], lane, *rest[at:])
            inside = [place for place, one in enumerate(lanes) if pool[one] == "inside"]
            together = not inside or inside[-1] - inside[0] == len(inside) - 1
            if lanes != plan.lanes and together:
                yield replace(plan, lanes=lanes)


def _nodes_moved(diagram: Diagram, plan: Plan) -> Iterator[Plan]:
    columns: dict[str, set[int]] = defaultdict(set)
    beside: dict[tuple[str, int], list[str]] = defaultdict(list)
    for node in diagram.nodes:
        columns[node.lane].add(plan.column[node.id])
        beside[node.lane, plan.row[node.id]].append(node.id)
    for (lane, _), nodes in beside.items():
        for id in nodes:
            for column in sorted({*columns[lane], max(columns[lane]) + 1}):
                if column != plan.column[id]:
                    moved = {other: plan.column[id] for other in nodes if plan.column[other] == column}
                    yield replace(plan, column={**plan.column, **moved, id: column})
    for lane, used in columns.items():
        for one, other in combinations(sorted(used), 2):
            swap = {one: other, other: one}
            mine = {node.id: plan.column[node.id] for node in diagram.nodes if node.lane == lane}
            swapped = {id: swap.get(column, column) for id, column in mine.items()}
            yield replace(plan, column={**plan.column, **swapped})


def _branches_moved(diagram: Diagram, plan: Plan) -> Iterator[Plan]:
    """Move a node together with all that follows it in its lane."""
    lane = {node.id: node.lane for node in diagram.nodes}
    for start in plan.column:
        branch, todo = {start}, [start]
        while todo:
            node = todo.pop()
            for flow in diagram.flows:
                below = flow.source == node and plan.row[flow.target] > plan.row[node]
                if below and lane[flow.target] == lane[start] and flow.target not in branch:
                    branch.add(flow.target)
                    todo.append(flow.target)
        if len(branch) > 1:
            for by in (-1, 1):
                moved = {node: plan.column[node] + by for node in branch}
                taken = {(lane[n], plan.row[n], c) for n, c in plan.column.items() if n not in branch}
                if not any((lane[n], plan.row[n], c) in taken for n, c in moved.items()):
                    yield replace(plan, column={**plan.column, **moved})


def _mirrored(plan: Plan) -> Plan:
    """Return the plan with left and right exchanged."""
    other = {"left": "right", "right": "left"}
    return Plan(
        plan.lanes[::-1],
        plan.row,
        {id: -column for id, column in plan.column.items()},
        {index: " ".join(other.get(word, word) for word in way.split()) for index, way in plan.way.items()},
    )


def _rows(diagram: Diagram) -> dict[str, int]:
    """Give each node the length of the longest path that leads to it; a party stands beside its step."""
    back = _back_flows(diagram)
    row = {node.id: 0 for node in diagram.nodes}
    for _ in diagram.nodes:
        for index, flow in enumerate(diagram.flows):
            if flow.joins:
                row[flow.target] = row[flow.source]
            elif index not in back:
                row[flow.target] = max(row[flow.target], row[flow.source] + 1)
    return row


def _back_flows(diagram: Diagram) -> set[int]:
    """Find the flows that close a loop, by depth-first search from the start."""
    out: dict[str, list[int]] = defaultdict(list)
    for index, flow in enumerate(diagram.flows):
        if not flow.joins:
            out[flow.source].append(index)
    state: dict[str, int] = {}
    back: set[int] = set()

    def visit(node: str) -> None:
        state[node] = 1
        for index in out[node]:
            target = diagram.flows[index].target
            if state.get(target) == 1:
                back.add(index)
            elif target not in state:
                visit(target)
        state[node] = 2

    for node in diagram.nodes:
        if node.id not in state:
            visit(node.id)
    return back
