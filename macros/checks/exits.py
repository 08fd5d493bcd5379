"""The exits of a decision lead where their conditions and words point, not where the other exit's do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from macros.checks._tools import quoted
from macros.checks.phrases import pairs_of
from macros.derive.effective import citations, label
from macros.derive.mentions import named
from macros.model import Code, Edge, Finding, Procedure, Rulebook, Step

EXCHANGED = Code("exits-exchanged", "warning", "两个出口像是换了位置", "Two exits look exchanged")

ONE = Code("exits-to-one-step", "warning", "两个出口通向同一步", "Two exits lead to one step")
CITES = Code(
    "exit-names-another",
    "warning",
    "条件里说的条款不是出口所引的",
    "A condition names a provision that its exit does not cite",
)

CODES = (EXCHANGED, ONE, CITES)

_WORSE = -0.4
"""How far two exits may fit worse than exchanged (three sums of shares, 6 at most); none of ours does."""
_NEEDED = re.compile("要不要|需不需要|该不该|应否|是否(?:需|要|应|须)|^需要")
"""What asks whether something is to be done: the yes leads to the doing."""
_UNDONE = -0.2
"""How far the no of such a question may fit it better than the yes; ours lie at 0 or above."""
_NOT = "(?<!不)(?<!不得)(?:少于|低于)|不(?!断|仅|但|得?少于|得?低于)|未能?|没有|无|否"
DENIES = re.compile(_NOT)
_DENIED = re.compile(f"(?:{_NOT})[一-鿿]{{0,2}}")


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look at the decisions of every procedure whose steps and duties are all there."""
    for procedure in rulebook.procedures.values():
        steps = {step.id: step for step in procedure.steps}
        whole = all(edge.to in steps for step in procedure.steps for edge in step.next)
        if whole and all(step.duty is None or step.duty in rulebook.duties for step in procedure.steps):
            exits = _Exits(rulebook, procedure, steps)
            for step in procedure.steps:
                if step.kind == "exclusive":
                    yield from exits.of(step)
                    yield from _to_one(step)
                    yield from exits.cited(step)


class _Exits:
    def __init__(self, rulebook: Rulebook, procedure: Procedure, steps: dict[str, Step]) -> None:
        self.rulebook, self.procedure, self.steps = rulebook, procedure, steps

    def of(self, step: Step) -> Iterator[Finding]:
        """Compare the exits of a decision, two and two, with what they would be if exchanged."""
        for one, other in combinations([edge for edge in step.next if edge.when], 2):
            if one.to == other.to:
                continue
            fits = self._conditions(one, other)
            by_words = fits + self._words(one, other)
            by_each = fits + _each(one, other)
            if by_words >= _WORSE and by_each >= _WORSE and self._asked(step, one, other) >= _UNDONE:
                continue
            said = (
                f"“{other.to}”更合这个出口，“{one.to}”更合另一个",
                f'"{other.to}" fits this exit better, and "{one.to}" the other',
            )
            hint = ("核对两个 to 和两个 when", "look at both to and both when")
            # Where the words do not fit the conditions they stand with, it is the conditions.
            conditions = by_each < _WORSE <= by_words or _each(one, other) < _WORSE
            for edge in (one, other):
                place = edge.when.place("zh") if edge.when and conditions else edge.place("to")
                yield EXCHANGED.at(place, *said, hint)

    def cited(self, step: Step) -> Iterator[Finding]:
        """A provision that a condition names is one that its exit, or the step it leads to, rests on."""
        for edge in step.next:
            cites = [one.at for one in (*edge.words, *citations(self.steps[edge.to], self.rulebook))]
            for at in named(_when(edge)):
                if edge.when and not any(one == at or one.startswith(f"{at}__") for one in cites):
                    said = (f"这个出口没有引用 {at}", f"this exit does not cite {at}")
                    hint = ("核对条件和引文", "look at the condition and at the words")
                    yield CITES.at(edge.when.place("zh"), *said, hint)

    def _conditions(self, one: Edge, other: Edge) -> float:
        """Return how much better two conditions fit what they lead to: its label, then all it rests on."""
        whens = (_when(one), _when(other))
        short = _crossed(whens, (self._label(one.to), self._label(other.to)))
        return short + _crossed(whens, (self._text(one.to, 1), self._text(other.to, 1)))

    def _words(self, one: Edge, other: Edge) -> float:
        """Return how much better the words of two exits fit what they lead to."""
        return _crossed(
            (quoted(one.words), quoted(other.words)), (self._text(one.to, 1), self._text(other.to, 1))
        )

    def _asked(self, step: Step, one: Edge, other: Edge) -> float:
        """Return how much better the yes of a question whether to do something leads to its being done."""
        asked = label(step, self.rulebook)
        denies = [bool(DENIES.search(_when(edge))) for edge in (one, other)]
        if asked is None or denies[0] is denies[1] or not _NEEDED.search(asked.zh):
            return 0
        yes, no = (other, one) if denies[0] else (one, other)
        text = DENIES.sub("", asked.zh)
        return _better(text, self._label(yes.to), self._label(no.to)) + _better(
            text, self._text(yes.to, 1), self._text(no.to, 1)
        )

    def _label(self, id: str) -> str:
        step = self.steps[id]
        said = label(step, self.rulebook)
        question = self.rulebook.open_questions.get(step.question or "")
        asks = question.asks.zh if question and step.kind == "unsettled" else ""
        return f"{said.zh if said else ''}\n{asks}"

    def _text(self, id: str, depth: int) -> str:
        """Return what a step says and rests on; of what says little itself, also what follows."""
        step = self.steps[id]
        duty = self.rulebook.duties.get(step.duty or "")
        pieces = [self._label(id), duty.action.zh if duty else ""]
        pieces += [duty.condition.zh] if duty and duty.condition else []
        pieces += [citation.quote for citation in citations(step, self.rulebook)]
        if depth and step.kind not in ("task", "unsettled"):
            for edge in step.next:
                pieces += [self._text(edge.to, depth - 1), _when(edge), quoted(edge.words)]
        return "\n".join(pieces)


def _to_one(step: Step) -> Iterator[Finding]:
    seen: set[str] = set()
    for edge in step.next:
        if edge.to in seen:
            said = (f"另一个出口也通向“{edge.to}”", f'another exit leads to "{edge.to}", too')
            hint = (
                "核对 to；两种情形一样的，合成一个出口",
                "where does it lead? If both are alike, join them",
            )
            yield ONE.at(edge.place("to"), *said, hint)
        seen.add(edge.to)


def _when(edge: Edge) -> str:
    return edge.when.zh if edge.when else ""


def _each(one: Edge, other: Edge) -> float:
    """Return how much better two conditions fit the words of their own exit."""
    return _crossed((_when(one), _when(other)), (quoted(one.words), quoted(other.words)))


def _crossed(phrases: tuple[str, str], texts: tuple[str, str]) -> float:
    return _better(phrases[0], *texts) + _better(phrases[1], *reversed(texts))


def _better(phrase: str, own: str, other: str) -> float:
    """Return how much more of a phrase stands in its own text than in another, from -1 to 1.

    What a text denies, such as 同意 in 不同意时, is not said for a phrase that denies nothing.
    """
    if not DENIES.search(phrase):
        own, other = _DENIED.sub("。", own), _DENIED.sub("。", other)
    pairs = pairs_of(phrase)
    if not pairs:
        return 0
    return sum((pair in own) - (pair in other) for pair in pairs) / len(pairs)
