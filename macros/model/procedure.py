"""Procedures: a subset of BPMN 2.0 (tasks, exclusive and parallel gateways, data, ends)."""

from __future__ import annotations

from typing import Literal

from macros.model.base import Bilingual, DocumentId, DutyId, Identifier, ProcedureId, Reviewed, Statement
from macros.model.duty import Party
from macros.model.facts import Fact

StepKind = Literal["start", "task", "exclusive", "parallel", "data", "end", "unsettled"]


class Edge(Statement):
    """A sequence flow: cites words, names a duty's condition, or is inferred."""

    to: Identifier
    when: Bilingual | None = None
    """The condition of an exit of an exclusive gateway."""
    duty: DutyId | None = None


class Step(Statement):
    """A node. A task names its duty and inherits label, performers and words from it."""

    id: Identifier
    kind: StepKind
    duty: DutyId | None = None
    label: Bilingual | None = None
    performers: Party | None = None
    document: DocumentId | None = None
    """The document a data step stands for."""
    procedure: ProcedureId | None = None
    """Another procedure that this step calls on, or that an end leads to."""
    next: tuple[Edge, ...] = ()


class Procedure(Reviewed):
    """Steps by roles with the decisions the text gives, from one start to its ends."""

    name: Bilingual
    entry: Fact
    """When the procedure applies, in the words of the text."""
    steps: tuple[Step, ...]
