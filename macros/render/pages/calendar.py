"""What recurs, as stated, from the shortest interval; no date is invented."""

from __future__ import annotations

from dataclasses import dataclass, replace

from macros.derive import effective
from macros.derive.calendar import Recurrence, fixed, recurrences
from macros.derive.timing import unit
from macros.render import pieces
from macros.render.desk import Desk
from macros.render.view import View, capital

KIND = "calendar"
SCOPE = "rulebook"
PATH = "calendar/"
ORDER = 90

UNITS = ("day", "week", "month", "quarter", "half-year", "year", "")
"""Intervals from the shortest; then what the words put otherwise."""
LOOSE = ("regularly", "promptly", "beforehand")
"""Qualifiers that speak of time and give no interval."""


@dataclass(frozen=True)
class Row:
    """Something that recurs, what it is, who takes part, its rhythm, and whether a day is fixed."""

    link: pieces.Link
    kind: str
    who: tuple[pieces.PartyPiece, ...]
    fact: pieces.Fact
    day: str
    meeting: pieces.Link | None
    """The meeting at which it is done; the day is that meeting's."""


@dataclass(frozen=True)
class Group:
    """All that recurs at one interval."""

    id: str
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, kw_only=True)
class CalendarView(View):
    """All stated rhythms."""

    groups: tuple[Group, ...]
    feed: str
    """The address of the feed of what has a fixed day; empty where nothing has."""
    loose: tuple[tuple[str, str, tuple[pieces.Link, ...]], ...]
    """Duties to be done regularly or promptly, for which the words give no interval: id, title, links."""


def view(desk: Desk, entry: str) -> CalendarView:
    """Put the page together."""
    found = recurrences(desk.rulebook)
    dated = [one.item for one in fixed(desk.rulebook)]
    groups = []
    for one in UNITS:
        rows = tuple(_row(desk, item, item in dated) for item in found if unit(item.rhythm) == one)
        if rows:
            title = desk.ui(f"rhythm_{one.replace('-', '_')}" if one else "rhythm_otherwise")
            groups.append(Group(f"every-{one or 'otherwise'}", capital(title), rows))
    shown = {item.id for item in found if item.collection == "duties"}
    loose = tuple(
        (
            qualifier,
            capital(desk.tag("qualifier", qualifier).label),
            tuple(
                desk.link("duties", duty.id)
                for duty in desk.rulebook.duties.values()
                if qualifier in duty.qualifiers and duty.id not in shown
            ),
        )
        for qualifier in LOOSE
    )
    return CalendarView(
        title=desk.ui("calendar_title"),
        lead=desk.ui("calendar_lead"),
        groups=tuple(groups),
        feed=desk.href("feed") if dated else "",
        loose=tuple(group for group in loose if group[2]),
    )


def _row(desk: Desk, item: Recurrence, dated: bool) -> Row:
    kind = {"meetings": "meeting", "documents": "document", "duties": "duty"}[item.collection]
    fact = desk.fact("rhythm", item.rhythm)
    duty = desk.rulebook.duties[item.id] if item.collection == "duties" else None
    at = duty.bearer.meetings if duty and duty.bearer else ()
    if duty and not fact.quotes:
        fact = replace(fact, quotes=desk.quotes(duty.words))
    return Row(
        desk.link(item.collection, item.id),
        desk.ui(kind),
        _who(desk, item),
        fact,
        desk.ui("day_fixed" if dated else "day_of_meeting" if at else "day_open"),
        desk.link("meetings", at[0]) if at else None,
    )


def _who(desk: Desk, item: Recurrence) -> tuple[pieces.PartyPiece, ...]:
    """Return who attends a meeting, who bears a duty, who prepares a document."""
    if item.collection == "duties":
        bearer = desk.rulebook.duties[item.id].bearer
        return (desk.party(bearer),) if bearer else ()
    point = "members" if item.collection == "meetings" else "prepared_by"
    fact = getattr(getattr(desk.rulebook, item.collection)[item.id], point)
    return desk.parties_to(point, fact) if fact and not effective.is_unstated(fact) else ()
