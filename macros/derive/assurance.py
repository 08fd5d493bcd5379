"""What of a rulebook rests on judgement, or rests on nothing yet: every inference, every matter left open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from macros.derive import effective
from macros.derive.references import HEAD
from macros.model import Bilingual, Duty, Element, Fact, Party, Rulebook, Step, walk
from macros.model.base import Trail
from macros.model.rulebook import COLLECTIONS

Openness = Literal["bearer", "relation", "fact", "outcome", "other"]
"""Nobody known bears it; how several stand to one another; a fact; how a procedure ends; anything else."""


@dataclass(frozen=True)
class Inferred:
    """One statement that goes beyond the words: where in what it stands, and why."""

    collection: str
    id: str
    trail: Trail
    note: Bilingual | None


@dataclass(frozen=True)
class Unsettled:
    """One statement whose matter the words leave open, and the question about it."""

    kind: Openness
    collection: str
    id: str
    trail: Trail
    question: str


def inferences(rulebook: Rulebook) -> Iterator[Inferred]:
    """Yield every inference, in the order of the collections; those of the head come first."""
    for collection, id, thing in _things(rulebook):
        for trail, inner in walk(thing):
            of_bearer = getattr(inner, "bearer_source", "") == "inferred"
            if of_bearer or getattr(inner, "inferred", False):
                where = (*trail, "bearer_source") if of_bearer else trail
                yield Inferred(collection, id, where, getattr(inner, "note", None))


def unsettled(rulebook: Rulebook) -> Iterator[Unsettled]:
    """Yield every statement that names an open question, each once for each question."""
    for collection, id, thing in _things(rulebook):
        seen: set[tuple[Trail, str]] = set()
        for trail, inner in walk(thing):
            question = getattr(inner, "question", None)
            if question and (trail, question) not in seen:
                seen.add((trail, question))
                yield Unsettled(_openness(inner), collection, id, trail, question)


def _openness(thing: object) -> Openness:
    if isinstance(thing, Duty) and thing.bearer_source == "unsettled":
        return "bearer"
    if isinstance(thing, Party):
        return "relation"
    if isinstance(thing, Step) and thing.kind == "unsettled":
        return "outcome"
    if isinstance(thing, Fact) and effective.is_unstated(thing):
        return "fact"
    return "other"


def _things(rulebook: Rulebook) -> Iterator[tuple[str, str, Element]]:
    yield HEAD, rulebook.id, rulebook.head
    for collection in COLLECTIONS:
        for id, thing in getattr(rulebook, collection).items():
            yield collection, id, thing
