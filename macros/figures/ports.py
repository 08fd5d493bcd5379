"""Where flows leave and enter their nodes, and which way they take, counted in columns.

Every column has a slot on either side, in which long flows run; on the outside are two more for flows
that go back. Places across are ordinals until the columns are measured: a column, its left slot, its
right slot.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from macros.figures.diagram import LINE, Diagram, Flow, Node, label_width
from macros.figures.grid import Plan, is_back, is_long

LABEL_LINE = 15.0
LABEL_GAP = 7.0
"""Between a line and its label."""
_APART = 22.0
"""Between neighbouring flows at one side of a node."""
_CORNER = 20.0
"""The least distance of a flow from a node's corner, where its number stands."""


@dataclass(frozen=True)
class Room:
    """What a node takes of its column: to the left and right of its middle, and below it for labels."""

    left: float
    right: float
    width: float
    labels: float


class Ports:
    """The ways and ends of all flows of a diagram under a plan."""

    def __init__(self, diagram: Diagram, plan: Plan) -> None:
        """Number the columns; decide every flow's way, then its ends."""
        self.diagram, self.plan = diagram, plan
        self.flows, self.row = diagram.flows, plan.row
        self.lane_columns: dict[str, list[int]] = {}
        self.at: dict[str, int] = {}
        self._number_columns()
        self.cells = {(self.at[node.id], self.row[node.id]) for node in diagram.nodes}
        self.way = {index: self._way(index, flow) for index, flow in enumerate(self.flows)}
        self.leave: dict[int, float] = {}
        self.enter: dict[int, float] = {}
        self.label_left: set[int] = set()
        self.out: dict[str, list[int]] = defaultdict(list)
        self.into: dict[str, list[int]] = defaultdict(list)
        for index, flow in enumerate(self.flows):
            if self.way[index] != "side":
                self.out[flow.source].append(index)
                self.into[flow.target].append(index)
        self.room = {node.id: self._room(node) for node in diagram.nodes}

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return sum(map(len, self.lane_columns.values()))

    def slot(self, index: int) -> int | None:
        """Return the ordinal of the slot in which a flow runs, if it runs in one."""
        flow, way = self.flows[index], self.way[index]
        if way == "left of all":
            return -1
        if way == "right of all":
            return 3 * self.columns
        side, of, end = way.partition(" of ")
        if not of:
            return None
        column = self.at[flow.source if end == "source" else flow.target]
        return 3 * column + (2 if side == "right" else 0)

    def ordinal(self, node: str) -> int:
        """Return the ordinal of a node's column."""
        return 3 * self.at[node] + 1

    def is_straight(self, index: int) -> bool:
        """Tell whether a flow can run down without a bend."""
        flow = self.flows[index]
        inside = self.way[index] in ("direct", "target", "source")
        return inside and self.at[flow.source] == self.at[flow.target]

    def _number_columns(self) -> None:
        count = 0
        for lane in self.plan.lanes:
            nodes = [node.id for node in self.diagram.nodes if node.lane == lane]
            used = sorted({self.plan.column[node] for node in nodes})
            self.lane_columns[lane] = list(range(count, count + len(used)))
            self.at.update((node, count + used.index(self.plan.column[node])) for node in nodes)
            count += len(used)

    def _way(self, index: int, flow: Flow) -> str:
        wanted = self.plan.way.get(index, "")
        left, right = sorted((self.at[flow.source], self.at[flow.target]))
        if flow.joins:
            between = {(column, self.row[flow.source]) for column in range(left + 1, right)}
            return "under" if between & self.cells else "side"
        if is_back(flow, self.plan):
            return wanted or ("left of all" if left < self.columns - 1 - right else "right of all")
        if not is_long(flow, self.plan):
            return "direct"
        free = [end for end in ("target", "source") if self._is_free(flow, end)]
        if wanted and (wanted in free or " of " in wanted):
            return wanted
        side = "right" if self.at[flow.source] > self.at[flow.target] else "left"
        return free[0] if free else f"{side} of target"

    def _is_free(self, flow: Flow, end: str) -> bool:
        column = self.at[flow.source if end == "source" else flow.target]
        rows = range(self.row[flow.source] + 1, self.row[flow.target])
        return not any((column, row) in self.cells for row in rows)

    def _room(self, node: Node) -> Room:
        """Spread the flows at a node's bottom and top; leave room for the labels of its exits."""
        out, into = self.out[node.id], self.into[node.id]
        out.sort(key=lambda one: (self._toward(one, True), self.row[self.flows[one].target], one))
        into.sort(key=lambda one: (self._toward(one, False), self.row[self.flows[one].source], one))
        wide = {one: label_width(self.flows[one].label) for one in out}
        labelled = any(wide.values())
        gaps = [_APART] * (len(into) - 1)
        self._spread(self.enter, into, gaps, node.width / 2 - _CORNER)
        gaps = [max(_APART, wide[one] + 2 * LABEL_GAP if place else 0) for place, one in enumerate(out[:-1])]
        self._spread(self.leave, out, gaps, 0 if labelled else node.width / 2 - _CORNER)
        if not labelled:
            return Room(node.width / 2, node.width / 2, node.width, 0)
        farthest = max(abs(self.leave[one]) for one in out)
        width = max(node.width, 2 * (farthest + _CORNER))
        lines = max(len(self.flows[one].label) for one in out)
        first, last = out[0], out[-1]
        if len(out) > 1:
            self.label_left.add(first)
        left = max(width / 2, LABEL_GAP + wide[first] - self.leave[first] if len(out) > 1 else 0)
        right = max(width / 2, self.leave[last] + LABEL_GAP + wide[last])
        return Room(left, right, width, lines * LABEL_LINE + LINE / 3)

    def _toward(self, index: int, leaving: bool) -> float:
        """Return where a flow goes from its source, or comes from to its target."""
        flow, slot = self.flows[index], self.slot(index)
        if slot is not None:
            return slot
        if leaving:
            return self.ordinal(flow.source if self.way[index] == "source" else flow.target)
        return self.ordinal(flow.source)

    def _spread(self, into: dict[int, float], flows: list[int], gaps: list[float], reach: float) -> None:
        """Set the flows' distances from the node's middle; one that needs no bend stands in the middle."""
        places = [sum(gaps[:count]) for count in range(len(flows))]
        straight = [place for place, one in enumerate(flows) if self.is_straight(one)]
        middle = places[straight[0]] if straight else places[-1] / 2 if places else 0.0
        far = max((abs(place - middle) for place in places), default=0.0)
        shrink = min(1.0, reach / far) if far and reach else 1.0
        into.update((one, (place - middle) * shrink) for one, place in zip(flows, places, strict=True))


def slots_used(ports: Ports) -> dict[int, list[int]]:
    """Return the flows that run in each slot, by its ordinal."""
    found: dict[int, list[int]] = defaultdict(list)
    for index in range(len(ports.flows)):
        slot = ports.slot(index)
        if slot is not None:
            found[slot].append(index)
    return found
