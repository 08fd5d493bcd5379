"""From what is at hand to the procedures: a decision tree read off what the procedures say of themselves.

Nothing is added to the text here. A branch is a subject of duties, its answers are the conditions under which
procedures begin, and below each stand the decisions of that procedure which come before anything is done.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.derive import effective
from macros.model import Citation, Edge, Fact, Procedure, ProvisionId, Rulebook, Step
from macros.model.facts import MEETING_POINTS


@dataclass(frozen=True)
class Answer:
    """An exit of a decision: where it leads, and the decision that follows at once, if one does."""

    edge: Edge
    target: Step
    fork: Fork | None


@dataclass(frozen=True)
class Fork:
    """A decision of a procedure with its answers."""

    step: Step
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Case:
    """A procedure as an answer: what is asked at its beginning and later, and what else it calls for."""

    procedure: Procedure
    fork: Fork | None
    """The decision met before anything is done."""
    later: tuple[Fork, ...]
    """Decisions met on the way, in the order of the steps; their answers lead to no further fork."""
    onward: tuple[str, ...]
    """Procedures that a step of this one is, or that an end of it leads to."""
    elsewhere: tuple[tuple[str, str], ...]
    """Meetings of which the text does not say what this case rests on for another: meeting and point."""
    questions: tuple[str, ...]
    """Open questions raised by the very words that say when this procedure begins."""


@dataclass(frozen=True)
class Branch:
    """The cases of one subject, and the open questions about which of them it is."""

    category: str
    cases: tuple[Case, ...]
    questions: tuple[str, ...]


def branches(rulebook: Rulebook) -> tuple[Branch, ...]:
    """Return the tree: ways that any matter may go, then listed tasks, each in the order of the text."""
    by_category: dict[str, list[Procedure]] = {}
    for procedure in sorted(rulebook.procedures.values(), key=lambda one: _order(one, rulebook)):
        by_category.setdefault(_category(procedure, rulebook), []).append(procedure)
    return tuple(_branch(name, found, rulebook) for name, found in by_category.items())


def _order(procedure: Procedure, rulebook: Rulebook) -> tuple[bool, ProvisionId]:
    """Order by where the entry stands; a point of a list is one task among others and comes later."""
    places = [ProvisionId.parse(one.at) for one in effective.citations(procedure.entry, rulebook)]
    first = min((place for place in places if place), default=ProvisionId(3))
    return first.kind == "point", first


def _category(procedure: Procedure, rulebook: Rulebook) -> str:
    """Return the subject: that of the entry's duty, or of the first step that rests on the same provision."""
    entry = effective.home(procedure.entry, rulebook.duties)
    places = {one.at for one in effective.citations(procedure.entry, rulebook)}
    duties = [duty for step in procedure.steps if (duty := effective.home(step, rulebook.duties))]
    near = [duty for duty in duties if places & {one.at for one in duty.words}]
    found = ([entry] if entry else []) + near + duties
    return found[0].category if found else ""


def _branch(category: str, procedures: list[Procedure], rulebook: Rulebook) -> Branch:
    raised = {one.id: _raised(one, rulebook) for one in procedures}
    count = [question for found in raised.values() for question in found]
    shared = tuple(dict.fromkeys(question for question in count if count.count(question) > 1))
    cases = tuple(
        _case(one, tuple(asked for asked in raised[one.id] if asked not in shared), rulebook)
        for one in procedures
    )
    return Branch(category, cases, shared)


def _raised(procedure: Procedure, rulebook: Rulebook) -> tuple[str, ...]:
    """Return the open questions that quote the words which say when a procedure begins."""
    entry = effective.citations(procedure.entry, rulebook)
    return tuple(one.id for one in rulebook.open_questions.values() if _meet(one.words, entry))


def _meet(some: Iterable[Citation], others: tuple[Citation, ...]) -> bool:
    return any(
        one.at == other.at and (one.quote in other.quote or other.quote in one.quote)
        for one in some
        for other in others
    )


def _case(procedure: Procedure, questions: tuple[str, ...], rulebook: Rulebook) -> Case:
    steps = {step.id: step for step in procedure.steps}
    start = next((step for step in procedure.steps if step.kind == "start"), None)
    first = steps.get(start.next[0].to) if start and start.next else None
    fork = _fork(first, steps, frozenset()) if first and first.kind == "exclusive" else None
    opening = _steps_of(fork)
    later = tuple(
        Fork(step, tuple(Answer(edge, steps[edge.to], None) for edge in step.next))
        for step in procedure.steps
        if step.kind == "exclusive" and step.id not in opening
    )
    onward = dict.fromkeys(step.procedure for step in procedure.steps if step.procedure)
    return Case(procedure, fork, later, tuple(onward), _elsewhere(procedure.entry, rulebook), questions)


def _fork(step: Step, steps: dict[str, Step], above: frozenset[str]) -> Fork:
    passed = above | {step.id}
    answers = []
    for edge in step.next:
        target = steps[edge.to]
        follows = target.kind == "exclusive" and target.id not in passed
        answers.append(Answer(edge, target, _fork(target, steps, passed) if follows else None))
    return Fork(step, tuple(answers))


def _steps_of(fork: Fork | None) -> frozenset[str]:
    if fork is None:
        return frozenset()
    return frozenset({fork.step.id}).union(*(_steps_of(answer.fork) for answer in fork.answers))


def _elsewhere(entry: Fact, rulebook: Rulebook) -> tuple[tuple[str, str], ...]:
    """Return the meetings that leave open the point which the entry's duty is for another meeting."""
    if entry.duty is None:
        return ()
    said = {
        point
        for meeting in rulebook.meetings.values()
        for point, _, fact in effective.points(meeting)
        if fact.duty == entry.duty
    }
    return tuple(
        (meeting.id, point)
        for point in MEETING_POINTS
        if point in said
        for meeting in rulebook.meetings.values()
        if point != "agenda" and effective.is_unstated(getattr(meeting, point))
    )
