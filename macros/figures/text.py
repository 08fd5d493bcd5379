"""How wide a text is without a browser, and where it breaks.

CJK characters are one em wide. Latin ones have the widest advance of three common fonts (DejaVu Sans,
Liberation Sans, which has Arial's widths, and Roboto), and a tenth more for those that are wider still.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

BOLD = 1.07
"""How much wider bold letters are, at most, than the tenth allows for."""
_ADVANCES = {
    28: "'ijl", 30: "I", 32: " ,.", 34: ":;|", 36: "f", 38: "-", 40: "()[]t", 42: "!/\\r", 46: '"',
    50: "*`", 54: "sz", 56: "?JL_c", 58: "k", 60: "vxy", 62: "FTaeo", 64: "$0123456789bdghnpqu{}",
    68: "EKPSY", 70: "ABVXZ", 74: "CRU", 76: "HN", 78: "&DG", 80: "OQ", 82: "w", 84: "#+<=>^~", 88: "M",
    96: "%", 98: "m", 100: "W", 102: "@",
}  # fmt: skip
"""Hundredths of an em, rounded up: the characters as wide as that."""
_EM = {character: advance * 1.1 / 100 for advance, some in _ADVANCES.items() for character in some}
_CJK = "“”‘’…—·"
"""As wide as Chinese in a Chinese font."""
_OTHER = 0.8
_NO_START = "，。；：、！？）》”’,.;:!?)]"
_NO_END = "（《“‘(["
_PAUSE = "，、；：。）》？"
_CLEAN = 4.0
"""A clean break is worth lines that differ by so many ems."""
_PIECE = re.compile(r"[A-Za-z0-9'’\-/.,;:!?()\[\]]+|\s+|.")


def width(text: str) -> float:
    """Return the width of `text` in em."""
    return sum(map(_em, text))


def longest_word(text: str) -> float:
    """Return the width in em of the widest part of `text` that is never broken."""
    return max((width(piece) for piece in _PIECE.findall(text)), default=0.0)


def _em(character: str) -> float:
    if character in _EM:
        return _EM[character]
    wide = unicodedata.east_asian_width(character) in "WF" or character in _CJK
    return 1.0 if wide else _OTHER


def wrap(text: str, ems: float) -> tuple[str, ...]:
    """Break `text` into lines of at most `ems`; no line begins or ends with the wrong punctuation.

    A sign that may begin no line takes the sign before it along, where it would stick out.
    """
    lines: list[str] = []
    line = ""
    for piece in _PIECE.findall(text):
        if line and width(line + piece.rstrip()) > ems:
            carried = ""
            if piece[0] in _NO_START:
                carried, line = line[-1], line[:-1]
            while line and line[-1] in _NO_END:
                carried, line = line[-1] + carried, line[:-1]
            lines.append(line.strip())
            line = carried + piece.lstrip()
        else:
            line += piece
    return tuple(part for part in (*lines, line.strip()) if part)


def balanced(text: str, ems: float) -> tuple[str, ...]:
    """Break `text` into as few lines as `wrap` does, of like length, rather after a comma than in a word."""
    lines = wrap(text, ems)
    best, least = lines, _roughness(lines)
    narrower = ems
    while len(lines) > 1 and narrower > ems / 2:
        narrower -= 0.5
        tried = wrap(text, narrower)
        if len(tried) > len(lines):
            break
        if _roughness(tried) < least:
            best, least = tried, _roughness(tried)
    return best


def _roughness(lines: tuple[str, ...]) -> float:
    widths = [width(line) for line in lines]
    breaks = pairwise(lines)
    clean = sum(before[-1] in _PAUSE or after[0] in _NO_END for before, after in breaks)
    return max(widths, default=0.0) - min(widths, default=0.0) - _CLEAN * clean
