"""Puts a file into the house's way of writing without touching what it says.

Works on lines, so that comments, quotes and blank lines stay; the result is read again and thrown away
unless it says the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from macros.load.files import Reader
from macros.load.layout import laid_out
from macros.load.schemas import SCHEMA_MARK
from macros.load.shapes import Shape, shape_of
from macros.load.style import BY_AT, in_order, indents, modelled, schema_line
from macros.load.tree import Node, parse
from macros.model import ProvisionId

_BYTE_ORDER_MARK = "\ufeff"
_ROUNDS = 2000


def mended(root: Path, path: Path, raw: str, named: bool = False) -> str:
    """Return a file's text in the house's style; as it was where that is not certain to say the same."""
    shape = shape_of(PurePosixPath(path.relative_to(root).as_posix()))
    text = _clean(raw)
    if raw.startswith(SCHEMA_MARK) or named:
        text = _with_schema(text, schema_line(root, path))
    before = _tree(root, path, text)
    if before is None:
        return raw
    text = _reindented(text, before)
    if shape is not None:
        text = _sorted_entries(root, path, text, shape)
        for _ in range(_ROUNDS):
            tree = _tree(root, path, text)
            again = _one_reordered(text, tree, shape) if tree else None
            if again is None:
                break
            text = again
    text = _laid_out(root, path, text)
    after = _tree(root, path, text)
    same = after is not None and _plain(after, shape) == _plain(before, shape)
    return text if same else raw


def _laid_out(root: Path, path: Path, text: str) -> str:
    """Put marks and blank lines in their places, unless a text of several lines would lose some."""
    tree = _tree(root, path, text)
    new = laid_out(text, tree) if tree else text
    again = _tree(root, path, new)
    return new if tree and again and again.plain() == tree.plain() else text


def _with_schema(text: str, line: str) -> str:
    """Let a text begin with the line that names its schema, in place of any other such line."""
    if not line:
        return text
    lines = [one for one in text.split("\n") if not one.startswith(SCHEMA_MARK)]
    return "\n".join([line, *lines])


def _clean(raw: str) -> str:
    """Drop a byte order mark, CRLF and spaces at the ends of lines; end with one line end."""
    lines = raw.removeprefix(_BYTE_ORDER_MARK).replace("\r\n", "\n").split("\n")
    text = "\n".join(line.rstrip(" ") for line in lines).rstrip("\n")
    return f"{text}\n" if text else ""


def _tree(root: Path, path: Path, text: str) -> Node | None:
    return parse(Reader(root), path, text)


def _plain(node: Node, shape: Shape | None) -> Any:
    """Return what a file says, whatever the order of its keys, and of the entries sorted by provision."""
    plain = node.plain()
    if shape is not None and shape.name in BY_AT and isinstance(plain, list):
        return sorted(plain, key=repr)
    return plain


def _reindented(text: str, root: Node) -> str:
    """Move each block's lines to its column, comments along with the line they stand above."""
    wanted: dict[int, int] = {}
    for node, column in indents(root):
        places = list(node.keys.values()) if node.entries is not None else _dashes(node)
        for place in places:
            wanted.setdefault(place.line, column)
    lines = text.split("\n")
    for number, column in sorted(wanted.items(), key=lambda one: (one[0], one[1])):
        line = lines[number - 1]
        rest = line.lstrip(" ")
        lead = ""
        while rest.startswith("- "):
            lead, rest = f"{lead}- ", rest[2:].lstrip(" ")
        lines[number - 1] = f"{' ' * column}{lead}{rest}"
        above = number - 2
        while above >= 0 and lines[above].lstrip(" ").startswith("#"):
            lines[above] = f"{' ' * column}{lines[above].lstrip(' ')}"
            above -= 1
    return "\n".join(lines)


def _dashes(node: Node) -> Iterator[Any]:
    return (item.place for item in node.items or ())


def _one_reordered(text: str, root: Node, shape: Shape) -> str | None:
    """Put the keys of the first mapping that needs it in order; None if none does."""
    for node, model in modelled(root, shape):
        wanted = in_order(node, model)
        if node.braces or wanted == list(node.entries or {}):
            continue
        starts = {key: place.line for key, place in node.keys.items()}
        column = node.place.column - 1
        return _moved(
            text, [starts[key] for key in node.entries or {}], [starts[key] for key in wanted], column
        )
    return None


def _sorted_entries(root: Path, path: Path, text: str, shape: Shape) -> str:
    """Put headings, translations and excuses in the order of the text."""
    tree = _tree(root, path, text)
    if tree is None:
        return text
    if shape.form == "by-provision" and tree.entries is not None:
        named = [(name, tree.keys[name].line) for name in tree.entries]
    elif shape.name in BY_AT and tree.items is not None:
        named = [
            (item.entries["at"].text or "", item.place.line)
            for item in tree.items
            if item.entries and "at" in item.entries
        ]
        if len(named) < len(tree.items):
            return text
    else:
        return text
    ids = [ProvisionId.parse(name) for name, _ in named]
    if len(named) < 2 or any(id is None for id in ids):
        return text
    order = sorted(range(len(named)), key=lambda at: ids[at] or ProvisionId(0))
    if order == list(range(len(named))):
        return text
    return _moved(text, [line for _, line in named], [named[at][1] for at in order], 0)


def _moved(text: str, starts: list[int], wanted: list[int], column: int) -> str:
    """Put blocks of lines into another order; a block is a line (from 1), what is below it, its comments.

    Where the first block follows a dash, the dash stays where it is.
    """
    lines = text.split("\n")
    first, end = starts[0] - 1, _end(lines, starts[-1] - 1, column)
    cuts = [first]
    for start in starts[1:]:
        at = start - 1
        while at - 1 > cuts[-1] and lines[at - 1].lstrip(" ").startswith("#"):
            at -= 1
        cuts.append(at)
    blocks = {start: lines[at:until] for start, at, until in zip(starts, cuts, [*cuts[1:], end], strict=True)}
    lead = lines[first][:column]
    blocks[starts[0]] = [f"{' ' * column}{lines[first][column:]}", *blocks[starts[0]][1:]]
    moved = [line for start in wanted for line in blocks[start]]
    if lead.strip():
        comments = [line for line in moved if line.lstrip(" ").startswith("#")]
        at = next(index for index, line in enumerate(moved) if line not in comments)
        moved[at] = f"{lead}{moved[at][column:]}"
    return "\n".join([*lines[:first], *moved, *lines[end:]])


def _end(lines: list[str], start: int, column: int) -> int:
    """Return the line behind a block's last: the next that is not indented deeper, blank ones left out."""
    end = start + 1
    for number in range(start + 1, len(lines)):
        line = lines[number]
        if not line.strip():
            continue
        if len(line) - len(line.lstrip(" ")) <= column:
            break
        end = number + 1
    return end
