"""The part of the home page met first: which text it is, whether in force, and a way to a provision."""

from __future__ import annotations

from dataclasses import dataclass

from macros.derive.calendar import text_date
from macros.render import pieces
from macros.render.view import Hall, Status, View, status

KIND = "doorstep"
SCOPE = "block"
PATH = ""
ORDER = 0


@dataclass(frozen=True)
class Door:
    """A rulebook: its text, the date of the newest one (ISO 8601), and its status."""

    text: pieces.Link
    date: str
    status: Status


@dataclass(frozen=True, kw_only=True)
class DoorstepView(View):
    """The rulebooks; with several of them no box can tell which one a number belongs to."""

    doors: tuple[Door, ...]


def view(hall: Hall, entry: str) -> DoorstepView:
    """Put the block together."""
    doors = []
    for desk in hall.desks.values():
        head = desk.rulebook.head
        doors.append(
            Door(pieces.Link(desk.page(""), desk.of(head.title)), text_date(desk.rulebook), status(desk))
        )
    return DoorstepView(title=hall.ui("home"), doors=tuple(doors))
