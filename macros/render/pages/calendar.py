"""What recurs, as stated; no date is invented."""

from __future__ import annotations

from dataclasses import dataclass, replace

from macros.derive.calendar import recurrences
from macros.render import pieces
from macros.render.desk import Desk
from macros.render.view import View

KIND = "calendar"
SCOPE = "rulebook"
PATH = "calendar/"
ORDER = 90


@dataclass(frozen=True)
class Row:
    """Something that recurs, what it is, and its rhythm."""

    link: pieces.Link
    kind: str
    fact: pieces.Fact


@dataclass(frozen=True, kw_only=True)
class CalendarView(View):
    """All stated rhythms."""

    rows: tuple[Row, ...]
    regular: tuple[tuple[pieces.Link, pieces.Tag], ...]
    """Duties to be done regularly or promptly, for which the words give no interval."""


def view(desk: Desk, entry: str) -> CalendarView:
    """Put the page together."""
    kind = {"meetings": "meeting", "documents": "document", "duties": "duty"}
    rows = []
    shown = set()
    for item in recurrences(desk.rulebook):
        fact = desk.fact("rhythm", item.rhythm)
        if item.collection == "duties" and not fact.quotes:
            fact = replace(fact, quotes=desk.quotes(desk.rulebook.duties[item.id].words))
        rows.append(Row(desk.link(item.collection, item.id), desk.ui(kind[item.collection]), fact))
        shown.add(item.id)
    regular = [
        (desk.link("duties", duty.id), desk.tag("qualifier", qualifier))
        for duty in desk.rulebook.duties.values()
        for qualifier in duty.qualifiers
        if qualifier in ("regularly", "promptly") and duty.id not in shown
    ]
    return CalendarView(
        title=desk.ui("calendar_title"),
        lead=desk.ui("calendar_lead"),
        rows=tuple(rows),
        regular=tuple(regular),
    )
