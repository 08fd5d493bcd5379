"""From YAML text to a tree in which every scalar is text and every value knows where it stands.

Built from the parser's events, one after the other: nothing recurses, so that no nesting can bring
the process down, and nothing is given a type (`No` stays a word, a date stays as written).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from macros.load import codes, syntax
from macros.load.files import HIDDEN, Reader
from macros.model import Code, Place
from macros.model.base import Trail

MAXIMUM_DEPTH = 40
MAXIMUM_TEXT = 5_000
"""Signs in one text; the longest paragraph of a hundred laws has 400."""
MAXIMUM_VALUES = 50_000
"""Values in one file; the longest law there is, in both languages, has a fifth of it."""
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass
class Node:
    """A value and its place: text, a list or a mapping, with the place of each key."""

    place: Place
    text: str | None = None
    items: list[Node] | None = None
    entries: dict[str, Node] | None = None
    keys: dict[str, Place] = field(default_factory=dict)
    end: int = 0
    """The column (from 1) right behind a text that ends on the line it begins on."""
    braces: bool = False
    """Whether it is written with brackets or braces."""

    def plain(self) -> Any:
        """Return the value without places."""
        if self.entries is not None:
            return {key: node.plain() for key, node in self.entries.items()}
        if self.items is not None:
            return [node.plain() for node in self.items]
        return self.text

    def child(self, key: str | int) -> Node | None:
        """Return the value under a key or index."""
        if isinstance(key, str):
            return self.entries.get(key) if self.entries is not None else None
        inside = self.items is not None and 0 <= key < len(self.items)
        return self.items[key] if self.items is not None and inside else None


class Places(Mapping[Trail, Place]):
    """The places of all values below a node, looked up when asked for rather than copied."""

    def __init__(self, node: Node) -> None:
        """Show the places of `node` and what is in it."""
        self._node = node

    def __getitem__(self, trail: Trail) -> Place:
        """Return the place of the value at `trail`."""
        node: Node | None = self._node
        for key in trail:
            node = node.child(key) if node else None
        if node is None:
            raise KeyError(trail)
        return node.place

    def __iter__(self) -> Iterator[Trail]:
        """Yield all trails."""
        waiting: list[tuple[Trail, Node]] = [((), self._node)]
        while waiting:
            trail, node = waiting.pop()
            yield trail
            if node.entries is not None:
                waiting.extend(((*trail, key), inner) for key, inner in node.entries.items())
            for index, inner in enumerate(node.items or ()):
                waiting.append(((*trail, index), inner))

    def __len__(self) -> int:
        """Count the values."""
        return sum(1 for _ in self)


@dataclass(frozen=True)
class _Mark:
    """A place in a file, from 0, as the parser gives them."""

    line: int
    column: int


class _RefusedError(Exception):
    """Carries what has to be reported; never leaves this module."""

    def __init__(self, code: Code, mark: Any, zh: str, en: str, hint: tuple[str, str]) -> None:
        self.code, self.mark, self.said, self.hint = code, mark, (zh, en), hint


def read(reader: Reader, path: Path) -> Node | None:
    """Read one YAML file; None, with a finding, if it is empty of data or cannot be read."""
    text = reader.text(path)
    node = None if text is None else parse(reader, path, text)
    if node is not None:
        reader.trees[path] = node
    return node


def parse(reader: Reader, path: Path, text: str) -> Node | None:
    """Read a text as YAML; None, with a finding, if it is empty of data or not well formed."""
    try:
        return _Builder(reader, path).build(text)
    except _RefusedError as refused:
        mark = refused.mark
        place = reader.place(path, mark.line + 1, mark.column + 1) if mark else reader.place(path)
        reader.report(refused.code.at(place, *refused.said, refused.hint))
        return None


@dataclass
class _Builder:
    reader: Reader
    path: Path

    def build(self, text: str) -> Node | None:
        stack: list[Node] = []
        pending: list[tuple[str, Place] | None] = []
        root: Node | None = None
        documents = values = 0
        for event in self._events(text):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _feature(
                        event,
                        "第二个文档",
                        "a second document",
                        "一个文件一份数据",
                        "one file holds one document",
                    )
            if isinstance(event, yaml.CollectionEndEvent):
                stack.pop()
                pending.pop()
                continue
            if not isinstance(event, yaml.NodeEvent):
                continue
            _refuse(event)
            values += 1
            if values > MAXIMUM_VALUES:
                raise _too_much(event, f"{MAXIMUM_VALUES} 个值", f"{MAXIMUM_VALUES} values")
            parent = stack[-1] if stack else None
            if parent is not None and parent.entries is not None and pending[-1] is None:
                pending[-1] = self._key(event)
                continue
            node = self._node(event)
            if parent is None:
                root = node
            elif parent.items is not None:
                parent.items.append(node)
            else:
                self._put(parent, pending[-1], node)
                pending[-1] = None
            if node.text is None:
                stack.append(node)
                pending.append(None)
                if len(stack) > MAXIMUM_DEPTH:
                    hint = ("检查括号和缩进", "check brackets and indents")
                    raise _RefusedError(
                        codes.DEPTH,
                        event.start_mark,
                        "嵌套太深，文件未读取",
                        "nested too deep; the file was not read",
                        hint,
                    )
        return root

    def _events(self, text: str) -> Iterator[Any]:
        try:
            yield from yaml.parse(text, Loader=LOADER)
        except yaml.YAMLError as error:
            # A quote or bracket never closed is reported where it opens, not where the file ends.
            opened = re.search("quoted scalar|flow", str(getattr(error, "context", "") or ""))
            names = ("context_mark", "problem_mark") if opened else ("problem_mark", "context_mark")
            mark = getattr(error, names[0], None) or getattr(error, names[1], None)
            problem = str(getattr(error, "problem", None) or getattr(error, "reason", "") or "")
            slip = syntax.explain(text, mark.line if mark else 0, problem)
            if slip.column is not None:
                mark = _Mark(slip.line, slip.column)
            raise _RefusedError(codes.SYNTAX, mark, *slip.said, slip.hint) from None

    def _place(self, event: Any) -> Place:
        return self.reader.place(self.path, event.start_mark.line + 1, event.start_mark.column + 1)

    def _key(self, event: Any) -> tuple[str, Place]:
        if not isinstance(event, yaml.ScalarEvent):
            raise _feature(
                event, "列表或映射作键", "a list or mapping as a key", "键是一个词", "a key is a word"
            )
        if event.value == "<<" and not event.style:
            raise _feature(event, "合并键“<<”", 'the merge key "<<"', "把内容写全", "write the content out")
        return event.value, self._place(event)

    def _node(self, event: Any) -> Node:
        place = self._place(event)
        if isinstance(event, yaml.MappingStartEvent):
            return Node(place, entries={}, braces=bool(event.flow_style))
        if isinstance(event, yaml.SequenceStartEvent):
            return Node(place, items=[], braces=bool(event.flow_style))
        hidden = _unseen(event)
        if hidden:
            self.reader.report(
                codes.CHARACTER.at(
                    place,
                    f"“\\”写出的 U+{ord(hidden):04X} 是看不见的字符",
                    f"the escape stands for U+{ord(hidden):04X}, which cannot be seen",
                    ("删去它", "delete it"),
                )
            )
        if event.style in ("|", ">") or (event.value and event.start_mark.line != event.end_mark.line):
            self.reader.report(
                codes.LINES.at(
                    place,
                    "一段文字写在一行里，不折行",
                    "a text stands on one line and is never folded",
                    ("折行会在中文里插入空格", "folding puts spaces into Chinese"),
                )
            )
        text = " ".join(event.value.split("\n")).strip() if "\n" in event.value else event.value
        one_line = event.start_mark.line == event.end_mark.line
        return Node(place, text=text, end=event.end_mark.column + 1 if one_line else 0)

    def _put(self, parent: Node, key: tuple[str, Place] | None, node: Node) -> None:
        assert key is not None and parent.entries is not None
        name, place = key
        if name in parent.entries:
            first = parent.keys[name]
            self.reader.report(
                codes.DUPLICATE_KEY.at(
                    place,
                    f"“{name}”在第 {first.line} 行已经写过",
                    f'"{name}" stands already in line {first.line}',
                    ("删去一处，或合并成一处", "delete one of the two, or join them"),
                )
            )
            return
        parent.entries[name] = node
        parent.keys[name] = place


def _refuse(event: Any) -> None:
    if isinstance(event, yaml.AliasEvent):
        raise _feature(
            event,
            "别名“*”",
            'an alias "*"',
            "以 * 开头的文字加引号",
            "put text that begins with * into quotes",
        )
    if event.anchor is not None:
        raise _feature(
            event,
            "锚点“&”",
            'an anchor "&"',
            "以 & 开头的文字加引号",
            "put text that begins with & into quotes",
        )
    if len(getattr(event, "value", "")) > MAXIMUM_TEXT:
        raise _too_much(event, f"{MAXIMUM_TEXT} 个字", f"{MAXIMUM_TEXT} signs")
    if event.tag is not None:
        raise _feature(
            event, "标签“!”", 'a tag "!"', "以 ! 开头的文字加引号", "put text that begins with ! into quotes"
        )


def _unseen(event: Any) -> str | None:
    """Return a hidden character that a double-quoted text writes as an escape; others the reader sees."""
    escaped = event.style == '"' and re.search(HIDDEN, event.value)
    return escaped.group() if escaped else None


def _too_much(event: Any, zh: str, en: str) -> _RefusedError:
    return _RefusedError(
        codes.UNREADABLE, event.start_mark, f"这里超过了 {zh}，文件未读取",
        f"there are more than {en} here; the file was not read",
        ("是不是放错了文件，或引号没有写完？", "is it the wrong file, or was a quotation mark never closed?"),
    )  # fmt: skip


def _feature(event: Any, zh: str, en: str, hint_zh: str, hint_en: str) -> _RefusedError:
    return _RefusedError(
        codes.FEATURE, event.start_mark, f"手册不用{zh}，文件未读取",
        f"the handbook does without {en}; the file was not read", (hint_zh, hint_en),
    )  # fmt: skip
