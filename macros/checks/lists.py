"""No list names the same thing twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from macros.checks._tools import clip, inside
from macros.model import Citation, Code, Finding, Rulebook

TWICE = Code("listed-twice", "error", "列表里有重复的项", "A list names the same thing twice")

CODES = (TWICE,)

# Statements with ids of their own are compared by the loader; here, whatever stands in a list.
_SKIPPED = (Citation,)


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look at every list of every element."""
    for _, _, element in inside(rulebook):
        for name in type(element).model_fields:
            value = getattr(element, name)
            if not isinstance(value, tuple) or (value and isinstance(value[0], _SKIPPED)):
                continue
            seen: set[Any] = set()
            for index, item in enumerate(value):
                key = _key(item)
                if key in seen:
                    shown = item if isinstance(item, str) else name
                    said = (f"“{clip(shown)}”已经列过", f'"{clip(shown)}" is listed already')
                    yield TWICE.at(element.place(name, index), *said, ("删去一处", "delete one of the two"))
                seen.add(key)


def _key(item: Any) -> Any:
    return item.model_dump_json() if isinstance(item, BaseModel) else item
