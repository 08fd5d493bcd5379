"""What recurs, as stated: no date is computed that the words do not fix."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from dateutil.rrule import rrulestr

from macros.model import Rhythm, Rulebook


@dataclass(frozen=True)
class Recurrence:
    """Something that recurs and the rhythm the words give it."""

    collection: str
    id: str
    rhythm: Rhythm


def recurrences(rulebook: Rulebook) -> tuple[Recurrence, ...]:
    """Return every stated rhythm: of meetings, of documents, then of duties that have their own."""
    out = []
    for collection in ("meetings", "documents", "duties"):
        for thing in getattr(rulebook, collection).values():
            if thing.rhythm is not None and _says_something(thing.rhythm):
                out.append(Recurrence(collection, thing.id, thing.rhythm))
    return tuple(out)


@dataclass(frozen=True)
class Fixed:
    """Something that recurs on a day which the words fix."""

    item: Recurrence
    rule: str
    """The RFC 5545 rule."""
    first: datetime.date
    """The first such day on or after the date of the text."""


def fixed(rulebook: Rulebook) -> tuple[Fixed, ...]:
    """Return what recurs on a stated day, in the order of `recurrences`."""
    start = text_date(rulebook)
    out = []
    for item in recurrences(rulebook):
        rule = item.rhythm.rrule
        first = first_day(rule, datetime.date.fromisoformat(start)) if rule and start else None
        if rule and first:
            out.append(Fixed(item, rule, first))
    return tuple(out)


def first_day(rule: str, start: datetime.date) -> datetime.date | None:
    """Return the first day on or after `start` that an RFC 5545 rule gives; None if it gives none."""
    days = rrulestr(rule, dtstart=datetime.datetime.combine(start, datetime.time()))
    found = next(iter(days), None)
    return found.date() if found else None


def text_date(rulebook: Rulebook) -> str:
    """Return the date of the newest text, as in data; empty where there is none."""
    newest = rulebook.head.newest
    return newest.date if newest else ""


def _says_something(rhythm: Rhythm) -> bool:
    return bool(rhythm.every or rhythm.rrule or rhythm.text or rhythm.duty or rhythm.words)
