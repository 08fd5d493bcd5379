"""The meetings compared, point by point."""

from __future__ import annotations

from dataclasses import dataclass

from macros.derive import effective
from macros.model.facts import MEETING_POINTS
from macros.render import pieces
from macros.render.desk import Desk
from macros.render.view import View

KIND = "meetings"
SCOPE = "rulebook"
PATH = "meetings/"
ORDER = 70
WIDE = True


@dataclass(frozen=True, kw_only=True)
class MeetingsView(View):
    """Points down, meetings across; each cell the facts of that point."""

    meetings: tuple[pieces.Link, ...]
    rows: tuple[tuple[pieces.Tag, tuple[tuple[pieces.Fact, ...], ...]], ...]


def view(desk: Desk, entry: str) -> MeetingsView:
    """Put the page together."""
    meetings = tuple(desk.rulebook.meetings.values())
    rows = []
    for point in MEETING_POINTS:
        cells = tuple(
            tuple(desk.fact(name, fact) for name, _, fact in effective.points(meeting) if name == point)
            for meeting in meetings
        )
        rows.append((desk.tag("point", point), cells))
    return MeetingsView(
        title=desk.ui("meetings_title"),
        lead=desk.ui("meetings_lead"),
        meetings=tuple(desk.link("meetings", meeting.id) for meeting in meetings),
        rows=tuple(rows),
    )
