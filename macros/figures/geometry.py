"""What a placed figure is made of, in pixels from the top left; and how many of its lines cross."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from macros.figures.diagram import Flow

Point = tuple[float, float]
Segment = tuple[Point, Point]
_APART = 3.0


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
    level, plumb = _parts(layout)
    places = [part.at for part in plumb]
    return sum(
        one.low < other.at < one.high and other.low < one.at < other.high and one.route != other.route
        for one in level
        for other in plumb[bisect_left(places, one.low) : bisect_right(places, one.high)]
    )


def overlaps(layout: Layout) -> int:
    """Count the places where two lines lie on one another, or too close to be told apart."""
    count = 0
    for parts in _parts(layout):
        for index, one in enumerate(parts):
            for other in parts[index + 1 :]:
                if other.at - one.at >= _APART:
                    break
                along = min(one.high, other.high) - max(one.low, other.low)
                count += along > 0.5 and one.route != other.route
    return count


class _Part(NamedTuple):
    """A straight part of a route: where it stands across, and from where to where it runs."""

    at: float
    low: float
    high: float
    route: int


def _parts(layout: Layout) -> tuple[list[_Part], list[_Part]]:
    """Return the level and the plumb parts of all routes, by where they stand."""
    level, plumb = [], []
    for number, route in enumerate(layout.routes):
        for (x1, y1), (x2, y2) in route.segments():
            if y1 == y2:
                level.append(_Part(y1, min(x1, x2), max(x1, x2), number))
            else:
                plumb.append(_Part(x1, min(y1, y2), max(y1, y2), number))
    return sorted(level), sorted(plumb)
