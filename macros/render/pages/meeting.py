"""One meeting, point by point."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.derive import effective
from macros.model import Rulebook
from macros.render import pieces
from macros.render.desk import Desk
from macros.render.provisions import ProvisionPiece, provisions
from macros.render.view import View, capital

KIND = "meeting"
SCOPE = "rulebook"
PATH = "meetings/{id}/"
ORDER = 71
UNDER = "meetings"


@dataclass(frozen=True, kw_only=True)
class MeetingView(View):
    """The page of one meeting."""

    points: tuple[tuple[pieces.Tag, tuple[pieces.Fact, ...]], ...]
    questions: tuple[pieces.Question, ...]
    provisions: tuple[ProvisionPiece, ...]
    standing: pieces.Standing
    procedures: tuple[pieces.Link, ...]


def entries(rulebook: Rulebook) -> Iterable[str]:
    """Return the ids of all meetings."""
    return tuple(rulebook.meetings)


def view(desk: Desk, entry: str) -> MeetingView:
    """Put the page together."""
    meeting = desk.rulebook.meetings[entry]
    by_point: dict[str, list[pieces.Fact]] = {}
    cited = []
    duties = set()
    for point, _, fact in effective.points(meeting):
        by_point.setdefault(point, []).append(desk.fact(point, fact))
        cited += [citation.at for citation in effective.citations(fact, desk.rulebook)]
        duties.add(fact.duty)
    others = {
        fact.duty
        for other in desk.rulebook.meetings.values()
        if other is not meeting
        for _, _, fact in effective.points(other)
    }
    own = duties - others  # what two meetings share tells nothing about either
    procedures = [
        desk.link("procedures", procedure.id)
        for procedure in desk.rulebook.procedures.values()
        if any(
            step.duty in own if step.duty else step.performers and entry in step.performers.meetings
            for step in procedure.steps
        )
    ]
    return MeetingView(
        title=capital(desk.of(meeting.name)),
        lead=desk.ui("meeting_lead", name=desk.of(meeting.name)),
        points=tuple((desk.tag("point", point), tuple(facts)) for point, facts in by_point.items()),
        questions=desk.questions("meetings", entry),
        provisions=provisions(desk, cited),
        standing=desk.standing(meeting),
        procedures=tuple(procedures),
    )
