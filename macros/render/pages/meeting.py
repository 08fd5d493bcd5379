"""One meeting: when and with whom; what happens before, at and after it; the papers to take along."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.derive import effective
from macros.derive.calendar import fixed
from macros.derive.meetings import PHASES, must_attend, papers, share
from macros.model import Meeting, Rulebook
from macros.render import pieces
from macros.render.desk import Desk
from macros.render.meetings import facts
from macros.render.provisions import ProvisionPiece, provisions
from macros.render.view import View, capital

KIND = "meeting"
SCOPE = "rulebook"
PATH = "meetings/{id}/"
ORDER = 71
UNDER = "meetings"


@dataclass(frozen=True)
class Quorum:
    """What the quorum helper needs: the share, and how many must attend of 1 to 20."""

    numerator: int
    denominator: int
    rows: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Point:
    """One point of the meeting, and the documents that have to do with it."""

    tag: pieces.Tag
    facts: tuple[pieces.Fact, ...]
    documents: tuple[pieces.Link, ...]
    quorum: Quorum | None


@dataclass(frozen=True)
class Phase:
    """The points that matter at one time."""

    id: str
    title: str
    points: tuple[Point, ...]


@dataclass(frozen=True, kw_only=True)
class MeetingView(View):
    """The page of one meeting."""

    packs: tuple[pieces.Text, ...]
    """The meeting packs by language: the address, and the language it is in."""
    feed: pieces.Link | None
    """The calendar feed; None where the words fix no day."""
    compare: pieces.Link
    phases: tuple[Phase, ...]
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
    cited = [
        citation.at
        for _, _, fact in effective.points(meeting)
        for citation in effective.citations(fact, desk.rulebook)
    ]
    dated = any(one.item.rhythm is meeting.rhythm for one in fixed(desk.rulebook))
    return MeetingView(
        title=capital(desk.of(meeting.name)),
        lead=desk.ui("meeting_lead", name=desk.of(meeting.name)),
        packs=tuple(
            pieces.Text(desk.href("pack", entry, language), language)
            for language in (desk.language, desk.other)
        ),
        feed=pieces.Link(desk.href("feed"), desk.ui("feed")) if dated else None,
        compare=pieces.Link(desk.page("meetings/"), desk.ui("meetings_caption")),
        phases=tuple(
            Phase(phase, desk.ui(f"phase_{phase}"), tuple(_point(desk, meeting, name) for name in names))
            for phase, names in PHASES.items()
        ),
        questions=desk.questions("meetings", entry),
        provisions=provisions(desk, cited),
        standing=desk.standing(meeting),
        procedures=_procedures(desk, meeting),
    )


def _point(desk: Desk, meeting: Meeting, wanted: str) -> Point:
    found = papers(desk.rulebook, meeting)
    documents = dict.fromkeys(document.id for point, document, _ in found if point == wanted)
    part = share(meeting) if wanted == "quorum" else None
    return Point(
        desk.tag("point", wanted),
        facts(desk, meeting, wanted),
        tuple(desk.link("documents", document) for document in documents),
        Quorum(
            part.numerator,
            part.denominator,
            tuple((should, must_attend(part, should)) for should in range(1, 21)),
        )
        if part
        else None,
    )


def _procedures(desk: Desk, meeting: Meeting) -> tuple[pieces.Link, ...]:
    """Return the procedures that are this meeting's own: what two meetings share tells of neither."""
    others = {
        fact.duty
        for other in desk.rulebook.meetings.values()
        if other is not meeting
        for _, _, fact in effective.points(other)
    }
    own = {fact.duty for _, _, fact in effective.points(meeting)} - others
    return tuple(
        desk.link("procedures", procedure.id)
        for procedure in desk.rulebook.procedures.values()
        if any(
            step.duty in own if step.duty else step.performers and meeting.id in step.performers.meetings
            for step in procedure.steps
        )
    )
