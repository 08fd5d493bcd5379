"""Reads `everyday-words.yml`, which may be absent: what people say beside what rules say."""

from __future__ import annotations

from macros.load import codes
from macros.load.files import Reader
from macros.load.lists import read_list
from macros.model.vocabulary import EverydayWords

FILE = "everyday-words.yml"


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
