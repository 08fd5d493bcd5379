"""What carries out what: the tasks of one list against the duties of another."""

from __future__ import annotations

from dataclasses import dataclass

from macros.derive.carrying import carrying
from macros.render import pieces
from macros.render.desk import Desk
from macros.render.view import View

KIND = "carrying-out"
SCOPE = "rulebook"
PATH = "carrying-out/"
ORDER = 35
WIDE = True


@dataclass(frozen=True)
class Side:
    """A provision at the side or the head of the table: its link and its words."""

    link: pieces.Link
    text: str


@dataclass(frozen=True)
class Reason:
    """One link between two duties: the number it has in the table, and why it stands."""

    number: int
    duty: pieces.Link
    carries_out: pieces.Link
    standing: pieces.Standing
    quotes: tuple[pieces.Quote, ...]


@dataclass(frozen=True)
class Row:
    """A provision that carries out, and for each column the links by number."""

    side: Side
    cells: tuple[tuple[Side, tuple[Reason, ...]], ...]
    linked: bool


@dataclass(frozen=True, kw_only=True)
class CarryingOutView(View):
    """The table, and the reasons below it."""

    columns: tuple[tuple[Side, bool], ...]
    """Each with whether anything carries it out."""
    rows: tuple[Row, ...]
    reasons: tuple[Reason, ...]


def view(desk: Desk, entry: str) -> CarryingOutView:
    """Put the page together."""
    grid = carrying(desk.rulebook)
    reasons: list[Reason] = []
    rows = []
    columns = [_side(desk, column) for column in grid.columns]
    for row in grid.rows:
        cells = []
        for column, side in zip(grid.columns, columns, strict=True):
            found = []
            for each in grid.cells.get((row, column), ()):
                reason = Reason(
                    len(reasons) + 1,
                    desk.link("duties", each.duty),
                    desk.link("duties", each.link.duty),
                    desk.standing(each.link, review=False),
                    desk.quotes(each.link.words),
                )
                reasons.append(reason)
                found.append(reason)
            cells.append((side, tuple(found)))
        rows.append(Row(_side(desk, row), tuple(cells), any(links for _, links in cells)))
    carried = {column for _, column in grid.cells}
    return CarryingOutView(
        title=desk.ui("carrying_out_title"),
        lead=desk.ui("carrying_out_lead"),
        columns=tuple((side, column in carried) for column, side in zip(grid.columns, columns, strict=True)),
        rows=tuple(rows),
        reasons=tuple(reasons),
    )


def _side(desk: Desk, provision: str) -> Side:
    return Side(desk.link("provisions", provision), desk.of(desk.rulebook.provisions[provision].text))
