"""A step does its own duty, and goes on in the procedure that its words speak of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from macros.checks._english import stem
from macros.checks._tools import heads_of, names_of, quoted
from macros.checks.phrases import pairs_of, share
from macros.derive.effective import citations
from macros.model import Code, Document, Finding, Procedure, Rulebook, Step

TWICE = Code(
    "duty-of-another-step", "warning", "步骤写了另一步的职责", "A step names the duty of another one"
)
CALLED = Code(
    "procedure-of-other-words",
    "warning",
    "转入的流程与引文无关",
    "The procedure that a step goes on in is about other words",
)

TIED = Code(
    "step-tied-elsewhere",
    "warning",
    "步骤的文书或流程不是它的文字所说的",
    "A step's document or procedure is not the one its label speaks of",
)

CODES = (TWICE, CALLED, TIED)

_BETTER = 0.29
"""By how much the name of another one fits a label better; ours fit better themselves, or by 0.17 less."""


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look at the duty and the procedure of each step."""
    for procedure in rulebook.procedures.values():
        yield from _twice(procedure)
        for step in procedure.steps:
            yield from _called(rulebook, step)
            yield from _tied(step, "document", rulebook.documents)
            yield from _tied(step, "procedure", rulebook.procedures)


def _twice(procedure: Procedure) -> Iterator[Finding]:
    """Of two steps of one duty, report the one that is not called after it and says nothing of its own."""
    of: dict[str, list[Step]] = defaultdict(list)
    for step in procedure.steps:
        if step.duty:
            of[step.duty].append(step)
    for duty, steps in of.items():
        named = [bool(_words(step.id) & _words(duty)) for step in steps]
        for step, is_named in zip(steps, named, strict=True):
            if any(named) and not is_named and step.label is None:
                other = steps[named.index(True)].id
                said = (f"“{duty}”是步骤“{other}”的职责", f'"{duty}" is the duty of the step "{other}"')
                yield TWICE.at(step.place("duty"), *said, ("写这一步自己的职责", "name this step's own duty"))


def _called(rulebook: Rulebook, step: Step) -> Iterator[Finding]:
    """What a step with words goes on in begins in the same article, or is named by it."""
    called = rulebook.procedures.get(step.procedure or "")
    if called is None or not step.words:
        return
    begins = heads_of(citations(called.entry, rulebook))
    text = f"{step.label.zh if step.label else ''}\n{quoted(step.words)}"
    mentioned = [
        {id for one in names_of(rulebook).found(said) for id in one.meetings}
        for said in (text, called.name.zh)
    ]
    shared = mentioned[0] & mentioned[1] or any(pair in text for pair in pairs_of(called.name.zh))
    if begins and not begins & heads_of(step.words) and not shared:
        said = (
            f"“{called.name.zh}”不从这一步所引的条文开始",
            f'"{called.name.en}" does not begin in the article that this step cites',
        )
        yield CALLED.at(step.place("procedure"), *said, ("核对是哪个流程", "which procedure is it?"))


def _tied(
    step: Step, kind: str, known: Mapping[str, Document] | Mapping[str, Procedure]
) -> Iterator[Finding]:
    """Compare the names of what a step is tied to, and of all others, with its label."""
    id = getattr(step, kind)
    if step.label is None or id not in known:
        return
    text = f"{step.label.zh}\n{quoted(step.words)}"
    fits = {
        other: max(share(one.name.zh, text), share(step.label.zh, one.name.zh))
        for other, one in known.items()
    }
    best = max(fits, key=lambda other: fits[other])
    if fits[best] - fits[id] > _BETTER:
        said = (
            f"“{step.label.zh}”说的不是“{known[id].name.zh}”",
            f'"{step.label.en}" does not speak of "{id}"',
        )
        yield TIED.at(step.place(kind), *said, (f"是不是“{best}”？", f'did you mean "{best}"?'))


def _words(id: str) -> set[str]:
    return {stem(word) for word in id.split("-")}
