"""One procedure: its figure, then its numbered steps, then the provisions it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.derive import effective
from macros.model import Edge, Procedure, Rulebook, Step
from macros.render import pieces
from macros.render.desk import Desk
from macros.render.figure import Figure, figure
from macros.render.provisions import ProvisionPiece, provisions
from macros.render.view import View

KIND = "procedure"
SCOPE = "rulebook"
PATH = "procedures/{id}/"
ORDER = 61
UNDER = "procedures"
WIDE = True


@dataclass(frozen=True)
class Exit:
    """Where a step leads, and when."""

    link: pieces.Link
    number: int
    when: str
    standing: pieces.Standing
    quotes: tuple[pieces.Quote, ...]
    question: pieces.Question | None


@dataclass(frozen=True)
class StepPiece:
    """One numbered step."""

    id: str
    node: str
    """The step's own id, by which the figure knows it."""
    number: int
    kind: pieces.Tag
    label: str
    duty: pieces.Link | None
    modality: pieces.Tag | None
    qualifiers: tuple[pieces.Tag, ...]
    condition: str
    basis: str
    performers: tuple[pieces.PartyPiece, ...]
    document: pieces.Link | None
    procedure: pieces.Link | None
    quotes: tuple[pieces.Quote, ...]
    exits: tuple[Exit, ...]
    question: pieces.Question | None
    unstated: str
    standing: pieces.Standing


@dataclass(frozen=True, kw_only=True)
class ProcedureView(View):
    """The page of one procedure."""

    entry: pieces.Fact
    figure: Figure
    file_name: str
    """What a reader's copy of the figure is called."""
    steps: tuple[StepPiece, ...]
    questions: tuple[pieces.Question, ...]
    provisions: tuple[ProvisionPiece, ...]
    standing: pieces.Standing


def entries(rulebook: Rulebook) -> Iterable[str]:
    """Return the ids of all procedures."""
    return tuple(rulebook.procedures)


def view(desk: Desk, entry: str) -> ProcedureView:
    """Put the page together."""
    procedure = desk.rulebook.procedures[entry]
    numbers = {step.id: number for number, step in enumerate(procedure.steps, 1)}
    cited = list(effective.citations(procedure.entry, desk.rulebook))
    for step in procedure.steps:
        cited += effective.citations(step, desk.rulebook)
        for edge in step.next:
            cited += edge.words
    return ProcedureView(
        title=desk.of(procedure.name),
        lead=desk.ui("procedure_lead", name=desk.of(procedure.name)),
        entry=desk.fact("entry", procedure.entry),
        figure=figure(desk, procedure),
        file_name=f"{entry}.{desk.language}.svg",
        steps=tuple(_step(desk, procedure, step, numbers) for step in procedure.steps),
        questions=_questions(desk, procedure),
        provisions=provisions(desk, (citation.at for citation in cited)),
        standing=desk.standing(procedure),
    )


def _step(desk: Desk, procedure: Procedure, step: Step, numbers: dict[str, int]) -> StepPiece:
    duty = effective.home(step, desk.rulebook.duties)
    kind = desk.tag("step_kind", step.kind)
    return StepPiece(
        id=f"step-{step.id}",
        node=step.id,
        number=numbers[step.id],
        kind=kind,
        label=desk.of(effective.label(step, desk.rulebook)) or kind.label,
        duty=desk.link("duties", duty.id) if duty else None,
        modality=desk.tag("modality", duty.modality) if duty else None,
        qualifiers=desk.qualifiers(duty),
        condition=desk.of(duty.condition) if duty else "",
        basis=desk.of(duty.basis) if duty else "",
        performers=tuple(desk.party(party) for party in effective.performers(step, desk.rulebook)),
        document=desk.link("documents", step.document) if step.document else None,
        procedure=desk.link("procedures", step.procedure) if step.procedure else None,
        quotes=desk.quotes(effective.citations(step, desk.rulebook)),
        exits=tuple(_exit(desk, procedure, edge, numbers) for edge in step.next),
        question=desk.maybe_question(step.question),
        unstated=desk.unstated(step.question),
        standing=desk.standing(step),
    )


def _exit(desk: Desk, procedure: Procedure, edge: Edge, numbers: dict[str, int]) -> Exit:
    target = next(step for step in procedure.steps if step.id == edge.to)
    text = desk.of(effective.label(target, desk.rulebook)) or desk.tag("step_kind", target.kind).label
    duty = desk.rulebook.duties.get(edge.duty) if edge.duty else None
    when = desk.of(edge.when) or (desk.of(duty.condition) if duty else "")
    return Exit(
        pieces.Link(f"#step-{edge.to}", text),
        numbers[edge.to],
        when,
        desk.standing(edge),
        desk.quotes(edge.words),
        desk.maybe_question(edge.question),
    )


def _questions(desk: Desk, procedure: Procedure) -> tuple[pieces.Question, ...]:
    """Return the questions that touch the procedure or one of its duties."""
    found = [item[0] for item in desk.references.touched.get(f"procedures/{procedure.id}")]
    for step in procedure.steps:
        if step.duty:
            found += [item[0] for item in desk.references.touched.get(f"duties/{step.duty}")]
    return tuple(desk.question(question) for question in dict.fromkeys(found))
