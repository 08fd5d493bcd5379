"""What a role does and what is done toward it, under its own name and those it acts as."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.derive import effective
from macros.model import Duty, Meeting, Party, Rulebook

JOINS = ("responsible", "proposes", "decides", "agrees", "chairs", "coordinates", "participates")
"""In these capacities a counterpart does something, too; in the others something is done toward it."""
DECIDES = ("decides", "agrees")


@dataclass(frozen=True)
class Part:
    """A role's part in a duty: under which name, and as which party to it."""

    duty: Duty
    under: str
    """The role's own id, or that of one it acts as."""
    party: Party

    @property
    def acts(self) -> bool:
        """Whether the role does something: it bears the duty, or has a share in it."""
        return self.party is self.duty.bearer or self.party.capacity in JOINS


def names(rulebook: Rulebook, role: str) -> tuple[str, ...]:
    """Return the role's id and those of the roles it acts as."""
    return (role, *(link.role for link in rulebook.roles[role].acts_as))


def parts(rulebook: Rulebook, role: str) -> tuple[Part, ...]:
    """Return the role's parts in all duties, in the order of the duties."""
    mine = names(rulebook, role)
    return tuple(
        Part(duty, name, party)
        for duty in rulebook.duties.values()
        for party in duty.parties
        for name in mine
        if name in party.roles
    )


def meetings(rulebook: Rulebook, role: str) -> tuple[Meeting, ...]:
    """Return the meetings that the role sits in as a member, under any of its names."""
    mine = set(names(rulebook, role))
    return tuple(
        meeting
        for meeting in rulebook.meetings.values()
        if mine & set(effective.fact_roles(meeting.members, "members", rulebook))
    )


def duties_of_meetings(rulebook: Rulebook, role: str) -> Iterator[tuple[Duty, Meeting]]:
    """Yield what the meetings the role sits in have to do in a rhythm of its own (each month, each week)."""
    for meeting in meetings(rulebook, role):
        for duty in rulebook.duties.values():
            if duty.rhythm and duty.bearer and meeting.id in duty.bearer.meetings:
                yield duty, meeting


def informs(rulebook: Rulebook, role: str) -> Iterator[tuple[Part, Party]]:
    """Yield to whom the role reports: its part in a duty, and the party that is informed by it."""
    for part in parts(rulebook, role):
        if part.party is part.duty.bearer:
            for party in part.duty.counterparts:
                if party.capacity == "informed":
                    yield part, party


def informed_of(rulebook: Rulebook, role: str) -> Iterator[Part]:
    """Yield the duties by which somebody reports to the role."""
    yield from (part for part in parts(rulebook, role) if part.party.capacity == "informed")
