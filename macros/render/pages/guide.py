"""From what one has at hand to the procedure that applies, or the several."""

from __future__ import annotations

from dataclasses import dataclass

from macros.derive import effective
from macros.derive.guide import Answer, Branch, Case, Fork, branches
from macros.model import Procedure
from macros.render import pieces
from macros.render.desk import Desk
from macros.render.view import View, capital

KIND = "guide"
SCOPE = "rulebook"
PATH = "guide/"
ORDER = 20
WIDE = True


@dataclass(frozen=True)
class AnswerPiece:
    """One answer to a question of a procedure: the words it rests on, and where it leads."""

    id: str
    label: str
    quotes: tuple[pieces.Quote, ...]
    question: pieces.Question | None
    standing: pieces.Standing
    leads_to: pieces.Link
    fork: ForkPiece | None


@dataclass(frozen=True)
class ForkPiece:
    """A question of a procedure."""

    asks: str
    quotes: tuple[pieces.Quote, ...]
    question: pieces.Question | None
    standing: pieces.Standing
    answers: tuple[AnswerPiece, ...]


@dataclass(frozen=True)
class Elsewhere:
    """What the text leaves open of another meeting."""

    meeting: pieces.Link
    fact: pieces.Fact


@dataclass(frozen=True)
class CasePiece:
    """A procedure as an answer."""

    id: str
    link: pieces.Link
    entry: pieces.Fact
    questions: tuple[pieces.Question, ...]
    fork: ForkPiece | None
    later: tuple[ForkPiece, ...]
    onward: tuple[pieces.Link, ...]
    elsewhere: tuple[Elsewhere, ...]


@dataclass(frozen=True)
class BranchPiece:
    """A subject, its cases, and what the text leaves open about which of them it is."""

    id: str
    name: str
    cases: tuple[CasePiece, ...]
    questions: tuple[pieces.Question, ...]


@dataclass(frozen=True, kw_only=True)
class GuideView(View):
    """The whole tree."""

    branches: tuple[BranchPiece, ...]


def view(desk: Desk, entry: str) -> GuideView:
    """Put the page together."""
    return GuideView(
        title=desk.ui("guide_title"),
        lead=desk.ui("guide_lead"),
        branches=tuple(_branch(desk, branch) for branch in branches(desk.rulebook)),
    )


def _branch(desk: Desk, branch: Branch) -> BranchPiece:
    names = {category.id: category.name for category in desk.rulebook.head.categories}
    return BranchPiece(
        f"about-{branch.category}",
        desk.of(names.get(branch.category)) or branch.category,
        tuple(_case(desk, case) for case in branch.cases),
        tuple(desk.question(question) for question in branch.questions),
    )


def _case(desk: Desk, case: Case) -> CasePiece:
    procedure = case.procedure
    mark = f"case-{procedure.id}"
    return CasePiece(
        mark,
        desk.link("procedures", procedure.id),
        desk.fact("entry", procedure.entry),
        tuple(desk.question(question) for question in case.questions),
        _fork(desk, procedure, case.fork, mark) if case.fork else None,
        tuple(_fork(desk, procedure, fork, mark) for fork in case.later),
        tuple(desk.link("procedures", other) for other in case.onward if other != procedure.id),
        tuple(
            Elsewhere(
                desk.link("meetings", meeting),
                desk.fact(point, getattr(desk.rulebook.meetings[meeting], point)),
            )
            for meeting, point in case.elsewhere
        ),
    )


def _fork(desk: Desk, procedure: Procedure, fork: Fork, above: str) -> ForkPiece:
    label = effective.label(fork.step, desk.rulebook)
    return ForkPiece(
        desk.of(label) or desk.tag("step_kind", fork.step.kind).label,
        desk.quotes(effective.citations(fork.step, desk.rulebook)),
        desk.maybe_question(fork.step.question),
        desk.standing(fork.step),
        tuple(_answer(desk, procedure, answer, above, fork.step.question) for answer in fork.answers),
    )


def _answer(desk: Desk, procedure: Procedure, answer: Answer, above: str, asked: str | None) -> AnswerPiece:
    mark = f"{above}--{answer.target.id}"
    edge = answer.edge
    leads_to = desk.step_link(procedure.id, answer.target)
    if answer.target.kind == "end" and answer.target.procedure:
        leads_to = desk.link("procedures", answer.target.procedure)
    return AnswerPiece(
        mark,
        capital(desk.of(edge.when)) or leads_to.text,
        desk.quotes(edge.words),
        desk.maybe_question(edge.question) if edge.question != asked else None,
        desk.standing(edge),
        leads_to,
        _fork(desk, procedure, answer.fork, mark) if answer.fork else None,
    )
