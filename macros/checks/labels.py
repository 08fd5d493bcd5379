"""A step's label fits its kind, is no other step's, and asks what the open question it names asks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from macros.checks._steps import all_asked, said_by
from macros.checks._tools import heads_of
from macros.checks.phrases import pairs_of, share
from macros.derive.effective import citations, label
from macros.model import Code, Edge, Fact, Finding, Place, Procedure, Rulebook, Step

KIND = Code(
    "label-against-kind",
    "warning",
    "步骤的文字不合其种类",
    "A decision that asks nothing, or a step that asks but decides nothing",
)
SAME = Code("label-of-another", "warning", "步骤的文字是另一步的", "A step is called as another one is")
QUESTION = Code(
    "question-of-another-step",
    "warning",
    "步骤问的不是所指的未决事项",
    "A step does not ask what its open question asks",
)

CODES = (KIND, SAME, QUESTION)

_ASKS = re.compile(r"[？?]\s*$|是否|能否|可否|有无|吗|呢|谁|何|什么|怎|哪|几|多少|还是|要不要|([一-鿿])不\1")
_ASKING = re.compile("怎么办?|什么|[是能可]否|要不要|由?谁|如何|哪些?|吗|呢|多少|[何几]时|还是")
"""What makes a question of a phrase and says nothing of what it is about."""
_OPEN = re.compile("怎么办|如何办|[何几]时|什么时候")
_BETTER = 0.15
"""By how much another question, or another step, fits better; no question fits ours better at all."""


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look at the labels of every procedure."""
    for procedure in rulebook.procedures.values():
        told: set[str] = set()
        for finding, step in _kinds(rulebook, procedure):
            told.add(step.id)
            yield finding
        twins = [one for one in _twins(rulebook, procedure) if not told & {one[1].id, one[2].id}]
        yield from {step.id: finding for finding, step, _ in reversed(twins)}.values()
        told |= {step.id for _, step, _ in twins}
        if not rulebook.dropped.get("open_questions"):
            yield from _questions(rulebook, procedure, told)


def _kinds(rulebook: Rulebook, procedure: Procedure) -> Iterator[tuple[Finding, Step]]:
    for step in procedure.steps:
        text = label(step, rulebook)
        if step.kind == "exclusive" and len(step.next) > 1 and any(edge.when for edge in step.next):
            if text is None or not _ASKS.search(text.zh):
                said = (
                    f"判断“{step.id}”没有写所判断的是什么",
                    f'the decision "{step.id}" does not say what is asked',
                )
                yield KIND.at(_place(step), *said, ("写成问句", "let its label be a question")), step
        elif step.kind not in ("exclusive", "unsettled") and step.label and step.label.zh[-1:] in "？?":
            said = (
                f"“{step.id}”的文字在问，却不是判断",
                f'the label of "{step.id}" asks, but it is no decision',
            )
            hint = ("核对 label 和 kind", "is it the label or the kind that is wrong?")
            yield KIND.at(step.label.place("zh"), *said, hint), step


def _twins(rulebook: Rulebook, procedure: Procedure) -> Iterator[tuple[Finding, Step, Step]]:
    """Report a label that another step has too, at the step it fits less."""
    for one, other in combinations(procedure.steps, 2):
        texts = label(one, rulebook), label(other, rulebook)
        if texts[0] is None or texts[1] is None or texts[0].zh != texts[1].zh:
            continue
        fits = {step.id: _fits(texts[0].zh, rulebook, procedure, step) for step in (one, other)}
        follow = any(edge.to in (one.id, other.id) for step in (one, other) for edge in step.next)
        if one.kind == other.kind and not follow and abs(fits[one.id] - fits[other.id]) <= _BETTER:
            continue  # two branches may well do the same, and two ends be called the same
        for step, twin in ((one, other), (other, one)):
            if step.label is None or (twin.label is not None and fits[step.id] > fits[twin.id]):
                continue
            said = (f"步骤“{twin.id}”也写作“{step.label.zh}”", f'the step "{twin.id}" is called that, too')
            hint = ("照原文写这一步", "say what this step is, in the words of the text")
            yield SAME.at(step.label.place("zh"), *said, hint), step, twin


def _questions(rulebook: Rulebook, procedure: Procedure, told: set[str]) -> Iterator[Finding]:
    things: list[Step | Edge | Fact] = [procedure.entry, *procedure.steps]
    things += [edge for step in procedure.steps for edge in step.next]
    heads = heads_of(one for thing in things for one in citations(thing, rulebook))
    known = [question for question in rulebook.open_questions.values() if heads & heads_of(question.words)]
    for step in procedure.steps:
        own = rulebook.open_questions.get(step.question or "")
        text = _ASKING.sub("", step.label.zh) if step.label else ""
        others = [question for question in known if question is not own]
        if step.kind != "unsettled" or own is None or step.id in told or not pairs_of(text) or not others:
            continue
        shares = [share(text, question.asks.zh) for question in others]
        mine, theirs = share(text, all_asked(own)), max(shares)
        other = others[shares.index(theirs)]
        # What is to be done is asked by a question that asks so, too.
        open_ = [
            bool(_OPEN.search(asks))
            for asks in (step.label.zh if step.label else "", all_asked(own), other.asks.zh)
        ]
        better = theirs >= mine and open_ == [True, False, True]
        if theirs - mine > _BETTER or (mine == 0 and theirs) or better:
            said = (
                f"“{step.id}”的文字问的不是“{own.asks.zh}”",
                f'the label of "{step.id}" does not ask "{own.asks.en}"',
            )
            hint = (f"是不是“{other.id}”？", f'did you mean "{other.id}"?')
            yield QUESTION.at(step.place("question"), *said, hint)


def _place(step: Step) -> Place | None:
    return step.label.place("zh") if step.label else step.place("kind")


def _fits(text: str, rulebook: Rulebook, procedure: Procedure, step: Step) -> float:
    """Return how much of a label stands in what a step rests on, and in what stands beside it."""
    if step.kind == "exclusive" and _OPEN.search(text):
        return 0  # no exits answer that
    pieces = said_by(rulebook, step)
    if step.kind == "start":
        pieces += [procedure.name.zh, procedure.entry.text.zh if procedure.entry.text else ""]
        pieces += [citation.quote for citation in citations(procedure.entry, rulebook)]
    if step.kind in ("exclusive", "parallel"):
        for edge in step.next:
            pieces += [citation.quote for citation in edge.words] + ([edge.when.zh] if edge.when else [])
    if step.kind in ("end", "parallel"):
        for before in procedure.steps:
            if any(edge.to == step.id for edge in before.next):
                pieces += said_by(rulebook, before)
    return share(_ASKING.sub("", text), "\n".join(pieces))
