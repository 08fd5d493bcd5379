"""A page's contents and anchors, read off its HTML so that the two cannot differ."""

from __future__ import annotations

import re

from macros.render.pieces import Heading

_ID = re.compile(r'<[a-z][^<>]*? id="([^"]+)"')
_HEADING = re.compile(r'<h([123])\b[^>]*? id="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
_ASIDE = re.compile(
    r'<(a|span) class="(?:hb-permalink|hb-quiet|hb-tag|headerlink|hb-step__number)\b[^>]*>.*?</\1>', re.DOTALL
)
"""Marks beside a heading that its entry in the contents does without."""
_TAG = re.compile(r"<[^>]+>")


def headings(html: str) -> tuple[Heading, ...]:
    """Return the headings that have an anchor, their text as HTML without tags."""
    return tuple(
        Heading(int(level), anchor, " ".join(_TAG.sub("", _ASIDE.sub("", inner)).split()))
        for level, anchor, inner in _HEADING.findall(html)
    )


def anchors(html: str) -> frozenset[str]:
    """Return all ids of a page."""
    return frozenset(_ID.findall(html))
