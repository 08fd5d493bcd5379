"""What recurs, as stated: no date is computed that the words do not fix."""

from __future__ import annotations

from dataclasses import dataclass

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


def _says_something(rhythm: Rhythm) -> bool:
    return bool(rhythm.every or rhythm.rrule or rhythm.text or rhythm.duty or rhythm.words)
