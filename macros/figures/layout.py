"""Where everything stands: ranks from top to bottom, a column a lane, orthogonal flows.

Layered drawing after Sugiyama, Tagawa and Toda (1981): back edges are found by depth-first search,
ranks are longest paths. Flows longer than one rank run in the gutters between lanes, so that they
never pass under a node; horizontal parts get tracks of their own between the ranks.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from macros.figures.diagram import NODE_WIDTH, Diagram, Flow

Point = tuple[float, float]
_GAP = 44.0
"""Between neighbours in a lane and at a lane's sides: room for gutters."""
_TRACK = 12.0
_MARGIN = 14.0
_LABEL_LINE = 16.0
HEAD = 64.0
"""The height of the lanes' heads."""


@dataclass(frozen=True)
class Box:
    """A rectangle: left, top, width, height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """The horizontal middle."""
        return self.x + self.width / 2


@dataclass(frozen=True)
class Route:
    """A flow's line and where its label stands (`anchor` start or end)."""

    flow: Flow
    points: tuple[Point, ...]
    label_at: Point
    anchor: str


@dataclass(frozen=True)
class Layout:
    """The placed figure."""

    width: float
    height: float
    lanes: dict[str, Box]
    nodes: dict[str, Box]
    routes: tuple[Route, ...]


def place(diagram: Diagram) -> Layout:
    """Return where lanes, nodes and flows of `diagram` stand, in pixels from the top left."""
    back = _back_flows(diagram)
    rank = _ranks(diagram, back)
    columns = _columns(diagram, rank)
    lanes_x, lane_width = _lane_positions(diagram, columns)
    ports = _Ports(diagram, rank, columns, lanes_x)
    tops, heights, channels = _rows(diagram, rank, ports)
    nodes = {
        node.id: Box(
            ports.middle[node.id] - NODE_WIDTH / 2,
            tops[rank[node.id]] + (heights[rank[node.id]] - node.height) / 2,
            NODE_WIDTH,
            node.height,
        )
        for node in diagram.nodes
    }
    bottom = tops[-1] + heights[-1] + channels[-1]
    right = max(lanes_x[lane.key] + lane_width[lane.key] for lane in diagram.lanes)
    lanes = {lane.key: Box(lanes_x[lane.key], 0, lane_width[lane.key], bottom) for lane in diagram.lanes}
    routes = tuple(ports.route(index, nodes, tops, heights) for index in range(len(diagram.flows)))
    return Layout(right, bottom, lanes, nodes, routes)


def _back_flows(diagram: Diagram) -> set[int]:
    """Find the flows that close a loop, by depth-first search from the start."""
    out: dict[str, list[int]] = defaultdict(list)
    for index, flow in enumerate(diagram.flows):
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


def _ranks(diagram: Diagram, back: set[int]) -> dict[str, int]:
    """Give each node the length of the longest path that leads to it."""
    rank = {node.id: 0 for node in diagram.nodes}
    for _ in diagram.nodes:
        for index, flow in enumerate(diagram.flows):
            if index not in back:
                rank[flow.target] = max(rank[flow.target], rank[flow.source] + 1)
    return rank


def _columns(diagram: Diagram, rank: dict[str, int]) -> dict[str, int]:
    """Put nodes that share a lane and a rank side by side; keep a branch under its beginning."""
    column: dict[str, int] = {}
    taken: dict[tuple[str, int], set[int]] = defaultdict(set)
    sources: dict[str, list[str]] = defaultdict(list)
    lane = {node.id: node.lane for node in diagram.nodes}
    for flow in diagram.flows:
        sources[flow.target].append(flow.source)
    for node in sorted(diagram.nodes, key=lambda one: rank[one.id]):
        above = [column[one] for one in sources[node.id] if one in column and lane[one] == node.lane]
        wanted = min(above) if above else 0
        used = taken[node.lane, rank[node.id]]
        free = next(one for one in (wanted, *range(len(diagram.nodes) + 1)) if one not in used)
        column[node.id] = free
        used.add(free)
    return column


def _lane_positions(diagram: Diagram, columns: dict[str, int]) -> tuple[dict[str, float], dict[str, float]]:
    """Return each lane's left edge and width."""
    left: dict[str, float] = {}
    widths: dict[str, float] = {}
    x = 0.0
    for lane in diagram.lanes:
        count = max(columns[node.id] for node in diagram.nodes if node.lane == lane.key) + 1
        left[lane.key], widths[lane.key] = x, count * (NODE_WIDTH + _GAP) + _GAP
        x += widths[lane.key]
    return left, widths


def _rows(
    diagram: Diagram, rank: dict[str, int], ports: _Ports
) -> tuple[list[float], list[float], list[float]]:
    """Return each rank's top, its height, and the channel's height below it."""
    last = max(rank.values())
    heights = [max(n.height for n in diagram.nodes if rank[n.id] == one) for one in range(last + 1)]
    channels = [ports.channel_height(one) for one in range(last + 1)]
    tops: list[float] = []
    y = HEAD + ports.channel_height(-1)
    for height, channel in zip(heights, channels, strict=True):
        tops.append(y)
        y += height + channel
    return tops, heights, channels


class _Ports:
    """Where flows leave and enter nodes, and which tracks they take on the way."""

    def __init__(
        self, diagram: Diagram, rank: dict[str, int], columns: dict[str, int], lanes_x: dict[str, float]
    ) -> None:
        self.flows, self.rank = diagram.flows, rank
        self.middle = {
            n.id: lanes_x[n.lane] + _GAP + columns[n.id] * (NODE_WIDTH + _GAP) + NODE_WIDTH / 2
            for n in diagram.nodes
        }
        self.leave = self._spread("source", "target")
        self.enter = self._spread("target", "source")
        self.gutter = self._gutters()
        self.tracks, self.track_count = self._tracks()

    def _spread(self, end: str, other: str) -> dict[int, float]:
        """Spread the flows at one side of each node, in the order of where they go."""
        at: dict[str, list[int]] = defaultdict(list)
        for index, flow in enumerate(self.flows):
            at[getattr(flow, end)].append(index)
        out: dict[int, float] = {}
        for node, indexes in at.items():
            indexes.sort(key=lambda one: (self.middle[getattr(self.flows[one], other)], one))
            for position, index in enumerate(indexes):
                step = NODE_WIDTH * 0.7 / max(1, len(indexes) - 1) if len(indexes) > 1 else 0
                out[index] = self.middle[node] + (position - (len(indexes) - 1) / 2) * min(step, 70)
        return out

    def _is_long(self, flow: Flow) -> bool:
        return self.rank[flow.target] != self.rank[flow.source] + 1

    def _gutters(self) -> dict[int, float]:
        """Give every long flow a vertical line of its own beside the column it goes to."""
        out: dict[int, float] = {}
        used: dict[float, int] = defaultdict(int)
        for index, flow in enumerate(self.flows):
            if self._is_long(flow):
                side = 1 if self.middle[flow.source] > self.middle[flow.target] else -1
                base = self.middle[flow.target] + side * (NODE_WIDTH / 2 + 12)
                key = round(base, 1)
                out[index] = base + side * used[key] * 7
                used[key] += 1
        return out

    def _tracks(self) -> tuple[dict[tuple[int, str], int], dict[int, int]]:
        """Give horizontal parts that overlap in a channel tracks of their own."""
        spans: dict[int, list[tuple[float, float, tuple[int, str]]]] = defaultdict(list)
        for index, flow in enumerate(self.flows):
            a, b = self.leave[index], self.enter[index]
            if index in self.gutter:
                g = self.gutter[index]
                spans[self.rank[flow.source]].append((min(a, g), max(a, g), (index, "leave")))
                spans[self.rank[flow.target] - 1].append((min(b, g), max(b, g), (index, "enter")))
            else:
                spans[self.rank[flow.source]].append((min(a, b), max(a, b), (index, "leave")))
        track: dict[tuple[int, str], int] = {}
        counts: dict[int, int] = {}
        for channel, items in spans.items():
            rows: list[list[tuple[float, float]]] = []
            for low, high, key in sorted(items, key=lambda one: one[1] - one[0]):
                if high - low < 1:
                    track[key] = 0
                    continue
                fits = (n for n, row in enumerate(rows) if all(high + 6 < x or low - 6 > y for x, y in row))
                row = next(fits, len(rows))
                if row == len(rows):
                    rows.append([])
                rows[row].append((low, high))
                track[key] = row
            counts[channel] = len(rows)
        return track, counts

    def label_height(self, channel: int) -> float:
        """Return the room the exits' labels need above the rank below `channel`."""
        lines = [len(flow.label) for flow in self.flows if self.rank[flow.target] - 1 == channel]
        return max(lines, default=0) * _LABEL_LINE

    def channel_height(self, channel: int) -> float:
        """Return the height of the channel below rank `channel`."""
        return 2 * _MARGIN + self.track_count.get(channel, 0) * _TRACK + self.label_height(channel)

    def route(self, index: int, nodes: dict[str, Box], tops: list[float], heights: list[float]) -> Route:
        """Return the line of one flow, from below its source to the top of its target."""
        flow = self.flows[index]
        source, target = nodes[flow.source], nodes[flow.target]
        x1, x2 = self.leave[index], self.enter[index]
        rank1, rank2 = self.rank[flow.source], self.rank[flow.target]
        below = tops[rank1] + heights[rank1] + _MARGIN + self.tracks[index, "leave"] * _TRACK
        points: list[Point] = [(x1, source.y + source.height), (x1, below)]
        if index in self.gutter:
            g = self.gutter[index]
            above = tops[rank2] - self.channel_height(rank2 - 1) + _MARGIN
            above += self.tracks[index, "enter"] * _TRACK
            points += [(g, below), (g, above), (x2, above)]
        else:
            points += [(x2, below)]
        points.append((x2, target.y))
        left = x2 < target.middle - 1
        label_y = tops[rank2] - self.label_height(rank2 - 1) - _MARGIN / 2 + 8
        return Route(flow, _straight(points), (x2 + (-7 if left else 7), label_y), "end" if left else "start")


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
