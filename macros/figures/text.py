"""How wide a text is without a browser, and where it breaks.

CJK characters are one em wide; Latin ones are counted by class, wide enough for common fonts.
"""

from __future__ import annotations

import re
import unicodedata

_NO_START = "，。；：、！？）》”’,.;:!?)]"
_NO_END = "（《“‘(["
_PIECE = re.compile(r"[A-Za-z0-9'’\-/.,;:!?()\[\]]+|\s+|.")


def width(text: str) -> float:
    """Return the width of `text` in em."""
    return sum(_em(character) for character in text)


def _em(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WF" or character in "“”‘’…—":
        return 1.0
    if character in "iljtfrI.,;:'|!()[] ":
        return 0.34
    return 0.86 if character in "mwMW@" else 0.74 if character.isupper() else 0.6


def wrap(text: str, ems: float) -> tuple[str, ...]:
    """Break `text` into lines of at most `ems`; no line begins or ends with the wrong punctuation."""
    lines: list[str] = []
    line = ""
    for piece in _PIECE.findall(text):
        if line and width(line + piece.rstrip()) > ems and piece[0] not in _NO_START:
            carried = ""
            while line and line[-1] in _NO_END:
                carried, line = line[-1] + carried, line[:-1]
            lines.append(line.strip())
            line = carried + piece.lstrip()
        else:
            line += piece
    return tuple(part for part in (*lines, line.strip()) if part)
