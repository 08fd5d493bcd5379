"""What the words lay on someone, or on a state of affairs."""

from __future__ import annotations

from typing import Literal

from macros.model.base import (
    Bilingual,
    DutyId,
    Element,
    Identifier,
    MeetingId,
    QuestionId,
    Reviewed,
    RoleId,
    Statement,
)
from macros.model.facts import Rhythm

Modality = Literal["must", "must-not", "may", "task", "declared", "request", "encouraged"]
Qualifier = Literal["in-principle", "as-needed", "promptly", "beforehand", "regularly", "mainly"]
Relation = Literal["single", "each", "one-of", "all-of", "unstated"]
Capacity = Literal[
    "responsible",
    "proposes",
    "decides",
    "agrees",
    "chairs",
    "coordinates",
    "participates",
    "consulted",
    "informed",
    "addressed",
    "overseen",
]
BearerSource = Literal["stated", "elided", "inferred", "unsettled", "none"]


class Party(Element):
    """Who takes part, how several of them stand to one another, and in what capacity."""

    roles: tuple[RoleId, ...] = ()
    meetings: tuple[MeetingId, ...] = ()
    relation: Relation = "single"
    capacity: Capacity = "responsible"
    question: QuestionId | None = None
    """Required where the relation is unstated."""


class Origin(Element):
    """Who decided or raised the object of a duty (全保会 … 决定的工作任务)."""

    roles: tuple[RoleId, ...] = ()
    meetings: tuple[MeetingId, ...] = ()


class DutyLink(Statement):
    """A link to another duty; inferred links carry their own note."""

    duty: DutyId


class Duty(Reviewed):
    """One bearer, one governing word, one condition, one set of qualifiers."""

    bearer: Party | None = None
    bearer_source: BearerSource
    modality: Modality
    category: Identifier
    """An id of the rulebook's `categories`: editorial, for counting and filtering."""
    qualifiers: tuple[Qualifier, ...] = ()
    condition: Bilingual | None = None
    basis: Bilingual | None = None
    """A 按… or 根据… phrase."""
    action: Bilingual
    purpose: Bilingual | None = None
    """What the words name as the aim (使…, 以便…)."""
    rhythm: Rhythm | None = None
    """A recurrence the words give, where no meeting's rhythm is the home of it."""
    counterparts: tuple[Party, ...] = ()
    origin: tuple[Origin, ...] = ()
    carries_out: tuple[DutyLink, ...] = ()
    """Duties (art. 3) that this one (a task of art. 4) carries out."""
    fallback: tuple[DutyLink, ...] = ()
    """Duties that take over where this one fails."""

    @property
    def parties(self) -> tuple[Party, ...]:
        """The bearer, if one is named, and the counterparts."""
        return (*((self.bearer,) if self.bearer else ()), *self.counterparts)

    @property
    def phrases(self) -> tuple[Bilingual, ...]:
        """What is said in words of its own: the act, the condition, the basis, the purpose."""
        several = (self.action, self.condition, self.basis, self.purpose)
        return tuple(phrase for phrase in several if phrase is not None)
