"""What a placed figure is made of, in pixels from the top left; and how many of its lines cross."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from macros.figures.diagram import Flow

Point = tuple[float, float]
Segment = tuple[Point, Point]


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

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height


@dataclass(frozen=True)
class Route:
    """A flow's line and where its label stands: the first line's end nearest to the flow (`anchor`)."""

    flow: Flow
    points: tuple[Point, ...]
    label_at: Point
    anchor: str

    def segments(self) -> Iterator[Segment]:
        """Yield the straight parts."""
        yield from zip(self.points, self.points[1:], strict=False)


@dataclass(frozen=True)
class Layout:
    """The placed figure, without its legend."""

    width: float
    height: float
    head: float
    """The height of the lanes' heads."""
    house: Box | None
    """The head over the lanes inside the Department, where it has a name of its own."""
    lanes: dict[str, Box]
    nodes: dict[str, Box]
    routes: tuple[Route, ...]


def crossings(layout: Layout) -> int:
    """Count the places where two lines cross."""
    return sum(_cross(a, b) for one, other in _pairs(layout) for a, b in _meetings(one, other))


def overlaps(layout: Layout) -> int:
    """Count the places where two lines lie on one another."""
    return sum(_lie(a, b) for one, other in _pairs(layout) for a, b in _meetings(one, other))


def _pairs(layout: Layout) -> Iterator[tuple[list[Segment], list[Segment]]]:
    yield from combinations([list(route.segments()) for route in layout.routes], 2)


def _meetings(one: list[Segment], other: list[Segment]) -> Iterator[tuple[Segment, Segment]]:
    yield from ((a, b) for a in one for b in other)


def _cross(a: Segment, b: Segment) -> bool:
    level, plumb = (a, b) if a[0][1] == a[1][1] else (b, a)
    if level[0][1] != level[1][1] or plumb[0][0] != plumb[1][0]:
        return False
    left, right = sorted((level[0][0], level[1][0]))
    top, bottom = sorted((plumb[0][1], plumb[1][1]))
    return left < plumb[0][0] < right and top < level[0][1] < bottom


def _lie(a: Segment, b: Segment) -> bool:
    for along, across in ((0, 1), (1, 0)):
        if a[0][across] == a[1][across] and b[0][across] == b[1][across]:
            start = max(min(a[0][along], a[1][along]), min(b[0][along], b[1][along]))
            end = min(max(a[0][along], a[1][along]), max(b[0][along], b[1][along]))
            return abs(a[0][across] - b[0][across]) < 3 and end - start > 0.5
    return False
