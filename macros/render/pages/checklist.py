"""All duties on sheets to print: a box to tick, who, what, when, with whom, and the words."""

from __future__ import annotations

from dataclasses import dataclass

from macros.render.checklist import Item, items
from macros.render.desk import Desk
from macros.render.view import View

KIND = "checklist"
SCOPE = "rulebook"
PATH = "assurance/checklist/"
ORDER = 131
UNDER = "assurance"
WIDE = True


@dataclass(frozen=True, kw_only=True)
class ChecklistView(View):
    """Every duty, and the same list for spreadsheets."""

    items: tuple[Item, ...]
    sheet: str
    """The address of the list as CSV."""


def view(desk: Desk, entry: str) -> ChecklistView:
    """Put the page together."""
    return ChecklistView(
        title=desk.ui("checklist_title"),
        lead=desk.ui("checklist_lead"),
        items=tuple(items(desk)),
        sheet=desk.href("checklist"),
    )
