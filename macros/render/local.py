"""The box of local facts on a role's or meeting's page; it stands apart from all that the rules say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.derive import effective
from macros.model.local import Holding
from macros.render import pieces
from macros.render.desk import Desk


@dataclass(frozen=True)
class LocalFact:
    """One line of the box: what, the values, and the role it is about where that is another page's."""

    label: str
    values: tuple[str, ...]
    role: pieces.Link | None = None


@dataclass(frozen=True)
class LocalBox:
    """What the office says, and the day on which it was right."""

    as_of: str
    facts: tuple[LocalFact, ...]
    notes: tuple[str, ...]


def local_box(desk: Desk, kind: str, entry: str) -> LocalBox | None:
    """Return the box for a page; None where the office says nothing that belongs there."""
    if desk.local is None or kind not in ("role", "meeting"):
        return None
    facts = tuple(_of_role(desk, entry) if kind == "role" else _of_meeting(desk, entry))
    by_role = [one.note for one in desk.local.roles if kind == "role" and one.role == entry]
    by_meeting = [one.note for one in desk.local.meetings if kind == "meeting" and one.meeting == entry]
    notes = tuple(desk.of(note) for note in (*by_role, *by_meeting) if note)
    return LocalBox(desk.local.as_of, facts, notes) if facts or notes else None


def _holding(desk: Desk, role: str) -> Holding | None:
    held = desk.local.roles if desk.local else ()
    return next((one for one in held if one.role == role), None)


def _of_role(desk: Desk, role: str, link: pieces.Link | None = None) -> Iterator[LocalFact]:
    held = _holding(desk, role)
    if held is None:
        return
    if held.held_by:
        yield LocalFact(desk.ui("local_held_by"), held.held_by, link)
    if held.since:
        yield LocalFact(desk.ui("local_since"), (held.since,), link)
    if held.phone:
        yield LocalFact(desk.ui("local_phone"), (held.phone,), link)


def _of_meeting(desk: Desk, entry: str) -> Iterator[LocalFact]:
    sittings = desk.local.meetings if desk.local else ()
    for one in sittings:
        if one.meeting == entry:
            yield LocalFact(desk.ui("local_dates"), one.dates)
            if one.place_held:
                yield LocalFact(desk.ui("local_place"), (one.place_held,))
    roles = dict.fromkeys(
        role
        for point, _, fact in effective.points(desk.rulebook.meetings[entry])
        for role in effective.fact_roles(fact, point, desk.rulebook)
    )
    for role in roles:
        yield from _of_role(desk, role, desk.link("roles", role))
