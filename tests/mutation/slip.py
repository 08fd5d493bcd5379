"""A slip is a change of data that makes it wrong; a kind is a way of making slips."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

Files = Mapping[str, str]
"""The texts of the data folder by path below it."""


@dataclass(frozen=True)
class Link:
    """A symbolic link in place of a file."""

    target: str


Content = str | bytes | Link | None
"""What a path holds after the slip; None if it is gone."""


@dataclass(frozen=True)
class Slip:
    """What is changed, and where a finding has to stand to be of help."""

    path: str
    line: int
    """Counted from 1, in the changed file; where a deleted entry stood."""
    files: Mapping[str, Content]
    also: tuple[int, ...] = ()
    """Further lines of the same file: the sibling before a deleted entry, the other half of a swap."""
    aside: tuple[tuple[str, int], ...] = ()
    """Lines of other files that show the same slip, such as the words a deleted duty leaves bare."""
    kind: str = ""


Maker = Callable[[random.Random, Files], Slip | None]


@dataclass(frozen=True)
class Kind:
    """A sort of slip and the function that makes one at a place drawn at random."""

    name: str
    group: str
    make: Maker


KINDS: dict[str, Kind] = {}


def kind(name: str, group: str) -> Callable[[Maker], Maker]:
    """Enter a function into the list of kinds."""

    def enter(make: Maker) -> Maker:
        def named(dice: random.Random, files: Files) -> Slip | None:
            try:
                slip = make(dice, files)
            except (IndexError, ValueError):
                return None  # nothing to choose from: the data has no place for this slip
            return replace(slip, kind=name) if slip else None

        assert name not in KINDS, name
        KINDS[name] = Kind(name, group, named)
        return named

    return enter
