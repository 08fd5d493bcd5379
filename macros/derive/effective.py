"""What a step or a fact inherits from the duty that is its home.

One fact has one home: a step or a fact that names a duty says nothing itself, so its words, its
label and the roles that act come from that duty.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from macros.model import Bilingual, Citation, Document, Duty, Edge, Fact, Meeting, Party, Rulebook, Step
from macros.model.facts import DOCUMENT_POINTS, MEETING_POINTS

_ADDRESSED = ("informed", "addressed", "coordinates")
"""In these capacities a counterpart receives what a duty sends."""


def points(thing: Meeting | Document) -> Iterator[tuple[str, int, Fact]]:
    """Yield every fact of a meeting or document: its point, its place among them, the fact."""
    for name in MEETING_POINTS if isinstance(thing, Meeting) else DOCUMENT_POINTS:
        value = getattr(thing, name)
        several = value if isinstance(value, tuple) else (value,)
        for index, fact in enumerate(several):
            if fact is not None:
                yield name, index, fact


def home(thing: Step | Edge | Fact, duties: Mapping[str, Duty]) -> Duty | None:
    """Return the duty a step, edge or fact is a part of, if it names one that exists."""
    return duties.get(thing.duty) if thing.duty else None


def citations(thing: Step | Edge | Fact, rulebook: Rulebook) -> tuple[Citation, ...]:
    """Return the words a step, edge or fact rests on: its own, else those of its duty."""
    duty = home(thing, rulebook.duties)
    return thing.words or (duty.words if duty else ())


def performers(step: Step, rulebook: Rulebook) -> tuple[Party, ...]:
    """Return who performs a step: as it says, else the bearer of its duty and who acts with him."""
    if step.performers:
        return (step.performers,)
    duty = home(step, rulebook.duties)
    if duty is None:
        return ()
    bearer = (duty.bearer,) if duty.bearer else ()
    return (*bearer, *(party for party in duty.counterparts if party.capacity == "participates"))


def label(step: Step, rulebook: Rulebook) -> Bilingual | None:
    """Return what a step says: its own label, else its duty's action, else its document's name."""
    duty = home(step, rulebook.duties)
    if step.label:
        return step.label
    if duty:
        return duty.action
    document = rulebook.documents.get(step.document) if step.document else None
    procedure = rulebook.procedures.get(step.procedure) if step.procedure else None
    return document.name if document else procedure.name if procedure else None


def fact_parties(fact: Fact, point: str, rulebook: Rulebook) -> tuple[Party, ...]:
    """Return whom a fact names through its duty: its bearer, or those a document is addressed to."""
    duty = home(fact, rulebook.duties)
    if duty is None or fact.roles or fact.meetings:
        return ()
    if point == "addressed_to":
        return tuple(party for party in duty.counterparts if party.capacity in _ADDRESSED)
    return (duty.bearer,) if duty.bearer else ()


def fact_roles(fact: Fact, point: str, rulebook: Rulebook) -> tuple[str, ...]:
    """Return the roles a fact names, or those it names through its duty."""
    return fact.roles or _once(role for party in fact_parties(fact, point, rulebook) for role in party.roles)


def fact_meetings(fact: Fact, point: str, rulebook: Rulebook) -> tuple[str, ...]:
    """Return the meetings a fact names, or those it names through its duty."""
    parties = fact_parties(fact, point, rulebook)
    return fact.meetings or _once(meeting for party in parties for meeting in party.meetings)


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def is_unstated(fact: Fact) -> bool:
    """Tell whether a fact says only that the text leaves it open."""
    said = fact.duty or fact.text or fact.words or fact.roles or fact.meetings
    return bool(fact.question) and not said
