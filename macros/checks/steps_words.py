"""Every task and every edge of a procedure rests on words, a duty or an open question."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.exits import DENIES
from macros.derive.effective import citations
from macros.model import Code, Edge, Finding, Place, Procedure, Rulebook, Step
from macros.model.provision import head_of

EDGE = Code("edge-without-words", "error", "先后关系没有出处", "An edge cites no words and is not inferred")
TASK = Code("step-without-words", "error", "步骤没有出处", "A task rests on no words")

CODES = (EDGE, TASK)


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look at every task, then at every edge that is not exempt."""
    for procedure in rulebook.procedures.values():
        kinds = {step.id: step.kind for step in procedure.steps}
        for step in procedure.steps:
            bare = not (step.words or step.duty or step.question or step.inferred)
            if step.kind == "task" and bare:
                said = (f"“{step.id}”没有出处", f'"{step.id}" rests on no words')
                hint = (
                    "写 duty 或 words；推断的写 inferred 和 note",
                    "write duty or words; if inferred, inferred and a note",
                )
                yield TASK.at(step.place(), *said, hint)
            for edge in step.next:
                if edge.words or edge.duty or edge.inferred or edge.question:
                    continue
                into_end = kinds.get(edge.to) in ("end", "unsettled")
                if into_end or _otherwise(step, edge) or _entry(rulebook, procedure, step, edge):
                    continue
                said = (
                    f"从“{step.id}”到“{edge.to}”的先后没有出处",
                    f'that "{edge.to}" follows "{step.id}" rests on no words',
                )
                hint = (
                    "写 words；推断的写 inferred: true 和 note",
                    "write words; if inferred, inferred: true and a note",
                )
                place = _strange_entry(rulebook, procedure) if step.kind == "start" else None
                yield EDGE.at(place or edge.place("to"), *said, hint)


def _strange_entry(rulebook: Rulebook, procedure: Procedure) -> Place | None:
    """Return where the entry names a duty of an article that no step cites: then it is the wrong one."""
    cited = {head_of(one.at) for step in procedure.steps for one in citations(step, rulebook)}
    own = {head_of(one.at) for one in citations(procedure.entry, rulebook)}
    return procedure.entry.place("duty") if own and cited and not own & cited else None


def _otherwise(step: Step, edge: Edge) -> bool:
    """Tell whether an exit is the "no" of a decision of which another is cited."""
    denies = edge.when is None or DENIES.search(edge.when.zh)
    return step.kind == "exclusive" and bool(denies) and any(one.words or one.duty for one in step.next)


def _entry(rulebook: Rulebook, procedure: Procedure, step: Step, edge: Edge) -> bool:
    """Tell whether an edge leads from the start to steps that rest on the entry's own provision."""
    if step.kind != "start":
        return False
    steps = {one.id: one for one in procedure.steps}
    first = steps.get(edge.to)
    named = (procedure.entry.duty, first.duty if first else None)
    if any(duty is not None and duty not in rulebook.duties for duty in named):
        return True  # a duty that could not be read may well hold the words
    entered = {citation.at for citation in citations(procedure.entry, rulebook)}
    if first is not None and first.kind in ("exclusive", "parallel") and not first.words:
        # A gateway says nothing itself: what it leads to counts, by its step's or its own edge's words.
        cited = [
            {citation.at for citation in (*onward.words, *citations(steps[onward.to], rulebook))}
            for onward in first.next
            if onward.to in steps
        ]
        return bool(cited) and all(entered & provisions for provisions in cited)
    return first is not None and bool(entered & {citation.at for citation in citations(first, rulebook)})
