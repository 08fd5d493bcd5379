"""What an office knows of itself: who holds a role, which days were set. Never part of the rules.

These facts come from no official text and rest on no words; they are shown beside the rules, marked as what
they are, and no export of the rules holds them.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.model.base import Bilingual, Element, Identifier, IsoDate, Line, MeetingId, RoleId


class Holding(Element):
    """Who holds a role now, and how to reach them."""

    role: RoleId
    held_by: tuple[Line, ...] = ()
    since: IsoDate | None = None
    phone: Line | None = None
    note: Bilingual | None = None


class Sitting(Element):
    """The days on which a meeting is really held, as the office set them."""

    meeting: MeetingId
    dates: Annotated[tuple[IsoDate, ...], Field(min_length=1)]
    place_held: Line | None = None
    note: Bilingual | None = None


class LocalFacts(Element):
    """What `local.yml` says beside one rulebook."""

    rulebook: Identifier
    as_of: IsoDate
    """The day on which all of it was right."""
    roles: tuple[Holding, ...] = ()
    meetings: tuple[Sitting, ...] = ()
