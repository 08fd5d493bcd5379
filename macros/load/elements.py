"""From a node of a file to an element of the model that knows where each of its values stands."""

from __future__ import annotations

from typing import TypeVar

from pydantic import BaseModel, ValidationError

from macros.load import codes, wording
from macros.load.files import Reader
from macros.load.tree import Node, Places
from macros.model import Citation, Element
from macros.model.base import Trail

Built = TypeVar("Built", bound=Element)


def build(reader: Reader, model: type[Built], node: Node) -> Built | None:
    """Read a node as an element; None, with all its findings, if it is not one."""
    if node.entries is None:
        said = ("这里要有若干“键: 值”", "keys with values are needed here")
        reader.report(codes.WRONG_SHAPE.at(node.place, *said))
        return None
    sound = _words_are_sound(reader, node)
    try:
        element = model.model_validate(node.plain())
    except ValidationError as invalid:
        for error in invalid.errors(include_url=False, include_input=False):
            reader.report(wording.finding(model, node, error))
        return None
    if not sound:
        return None
    settle(element, node)
    return element


def settle(element: BaseModel, node: Node) -> None:
    """Tell an element, and each element in it, where its values were written."""
    if isinstance(element, Element):
        element._places = Places(node)
    for name in type(element).model_fields:
        value, inner = getattr(element, name), node.child(name)
        if inner is None:
            continue
        if isinstance(value, BaseModel):
            settle(value, inner)
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, Citation):
                    _settle_citation(item, inner)
                elif isinstance(item, BaseModel):
                    written = inner.child(index)
                    if written is not None:
                        settle(item, written)


def _settle_citation(citation: Citation, words: Node) -> None:
    """Say where the provision's id (`at`), the quote and its occurrence stand."""
    quote = _at(words, citation.trail)
    places: dict[Trail, object] = {(): quote.place, ("quote",): quote.place}
    places["at",] = words.keys.get(citation.at, quote.place)
    if citation.trail and citation.trail[-1] == "quote":
        holder = _at(words, citation.trail[:-1])
        occurrence = holder.child("occurrence")
        if occurrence is not None:
            places["occurrence",] = occurrence.place
    citation._places = places  # type: ignore[assignment]


def _at(node: Node, trail: Trail) -> Node:
    for key in trail:
        node = node.child(key) or node
    return node


def _words_are_sound(reader: Reader, node: Node) -> bool:
    """Refuse what the model's short way with `words` would let pass: lists of citations, stray keys."""
    sound = True
    waiting = [node]
    while waiting:
        here = waiting.pop()
        for name, inner in (here.entries or {}).items():
            if name == "words":
                sound = _mapping_of_quotes(reader, inner) and sound
            else:
                waiting.append(inner)
        waiting.extend(here.items or ())
    return sound


def _mapping_of_quotes(reader: Reader, words: Node) -> bool:
    if words.entries is None:
        if words.items is not None:
            said = ("这里要写“条款: 原文”", "provisions with quotes are needed here")
            reader.report(codes.WRONG_SHAPE.at(words.place, *said))
            return False
        return True  # pydantic reports plain text by itself
    sound = True
    for quotes in words.entries.values():
        for quote in quotes.items if quotes.items is not None else [quotes]:
            for key in quote.entries or ():
                if key in ("at", "trail"):  # the model's own; pydantic reports all others
                    said = (f"没有“{key}”这个键", f'there is no key "{key}"')
                    hint = ("引文的键只有 quote 和 occurrence", "a quote has the keys quote and occurrence")
                    reader.report(codes.UNKNOWN_KEY.at(quote.keys[key], *said, hint))
                    sound = False
    return sound
