"""A duty that a step or a fact of a document names is about that procedure or document."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks._tools import clip, quoted
from macros.checks.phrases import share
from macros.derive.effective import citations, points
from macros.model import Code, Document, Finding, Procedure, Rulebook

ANOTHER = Code(
    "duty-of-another-matter",
    "warning",
    "所指的职责说的是别的事",
    "A duty is named that is about something else",
)

CODES = (ANOTHER,)

_WHICH = ("核对所指的是哪一项职责", "which duty is meant?")
_SPOKEN_OF = 0.4
"""How much of a document's name stands in a duty that cites none of its provisions; ours all cite one."""


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look at the steps of every procedure, then at the facts of every document."""
    for procedure in rulebook.procedures.values():
        if len(procedure.steps) > 2:
            yield from _steps(rulebook, procedure)
    for document in rulebook.documents.values():
        yield from _facts(rulebook, document)


def _steps(rulebook: Rulebook, procedure: Procedure) -> Iterator[Finding]:
    """The provisions of a step's duty are cited elsewhere in the procedure: by its arrows, at least."""
    entry = rulebook.duties.get(procedure.entry.duty or "")
    cited = [{one.at for one in citations(step, rulebook)} for step in procedure.steps]
    arrows = {one.at for step in procedure.steps for edge in step.next for one in edge.words}
    arrows |= {one.at for one in (*procedure.entry.words, *(entry.words if entry else ()))}
    for index, step in enumerate(procedure.steps):
        duty = rulebook.duties.get(step.duty or "")
        others = arrows.union(*cited[:index], *cited[index + 1 :])
        if duty is not None and duty.words and not {one.at for one in duty.words} & others:
            said = (
                f"流程别处都没有引用“{duty.id}”的条文",
                f'nothing else in this procedure cites the words of "{duty.id}"',
            )
            yield ANOTHER.at(step.place("duty"), *said, _WHICH)


def _facts(rulebook: Rulebook, document: Document) -> Iterator[Finding]:
    own = {one.at for one in document.words}
    for _, _, fact in points(document):
        duty = rulebook.duties.get(fact.duty or "")
        if duty is None or not own or {one.at for one in duty.words} & own:
            continue
        if share(document.name.zh, duty.action.zh + quoted(duty.words)) < _SPOKEN_OF:
            said = (
                f"“{duty.id}”没有提到“{clip(document.name.zh)}”",
                f'"{duty.id}" does not speak of the "{document.name.en}"',
            )
            yield ANOTHER.at(fact.place("duty"), *said, _WHICH)
