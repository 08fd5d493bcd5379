"""The official document as it was received, byte for byte, so that readers can sum it up themselves."""

from __future__ import annotations

from collections.abc import Iterator

from macros.derive import links
from macros.derive.source import shown
from macros.model import Handbook


def files(handbook: Handbook) -> Iterator[tuple[str, bytes]]:
    """Yield the newest version's source of each rulebook: one file for both languages."""
    for rulebook in handbook.rulebooks.values():
        version = shown(rulebook)
        if version:
            yield links.url(rulebook.id, "source", version.date, "zh"), rulebook.source.encode("utf-8")
