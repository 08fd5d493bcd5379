"""All duties as a list to tick off; the page and its table for spreadsheets say the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.render import pieces
from macros.render.desk import Desk
from macros.render.duty import duty_piece


@dataclass(frozen=True)
class Item:
    """One duty: who, what, when, with whom; all else that is known of it is in `duty`."""

    number: int
    """From 1, in the order of the data."""
    duty: pieces.DutyPiece
    action: str
    """With its ban, if it is one."""
    when: tuple[str, ...]
    """How often, on what condition, with which qualifiers; empty where the words say nothing of it."""


def items(desk: Desk) -> Iterator[Item]:
    """Yield every duty in the order of the data, which is that of the text."""
    for number, duty in enumerate(desk.rulebook.duties.values(), 1):
        piece = duty_piece(desk, duty)
        when = [piece.rhythm.unstated or piece.rhythm.text] if piece.rhythm else []
        when += [piece.condition] if piece.condition else []
        when += [tag.label for tag in piece.qualifiers if tag.value != "mainly"]
        yield Item(number, piece, desk.act(duty), tuple(when))
