"""The meetings compared, point by point."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.facts import MEETING_POINTS
from macros.render import pieces
from macros.render.desk import Desk
from macros.render.meetings import facts
from macros.render.view import View

KIND = "meetings"
SCOPE = "rulebook"
PATH = "meetings/"
ORDER = 70
WIDE = True


@dataclass(frozen=True)
class Cell:
    """The facts of a point, for one meeting or, where all say the same, for all of them."""

    facts: tuple[pieces.Fact, ...]
    label: str
    """Whose cell it is, for where the heads of the columns are out of sight."""
    span: int


@dataclass(frozen=True, kw_only=True)
class MeetingsView(View):
    """Points down, meetings across; each cell the facts of that point."""

    meetings: tuple[pieces.Link, ...]
    rows: tuple[tuple[pieces.Tag, tuple[Cell, ...]], ...]


def view(desk: Desk, entry: str) -> MeetingsView:
    """Put the page together."""
    meetings = tuple(desk.rulebook.meetings.values())
    rows = []
    for point in MEETING_POINTS:
        found = [facts(desk, meeting, point) for meeting in meetings]
        cells = [Cell(said, desk.of(meeting.name), 1) for meeting, said in zip(meetings, found, strict=True)]
        if len(found) > 1 and all(said == found[0] for said in found):
            cells = [Cell(found[0], desk.ui("same_for_both"), len(found))]
        rows.append((desk.tag("point", point), tuple(cells)))
    return MeetingsView(
        title=desk.ui("meetings_title"),
        lead=desk.ui("meetings_lead"),
        meetings=tuple(desk.link("meetings", meeting.id) for meeting in meetings),
        rows=tuple(rows),
    )
