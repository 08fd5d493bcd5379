"""Reads a list that stands beside the rulebooks and may be absent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from macros.load import codes
from macros.load.elements import build
from macros.load.files import Reader
from macros.load.tree import read
from macros.model import Element

_Entry = TypeVar("_Entry", bound=Element)


def read_list(reader: Reader, name: str, model: type[_Entry], first: str) -> Iterator[_Entry]:
    """Yield the entries of a list beside the rulebooks; `first` is the key an entry begins with."""
    path = reader.root / name
    if not reader.exists(path):
        return
    before = len(reader.findings)
    node = read(reader, path)
    if node is None and len(reader.findings) == before:
        said = (f"“{name}”里什么也没有", f'there is nothing in "{name}"')
        reader.report(codes.EMPTY.at(reader.place(path), *said, ("删去这个文件", "delete the file")))
    if node is not None and node.items is None:
        said = ("这里要有一个列表", "a list is needed here")
        hint = (f"每一项以“- {first}: …”开头", f'each item begins with "- {first}: …"')
        reader.report(codes.WRONG_SHAPE.at(node.place, *said, hint))
    for item in (node.items or ()) if node else ():
        entry = build(reader, model, item)
        if entry is not None:
            yield entry
