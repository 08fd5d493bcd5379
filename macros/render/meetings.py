"""A meeting's facts as every page and paper shows them."""

from __future__ import annotations

from dataclasses import replace

from macros.derive import effective
from macros.model import Meeting
from macros.render import pieces
from macros.render.desk import Desk


def facts(desk: Desk, meeting: Meeting, wanted: str) -> tuple[pieces.Fact, ...]:
    """Return the facts of one point; that the meeting itself takes up its agenda is not said again."""
    out = []
    for point, _, fact in effective.points(meeting):
        if point == wanted:
            said = desk.fact(point, fact)
            duty = effective.home(fact, desk.rulebook.duties)
            if point == "agenda" and duty and duty.bearer and duty.bearer.meetings == (meeting.id,):
                said = replace(said, parties=said.parties[1:])
            out.append(said)
    return tuple(out)
