"""A meeting in the order people live through it: before, at, after; its papers; who makes a quorum."""

from __future__ import annotations

from fractions import Fraction
from math import ceil

from macros.derive import effective
from macros.model import Document, Meeting, Rulebook

PHASES: dict[str, tuple[str, ...]] = {
    "when": ("rhythm", "convener", "members", "invitees"),
    "before": ("leave", "deferral", "ad_hoc"),
    "during": ("chair", "quorum", "agenda", "speaking", "decision", "vote", "record"),
    "after": ("minutes", "follow_up"),
}
"""The points of a meeting by when they matter; an editorial grouping, the text has none."""


def must_attend(share: Fraction, should: int) -> int:
    """Return how many have to take part where `share` of `should` people is the least: half of 9 is 5."""
    return ceil(share * should)


def share(meeting: Meeting) -> Fraction | None:
    """Return the part of those who should attend that has to; None where the text gives none."""
    return Fraction(meeting.quorum.at_least) if meeting.quorum.at_least else None


def papers(rulebook: Rulebook, meeting: Meeting) -> tuple[tuple[str, Document, str], ...]:
    """Return the documents a meeting has to do with: its point, the document, the document's point.

    They meet in a duty that is a fact of both: who keeps the record of the meeting prepares the record.
    """
    points: dict[str, str] = {}
    for point, _, fact in effective.points(meeting):
        if fact.duty:
            points.setdefault(fact.duty, point)
    return tuple(
        (points[fact.duty], document, point)
        for document in rulebook.documents.values()
        for point, _, fact in effective.points(document)
        if fact.duty in points
    )
