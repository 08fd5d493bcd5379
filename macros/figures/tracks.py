"""Parallel lines side by side: which goes first so that few of them cross, and which can share a track."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_NEAR = 8.0
"""Lines that end closer than this, in pixels, may not share a track."""
_SAME = 4.0
_OVERLAP = 50


@dataclass(frozen=True)
class Bar:
    """A line from `low` to `high`; at its ends others go off, backward (-1) or forward (1)."""

    key: tuple[int, str]
    ends: tuple[tuple[float, int], tuple[float, int]]

    @property
    def low(self) -> float:
        """Where it begins."""
        return min(self.ends[0][0], self.ends[1][0])

    @property
    def high(self) -> float:
        """Where it ends."""
        return max(self.ends[0][0], self.ends[1][0])


def tracks(bars: Sequence[Bar]) -> dict[tuple[int, str], int]:
    """Give each bar the number of its track, counted from the first that is used."""
    order = _ordered(sorted(bars, key=lambda bar: (bar.high - bar.low, bar.key)))
    track: dict[tuple[int, str], int] = {}
    for index, bar in enumerate(order):
        before = [track[other.key] for other in order[:index] if _meet(bar, other)]
        track[bar.key] = max(before, default=-1) + 1
    return track


def _meet(one: Bar, other: Bar) -> bool:
    return one.low < other.high + _NEAR and other.low < one.high + _NEAR


def _price(first: Bar, second: Bar) -> int:
    """Count what crosses, or lies on one another, when `first` has the earlier track."""
    forward = [at for at, way in first.ends if way > 0]
    backward = [at for at, way in second.ends if way < 0]
    crossings = sum(second.low < at < second.high for at in forward)
    crossings += sum(first.low < at < first.high for at in backward)
    return crossings + _OVERLAP * sum(abs(a - b) < _SAME for a in forward for b in backward)


def _ordered(bars: list[Bar]) -> list[Bar]:
    """Move one bar at a time to where it crosses least, until nothing gets better."""
    price = {(a.key, b.key): _price(a, b) for a in bars for b in bars if a is not b}
    better = len(bars) > 1
    while better:
        better = False
        for bar in list(bars):
            rest = [other for other in bars if other is not bar]
            costs = [sum(price[bar.key, other.key] for other in rest)]
            for other in rest:
                costs.append(costs[-1] - price[bar.key, other.key] + price[other.key, bar.key])
            here = bars.index(bar)
            best = min(range(len(costs)), key=lambda at: (costs[at], abs(at - here)))
            if costs[best] < costs[here]:
                bars = [*rest[:best], bar, *rest[best:]]
                better = True
    return bars
