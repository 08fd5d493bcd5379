"""Which provisions carry out which: the links between duties, gathered by the points they stand in."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model import Duty, DutyLink, ProvisionId, Rulebook


@dataclass(frozen=True)
class Carried:
    """One duty that carries out another."""

    duty: str
    link: DutyLink


@dataclass(frozen=True)
class Grid:
    """Provisions that carry out, down; provisions carried out, across; each cell the links between them."""

    columns: tuple[str, ...]
    rows: tuple[str, ...]
    cells: dict[tuple[str, str], tuple[Carried, ...]]
    """By row and column; a pair without a link is not there."""


def carrying(rulebook: Rulebook) -> Grid:
    """Lay the links out; points of the same list that have none stand there, too: that is worth seeing."""
    cells: dict[tuple[str, str], tuple[Carried, ...]] = {}
    for duty in rulebook.duties.values():
        for link in duty.carries_out:
            key = (_place(duty), _place(rulebook.duties[link.duty]))
            cells[key] = (*cells.get(key, ()), Carried(duty.id, link))
    return Grid(
        _with_the_rest(rulebook, {column for _, column in cells}),
        _with_the_rest(rulebook, {row for row, _ in cells}),
        cells,
    )


def _place(duty: Duty) -> str:
    return duty.words[0].at if duty.words else ""


def _with_the_rest(rulebook: Rulebook, found: set[str]) -> tuple[str, ...]:
    """Return provisions with the others of the same list, in the order of the text."""
    lists = {_list_of(provision) for provision in found} - {None}
    return tuple(
        provision
        for provision in rulebook.provisions
        if provision in found or (_list_of(provision) in lists and rulebook.provisions[provision].text)
    )


def _list_of(provision: str) -> str | None:
    """Return the paragraph whose list a point belongs to; None for what is no point."""
    parsed = ProvisionId.parse(provision)
    return str(parsed.parent) if parsed and parsed.kind == "point" else None
