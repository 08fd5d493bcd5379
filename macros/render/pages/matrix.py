"""The duty matrix as one full table."""

from __future__ import annotations

from dataclasses import dataclass

from macros.derive.matrix import Cell, matrix
from macros.render import pieces
from macros.render.desk import Desk
from macros.render.view import View

KIND = "matrix"
SCOPE = "rulebook"
PATH = "matrix/"
ORDER = 40
WIDE = True


@dataclass(frozen=True)
class Mark:
    """What stands in a cell: the capacity, a sign for one of several, and whether it is open who it is."""

    tag: pieces.Tag
    relation: pieces.Tag | None
    open: bool


@dataclass(frozen=True)
class Row:
    """A duty and its cells, one for each role."""

    duty: pieces.Link
    article: pieces.Link | None
    modality: pieces.Tag
    cells: tuple[tuple[Mark, ...], ...]
    nobody: str
    """Said where nobody stands in the row."""


@dataclass(frozen=True, kw_only=True)
class MatrixView(View):
    """Roles and meetings across, duties down."""

    columns: tuple[pieces.Link, ...]
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
            tuple(_mark(desk, cell, used) for cell in row.cells.get(f"{collection}/{id}", ()))
            for collection, id in table.columns
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
        columns=tuple(desk.link(collection, id) for collection, id in table.columns),
        rows=tuple(rows),
        legend=tuple(used.values()),
    )


def _mark(desk: Desk, cell: Cell, used: dict[str, pieces.Tag]) -> Mark:
    tag = used.setdefault(cell.capacity, desk.tag("capacity", cell.capacity))
    relation = None if cell.alone else desk.tag("relation", cell.relation)
    return Mark(tag, relation, cell.relation == "unstated" and not cell.alone)
