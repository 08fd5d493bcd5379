"""A document's facts as every page and file shows them."""

from __future__ import annotations

from dataclasses import replace

from macros.derive import effective
from macros.model import Document
from macros.model import Fact as ModelFact
from macros.render import pieces
from macros.render.desk import Desk


def facts(desk: Desk, document: Document) -> dict[str, tuple[pieces.Fact, ...]]:
    """Return the facts by point, each with those whom the point asks for: who does it, or to whom it goes."""
    out: dict[str, list[pieces.Fact]] = {}
    for point, _, fact in effective.points(document):
        out.setdefault(point, []).append(_fact(desk, point, fact))
    return {point: tuple(found) for point, found in out.items()}


def _fact(desk: Desk, point: str, fact: ModelFact) -> pieces.Fact:
    parties = desk.parties_to(point, fact)
    question = desk.maybe_question(fact.question)
    if question in [party.question for party in parties]:
        question = None  # asked once already, beside the party it is about
    return replace(desk.fact(point, fact), parties=parties, question=question)
