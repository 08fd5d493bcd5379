"""A role on one sheet: what it has to do, when, with whom, and where that is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.derive import acting
from macros.model import Rulebook
from macros.render import pieces, tasks
from macros.render.desk import Desk
from macros.render.view import View, capital

KIND = "role-card"
SCOPE = "rulebook"
PATH = "roles/{id}/card/"
ORDER = 52
UNDER = "roles"
LISTED = False
WIDE = True
_SPARSE, _DENSE = 12, 30
"""Up to so many entries the letters are large; from so many on they are small."""


@dataclass(frozen=True, kw_only=True)
class CardView(View):
    """One sheet."""

    rulebook: str
    number: str
    role: pieces.Link
    kind: pieces.Tag
    acts_as: tuple[pieces.Link, ...]
    groups: tuple[tasks.Group, ...]
    reports_to: tuple[tuple[pieces.PartyPiece, pieces.Link], ...]
    questions: int
    review: pieces.Tag
    size: str
    """`sparse`, `usual` or `dense`, by how much stands on it."""


def entries(rulebook: Rulebook) -> Iterable[str]:
    """Return the ids of the roles that do anything."""
    return tuple(role for role in rulebook.roles if any(part.acts for part in acting.parts(rulebook, role)))


def view(desk: Desk, entry: str) -> CardView:
    """Put the sheet together."""
    role, head = desk.rulebook.roles[entry], desk.rulebook.head
    found = tasks.groups(desk, entry)
    count = sum(len(group.tasks) for group in found)
    name = capital(desk.of(role.name))
    reports = {
        part.duty.id: (desk.party(party), desk.link("duties", part.duty.id))
        for part, party in acting.informs(desk.rulebook, entry)
    }
    return CardView(
        title=desk.ui("card_title", name=name),
        lead=desk.ui("card_lead"),
        rulebook=desk.of(head.title),
        number=desk.of(head.number),
        role=desk.link("roles", entry, name),
        kind=desk.tag("role_kind", role.kind),
        acts_as=tuple(desk.link("roles", link.role) for link in role.acts_as),
        groups=found,
        reports_to=tuple(reports.values()),
        questions=len(tasks.questions(desk, entry)),
        review=desk.tag("review", role.review),
        size="sparse" if count <= _SPARSE else "usual" if count < _DENSE else "dense",
    )
