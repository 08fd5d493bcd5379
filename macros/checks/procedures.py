"""Every procedure is sound: one start, each step on a way to an end, decisions with their exits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from macros.checks._tools import near
from macros.derive.effective import label
from macros.model import Code, Finding, Procedure, Rulebook, Step

START = Code("procedure-start", "error", "流程没有或不止一个起点", "A procedure has not exactly one start")
NO_END = Code("procedure-without-end", "error", "流程没有终点", "A procedure has no end")
DUPLICATE = Code("duplicate-step", "error", "步骤编号用了两次", "A step's id is used twice")
UNKNOWN = Code("unknown-step", "error", "所指的步骤不存在", "An edge leads to a step that is not there")
UNREACHED = Code("step-unreachable", "error", "从起点到不了的步骤", "A step cannot be reached from the start")
DEAD_END = Code("step-without-way-out", "error", "到不了终点的步骤", "From a step no end can be reached")
SHAPE = Code("step-shape", "error", "步骤的进出不合其种类", "A step has the wrong edges for its kind")
EMPTY = Code(
    "step-without-content", "error", "步骤没有内容", "A task has no label or duty, a data step no document"
)
DECISION = Code(
    "decision-exits", "error", "判断的出口不全", "A decision has too few exits, or unlabelled ones"
)
UNSETTLED = Code(
    "unsettled-end-without-question", "error", "未定的结局没有未决事项", "An unsettled end names no question"
)
ENTRY = Code(
    "entry-without-home",
    "error",
    "流程的适用条件没有出处",
    "A procedure's entry names no duty, words or question",
)

CODES = (
    START, NO_END, DUPLICATE, UNKNOWN, UNREACHED, DEAD_END, SHAPE, EMPTY, DECISION, UNSETTLED, ENTRY,
)  # fmt: skip

_ENDS = ("end", "unsettled")


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look at every procedure by itself."""
    for procedure in rulebook.procedures.values():
        yield from _ways(procedure)
        for step in procedure.steps:
            yield from _step(rulebook, procedure, step)
        entry = procedure.entry
        if not (entry.duty or entry.question or (entry.words and entry.text)):
            said = ("适用条件没有出处", "the entry names no duty, words or question")
            yield ENTRY.at(
                entry.place(), *said, ("写 duty，或 words 和 text", "write duty, or words with text")
            )


def _ways(procedure: Procedure) -> Iterator[Finding]:
    known = [step.id for step in procedure.steps]
    for step in procedure.steps:
        if next(one for one in procedure.steps if one.id == step.id) is not step:
            said = (f"步骤“{step.id}”已经有了", f'there is a step "{step.id}" already')
            yield DUPLICATE.at(step.place("id"), *said, ("换一个编号", "give it another id"))
        for edge in step.next:
            if edge.to not in known:
                said = (f"流程里没有步骤“{edge.to}”", f'the procedure has no step "{edge.to}"')
                yield UNKNOWN.at(edge.place("to"), *said, near(edge.to, known))
    starts = [step for step in procedure.steps if step.kind == "start"]
    if not starts:
        said = ("流程没有起点", "the procedure has no start")
        yield START.at(
            procedure.place("steps"), *said, ("加一个 kind: start 的步骤", "add a step of kind: start")
        )
    for step in starts[1:]:
        said = (f"起点已经有“{starts[0].id}”", f'there is a start already, "{starts[0].id}"')
        yield START.at(step.place("kind"), *said, ("一个流程只有一个起点", "a procedure has one start"))
    if not any(step.kind in _ENDS for step in procedure.steps):
        said = ("流程没有终点", "the procedure has no end")
        hint = ("加一个 end 或 unsettled", "add an end or unsettled")
        last = [step for step in procedure.steps if not step.next]
        yield NO_END.at(last[-1].place("kind") if last else procedure.place("steps"), *said, hint)
        return
    lost = any(edge.to not in known for step in procedure.steps for edge in step.next)
    if not lost and len(set(known)) == len(known):  # else every step behind the slip would be reported
        yield from _reach(procedure, starts)


def _reach(procedure: Procedure, starts: list[Step]) -> Iterator[Finding]:
    forward = {step.id: [edge.to for edge in step.next] for step in procedure.steps}
    backward: dict[str, list[str]] = {}
    for id, following in forward.items():
        for to in following:
            backward.setdefault(to, []).append(id)
    reached = _closure([step.id for step in starts], forward)
    ending = _closure([step.id for step in procedure.steps if step.kind in _ENDS], backward)
    for before, step in zip((None, *procedure.steps), procedure.steps, strict=False):
        if starts and step.id not in reached:
            if before is not None and before.id in reached:
                yield from _led_away(before, step, backward)
            said = (f"从起点到不了“{step.id}”", f'"{step.id}" cannot be reached from the start')
            yield UNREACHED.at(
                step.place("id"), *said, ("从前一步写 to: 通到这里", "lead to it from the step before")
            )
        if step.id not in ending:
            said = (f"从“{step.id}”到不了任何终点", f'no end can be reached from "{step.id}"')
            yield DEAD_END.at(
                step.place("next", 0, "to") if step.next else step.place("id"),
                *said,
                ("写 next，通到下一步或终点", "write next, to a further step or an end"),
            )


def _led_away(before: Step, lost: Step, backward: dict[str, list[str]]) -> Iterator[Finding]:
    """Report the arrows of the step above that lead where others do: one may be meant for the step lost."""
    for edge in before.next:
        if len(backward.get(edge.to, ())) > 1:
            said = (
                f"到不了“{lost.id}”：这里是不是该通到它？",
                f'"{lost.id}" cannot be reached: does this lead there?',
            )
            hint = (f"写 to: {lost.id}，或核对别处", f"write to: {lost.id}, or look elsewhere")
            yield UNREACHED.at(edge.place("to"), *said, hint)


def _closure(begin: list[str], following: dict[str, list[str]]) -> set[str]:
    seen, waiting = set(begin), list(begin)
    while waiting:
        for to in following.get(waiting.pop(), ()):
            if to not in seen:
                seen.add(to)
                waiting.append(to)
    return seen


def _passing(procedure: Procedure, join: Step) -> Iterator[Finding]:
    """Report the arrows that pass a gateway by, to where it leads."""
    onward = {edge.to for edge in join.next}
    for step in procedure.steps:
        for edge in step.next:
            if step is not join and edge.to in onward:
                said = (f"这一箭头绕过了“{join.id}”", f'this arrow passes "{join.id}" by')
                hint = (f"是不是先到“{join.id}”？", f'did you mean "{join.id}"?')
                yield SHAPE.at(edge.place("to"), *said, hint)


def _step(rulebook: Rulebook, procedure: Procedure, step: Step) -> Iterator[Finding]:
    incoming = Counter(edge.to for one in procedure.steps for edge in one.next)[step.id]
    outgoing = len(step.next)
    if step.kind == "start" and incoming:
        yield _shape(step, "起点不能有进入的边", "nothing leads into a start")
    if step.kind in _ENDS and outgoing:
        yield _shape(step, "终点之后没有步骤", "nothing follows an end")
    if step.kind in ("start", "task", "data") and outgoing > 1:
        yield _shape(step, "分岔用 exclusive 或 parallel", "a fork is an exclusive or parallel gateway")
    if step.kind == "parallel" and outgoing < 2 and incoming < 2:
        yield _shape(step, "并行处要么分开要么汇合", "a parallel gateway either splits or joins")
        yield from _passing(procedure, step)
    if step.kind == "task" and label(step, rulebook) is None and step.duty is None:
        said = (f"“{step.id}”既无 label 也无 duty", f'"{step.id}" has neither label nor duty')
        yield EMPTY.at(
            step.place(), *said, ("写 duty，或 label 和 words", "write duty, or a label with words")
        )
    if step.kind == "data" and step.document is None:
        said = (f"“{step.id}”没有指明文书", f'"{step.id}" names no document')
        yield EMPTY.at(step.place(), *said, ("写 document: …", "write document: …"))
    if step.kind == "unsettled" and step.question is None:
        said = (f"“{step.id}”没有指明未决事项", f'"{step.id}" names no open question')
        yield UNSETTLED.at(step.place("kind"), *said, ("写 question: …", "write question: …"))
    if step.kind == "exclusive":
        yield from _decision(step, incoming)


def _shape(step: Step, zh: str, en: str) -> Finding:
    hint = ("改 kind 或改 next", "change its kind or its edges")
    return SHAPE.at(step.place("kind"), f"“{step.id}”：{zh}", f'"{step.id}": {en}', hint)


def _decision(step: Step, incoming: int) -> Iterator[Finding]:
    if len(step.next) < 2:
        if incoming >= 2 and len(step.next) == 1:
            return  # joins what an earlier decision split
        said = (f"“{step.id}”至少要有两个出口", f'"{step.id}" needs at least two exits')
        written = any(edge.when for edge in step.next)  # else it was hardly meant as a decision
        yield DECISION.at(
            step.place("next" if written or not step.next else "kind"),
            *said,
            ("文中只给一条路的，不是判断", "where the text gives one way, it is no decision"),
        )
    elif not any(edge.when for edge in step.next):  # then it was hardly meant as a decision
        said = (f"“{step.id}”没有一个出口有条件", f'no exit of "{step.id}" has a condition')
        hint = (
            "几条路都走的，写 kind: parallel；只走一条的，给每个出口写 when",
            "where all ways are taken, write kind: parallel; else give each exit a when",
        )
        yield DECISION.at(step.place("kind"), *said, hint)
        return
    bare = [edge for edge in step.next if not (edge.words or edge.duty or edge.inferred)]
    for edge in step.next:
        if len(step.next) > 1 and edge.when is None:
            said = (
                f"“{step.id}”通往“{edge.to}”的出口没有条件",
                f'the exit of "{step.id}" to "{edge.to}" has no condition',
            )
            yield DECISION.at(edge.place(), *said, ("写 when，分 zh 和 en", "write when, with zh and en"))
    for edge in bare[1:]:
        said = (
            f"“{step.id}”不止一个出口没有引文",
            f'more than one exit of "{step.id}" cites nothing',
        )
        hint = ("至多一个出口可以不引，即“否则”", "at most one exit, the otherwise, may cite nothing")
        yield DECISION.at(edge.place(), *said, hint)
