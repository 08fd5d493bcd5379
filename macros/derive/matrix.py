"""The duty matrix: duties down, roles across, capacities in the cells."""

from __future__ import annotations

from dataclasses import dataclass

from macros.derive.order import duty_article
from macros.model import Rulebook


@dataclass(frozen=True)
class Row:
    """One duty and, by role, the capacities in which the role has to do with it."""

    duty: str
    article: int
    cells: dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Matrix:
    """Roles across (those that appear in any duty, in the order of the data) and the rows."""

    roles: tuple[str, ...]
    rows: tuple[Row, ...]


def matrix(rulebook: Rulebook) -> Matrix:
    """Lay out who has to do with which duty, as bearer or counterpart."""
    rows = []
    for duty in rulebook.duties.values():
        cells: dict[str, tuple[str, ...]] = {}
        for party in ((duty.bearer,) if duty.bearer else ()) + duty.counterparts:
            for role in party.roles:
                cells[role] = tuple(dict.fromkeys((*cells.get(role, ()), party.capacity)))
        rows.append(Row(duty.id, duty_article(duty), cells))
    rows.sort(key=lambda row: row.article)
    used = {role for row in rows for role in row.cells}
    return Matrix(tuple(role for role in rulebook.roles if role in used), tuple(rows))
