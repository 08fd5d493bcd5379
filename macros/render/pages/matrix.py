"""The duty matrix as one full table."""

from __future__ import annotations

from dataclasses import dataclass

from macros.derive.matrix import matrix
from macros.render import pieces
from macros.render.desk import Desk
from macros.render.view import View

KIND = "matrix"
SCOPE = "rulebook"
PATH = "matrix/"
ORDER = 40
WIDE = True


@dataclass(frozen=True)
class Row:
    """A duty and its cells, one for each role."""

    duty: pieces.Link
    article: pieces.Link | None
    modality: pieces.Tag
    cells: tuple[tuple[pieces.Tag, ...], ...]
    nobody: str
    """Said where no role stands in the row."""


@dataclass(frozen=True, kw_only=True)
class MatrixView(View):
    """Roles across, duties down."""

    roles: tuple[pieces.Link, ...]
    rows: tuple[Row, ...]
    legend: tuple[pieces.Tag, ...]


def view(desk: Desk, entry: str) -> MatrixView:
    """Put the page together."""
    table = matrix(desk.rulebook)
    rows = []
    used: dict[str, pieces.Tag] = {}
    for row in table.rows:
        duty = desk.rulebook.duties[row.duty]
        cells = tuple(
            tuple(used.setdefault(value, desk.tag("capacity", value)) for value in row.cells.get(role, ()))
            for role in table.roles
        )
        at = duty.words[0].at if duty.words else ""
        rows.append(
            Row(
                desk.link("duties", row.duty, desk.of(duty.action)),
                desk.link("provisions", at) if at else None,
                desk.tag("modality", duty.modality),
                cells,
                "" if row.cells else desk.tag("bearer_source", duty.bearer_source).label,
            )
        )
    return MatrixView(
        title=desk.ui("matrix_title"),
        lead=desk.ui("matrix_lead"),
        roles=tuple(desk.link("roles", role) for role in table.roles),
        rows=tuple(rows),
        legend=tuple(used.values()),
    )
