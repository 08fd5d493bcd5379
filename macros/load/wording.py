"""Turns what pydantic says about a value into a sentence for the person who wrote it."""

from __future__ import annotations

import types
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel

from macros.load import codes
from macros.load.tree import Node
from macros.model import Finding
from macros.model.base import Identifier, IsoDate
from macros.model.base import _citations as citations

_LONGEST = 60


def finding(model: type[BaseModel], node: Node, error: Mapping[str, Any]) -> Finding:
    """Return the finding for one error pydantic reports about `node` read as `model`."""
    loc = tuple(error["loc"])
    kind = str(error["type"])
    trail = _written(node, loc)
    inner, parent = _descend(node, trail), _descend(node, trail[:-1])
    name = str(loc[-1]) if loc else ""
    if kind == "extra_forbidden":
        return _unknown_key(model, loc, parent, inner, name)
    if kind == "missing":
        return codes.MISSING_KEY.at(
            parent.place,
            f"缺少“{name}”",
            f'"{name}" is missing here',
            _form(_annotation(model, loc)) or _line(name),
        )
    if kind == "literal_error":
        return _unknown_value(_annotation(model, loc), inner)
    if kind == "impossible_date":
        said = inner.text or ""
        hint = ("写一个日历上有的日子", "write a day that the calendar has")
        return codes.BAD_DATE.at(inner.place, f"日历上没有“{said}”这一天", f'there is no day "{said}"', hint)
    if kind == "string_pattern_mismatch":
        return _pattern(str(error["ctx"]["pattern"]), inner)
    return _shape(kind, error, inner, name, _annotation(model, loc))


def _short(text: str) -> str:
    """Return a value as a message can hold it."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _line(name: str) -> tuple[str, str]:
    value = "draft" if name == "review" else "…"
    return (f"补上一行“{name}: {value}”", f'add a line "{name}: {value}"')


def close(word: str, known: Any) -> tuple[str, str] | None:
    """Return a hint that names the nearest of the known words, or nothing."""
    near = get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return (f"是不是“{near[0]}”？", f'did you mean "{near[0]}"?') if near else None


def _unknown_key(
    model: type[BaseModel], loc: tuple[Any, ...], parent: Node, inner: Node, name: str
) -> Finding:
    holder = model_in(_annotation(model, loc[:-1])) if loc[:-1] else model
    known = list(holder.model_fields) if holder else []
    hint = close(name, known)
    if parent.braces and inner.text == "":
        hint = (
            "花括号里逗号会结束一个值；文字请另起一行写，或加双引号",
            "in braces a comma ends the value; write the text on a line of its own or in double quotes",
        )
    elif hint is None and known:
        hint = (f"这里的键有：{'、'.join(known)}", f"the keys here are: {', '.join(known)}")
    place = parent.keys.get(name, inner.place)
    return codes.UNKNOWN_KEY.at(place, f"没有“{name}”这个键", f'there is no key "{name}"', hint)


def _unknown_value(annotation: Any, inner: Node) -> Finding:
    allowed = _literals(annotation)
    said = _short(inner.text if inner.text is not None else "…")
    near = close(said, allowed)
    listed = (f"可用的有：{'、'.join(allowed)}", f"the values are: {', '.join(allowed)}")
    hint = (near[0] + listed[0], f"{near[1]} {listed[1]}") if near else listed
    return codes.UNKNOWN_VALUE.at(
        inner.place, f"“{said}”不在词表里", f'"{said}" is not in the closed list', hint
    )


def _pattern(pattern: str, inner: Node) -> Finding:
    said = _short(inner.text or "")
    if pattern == _pattern_of(Identifier):
        hint = (
            "编号用小写英文单词，以连字符相连，如 ask-leave",
            "ids are lower-case words joined by hyphens, such as ask-leave",
        )
        return codes.BAD_ID.at(inner.place, f"“{said}”不能作编号", f'"{said}" is not an id', hint)
    if pattern == _pattern_of(IsoDate):
        hint = ("日期写作 2004-02-06", "dates are written 2004-02-06")
        return codes.BAD_DATE.at(inner.place, f"“{said}”不是日期", f'"{said}" is not a date', hint)
    hint = ("写上文字，首尾不留空格", "write a text without space at either end")
    return codes.WRONG_SHAPE.at(inner.place, "这里要有一行文字", "a text on one line is needed here", hint)


def _shape(kind: str, error: Mapping[str, Any], inner: Node, name: str, annotation: Any) -> Finding:
    context = error.get("ctx", {})
    zh, en = "值的形状不对", "the value has the wrong shape"
    if kind.startswith("string"):
        zh, en = "这里要有一行文字", "a text on one line is needed here"
    elif kind.startswith("model") or kind == "dataclass_type":
        zh, en = "这里要有若干“键: 值”", "keys with values are needed here"
    elif kind == "tuple_type":
        zh, en = "这里要有一个列表", "a list is needed here"
        if name == "words":
            zh, en = "这里要写“条款: 原文”", "provisions with quotes are needed here"
    elif kind == "too_short":
        count = context.get("min_length", 1)
        zh, en = f"这里至少要有 {count} 项", f"at least {count} items are needed here"
    elif kind in ("int_parsing", "int_type", "greater_than_equal", "int_from_float", "int_parsing_size"):
        zh, en = "这里要有一个不小于 1 的整数", "a whole number of 1 or more is needed here"
    elif kind in ("bool_parsing", "bool_type"):
        zh, en = "这里写 true 或 false", "write true or false here"
    return codes.WRONG_SHAPE.at(inner.place, zh, en, _form(annotation))


def _form(annotation: Any) -> tuple[str, str] | None:
    """Show what keys a mapping of this type holds."""
    model = model_in(annotation)
    if model is None or model.__name__ == "Citation":
        return None
    required = [name for name, info in model.model_fields.items() if info.is_required()]
    if not required:
        return None
    return (f"其中必写：{'、'.join(required)}", f"it holds at least: {', '.join(required)}")


def _written(node: Node, loc: tuple[Any, ...]) -> tuple[str | int, ...]:
    """Turn pydantic's trail into the editor's: words are a mapping there, a list to pydantic."""
    out: list[str | int] = []
    for index, part in enumerate(loc):
        if len(out) and out[-1] == "words" and isinstance(part, int):
            words = _descend(node, tuple(out)).plain()
            found = citations(words) if isinstance(words, dict) else []
            trail = tuple(found[part]["trail"]) if part < len(found) else ()
            rest = loc[index + 1 :]
            if trail and trail[-1] == "quote":
                return (*out, *trail[:-1], *rest)
            return (*out, *trail, *(rest if rest and rest[-1] not in ("quote", "at") else ()))
        out.append(part)
    return tuple(out)


def _descend(node: Node, trail: tuple[str | int, ...]) -> Node:
    """Return the node at the trail, or the nearest one on the way there."""
    for key in trail:
        inner = node.child(key)
        if inner is None:
            return node
        node = inner
    return node


def _annotation(model: type[BaseModel], loc: tuple[Any, ...]) -> Any:
    """Return the type of the value at pydantic's trail."""
    here: Any = model
    for part in loc:
        if isinstance(part, int):
            here = next((arg for arg in _leaves(here, tuple) if arg is not Ellipsis), None)
            continue
        holder = model_in(here)
        info = holder.model_fields.get(str(part)) if holder else None
        here = info.annotation if info else None
    return here


def _leaves(annotation: Any, container: type) -> tuple[Any, ...]:
    if get_origin(annotation) is container:
        return get_args(annotation)
    for inner in get_args(annotation) if _transparent(annotation) else ():
        found = _leaves(inner, container)
        if found:
            return found
    return ()


def _transparent(annotation: Any) -> bool:
    origin = get_origin(annotation)
    return origin in (Union, types.UnionType) or hasattr(annotation, "__metadata__")


def model_in(annotation: Any) -> type[BaseModel] | None:
    """Return the model that a field's type holds, at whatever depth; None for plain values."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in get_args(annotation):
        found = model_in(inner)
        if found is not None:
            return found
    return None


def _literals(annotation: Any) -> tuple[str, ...]:
    values: list[str] = []
    for inner in get_args(annotation):
        values.extend([inner] if isinstance(inner, str) else _literals(inner))
    return tuple(values)


def _pattern_of(annotation: Any) -> str:
    return next(str(extra.pattern) for extra in annotation.__metadata__ if hasattr(extra, "pattern"))
