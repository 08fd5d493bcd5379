"""Why a file is not well-formed YAML, in an editor's words: the likely slip, where one shows itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PROBLEMS = {
    "mapping values are not allowed": "文字里的“: ”被当成了键",
    "could not find expected ':'": "键的后面缺少“:”",
    "did not find expected key": "缩进不对，或这里应是一个键",
    "did not find expected '-' indicator": "缩进不对，或这里应是“-”",
    "did not find expected ',' or ']'": "方括号没有写完",
    "did not find expected ',' or '}'": "花括号没有写完",
    "found unexpected end of stream": "引号或括号没有写完",
    "found character that cannot start any token": "这个符号不能作文字的开头",
    "did not find expected <document start>": "多出了内容",
    "block sequence entries are not allowed": "这里不能有“-”",
}
"""What the parser says, in Chinese, for the commonest slips."""

_KEY = r"\s*(?:- )?[a-z][a-z0-9_-]*"
_WIDE_COLON = re.compile(f"{_KEY}(：)")
_NO_SPACE = re.compile(f"{_KEY}(:)(?=[^\\s/])")
_NO_COLON = re.compile(rf"{_KEY} (?=[^\s:：]+$)")
_LINE = re.compile("( *)((?:- )*)(.*)")
_SAYS_KEY = re.compile(r"""(?:[^\s"'#{}[\]-][^\s:]*|"[^"]*"|'[^']*'):(?: +(\S.*))?$""")
_BACK = 2
"""Lines before the one the parser stops at in which the slip may stand."""
_FAR = 40
"""Lines before that one in which a wrong indent may stand."""


@dataclass(frozen=True)
class Slip:
    """What is wrong, in both languages; `line` and `column` (from 0) where it stands, if that is known."""

    said: tuple[str, str]
    hint: tuple[str, str]
    line: int = 0
    column: int | None = None


def explain(text: str, line: int, problem: str) -> Slip:
    """Say what is wrong where the parser stopped (line, from 0) with what it says."""
    lines = text.split("\n")
    unread = ("文件未读取", "the file was not read")
    odd = _odd_line(lines[: line + 1])
    # A line by an odd number of spaces in is wrong itself, whatever the lines before it look like.
    stands_odd = odd is not None and line - odd <= 1 and (len(lines[odd]) - len(lines[odd].lstrip(" "))) % 2
    slip = None if stands_odd else _colon(lines, line, unread)
    if slip is not None:
        return slip
    zh, en = f"此处 YAML 写法有误，{unread[0]}", f"the YAML is not well formed here; {unread[1]}"
    if odd is not None and line - odd <= _FAR:
        spaces = len(lines[odd]) - len(lines[odd].lstrip(" "))
        hint = (
            f"行首是 {spaces} 个空格：与上下各行对齐；列表的每一项以“- ”开头",
            f'the line begins with {spaces} spaces: align it with its neighbours; an item begins with "- "',
        )
        return Slip((zh, f"{en} ({problem})"), hint, odd, spaces)
    hint = (
        "检查缩进；含“: ”或以特殊符号开头的文字加双引号",
        'check the indent; put text that holds ": " or begins with a special sign into double quotes',
    )
    told = next((f"（{chinese}）" for english, chinese in _PROBLEMS.items() if english in problem), "")
    return Slip((f"{zh}{told}", f"{en} ({problem})"), hint)


def _colon(lines: list[str], line: int, unread: tuple[str, str]) -> Slip | None:
    """Return what is wrong with the colon of a key, in the line the parser stopped at or just before it."""
    for at in range(min(line, len(lines) - 1), max(line - _BACK, 0) - 1, -1):
        if wide := _WIDE_COLON.match(lines[at]):
            said = (f"这里的冒号是全角的“：”，{unread[0]}", f'this colon is the full-width "："; {unread[1]}')
            hint = ("改成半角的“:”，后面空一格", 'write ":" and a space behind it')
            return Slip(said, hint, at, wide.start(1))
        if close := _NO_SPACE.match(lines[at]):
            said = (f"冒号后面没有空格，{unread[0]}", f"no space stands behind this colon; {unread[1]}")
            hint = ("在冒号后面空一格", "put a space behind the colon")
            return Slip(said, hint, at, close.start(1))
        if bare := _NO_COLON.match(lines[at]):
            said = (f"键的后面缺少“:”，{unread[0]}", f'no ":" stands behind this key; {unread[1]}')
            return Slip(said, ("在键后面写冒号，再空一格", 'write ":" behind the key'), at, bare.end() - 1)
    return None


def _odd_line(lines: list[str]) -> int | None:
    """Return the first line (from 0) that the lines above leave no place for, two spaces a level."""
    columns, opened = [0], -1
    for number, line in enumerate(lines):
        indent, dashes, rest = _LINE.findall(line)[0]
        if not rest or rest.startswith("#"):
            continue
        column = len(indent)
        columns = [one for one in columns if one <= column]
        if opened >= 0 and column == opened + 2:
            columns.append(column)
        if column not in columns:
            return number
        for _ in range(len(dashes) // 2):
            column += 2
            columns.append(column)
        key = _SAYS_KEY.match(rest)
        if not key and not dashes:
            return number
        opened = column if key and not key.group(1) else -1
    return None
