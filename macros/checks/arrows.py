"""No arrow quotes the very words of another one that fits them better."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from macros.checks._steps import said_by
from macros.checks._tools import quoted
from macros.checks.phrases import share
from macros.derive.effective import label
from macros.model import Code, Edge, Finding, Procedure, Rulebook, Step

WORDS = Code(
    "arrow-words-of-another", "warning", "箭头的引文是另一个箭头的", "An arrow quotes another's words"
)

CODES = (WORDS,)

_BETTER = 0.15
"""By how much the words fit the ends of the other arrow better; those of ours that are alike fit both."""

_HARDLY = 0.25
"""How much of words that led to a step is of the next as well; of ours more than 0.35."""


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look at every two arrows of a procedure with the same words."""
    for procedure in rulebook.procedures.values():
        steps = {step.id: step for step in procedure.steps}
        arrows = [
            _Arrow(step, edge, steps[edge.to])
            for step in procedure.steps
            for edge in step.next
            if edge.words and edge.to in steps
        ]
        for one, other in combinations(arrows, 2):
            if one.said == other.said:
                yield from _alike(rulebook, procedure, one, other)


@dataclass(frozen=True, eq=False)
class _Arrow:
    begin: Step
    edge: Edge
    end: Step

    @property
    def said(self) -> list[tuple[str, str]]:
        return sorted((citation.at, citation.quote) for citation in self.edge.words)


def _alike(rulebook: Rulebook, procedure: Procedure, one: _Arrow, other: _Arrow) -> Iterator[Finding]:
    own, theirs = _fits(rulebook, procedure, one), _fits(rulebook, procedure, other)
    if one.begin is other.begin:
        # One of the two ways out of a step surely has other words; which, its end and condition tell.
        own, theirs = own + _points(rulebook, one), theirs + _points(rulebook, other)
    elif one.end is other.begin and _of_end(rulebook, procedure, other) < _HARDLY:
        theirs = -1  # words that led to a step say nothing of the next
    elif other.end is one.begin and _of_end(rulebook, procedure, one) < _HARDLY:
        own = -1
    elif abs(own - theirs) <= _BETTER:
        return  # one passage may well give the order of several steps
    if own <= theirs:
        yield _told(one, other)
    if theirs <= own:
        yield _told(other, one)


def _told(arrow: _Arrow, twin: _Arrow) -> Finding:
    ends = (arrow.begin.id, arrow.end.id, twin.begin.id, twin.end.id)
    said = (
        "从“{}”到“{}”的引文就是从“{}”到“{}”的".format(*ends),
        'the words from "{}" to "{}" are those from "{}" to "{}"'.format(*ends),
    )
    hint = ("引说到这两步先后的字", "quote what says that the one follows the other")
    return WORDS.at(arrow.edge.place("words", arrow.edge.words[0].at), *said, hint)


def _fits(rulebook: Rulebook, procedure: Procedure, arrow: _Arrow) -> float:
    """Return how much of an arrow's words stands in what its ends rest on (of gateways, those beyond)."""
    pieces = _around(rulebook, procedure, arrow.begin, onward=False)
    pieces += _around(rulebook, procedure, arrow.end, onward=True)
    pieces += [arrow.edge.when.zh] if arrow.edge.when else []
    return share(quoted(arrow.edge.words), "\n".join(pieces))


def _of_end(rulebook: Rulebook, procedure: Procedure, arrow: _Arrow) -> float:
    pieces = _around(rulebook, procedure, arrow.end, onward=True)
    return share(quoted(arrow.edge.words), "\n".join(pieces))


def _points(rulebook: Rulebook, arrow: _Arrow) -> float:
    """Return how much of an arrow's condition stands in its words, and of its words in its end's label."""
    words = quoted(arrow.edge.words)
    text = label(arrow.end, rulebook)
    when = arrow.edge.when
    return (share(when.zh, words) if when else 0) + (share(words, text.zh) if text else 0)


def _around(rulebook: Rulebook, procedure: Procedure, step: Step, *, onward: bool) -> list[str]:
    text = label(step, rulebook)
    pieces = [*said_by(rulebook, step), text.zh if text else ""]
    if step.kind in ("task", "unsettled"):
        return pieces
    beyond = {edge.to for edge in step.next}
    for other in procedure.steps:
        if onward and other.id in beyond:
            pieces += said_by(rulebook, other)
        if not onward and any(edge.to == step.id for edge in other.next):
            pieces += said_by(rulebook, other)
    pieces += [edge.when.zh for edge in step.next if onward and edge.when]
    return pieces
