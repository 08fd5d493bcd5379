"""When a duty falls due, as far as the words say: never guessed from what it is about."""

from __future__ import annotations

from macros.derive import effective
from macros.model import Duty, Meeting, Rhythm, Rulebook

TIMES = (
    "day", "week", "month", "quarter", "half-year", "year", "regularly", "promptly", "beforehand",
    "occasion", "none",
)  # fmt: skip
"""From the most to the least definite: units, the words' qualifiers, a condition or a need, nothing."""
AT_THE_MEETING = ("rhythm", "members", "chair", "speaking", "decision")
"""The points of a meeting that come round whenever it is held."""
_UNITS = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"}
_QUALIFIERS = ("regularly", "promptly", "beforehand")


def unit(rhythm: Rhythm | None) -> str:
    """Return the unit in which something recurs; empty where the words give none."""
    if rhythm is None:
        return ""
    parts = dict(part.partition("=")[::2] for part in (rhythm.rrule or "").split(";"))
    return rhythm.every or _UNITS.get(parts.get("FREQ", ""), "")


def qualified(duty: Duty) -> str:
    """Return how the words put the time without giving a unit (`promptly`); empty where they do not."""
    return next((qualifier for qualifier in duty.qualifiers if qualifier in _QUALIFIERS), "")


def times(duty: Duty, rulebook: Rulebook) -> tuple[tuple[str, str], ...]:
    """Return when a duty falls due (of TIMES), each with the meeting whose rhythm it is, or nothing."""
    if unit(duty.rhythm):
        return ((unit(duty.rhythm), ""),)
    held = tuple(
        (unit(meeting.rhythm), meeting.id)
        for meeting in rulebook.meetings.values()
        if unit(meeting.rhythm) and _comes_round(duty, meeting)
    )
    if held:
        return held
    if duty.condition or "as-needed" in duty.qualifiers:
        return (("occasion", ""),)
    return ((qualified(duty) or "none", ""),)


def _comes_round(duty: Duty, meeting: Meeting) -> bool:
    return any(
        fact.duty == duty.id for point, _, fact in effective.points(meeting) if point in AT_THE_MEETING
    )
