"""The duty matrix: duties down, roles and meetings across, capacities in the cells."""

from __future__ import annotations

from dataclasses import dataclass

from macros.derive.order import duty_article
from macros.derive.timing import qualified, unit
from macros.model import Duty, Rhythm, Rulebook
from macros.model.duty import Capacity, Relation


@dataclass(frozen=True)
class Cell:
    """One capacity of one role or meeting in a duty, and how it stands to others named beside it."""

    capacity: Capacity
    relation: Relation
    alone: bool
    """Whether it is the only one named in that capacity."""
    question: str | None
    """What the text leaves open about it."""


@dataclass(frozen=True)
class Row:
    """One duty and, by column, the capacities in which it is anyone's."""

    duty: str
    article: int
    cells: dict[str, tuple[Cell, ...]]
    """Keyed by `roles/<id>` or `meetings/<id>`."""
    rhythm: str
    """A unit (`week`), or else how the words put it: `regularly`, `promptly`; or `none`."""
    lacking: tuple[str, ...]
    """What one may want to find: `bearer`, `timing`, `certainty` (unsettled), `words` (inferred)."""


@dataclass(frozen=True)
class Matrix:
    """Roles, then meetings, across (those that appear in any duty, in the order of the data); the rows."""

    columns: tuple[tuple[str, str], ...]
    """Collection and id."""
    rows: tuple[Row, ...]


def matrix(rulebook: Rulebook) -> Matrix:
    """Lay out who has to do with which duty, as bearer or counterpart."""
    rows = []
    meetings = {one.rhythm.duty: one.rhythm for one in rulebook.meetings.values() if one.rhythm.duty}
    for duty in rulebook.duties.values():
        cells: dict[str, tuple[Cell, ...]] = {}
        for party in duty.parties:
            names = [f"roles/{id}" for id in party.roles] + [f"meetings/{id}" for id in party.meetings]
            cell = Cell(party.capacity, party.relation, len(names) == 1, party.question)
            for name in names:
                cells[name] = tuple(dict.fromkeys((*cells.get(name, ()), cell)))
        rhythm = _rhythm(duty, meetings.get(duty.id))
        rows.append(Row(duty.id, duty_article(duty), cells, rhythm, _lacking(duty, rhythm)))
    rows.sort(key=lambda row: row.article)
    used = {name for row in rows for name in row.cells}
    every = [("roles", id) for id in rulebook.roles] + [("meetings", id) for id in rulebook.meetings]
    return Matrix(tuple((kind, id) for kind, id in every if f"{kind}/{id}" in used), tuple(rows))


def _rhythm(duty: Duty, of_meeting: Rhythm | None) -> str:
    """Return how often: the duty's own rhythm, that of the meeting it holds, or the words' qualifier."""
    return unit(duty.rhythm) or unit(of_meeting) or qualified(duty) or "none"


def _lacking(duty: Duty, rhythm: str) -> tuple[str, ...]:
    several = [party for party in duty.parties if len(party.roles) + len(party.meetings) > 1]
    told = {
        "bearer": duty.bearer is None,
        "timing": rhythm == "none" and duty.condition is None,
        "certainty": duty.bearer_source == "unsettled" or any(one.relation == "unstated" for one in several),
        "words": duty.inferred or duty.bearer_source == "inferred",
    }
    return tuple(name for name, lacks in told.items() if lacks)
