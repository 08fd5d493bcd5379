"""An open question that a statement names is about the same words, the same article or the same thing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.checks._tools import walked
from macros.model import Citation, Code, Edge, Finding, OpenQuestion, Procedure, Rulebook, Step, walk
from macros.model.provision import head_of

UNRELATED = Code(
    "question-about-something-else",
    "warning",
    "未决事项说的是别的事",
    "The open question named is about something else",
)

CODES = (UNRELATED,)

_SHORTEST = 2
"""Signs of a quote that make it telling where it stands in another article, too."""


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Compare each question that is named with the words around the place that names it."""
    for collection, top, _, model in walked(rulebook):
        question = rulebook.open_questions.get(getattr(model, "question", None) or "")
        if question is None or collection == "open_questions":
            continue
        cited = [*cited_beside(rulebook, top, model)]
        if not cited or _about(question, collection, top, model) or _shares(rulebook, question, cited):
            continue
        said = (
            f"“{question.asks.zh}”引的不是这里的条文",
            f'"{question.asks.en}" is raised by other words than these',
        )
        hint = (
            "核对是哪一个未决事项；确是它的，在它的 words 或 touches 里写上这里",
            "which question is meant? If it is this one, let its words or its touches name this place",
        )
        yield UNRELATED.at(model.place("question"), *said, hint)  # type: ignore[attr-defined]


def cited_beside(rulebook: Rulebook, top: Any, model: Any) -> Iterator[Citation]:
    """Yield the words of a statement, of what it is part of, of its duty, and of the steps beside it."""
    yield from (found for _, found in walk(model) if isinstance(found, Citation))
    beside = [top, model]
    if isinstance(top, Procedure):
        around = [step for step in top.steps if model in step.next or _ids(model) & _ids(step)]
        beside += [one for step in around for one in (step, *step.next)]
    for one in beside:
        yield from getattr(one, "words", ())
        duty = rulebook.duties.get(getattr(one, "duty", None) or "")
        yield from duty.words if duty else ()


def _ids(model: Any) -> set[str]:
    """Return the steps that a step is or leads to, or that an arrow leads to."""
    if isinstance(model, Step):
        return {model.id, *(edge.to for edge in model.next)}
    return {model.to} if isinstance(model, Edge) else set()


def _about(question: OpenQuestion, collection: str, top: Any, model: Any) -> bool:
    """Tell whether a question says itself that it bears on this thing, or on a role named here."""
    touches = question.touches
    roles = {*getattr(model, "roles", ()), getattr(model, "role", None)} - {None}
    return bool(roles & set(touches.roles)) or getattr(top, "id", None) in getattr(touches, collection, ())


def _shares(rulebook: Rulebook, question: OpenQuestion, cited: list[Citation]) -> bool:
    """Tell whether question and statement cite the same provision, or its words stand in one they cite."""
    provisions = {one.at for one in cited}
    own = {one.at for one in question.words} | set(question.touches.provisions)
    if provisions & own or {head_of(at) for at in provisions} & own:
        return True
    around = [rulebook.provisions[at].zh for at in provisions if at in rulebook.provisions]
    return any(
        len(one.quote) >= _SHORTEST and one.quote in words for one in question.words for words in around
    )
