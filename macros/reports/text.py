"""For people at a terminal: the place, what is wrong, the line with a caret, how to mend it."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from macros.model import Finding
from macros.reports import Page

NAME = "text"

LABELS = {"error": ("错误", "error"), "warning": ("警告", "warning"), "info": ("提示", "info")}
_COLOURS = {"error": "31", "warning": "33", "info": "36"}
_BOLD, _DIM = "1", "2"
_SHOWN_BEFORE, _SHOWN = 40, 90


def report(findings: Sequence[Finding], page: Page) -> str:
    """Return a paragraph a finding."""
    return "\n".join(_paragraph(finding, page) for finding in findings)


def _paragraph(finding: Finding, page: Page) -> str:
    place = finding.place
    label = LABELS[finding.severity][page.language == "en"]
    where = _painted(f"{visible(place.path)}:{place.line}:{place.column}:", _BOLD, page)
    tag = _painted(f"{label}[{finding.code}]", _COLOURS[finding.severity], page)
    out = [f"{where} {tag} {visible(finding.message.of(page.language))}", *_excerpt(finding, page)]
    if finding.hint:
        hint = "提示：" if page.language == "zh" else "hint: "
        out.append(f"  {_painted(hint, _DIM, page)}{visible(finding.hint.of(page.language))}")
    return "\n".join(out)


def _excerpt(finding: Finding, page: Page) -> list[str]:
    place = finding.place
    lines = page.lines(place.path)
    if place.line > len(lines) or not lines[place.line - 1].strip():
        return []
    line = lines[place.line - 1].rstrip()
    before = line[: place.column - 1]
    start = max(0, len(before) - _SHOWN_BEFORE)
    shown = ("…" if start else "") + line[start : start + _SHOWN]
    margin = f"  {place.line} | "
    width = sum(map(_width, before[start:])) + bool(start)
    caret = _painted("^", _COLOURS[finding.severity], page)
    return [_painted(margin, _DIM, page) + visible(shown), " " * (len(margin) + width) + caret]


def _width(sign: str) -> int:
    """Return how many columns of a terminal a sign takes."""
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def visible(text: str) -> str:
    """Show control and bidirectional characters of data instead of sending them to a terminal.

    GitHub's runner takes `##[…]` anywhere in a line for a command, so that is shown otherwise, too.
    """
    shown = "".join(one if one.isprintable() else f"\\u{ord(one):04x}" for one in text)
    return shown.replace("##[", "##\\u005b")


def _painted(text: str, colour: str, page: Page) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if page.coloured else text
