"""Ways that part come together as they parted: all of a parallel gateway, one of a decision.

A parallel join behind a decision would wait for ever, and a plain one behind a parallel split would go on
twice (van der Aalst, The Application of Petri Nets to Workflow Management, 1998: soundness).
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter

from macros.checks._steps import leading_to
from macros.model import Code, Finding, Procedure, Rulebook, Step

JOIN = Code(
    "join-of-another-kind", "error", "汇合与分开的种类不同", "Ways join otherwise than they have parted"
)
DOES = Code("join-does-something", "error", "汇合处写了要做的事", "Where ways only join, something is done")

CODES = (JOIN, DOES)

_GATEWAYS = ("exclusive", "parallel")


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look at every gateway at which ways come together and go on as one."""
    for procedure in rulebook.procedures.values():
        before = leading_to(procedure)
        for step in procedure.steps:
            if step.kind not in _GATEWAYS or len(step.next) != 1:
                continue
            if step.duty or step.procedure or step.document or step.performers:
                said = (
                    f"“{step.id}”只有一个出口，却写了要做的事",
                    f'"{step.id}" has one exit, and does something',
                )
                hint = (
                    "写 kind: task；只是汇合的，删去这些键",
                    "write kind: task; what only joins does nothing",
                )
                yield DOES.at(step.place("kind"), *said, hint)
            elif len(before.get(step.id, ())) > 1:
                yield from _parted(procedure, step, before)


def _parted(procedure: Procedure, join: Step, before: dict[str, list[Step]]) -> Iterator[Finding]:
    behind = [_behind(one, join, before) for one in before[join.id]]
    splits = []
    for step in procedure.steps:
        ways = [way[step.id] for way in behind if step.id in way]
        if len(step.next) > 1 and step.kind in _GATEWAYS and len(ways) > 1:
            splits.append((max(ways), step))
    _, split = min(splits, key=itemgetter(0), default=(0, join))
    if split.kind != join.kind:
        said = (
            f"在“{split.id}”分开时是 {split.kind}，在这里汇合却是 {join.kind}",
            f'the ways part at "{split.id}" as {split.kind}, but join here as {join.kind}',
        )
        yield JOIN.at(join.place("kind"), *said, (f"写 kind: {split.kind}", f"write kind: {split.kind}"))


def _behind(step: Step, join: Step, before: dict[str, list[Step]]) -> dict[str, int]:
    """Return the steps from which a step is reached without passing the join, and how many steps away."""
    found = {step.id: 0}
    waiting = [step]
    for one in waiting:
        for earlier in before.get(one.id, ()):
            if earlier.id not in found and earlier.id != join.id:
                found[earlier.id] = found[one.id] + 1
                waiting.append(earlier)
    return found
