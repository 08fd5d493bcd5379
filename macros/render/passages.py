"""A mistake beside the sound passage: the lines that differ, one line around them, what differs marked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile

from macros.render.marking import by_script

_AROUND = 1
"""Lines shown before and after what differs."""
_LONGEST, _BESIDE = 72, 24
"""Signs of a line that is shown whole, and signs shown of longer ones on either side of what differs."""
_KEY = re.compile(r"[ -]*[a-z_0-9]+: ")


@dataclass(frozen=True)
class Run:
    """Some characters of a line, in one script."""

    text: str
    changed: bool
    chinese: bool


Line = tuple[Run, ...]
Block = tuple[Line, ...]
"""Lines that stand together in the file."""


def compared(right: str, wrong: str) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Return the blocks of the sound text and those of the mistaken one, which answer to each other."""
    sound, mistaken = right.split("\n"), wrong.split("\n")
    matcher = SequenceMatcher(None, sound, mistaken, autojunk=False)
    ours: list[Block] = []
    theirs: list[Block] = []
    for group in matcher.get_grouped_opcodes(_AROUND):
        left: list[Line] = []
        right_hand: list[Line] = []
        for kind, start, end, other_start, other_end in group:
            pair = _lines(kind, sound[start:end], mistaken[other_start:other_end])
            left += pair[0]
            right_hand += pair[1]
        ours.append(tuple(left))
        theirs.append(tuple(right_hand))
    return _telling(ours), _telling(theirs)


def whole(text: str) -> tuple[Block, ...]:
    """Return a text of which everything is the mistake."""
    return (tuple(_all_of(line) for line in text.rstrip("\n").split("\n")),)


def _telling(blocks: list[Block]) -> tuple[Block, ...]:
    """Leave out blocks in which nothing differs, unless there are no others."""
    marked = [block for block in blocks if any(run.changed for line in block for run in line)]
    return tuple(marked or blocks)


def _lines(kind: str, sound: list[str], mistaken: list[str]) -> tuple[list[Line], list[Line]]:
    if kind == "equal":
        return [_line(line, "", "") for line in sound], [_line(line, "", "") for line in mistaken]
    if len(sound) != len(mistaken):
        return [_all_of(line) for line in sound], [_all_of(line) for line in mistaken]
    pairs = [_apart(one, other) for one, other in zip(sound, mistaken, strict=True)]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def _all_of(line: str) -> Line:
    """Mark a whole line but for its indent."""
    indent = len(line) - len(line.lstrip(" "))
    return _line(line[:indent], line[indent:], "")


def _apart(one: str, other: str) -> tuple[Line, Line]:
    """Mark what stands between the common beginning and the common end of two lines, in whole words."""
    shorter = min(len(one), len(other))
    start = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    end = next((at for at in range(shorter - start) if one[-1 - at] != other[-1 - at]), shorter - start)
    changed = [line[start : len(line) - end] for line in (one, other)]
    if all(part == "" or _is_word(part[0]) for part in changed):
        start -= _word(reversed(one[:start]))
    if all(part == "" or _is_word(part[-1]) for part in changed):
        end -= _word(one[len(one) - end :])
    return _cut(one, start, end), _cut(other, start, end)


def _word(signs: Iterable[str]) -> int:
    """Count the letters of a word that the signs begin with."""
    return sum(1 for _ in takewhile(_is_word, signs))


def _is_word(sign: str) -> bool:
    return sign.isascii() and (sign.isalnum() or sign in "_-")


def _cut(line: str, start: int, end: int) -> Line:
    behind = len(line) - end
    return _line(line[:start], line[start:behind], line[behind:])


def _line(before: str, changed: str, after: str) -> Line:
    """Put a line together; what is long and does not differ is cut, so that what does can be seen."""
    if len(before + changed + after) <= _LONGEST:
        return (*_runs(before, False), *_runs(changed, True), *_runs(after, False))
    if not changed and not after:
        return tuple(_runs(_short(before, _LONGEST), False))
    key = _KEY.match(before)
    lead = key.group() if key else ""
    if len(before) - len(lead) > _BESIDE:
        before = f"{lead}…{before[-_BESIDE:]}"
    return (*_runs(before, False), *_runs(changed, True), *_runs(_short(after, _BESIDE), False))


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most]}…"


def _runs(text: str, changed: bool) -> Iterable[Run]:
    return (Run(part, changed, chinese) for part, chinese in by_script(text))
