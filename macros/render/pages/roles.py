"""All roles, by where they stand and what kind they are."""

from __future__ import annotations

from dataclasses import dataclass

from macros.render import pieces
from macros.render.desk import Desk
from macros.render.view import View

KIND = "roles"
SCOPE = "rulebook"
PATH = "roles/"
ORDER = 50


@dataclass(frozen=True)
class Row:
    """A role in short."""

    link: pieces.Link
    kind: pieces.Tag
    holders: pieces.Tag
    part_of: pieces.Link | None
    duties: int


@dataclass(frozen=True, kw_only=True)
class RolesView(View):
    """Roles inside the department, then those outside."""

    groups: tuple[tuple[pieces.Tag, tuple[Row, ...]], ...]


def view(desk: Desk, entry: str) -> RolesView:
    """Put the page together."""
    groups = []
    for pool in ("inside", "outside"):
        rows = tuple(
            Row(
                desk.link("roles", role.id),
                desk.tag("role_kind", role.kind),
                desk.tag("holders", role.holders),
                desk.link("roles", role.part_of.role) if role.part_of else None,
                sum(1 for item in desk.references.role.get(role.id) if item[0] == "duties"),
            )
            for role in desk.rulebook.roles.values()
            if role.pool == pool
        )
        if rows:
            groups.append((desk.tag("pool", pool), rows))
    return RolesView(title=desk.ui("roles_title"), lead=desk.ui("roles_lead"), groups=tuple(groups))
