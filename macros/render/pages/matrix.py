"""The duty matrix as one full table."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from macros.derive.matrix import Cell, Matrix, matrix
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
    facets: tuple[tuple[str, str], ...]
    """What the row is filtered by: facet and values, parted by spaces."""


@dataclass(frozen=True)
class Filter:
    """A choice above the table: its name, label, and the values with what they are called and how many."""

    name: str
    label: str
    options: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True)
class Column:
    """A role or meeting: its id for the filter, its link, in how many duties it stands."""

    id: str
    link: pieces.Link
    count: int


@dataclass(frozen=True, kw_only=True)
class MatrixView(View):
    """Roles and meetings across, duties down."""

    columns: tuple[Column, ...]
    filters: tuple[Filter, ...]
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
                (
                    ("article", str(row.article)),
                    ("category", duty.category),
                    ("modality", duty.modality),
                    ("rhythm", row.rhythm),
                    ("lacking", " ".join(row.lacking)),
                ),
            )
        )
    columns = tuple(
        Column(
            f"{collection}/{id}",
            desk.link(collection, id),
            sum(f"{collection}/{id}" in row.cells for row in table.rows),
        )
        for collection, id in table.columns
    )
    return MatrixView(
        title=desk.ui("matrix_title"),
        lead=desk.ui("matrix_lead"),
        columns=columns,
        filters=_filters(desk, table, columns),
        rows=tuple(rows),
        legend=tuple(used.values()),
    )


def _mark(desk: Desk, cell: Cell, used: dict[str, pieces.Tag]) -> Mark:
    tag = used.setdefault(cell.capacity, desk.tag("capacity", cell.capacity))
    relation = None if cell.alone else desk.tag("relation", cell.relation)
    return Mark(tag, relation, cell.relation == "unstated" and not cell.alone)


def _filters(desk: Desk, table: Matrix, columns: tuple[Column, ...]) -> tuple[Filter, ...]:
    """Return the choices, each with how many duties it leaves."""
    duties = [desk.rulebook.duties[row.duty] for row in table.rows]
    articles = Counter(str(row.article) for row in table.rows)
    categories = Counter(duty.category for duty in duties)
    modalities = Counter(duty.modality for duty in duties)
    rhythms = Counter(row.rhythm for row in table.rows)
    lacking = Counter(name for row in table.rows for name in row.lacking)
    return (
        Filter("who", desk.ui("who"), tuple((one.id, one.link.text, one.count) for one in columns)),
        Filter(
            "article",
            desk.ui("articles"),
            tuple((id, _article(desk, id), count) for id, count in articles.items()),
        ),
        Filter(
            "category",
            desk.ui("category"),
            tuple(
                (one.id, desk.of(one.name), categories[one.id])
                for one in desk.rulebook.head.categories
                if categories[one.id]
            ),
        ),
        Filter(
            "modality",
            desk.ui("list_modality"),
            tuple((id, desk.tag("modality", id).label, count) for id, count in sorted(modalities.items())),
        ),
        Filter(
            "rhythm",
            desk.ui("how_often"),
            tuple(
                (id, desk.ui(f"rhythm_{id.replace('-', '_')}"), rhythms[id]) for id in RHYTHMS if rhythms[id]
            ),
        ),
        Filter(
            "lacking",
            desk.ui("matrix_lacking"),
            tuple((id, desk.ui(f"lacking_{id}"), count) for id, count in sorted(lacking.items())),
        ),
    )


def _article(desk: Desk, number: str) -> str:
    article = desk.rulebook.provisions.get(f"art_{number}")
    return desk.of(article.label) if article else desk.ui("notice_heading")


RHYTHMS = (
    "day",
    "week",
    "month",
    "quarter",
    "half-year",
    "year",
    "regularly",
    "promptly",
    "beforehand",
    "none",
)
"""How often, from the shortest; then what the words leave without an interval."""
