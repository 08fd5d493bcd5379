"""A data file with the place of each value in it, and the edits that slips are made of."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatch
from functools import lru_cache
from typing import Any

import yaml

from tests.mutation.slip import Files, Slip

Trail = tuple[str | int, ...]
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, eq=False)
class Spot:
    """One entry of a mapping or list: where its key (or dash) and its value stand."""

    trail: Trail
    line: int
    column: int
    key_start: int
    start: int
    end: int
    text: str | None
    node: Any
    braces: bool
    """Whether it stands inside brackets or braces."""

    @property
    def key(self) -> str | int:
        return self.trail[-1]

    @property
    def value(self) -> Any:
        return plain(self.node)


@dataclass(eq=False)
class Sheet:
    path: str
    text: str
    spots: list[Spot] = field(default_factory=list)
    inside: dict[Trail, list[Spot]] = field(default_factory=dict)
    by_trail: dict[Trail, Spot] = field(default_factory=dict)
    value: Any = None

    @property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    def raw(self, spot: Spot) -> str:
        return self.text[spot.start : spot.end]

    def slip(self, text: str, line: int, also: Iterable[int] = (), aside: Any = ()) -> Slip:
        """Make a slip of this file; lines are counted from 0 here."""
        last = max(0, text.rstrip("\n").count("\n"))
        further = tuple(min(one, last) + 1 for one in also)
        return Slip(self.path, min(line, last) + 1, {self.path: text}, further, tuple(aside))

    def put(self, spot: Spot, raw: str, **more: Any) -> Slip:
        """Write something else in place of a value, as it stands."""
        at = self.text.count("\n", 0, spot.start)
        return self.slip(self.text[: spot.start] + raw + self.text[spot.end :], at, **more)

    def say(self, spot: Spot, text: str, **more: Any) -> Slip:
        """Give a value another text, quoted if it has to be."""
        return self.put(spot, scalar(text, quoted=self.raw(spot)[:1] in ('"', "'")), **more)

    def rename(self, spot: Spot, key: str) -> Slip:
        length = len(str(spot.key))
        start = spot.key_start
        return self.slip(self.text[:start] + key + self.text[start + length :], spot.line)

    def extent(self, spot: Spot) -> tuple[int, int]:
        """Return the first line of an entry in block style and the line after its last."""
        lines, end = self.lines, spot.line + 1
        while end < len(lines) and (not lines[end].strip() or _indent(lines[end]) > spot.column):
            end += 1
        while end > spot.line + 1 and not lines[end - 1].strip():
            end -= 1
        return spot.line, end

    def delete(self, spot: Spot, **more: Any) -> Slip:
        """Take out an entry in block style; it stood between the sibling before and the one after."""
        lines = self.lines
        first, end = self.extent(spot)
        siblings = self.inside[spot.trail[:-1]]
        index = siblings.index(spot)
        # What is missing is told where it stood, at a neighbour, or at the mapping that lacks it.
        before = self.extent(siblings[index - 1])[1] - 1 if index else max(0, first - 1)
        holder = siblings[0].line if isinstance(spot.key, str) and index else before
        if isinstance(spot.key, str) and lines[first].lstrip().startswith("- ") and spot.column >= 2:
            if end < len(lines) and _indent(lines[end]) == spot.column:
                lines[end] = lines[end][: spot.column - 2] + "- " + lines[end][spot.column :]
        elif isinstance(spot.key, int) and end < len(lines) - 1 and not lines[end].strip():
            end += 1
        also = (before, holder)
        return self.slip("\n".join(lines[:first] + lines[end:]), first, also=also, **more)

    def insert(self, line: int, *added: str, **more: Any) -> Slip:
        lines = self.lines
        return self.slip("\n".join([*lines[:line], *added, *lines[line:]]), line, **more)


@lru_cache(maxsize=512)
def sheet(path: str, text: str) -> Sheet:
    """Read a file with the places of all its values."""
    found = Sheet(path, text)
    node = yaml.compose(text, LOADER)
    if node is not None:
        found.value = plain(node)
        for spot in _walk(text, node, (), False):
            found.spots.append(spot)
            found.by_trail[spot.trail] = spot
            found.inside.setdefault(spot.trail[:-1], []).append(spot)
    return found


def sheets(files: Files, pattern: str) -> list[Sheet]:
    """Return the files whose path below their rulebook is like the pattern."""
    return [sheet(path, files[path]) for path in sorted(files) if fnmatch(path, f"rulebooks/*/{pattern}")]


def all_sheets(files: Files) -> list[Sheet]:
    return [sheet(path, files[path]) for path in sorted(files) if path.endswith(".yml")]


def plain(node: Any) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {key.value: plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [plain(item) for item in node.value]
    return node.value


def scalar(text: str, quoted: bool = False) -> str:
    """Write a text as YAML: plain where that reads the same."""
    if not quoted:
        try:
            if yaml.load(f"x: {text}", LOADER) == {"x": text}:
                return text
        except yaml.YAMLError:
            pass
    return json.dumps(text, ensure_ascii=False)


def flow(value: Any) -> str:
    """Write a value in braces and brackets."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return str(value)


def same_meaning(one: str, other: str) -> bool:
    try:
        return bool(yaml.load(one, LOADER) == yaml.load(other, LOADER))
    except yaml.YAMLError:
        return False


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _walk(text: str, node: Any, trail: Trail, braces: bool) -> Iterator[Spot]:
    pairs: list[tuple[str | int, Any, Any]] = []
    if isinstance(node, yaml.MappingNode):
        pairs = [(key.value, key.start_mark, value) for key, value in node.value]
    elif isinstance(node, yaml.SequenceNode):
        pairs = [(index, item.start_mark, item) for index, item in enumerate(node.value)]
    inner = braces or bool(pairs and node.flow_style)
    for key, mark, value in pairs:
        start, column = mark.index, mark.column
        if isinstance(key, int) and not inner:
            start = text.rfind("-", 0, start)
            column = start - (text.rfind("\n", 0, start) + 1)
        end = value.end_mark.index
        is_scalar = isinstance(value, yaml.ScalarNode)
        yield Spot(
            (*trail, key), mark.line, column, start, value.start_mark.index, end,
            value.value if is_scalar else None, value, inner,
        )  # fmt: skip
        yield from _walk(text, value, (*trail, key), inner)
