"""Reads `everyday-words.yml`, and any other list that stands beside the rulebooks and may be absent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from macros.load import codes
from macros.load.elements import build
from macros.load.files import Reader
from macros.load.tree import read
from macros.model import Element
from macros.model.vocabulary import EverydayWords

FILE = "everyday-words.yml"
_Entry = TypeVar("_Entry", bound=Element)


def read_everyday(reader: Reader) -> tuple[EverydayWords, ...]:
    """Return what people say beside what rules say; an entry that says or means nothing is left out."""
    out = []
    for entry in read_list(reader, FILE, EverydayWords, "say"):
        empty = [key for key in ("say", "means") if not (getattr(entry, key).zh or getattr(entry, key).en)]
        for key in empty:
            said = (f"“{key}”里没有词", f'"{key}" holds no words')
            hint = ("写上至少一个词，或删去整项", "write at least one, or delete the entry")
            reader.report(codes.EMPTY.at(entry.place(key), *said, hint))
        if not empty:
            out.append(entry)
    return tuple(out)


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
