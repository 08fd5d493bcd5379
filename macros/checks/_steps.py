"""What the steps of a procedure say, through the things they name."""

from __future__ import annotations

from macros.derive.effective import citations
from macros.model import OpenQuestion, Procedure, Rulebook, Step


def leading_to(procedure: Procedure) -> dict[str, list[Step]]:
    """Return the steps from which arrows lead to each step, by its id."""
    before: dict[str, list[Step]] = {}
    for step in procedure.steps:
        for edge in step.next:
            before.setdefault(edge.to, []).append(step)
    return before


def said_by(rulebook: Rulebook, step: Step) -> list[str]:
    """Return what a step rests on: its words, duty, open question, document and procedure."""
    duty = rulebook.duties.get(step.duty or "")
    question = rulebook.open_questions.get(step.question or "")
    document = rulebook.documents.get(step.document or "")
    called = rulebook.procedures.get(step.procedure or "")
    pieces = [citation.quote for citation in citations(step, rulebook)]
    pieces += [duty.action.zh] if duty else []
    pieces += [all_asked(question)] if question else []
    return pieces + [one.name.zh for one in (document, called) if one]


def all_asked(question: OpenQuestion) -> str:
    """Return what an open question asks, and how it may be answered."""
    return "\n".join((question.asks.zh, *(reading.zh for reading in question.readings)))
