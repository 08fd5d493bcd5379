"""The desks that files are made at: every rulebook, in both languages."""

from __future__ import annotations

from collections.abc import Iterator

from macros.derive.references import references
from macros.model import Handbook
from macros.render import words
from macros.render.desk import Desk


def desks(handbook: Handbook) -> Iterator[Desk]:
    """Yield the desk of every rulebook in both languages; a file is no page, so links are of no use in it."""
    for rulebook in handbook.rulebooks.values():
        turned = references(rulebook)
        for language in words.LANGUAGES:
            yield Desk(rulebook, turned, language, "")
