"""From an official text as published to its provisions, one line each, by the labels it prints."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from macros.model.numerals import NUMERAL

_ARTICLE = re.compile(rf"第{NUMERAL}条[\s　]*")
_POINT = re.compile(rf"（{NUMERAL}）[\s　]*")
_EDGES = " \t\r　\u00a0\ufeff"


@dataclass
class Provisions:
    """Provision ids with their words, in order."""

    lines: dict[str, str] = field(default_factory=dict)
    _article: int = 0
    _paragraph: int = 0
    _point: int = 0

    def article(self, words: str) -> None:
        """Begin an article with its first paragraph."""
        self._article, self._paragraph, self._point = self._article + 1, 1, 0
        self.lines[f"art_{self._article}__para_1"] = words

    def paragraph(self, words: str) -> None:
        """Add a paragraph to the article."""
        self._paragraph, self._point = self._paragraph + 1, 0
        self.lines[f"art_{self._article}__para_{self._paragraph}"] = words

    def point(self, words: str) -> None:
        """Add a point to the paragraph."""
        self._point += 1
        self.lines[f"art_{self._article}__para_{self._paragraph}__point_{self._point}"] = words


def provisions(source: str) -> dict[str, str]:
    """Split a source: the notice, the title right before the first article, articles, closing lines.

    Closing lines are those behind an empty line that follows the last article.
    """
    rows = [line.strip(_EDGES) for line in source.split("\n")]
    first = next((at for at, row in enumerate(rows) if _ARTICLE.match(row)), None)
    if first is None:
        return {}
    before = [row for row in rows[:first] if row]
    out = Provisions()
    for number, row in enumerate(before[:-1], 1):
        out.lines[f"notice__line_{number}"] = row
    if before:
        out.lines["title"] = before[-1]
    last = max(at for at, row in enumerate(rows) if _ARTICLE.match(row))
    end = next((at for at in range(last, len(rows)) if not rows[at]), len(rows))
    for row in filter(None, rows[first:end]):
        article, point = _ARTICLE.match(row), _POINT.match(row)
        if article:
            out.article(row[article.end() :])
        elif point:
            out.point(row[point.end() :])
        else:
            out.paragraph(row)
    for number, row in enumerate(filter(None, rows[end:]), 1):
        out.lines[f"colophon__line_{number}"] = row
    return out.lines
