"""Two values of one kind that look exchanged: ids, the duties of steps, the questions of points and steps."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import combinations

from macros.checks._english import stem, stems
from macros.checks._tools import quoted
from macros.checks.phrases import share
from macros.checks.points import fits
from macros.derive.effective import citations, points
from macros.model import Code, Document, Finding, Meeting, Place, Procedure, Rulebook, Step

EXCHANGED = Code("values-exchanged", "warning", "两处像是换了位置", "Two values look exchanged")

CODES = (EXCHANGED,)

_IDS = 0.66
"""By how much two ids fit better exchanged, in shares of their words; ours do by 0.5 at most."""
_DUTIES = 0.4
"""The same for duties of steps; ours all fit better as they stand, by 0.3 at least."""
_QUESTIONS = 0.8
"""The same for questions of steps; ours do by 0.75 at most."""
_SHORT = 2
"""Letters of a word of an id that says nothing by itself: of, to, in."""


@dataclass(frozen=True)
class _Value:
    """A value, where it stands, and how well any value of its kind would fit there."""

    value: str
    place: Place | None
    fit: Callable[[str], float]


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Compare the values of each kind two and two."""
    for texts in _texts(rulebook):
        ids = [_Value(id, place, partial(_named, _words(text))) for id, text, place in texts]
        yield from _exchanged(ids, _IDS)
    things: list[Meeting | Document] = [*rulebook.meetings.values(), *rulebook.documents.values()]
    for thing in things:
        named = [
            _Value(id, fact.place("question"), partial(fits, rulebook, name))
            for name, _, fact in points(thing)
            if (id := fact.question or "") in rulebook.open_questions
        ]
        yield from _exchanged(named, 0)
    for procedure in rulebook.procedures.values():
        yield from _steps(rulebook, procedure)


def _steps(rulebook: Rulebook, procedure: Procedure) -> Iterator[Finding]:
    duties = [
        _Value(id, step.place("duty"), partial(_does, rulebook, procedure, step))
        for step in procedure.steps
        if (id := step.duty or "") in rulebook.duties
    ]
    yield from _exchanged(duties, _DUTIES)
    questions = [
        _Value(id, step.place("question"), partial(_asks, rulebook, step))
        for step in procedure.steps
        if (id := step.question or "") in rulebook.open_questions
    ]
    yield from _exchanged(questions, _QUESTIONS)


def _exchanged(values: Sequence[_Value], margin: float) -> Iterator[Finding]:
    """Report both of each two values that fit better exchanged by more than a margin, the worst first."""
    own = [one.fit(one.value) for one in values]
    gains = [
        (gain, first, second)
        for first, second in combinations(range(len(values)), 2)
        if values[first].value != values[second].value
        and (
            gain := values[first].fit(values[second].value)
            + values[second].fit(values[first].value)
            - own[first]
            - own[second]
        )
        > margin
    ]
    told: set[int] = set()
    for _, first, second in sorted(gains, key=lambda one: (-one[0], one[1:])):
        if told & {first, second}:
            continue  # a value that stands wrong fits several others better
        told |= {first, second}
        for one, other in ((values[first], values[second]), (values[second], values[first])):
            said = (
                f"“{one.value}”与“{other.value}”像是换了位置",
                f'"{one.value}" and "{other.value}" look exchanged',
            )
            hint = (f"这里是不是“{other.value}”？", f'did you mean "{other.value}" here?')
            yield EXCHANGED.at(one.place, *said, hint)


def _texts(rulebook: Rulebook) -> Iterator[list[tuple[str, str, Place | None]]]:
    """Yield, by kind, each id, the English that it was made from and its place."""
    yield [(duty.id, duty.action.en, duty.place("id")) for duty in rulebook.duties.values()]
    yield [(one.id, one.asks.en, one.place("id")) for one in rulebook.open_questions.values()]
    yield [(one.id, one.name.en, one.place("id")) for one in rulebook.head.categories]
    yield [(one.id, one.name.en, one.place("id")) for one in rulebook.documents.values()]
    yield [(one.id, one.name.en, one.place("id")) for one in rulebook.terms.values()]


@cache
def _words(text: str) -> frozenset[str]:
    return frozenset(stems(text))


@cache
def _id_words(id: str) -> frozenset[str]:
    return frozenset(stem(word) for word in id.split("-") if len(word) > _SHORT)


def _named(words: frozenset[str], id: str) -> float:
    """Return the share of an id's words that a text has."""
    own = _id_words(id)
    return len(own & words) / max(len(own), 1)


def _does(rulebook: Rulebook, procedure: Procedure, step: Step, id: str) -> float:
    """Return how well a duty fits a step: its name, what is said of it, what it and its arrows cite."""
    duty = rulebook.duties[id]
    fit = _named(_id_words(id) | _words(duty.action.en), step.id)
    if step.label is not None:
        fit += share(step.label.zh, duty.action.zh + quoted(duty.words))
    arrows = list(step.next)
    arrows += [edge for other in procedure.steps for edge in other.next if edge.to == step.id]
    cited = {citation.at for one in (step, *arrows) for citation in one.words}
    if cited:
        fit += len(cited & {citation.at for citation in duty.words}) / len(cited)
    if step.performers is not None and duty.bearer is not None:
        fit += 0.5 * bool({*step.performers.roles} & {*duty.bearer.roles})
    question = rulebook.open_questions.get(step.question or "")
    return fit + 0.5 * bool(question and duty.id in question.touches.duties)


def _asks(rulebook: Rulebook, step: Step, id: str) -> float:
    """Return how well a question fits a step: whether it touches its duty, cites and says the same."""
    question = rulebook.open_questions[id]
    fit = float(step.duty in question.touches.duties)
    cited = {citation.at for citation in citations(step, rulebook)}
    if cited:
        fit += len(cited & {citation.at for citation in question.words}) / len(cited)
    said = (step.label.zh if step.label else "") + quoted(step.words)
    return fit + share(said, "".join(text.zh for text in (question.asks, *question.readings)))
