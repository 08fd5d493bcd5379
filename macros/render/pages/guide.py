"""From what one has at hand to the procedure that applies."""

from __future__ import annotations

from dataclasses import dataclass

from macros.render.desk import Desk
from macros.render.pages.procedures import Row, rows
from macros.render.view import View

KIND = "guide"
SCOPE = "rulebook"
PATH = "guide/"
ORDER = 20


@dataclass(frozen=True, kw_only=True)
class GuideView(View):
    """Entry conditions and the procedures they lead to."""

    rows: tuple[Row, ...]


def view(desk: Desk, entry: str) -> GuideView:
    """Put the page together."""
    return GuideView(title=desk.ui("guide_title"), lead=desk.ui("guide_lead"), rows=rows(desk))
