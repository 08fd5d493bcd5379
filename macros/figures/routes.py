"""The lines of a figure measured: columns and slots across, rows and channels down, then every route."""

from __future__ import annotations

from collections import defaultdict

from macros.figures.diagram import FONT, LINE, Diagram, Node
from macros.figures.geometry import Box, Layout, Point, Route
from macros.figures.grid import Plan
from macros.figures.ports import LABEL_GAP, Ports, slots_used
from macros.figures.text import BOLD, balanced
from macros.figures.tracks import Bar, tracks

_BESIDE = 14.0
"""Between a node and the first line in the slot beside it: room for the node's number."""
_TRACK = 9.0
_CHANNEL = 26.0
"""The height of a channel without lines, arrows included."""
_ABOVE, _LEVEL, _BELOW = 12.0, 10.0, 19.0
_BETWEEN_POOLS = 10.0


def name_lines(name: str, width: float) -> tuple[str, ...]:
    """Return the lines in which a lane of `width` pixels bears its name."""
    return balanced(name, (width - 14) / FONT / BOLD)


def measure(diagram: Diagram, plan: Plan) -> Layout:
    """Return where everything stands under a plan."""
    return _Sheet(diagram, plan).layout()


class _Sheet:
    def __init__(self, diagram: Diagram, plan: Plan) -> None:
        self.diagram, self.plan = diagram, plan
        self.ports = Ports(diagram, plan)
        self.pool = {lane.key: lane.pool for lane in diagram.lanes}
        self.slots = slots_used(self.ports)
        self._across()
        self._down()

    def layout(self) -> Layout:
        lanes = {
            lane: Box(left, 0 if self.pool[lane] != "inside" else self.house, right - left,
                      self.height - (0 if self.pool[lane] != "inside" else self.house))
            for lane, (left, right) in self.edges.items()
        }  # fmt: skip
        inside = [box for lane, box in lanes.items() if self.pool[lane] == "inside"]
        house = Box(inside[0].x, 0, inside[-1].right - inside[0].x, self.house) if self.house else None
        nodes = {node.id: self._box(node) for node in self.diagram.nodes}
        routes = tuple(self._route(index, nodes) for index in range(len(self.diagram.flows)))
        return Layout(self.width, self.height, self.head, house, lanes, nodes, routes)

    # --- across -------------------------------------------------------------------------------------

    def _across(self) -> None:
        """Place columns, slots and lanes from left to right, then the lines in the slots."""
        ports, columns = self.ports, range(self.ports.columns)
        rooms = {c: [ports.room[n] for n, at in ports.at.items() if at == c] for c in columns}
        self.middle: dict[int, float] = {}
        edge: dict[int, tuple[float, float]] = {}
        self.edges: dict[str, tuple[float, float]] = {}
        x = self._slot_width(-1)
        before = ""
        for lane in self.plan.lanes:
            here = self.pool[lane]
            if before and not before == here == "inside":
                x += _BETWEEN_POOLS
            left, before = x, here
            for column in ports.lane_columns[lane]:
                x += self._slot_width(3 * column)
                start = x
                self.middle[column] = x + max(room.left for room in rooms[column])
                x = self.middle[column] + max(room.right for room in rooms[column])
                edge[column] = (start, x)
                x += self._slot_width(3 * column + 2)
            self.edges[lane] = (left, x)
        self.width = x + self._slot_width(3 * ports.columns)
        self.slot_x: dict[int, float] = {}
        for slot, flows in self.slots.items():
            track = tracks([self._slot_bar(index, slot) for index in flows])
            count = max(track.values()) + 1
            if slot in (-1, 3 * ports.columns):
                first = 4.0 if slot == -1 else x + _TRACK
            else:
                left_edge, right_edge = edge[slot // 3]
                first = right_edge + _BESIDE if slot % 3 else left_edge - _BESIDE - _TRACK * (count - 1)
            self.slot_x.update((key[0], first + _TRACK * number) for key, number in track.items())

    def _slot_width(self, slot: int) -> float:
        flows = self.slots.get(slot, [])
        count = max(tracks([self._slot_bar(index, slot) for index in flows]).values()) + 1 if flows else 0
        if slot in (-1, 3 * self.ports.columns):
            return _TRACK * count + 4 if count else 0.0
        return _BESIDE + _TRACK * count

    def _slot_bar(self, index: int, slot: int) -> Bar:
        """Return a flow's line in its slot, from channel to channel, for putting it beside the others."""
        flow, row = self.ports.flows[index], self.ports.row

        def way(node: str) -> int:
            return 1 if self.ports.ordinal(node) > slot else -1

        top, bottom = row[flow.source] * 1000.0, (row[flow.target] - 1) * 1000.0
        return Bar((index, "slot"), ((top, way(flow.source)), (bottom, way(flow.target))))

    def _ends(self, index: int) -> tuple[float, float]:
        flow, ports = self.ports.flows[index], self.ports
        source, target = self.middle[ports.at[flow.source]], self.middle[ports.at[flow.target]]
        return source + ports.leave.get(index, 0), target + ports.enter.get(index, 0)

    # --- down ---------------------------------------------------------------------------------------

    def _down(self) -> None:
        """Place rows and channels from top to bottom; give every level part of a flow its track."""
        rows = max(self.plan.row.values()) + 1
        self.level: dict[tuple[int, str], tuple[int, int]] = {}
        found: dict[int, list[Bar]] = defaultdict(list)
        for index in range(len(self.ports.flows)):
            for channel, bar in self._bars(index):
                if bar.high - bar.low > 0.5:
                    found[channel].append(bar)
        counts: dict[int, int] = {}
        for channel, bars in found.items():
            track = tracks(bars)
            counts[channel] = max(track.values()) + 1
            self.level.update((key, (channel, number)) for key, number in track.items())
        inside = [edge for lane, edge in self.edges.items() if self.pool[lane] == "inside"]
        across = max(right for _, right in inside) - min(left for left, _ in inside) if inside else 0.0
        lines_of_house = len(name_lines(self.diagram.house, across)) if self.diagram.house and inside else 0
        self.house = lines_of_house * LINE + 8 if lines_of_house else 0.0
        names = {lane.key: lane.name for lane in self.diagram.lanes}
        lines = [len(name_lines(names[lane], right - left)) for lane, (left, right) in self.edges.items()]
        self.head = max(lines) * LINE + 18
        y = self.house + self.head
        self.channel_top = {-1: y}
        y += _channel(counts.get(-1, 0))
        self.tall: dict[int, float] = {}
        self.row_top: dict[int, float] = {}
        for row in range(rows):
            nodes = [node for node in self.diagram.nodes if self.plan.row[node.id] == row]
            self.tall[row], self.row_top[row] = max(node.height for node in nodes), y
            under = [self.ports.room[n.id].labels - (self.tall[row] - n.height) / 2 for n in nodes]
            y += self.tall[row] + max(0.0, *under)
            self.channel_top[row] = y
            y += _channel(counts.get(row, 0))
        self.height = y

    def _bars(self, index: int) -> list[tuple[int, Bar]]:
        """Return the level parts of a flow, each with its channel."""
        flow, way = self.ports.flows[index], self.ports.way[index]
        source, target = self.ports.row[flow.source], self.ports.row[flow.target]
        leave, enter = self._ends(index)
        if index in self.slot_x:
            x = self.slot_x[index]
            goes = -1 if target <= source else 1
            first = Bar((index, "leave"), ((leave, -1), (x, goes)))
            return [(source, first), (target - 1, Bar((index, "enter"), ((x, -goes), (enter, 1))))]
        if way == "side":
            return []
        ends = ((leave, -1), (enter, -1 if way == "under" else 1))
        return [(target - 1 if way == "source" else source, Bar((index, "leave"), ends))]

    def _y(self, index: int, part: str, otherwise: float) -> float:
        if (index, part) not in self.level:
            return otherwise
        channel, track = self.level[index, part]
        return self.channel_top[channel] + _ABOVE + _LEVEL * track

    def _box(self, node: Node) -> Box:
        row, wide = self.plan.row[node.id], self.ports.room[node.id].width
        top = self.row_top[row] + (self.tall[row] - node.height) / 2
        return Box(self.middle[self.ports.at[node.id]] - wide / 2, top, wide, node.height)

    def _route(self, index: int, nodes: dict[str, Box]) -> Route:
        flow, way = self.ports.flows[index], self.ports.way[index]
        source, target = nodes[flow.source], nodes[flow.target]
        if way == "side":
            y = source.y + source.height / 2
            ends = ((source.right, y), (target.x, y))
            if target.x < source.x:
                ends = ((source.x, y), (target.right, y))
            return Route(flow, ends, ends[0], "start")
        leave, enter = self._ends(index)
        end = target.bottom if way == "under" else target.y
        points: list[Point] = [(leave, source.bottom)]
        y = self._y(index, "leave", end)
        points.append((leave, y))
        if index in self.slot_x:
            x, above = self.slot_x[index], self._y(index, "enter", end)
            points += [(x, y), (x, above), (enter, above)]
        else:
            points.append((enter, y))
        points.append((enter, end))
        left = index in self.ports.label_left
        at = (leave + (-LABEL_GAP if left else LABEL_GAP), source.bottom + 14)
        return Route(flow, _straight(points), at, "end" if left else "start")


def _channel(lines: int) -> float:
    return _ABOVE + _LEVEL * (lines - 1) + _BELOW if lines else _CHANNEL


def _straight(points: list[Point]) -> tuple[Point, ...]:
    """Drop points that repeat or lie between their neighbours on one line."""
    out: list[Point] = []
    for point in points:
        if out and out[-1] == point:
            continue
        if len(out) > 1 and (out[-2][0] == out[-1][0] == point[0] or out[-2][1] == out[-1][1] == point[1]):
            out[-1] = point
        else:
            out.append(point)
    return tuple(out)
