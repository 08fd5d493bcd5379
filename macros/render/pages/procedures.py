"""All procedures, with when each applies."""

from __future__ import annotations

from dataclasses import dataclass

from macros.render import pieces
from macros.render.desk import Desk
from macros.render.view import View

KIND = "procedures"
SCOPE = "rulebook"
PATH = "procedures/"
ORDER = 60


@dataclass(frozen=True)
class Row:
    """A procedure in short."""

    link: pieces.Link
    entry: pieces.Fact
    steps: int
    unsettled: tuple[pieces.Question, ...]


@dataclass(frozen=True, kw_only=True)
class ProceduresView(View):
    """All procedures in the order of the data."""

    rows: tuple[Row, ...]


def rows(desk: Desk) -> tuple[Row, ...]:
    """Return every procedure in short; the guide shows the same."""
    out = []
    for procedure in desk.rulebook.procedures.values():
        open_ends = [step.question for step in procedure.steps if step.kind == "unsettled" and step.question]
        out.append(
            Row(
                desk.link("procedures", procedure.id),
                desk.fact("entry", procedure.entry),
                sum(step.kind == "task" for step in procedure.steps),
                tuple(desk.question(question) for question in dict.fromkeys(open_ends)),
            )
        )
    return tuple(out)


def view(desk: Desk, entry: str) -> ProceduresView:
    """Put the page together."""
    return ProceduresView(title=desk.ui("procedures_title"), lead=desk.ui("procedures_lead"), rows=rows(desk))
