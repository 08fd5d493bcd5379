"""Meetings and documents: facts that name the duty they are, the words, or the open question."""

from __future__ import annotations

from typing import Literal

from macros.model.base import Bilingual, DutyId, MeetingId, Reviewed, RoleId, Statement

Unit = Literal["day", "week", "month", "quarter", "half-year", "year"]
Part = Literal["early", "middle", "late"]
DocumentKind = Literal["record", "minutes", "submission", "plan", "opinion", "publication", "rules"]


class Fact(Statement):
    """One fact: `duty` is its home, else `words` with `text`; only `question` means not stated."""

    duty: DutyId | None = None
    roles: tuple[RoleId, ...] = ()
    meetings: tuple[MeetingId, ...] = ()
    text: Bilingual | None = None


class Quorum(Fact):
    """How many must take part: `at_least` is a fraction of those named by `of`."""

    at_least: str | None = None
    of: Literal["should-attend"] | None = None


class Rhythm(Fact):
    """A recurrence: an RFC 5545 rule where the words fix the day, else the unit and its part."""

    every: Unit | None = None
    part: Part | None = None
    rrule: str | None = None


class Meeting(Reviewed):
    """A regular decision-making meeting, point by point; a point absent here is not modelled."""

    name: Bilingual
    rhythm: Rhythm
    convener: Fact
    members: Fact
    invitees: Fact
    chair: Fact
    quorum: Quorum
    leave: Fact
    agenda: tuple[Fact, ...]
    speaking: Fact
    decision: Fact
    vote: Fact
    record: Fact
    minutes: Fact
    follow_up: Fact
    deferral: Fact
    ad_hoc: Fact


class Document(Reviewed):
    """A record or publication: who prepares, agrees to, signs, keeps and receives it."""

    kind: DocumentKind | None = None
    """None where the words call it a document and nothing more."""
    name: Bilingual
    rhythm: Rhythm | None = None
    prepared_by: Fact | None = None
    considered_by: Fact | None = None
    """Who studies or discusses it; not the same as agreeing."""
    agreed_by: Fact | None = None
    signed_by: Fact | None = None
    issued_by: Fact | None = None
    kept_by: Fact | None = None
    addressed_to: Fact | None = None
    contents: tuple[Fact, ...] = ()


MEETING_POINTS = (
    "rhythm",
    "convener",
    "members",
    "invitees",
    "chair",
    "quorum",
    "leave",
    "agenda",
    "speaking",
    "decision",
    "vote",
    "record",
    "minutes",
    "follow_up",
    "deferral",
    "ad_hoc",
)
"""The points of a meeting, in the order a reader asks for them."""

DOCUMENT_POINTS = (
    "rhythm",
    "prepared_by",
    "considered_by",
    "agreed_by",
    "signed_by",
    "issued_by",
    "kept_by",
    "addressed_to",
    "contents",
)
"""The points of a document, likewise."""
