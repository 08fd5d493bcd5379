"""One way of writing: two spaces, keys and entries in order, nothing at the ends of lines, no asides.

What breaks it is a warning, and `mended` puts it right where the meaning cannot change.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath

from pydantic import BaseModel

from macros.load import codes, layout
from macros.load.codes import by_command
from macros.load.files import Reader
from macros.load.schemas import SCHEMA_MARK, reference
from macros.load.shapes import Shape, order_of, shape_of
from macros.load.tree import Node
from macros.load.wording import model_in
from macros.model import Element, Finding, Place, ProvisionId

BY_AT = ("coverage", "asked-as")
"""Lists whose entries stand in the order of the provisions they are `at`."""
_BRACED = re.compile(r"\s|[　-鿿＀-￯]")
_ASIDE = re.compile(r"\s+#")


@dataclass(frozen=True)
class Sheet:
    """One file as read: its text as it stands, and its tree."""

    path: Path
    raw: str
    node: Node
    schemas: bool = False
    """Whether the files of this folder name their schemas."""


PlaceAt = Callable[[int, int], Place]


def findings(sheet: Sheet, root: Path, at: PlaceAt) -> Iterator[Finding]:
    """Yield what breaks the house's way of writing in one file."""
    yield from _lines(sheet.raw, at)
    for node, column in indents(sheet.node):
        if node.place.column != column + 1:
            said = (
                f"缩进是 {node.place.column - 1} 个空格，应是 {column} 个",
                f"indented by {node.place.column - 1} spaces instead of {column}",
            )
            yield codes.INDENT.at(
                node.place,
                *said,
                by_command(f"行首留 {column} 个空格", f"begin the line with {column} spaces"),
            )
    yield from layout.findings(sheet.raw, sheet.node)
    yield from _asides(sheet)
    yield from _named_schema(sheet, root, at)
    shape = shape_of(PurePosixPath(sheet.path.relative_to(root).as_posix()))
    if shape is not None:
        yield from _keys(sheet.node, shape)
        yield from _entries(sheet.node, shape)


def names_schemas(data: Path) -> bool:
    """Tell whether the files of a data folder name their schemas: its head does, or that of a rulebook."""
    heads = [data / "handbook.yml", *data.glob("rulebooks/*/rulebook.yml")]
    reader = Reader(data)
    return any((reader.raw(head) or b"").startswith(SCHEMA_MARK.encode()) for head in heads)


def schema_line(root: Path, path: Path) -> str:
    """Return the first line a data file should have, by which editors complete and underline."""
    below = PurePosixPath(path.relative_to(root).as_posix())
    shape = shape_of(below)
    return f"{reference(len(below.parts) - 1)}{shape.name}.json" if shape else ""


def _named_schema(sheet: Sheet, root: Path, at: PlaceAt) -> Iterator[Finding]:
    """Report a first line that names another schema, or none although the others name theirs."""
    wanted = schema_line(root, sheet.path)
    again = sheet.raw.find(f"\n{SCHEMA_MARK}") + 1
    if again and wanted:
        said = ("schema 写了两次", "the schema is named twice")
        number = sheet.raw.count("\n", 0, again) + 1
        yield codes.SCHEMA_LINE.at(at(number, 1), *said, by_command("删去这一行", "delete this line"))
    if not wanted or sheet.raw.startswith(wanted):
        return
    if not (sheet.schemas or sheet.raw.startswith(SCHEMA_MARK)):
        return
    said = ("第一行没有指明本文件的 schema", "the first line does not name this file's schema")
    yield codes.SCHEMA_LINE.at(
        at(1, 1), *said, by_command(f"第一行写 {wanted}", f"let the first line be {wanted}")
    )


def _lines(raw: str, at: PlaceAt) -> Iterator[Finding]:
    lines = raw.split("\n")
    crlf = [number for number, line in enumerate(lines, 1) if line.endswith("\r")]
    if crlf:
        said = ("行以 CRLF 结尾", "a line ends in CRLF")
        yield codes.LINE_END.at(
            at(crlf[0], 1), *said, by_command("全文用同一种换行（LF）", "end every line alike, with LF")
        )
    for number, line in enumerate(lines, 1):
        bare = line.rstrip("\r")
        if bare != bare.rstrip():
            said = ("行末有空格", "there are spaces at the end of the line")
            yield codes.TRAILING.at(
                at(number, len(bare.rstrip()) + 1),
                *said,
                by_command("删去行末的空格", "delete the spaces"),
            )
    if raw and not raw.endswith("\n"):
        said = ("文件末尾没有换行", "the file does not end with a line end")
        yield codes.LINE_END.at(
            at(len(lines), len(lines[-1]) + 1),
            *said,
            by_command("在末尾按一次回车", "press Enter at the end"),
        )


def indents(root: Node) -> Iterator[tuple[Node, int]]:
    """Yield every block list and mapping with the column (from 0) at which it should stand."""
    waiting = [(root, 0)]
    while waiting:
        node, column = waiting.pop()
        if node.braces or node.text is not None:
            continue
        yield node, column
        for inner in (*(node.entries or {}).values(), *(node.items or ())):
            waiting.append((inner, column + 2))


def _asides(sheet: Sheet) -> Iterator[Finding]:
    """Report comments behind a value, which may be words lost to a `#`, and prose in braces."""
    lines = sheet.raw.replace("\r\n", "\n").split("\n")
    for node, braced in layout.texts(sheet.node):
        if braced and _BRACED.search(node.text or ""):
            said = ("花括号、方括号里只写编号，不写文字", "braces and brackets hold ids, not prose")
            hint = ("文字另起一行写", "write the text on a line of its own")
            yield codes.BRACED.at(node.place, *said, hint)
        line = lines[node.place.line - 1] if node.place.line <= len(lines) else ""
        rest = line[node.end - 1 :] if node.end else ""
        if _ASIDE.match(rest):
            said = ("“#”之后的字不算在内", "what stands behind # is left out of the value")
            hint = (
                "文字里的 # 要加双引号；注释另起一行",
                "put text with # into quotes; comments on lines of their own",
            )
            yield codes.ASIDE.at(node.place, *said, hint)


def _keys(root: Node, shape: Shape) -> Iterator[Finding]:
    for node, model in modelled(root, shape):
        wanted = in_order(node, model)
        written = list(node.entries or {})
        if wanted != written:
            wrong = next(key for key, right in zip(written, wanted, strict=True) if key != right)
            said = (
                f"键的次序应是：{'、'.join(wanted)}",
                f"the keys are written in this order: {', '.join(wanted)}",
            )
            yield codes.KEY_ORDER.at(node.keys[wrong], *said, by_command("照此排列", "put them so"))


def modelled(root: Node, shape: Shape) -> Iterator[tuple[Node, type[Element]]]:
    """Yield every mapping that a model reads, outer ones first."""
    if shape.model is None:
        return
    waiting: list[tuple[Node, type[Element]]] = []
    if shape.form == "one":
        waiting = [(root, shape.model)]
    elif shape.form == "list":
        waiting = [(item, shape.model) for item in root.items or ()]
    else:
        for node in (root.entries or {}).values():
            waiting += [(one, shape.model) for one in (node.items if node.items is not None else [node])]
    while waiting:
        node, model = waiting.pop(0)
        if node.entries is None:
            continue
        yield node, model
        for key, inner in node.entries.items():
            found = _model_of(model, key)
            if found is not None and issubclass(found, Element):
                several = inner.items if inner.items is not None else [inner]
                waiting += [(one, found) for one in several]


@cache
def _model_of(model: type[Element], key: str) -> type[BaseModel] | None:
    field = model.model_fields.get(key)
    return model_in(field.annotation) if field and key != "words" else None


def in_order(node: Node, model: type[Element]) -> list[str]:
    """Return a mapping's keys as they should stand; unknown ones keep their places."""
    order = {key: index for index, key in enumerate(order_of(model))}
    written = list(node.entries or {})
    known = iter(sorted((key for key in written if key in order), key=lambda key: order[key]))
    return [next(known) if key in order else key for key in written]


def _entries(root: Node, shape: Shape) -> Iterator[Finding]:
    if shape.form == "by-provision":
        names = [(name, root.keys[name]) for name in root.entries or {}]
    elif shape.name in BY_AT:
        names = [
            (item.entries["at"].text or "", item.place)
            for item in root.items or ()
            if item.entries and "at" in item.entries
        ]
    else:
        return
    read = [(id, place) for name, place in names if (id := ProvisionId.parse(name)) is not None]
    kept = _rising([id for id, _ in read])
    standing = set(kept)
    for index, (id, place) in enumerate(read):
        if index in standing:
            continue
        before = next((other for other in reversed(kept) if read[other][0] <= id), -1)
        after = next((read[other][0] for other in kept if read[other][0] > id), None)
        said = (f"{id} 应排在 {after} 之前", f"{id} should stand before {after}")
        if index < before:
            first = read[before][0]
            said = (f"{id} 应排在 {first} 之后", f"{id} should stand after {first}")
        yield codes.ENTRY_ORDER.at(place, *said, ("按条文的次序排列", "keep to the order of the text"))


def _rising(ids: list[ProvisionId]) -> list[int]:
    """Return the places of the longest run in order: what stands outside it is what was moved."""
    ends: list[int] = []
    before: dict[int, int] = {}
    for index, id in enumerate(ids):
        length = bisect_right(ends, id, key=ids.__getitem__)
        if length:
            before[index] = ends[length - 1]
        ends[length : length + 1] = [index]
    run = ends[-1:]
    while run and run[0] in before:
        run.insert(0, before[run[0]])
    return run
