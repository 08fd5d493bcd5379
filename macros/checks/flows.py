"""A procedure's arrows and steps fit what stands around them: their words, papers, conditions and names."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks._steps import leading_to
from macros.checks._tools import Hint, article_words, heads_of, words_around
from macros.checks.phrases import pairs_of, share
from macros.derive.effective import citations, label
from macros.model import Code, Edge, Finding, Place, Procedure, Rulebook, Step
from macros.model.provision import head_of

PLAIN = Code(
    "condition-without-decision",
    "error",
    "不是判断的步骤写了条件",
    "A way out that is no choice has a condition",
)
ALIKE = Code("exits-alike", "error", "两个出口的条件一样", "Two exits of a decision bear the same condition")
FAR = Code(
    "arrow-words-elsewhere", "warning", "箭头的引文与两端无关", "An arrow's words are not of its two ends"
)
OTHER = Code(
    "step-names-another",
    "warning",
    "步骤所指的与前后不合",
    "A step names what those around it do not speak of",
)

AGAIN = Code(
    "duty-twice-running",
    "warning",
    "前后两步指的是同一项职责",
    "Two steps that follow one another name one duty",
)
UNMADE = Code(
    "document-not-prepared",
    "warning",
    "文书前面没有起草它的步骤",
    "A document appears, but no step prepares it",
)

CODES = (PLAIN, ALIKE, FAR, OTHER, AGAIN, UNMADE)

_HARDLY = 0.3
_MORE = 0.25
"""By how much more of a label is in the name of a procedure it does not call; of ours 0.13 at most."""
_GATEWAYS = ("exclusive", "parallel", "start")


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look at every procedure whose steps are all there."""
    for procedure in rulebook.procedures.values():
        yield from _conditions(procedure)
        steps = {step.id: step for step in procedure.steps}
        if any(edge.to not in steps for step in procedure.steps for edge in step.next):
            continue  # where an arrow leads nowhere, that is reported
        around = _Around(rulebook, procedure, steps)
        for step in procedure.steps:
            for edge in step.next:
                yield from around.arrow(step, edge)
            yield from around.step(step)


def _conditions(procedure: Procedure) -> Iterator[Finding]:
    for step in procedure.steps:
        if step.kind == "end" and step.question is not None:
            text = (f"“{step.id}”有未决事项，却是 end", f'"{step.id}" names an open question, but is an end')
            hint = ("写 kind: unsettled，或删去 question", "write kind: unsettled, or delete the question")
            yield PLAIN.at(step.place("kind"), *text, hint)
        if step.kind != "exclusive" and len(step.next) > 1 and all(edge.when for edge in step.next):
            text = (
                f"“{step.id}”不是判断，出口却有条件",
                f'"{step.id}" decides nothing, but its exits have conditions',
            )
            yield PLAIN.at(step.place("kind"), *text, ("写 kind: exclusive", "write kind: exclusive"))
            continue
        said: dict[str, Edge] = {}
        for edge in step.next:
            if edge.when is None:
                continue
            if step.kind != "exclusive":
                text = (
                    f"“{step.id}”不是判断，出口却有条件",
                    f'"{step.id}" decides nothing, but its exit has a condition',
                )
                hint = ("删去 when，或写 kind: exclusive", "delete the when, or write kind: exclusive")
                yield PLAIN.at(edge.place("when"), *text, hint)
            for language in ("zh", "en"):
                when = edge.when.of(language)
                if when in said:
                    text = (
                        f"通往“{said[when].to}”的出口也是“{when}”",
                        f'the exit to "{said[when].to}" is "{when}", too',
                    )
                    hint = ("每个出口写各自的条件", "give each exit its own condition")
                    yield ALIKE.at(edge.when.place(language), *text, hint)
                    break
                said[when] = edge


class _Around:
    """What stands around each step of a procedure: the provisions that its neighbours cite."""

    def __init__(self, rulebook: Rulebook, procedure: Procedure, steps: dict[str, Step]) -> None:
        self.rulebook, self.procedure, self.steps = rulebook, procedure, steps
        self.complete = all(self._known(step) for step in procedure.steps)
        self.before = leading_to(procedure)

    def arrow(self, step: Step, edge: Edge) -> Iterator[Finding]:
        """Compare an arrow's words with those of the steps at its ends (gateways: of those beyond)."""
        cited = {citation.at for citation in edge.words}
        near = self._near(step, False) | self._near(self.steps[edge.to], True)
        if not cited or not near or cited & near:
            return
        place = edge.place("words", edge.words[0].at)
        said = (
            f"从“{step.id}”到“{edge.to}”的引文在 {edge.words[0].at}，两端的步骤都不引它",
            f'the arrow from "{step.id}" to "{edge.to}" quotes {edge.words[0].at}, which neither end cites',
        )
        hint = (f"两端引的是 {'、'.join(sorted(near))}", f"its ends cite {', '.join(sorted(near))}")
        yield FAR.at(place, *said, hint)

    def step(self, step: Step) -> Iterator[Finding]:
        """Compare the document, procedure and duty that a step names with what is around it."""
        document = self.rulebook.documents.get(step.document or "")
        if document is not None and document.words and self.complete:
            there = {citation.at for one in self._ring(step) for citation in citations(one, self.rulebook)}
            own = {citation.at for citation in document.words}
            if there and not own & there:
                yield self._other(step.place("document"), document.name.zh, document.name.en)
        called = self.rulebook.procedures.get(step.procedure or "")
        text = label(step, self.rulebook)
        if called is not None and text is not None and not self._means(text.zh, called):
            yield self._other(step.place("procedure"), called.name.zh, called.name.en)
        yield from self._sister(step)
        yield from self._stranger(step)
        yield from self._again(step)
        yield from self._unmade(step)

    def _again(self, step: Step) -> Iterator[Finding]:
        """Report two tasks running with one duty, at the one that arrows lead to with other words."""
        duty = self.rulebook.duties.get(step.duty or "")
        for after in (self.steps[edge.to] for edge in step.next):
            apart = step.label and after.label and step.label.zh != after.label.zh
            if duty is None or after.duty != step.duty or {step.kind, after.kind} != {"task"} or apart:
                continue
            text = "\n".join((duty.action.zh, *(citation.quote for citation in duty.words)))
            wrong, right = (step, after) if self._led(step, text) < self._led(after, text) else (after, step)
            said = (f"“{right.id}”指的也是“{duty.id}”", f'"{right.id}" names "{duty.id}", too')
            hint = (
                "写这一步自己的职责；一项职责分成两步的，各写 label",
                "name this step's own duty; where one duty makes two steps, give each a label",
            )
            yield AGAIN.at(wrong.place("duty"), *said, hint)

    def _led(self, step: Step, text: str) -> float:
        edges = [edge for one in self.before.get(step.id, ()) for edge in one.next if edge.to == step.id]
        return share("\n".join(citation.quote for edge in edges for citation in edge.words), text)

    def _unmade(self, step: Step) -> Iterator[Finding]:
        """Report a document whose preparing no step does, though those around speak of that provision."""
        document = self.rulebook.documents.get(step.document or "")
        made = document.prepared_by.duty if document and document.prepared_by else None
        duty = self.rulebook.duties.get(made or "")
        if duty is None or step.kind != "data" or not self.complete:
            return
        there = {citation.at for one in self._ring(step) for citation in citations(one, self.rulebook)}
        if any(one.duty == made for one in self.steps.values()) or not there & {one.at for one in duty.words}:
            return
        said = (
            f"没有一个步骤是“{duty.id}”，文书由它而来",
            f'no step is "{duty.id}", which prepares the document',
        )
        hint = ("加上这一步，或核对 document", "add the step, or see which document is meant")
        yield UNMADE.at(step.place("document"), *said, hint)

    def _stranger(self, step: Step) -> Iterator[Finding]:
        """Report a step whose duty is of an article that nothing else in the procedure cites."""
        if step.duty is None or not self.complete:
            return
        own = heads_of(citations(step, self.rulebook))
        rest = heads_of(citations(self.procedure.entry, self.rulebook))
        for other in self.steps.values():
            cited = () if other is step else citations(other, self.rulebook)
            rest |= {
                head_of(one.at) for one in (*cited, *(word for edge in other.next for word in edge.words))
            }
        if own and rest and not own & rest:
            said = (
                f"流程里别处都不引“{step.duty}”的那一条",
                f'nothing else here cites the article of "{step.duty}"',
            )
            yield OTHER.at(step.place("duty"), *said, ("核对所指的是哪一个", "which one is meant?"))
        text = step.label.zh if step.label and step.kind == "task" else ""
        duty = self.rulebook.duties.get(step.duty)
        if text and duty and duty.words:
            words = words_around(self.rulebook, duty.words)
            if share(text, f"{duty.action.zh}\n{words}") < _HARDLY:
                said = (f"“{text}”不是“{step.duty}”的内容", f'the label is not what "{step.duty}" says')
                place = step.label.place("zh") if step.label else None
                yield OTHER.at(place, *said, ("照原文写 label", "let the label say what the words say"))

    def _sister(self, step: Step) -> Iterator[Finding]:
        """Report a step whose id has a word of another duty of the same article, but none of its own."""
        duty = self.rulebook.duties.get(step.duty or "")
        if duty is None or not duty.words:
            return
        words = {word for word in step.id.split("-") if len(word) > 3}
        if not words or any(_alike(word, one) for word in words for one in duty.id.split("-")):
            return
        head = head_of(duty.words[0].at)
        for other in self.rulebook.duties.values():
            same = other.words and head_of(other.words[0].at) == head
            shared = same and [one for one in other.id.split("-") if any(_alike(word, one) for word in words)]
            if shared and other is not duty:
                said = (
                    f"步骤“{step.id}”指的是“{duty.id}”，名字却像“{other.id}”",
                    f'the step "{step.id}" names "{duty.id}", but is called as "{other.id}" is',
                )
                hint = (
                    "核对是哪一条职责；没有错的，步骤的编号用职责里的一个词",
                    "which of the two is it? If it is right, give the step a word of its duty's id",
                )
                yield OTHER.at(step.place("duty"), *said, hint)
                return

    def _near(self, step: Step, onward: bool) -> set[str]:
        own = {citation.at for citation in citations(step, self.rulebook)}
        if not self._known(step):
            return set()
        if own or step.kind not in (*_GATEWAYS, "data", "end", "unsettled"):
            return own
        beside = [self.steps[edge.to] for edge in step.next] if onward else self.before.get(step.id, [])
        found = {citation.at for one in beside for citation in citations(one, self.rulebook)}
        if step.kind == "start":
            found |= {citation.at for citation in citations(self.procedure.entry, self.rulebook)}
        return found

    def _known(self, step: Step) -> bool:
        return step.duty is None or step.duty in self.rulebook.duties

    def _ring(self, step: Step) -> list[Step]:
        return [step, *self.before.get(step.id, ()), *(self.steps[edge.to] for edge in step.next)]

    def _means(self, text: str, called: Procedure) -> bool:
        """Tell whether a label speaks of a procedure, and not much more of another."""
        others = [one.name.zh for one in self.rulebook.procedures.values() if one is not self.procedure]
        most = max((share(text, name) for name in others), default=0)
        return self._speaks_of(text, called) and most - share(text, called.name.zh) <= _MORE

    def _speaks_of(self, text: str, called: Procedure) -> bool:
        """Tell whether a label names an article of a procedure, or, naming none, has words of its name."""
        heads = {head_of(one.at) for step in called.steps for one in citations(step, self.rulebook)}
        provisions = self.rulebook.provisions
        named = {
            id for id in article_words(self.rulebook) if id in provisions and provisions[id].label.zh in text
        }
        if named:
            return bool(named & heads)
        return any(pair in called.name.zh for pair in pairs_of(text)) or not article_words(self.rulebook)

    def _other(self, place: Place | None, zh: str, en: str) -> Finding:
        said = (f"前后的步骤都不说“{zh}”", f'the steps around it do not speak of "{en}"')
        hint: Hint = ("核对所指的是哪一个", "which one is meant?")
        return OTHER.at(place, *said, hint)


def _alike(one: str, other: str) -> bool:
    """Tell whether two words of ids are the same but for their endings (convene, convening)."""
    return one[:4] == other[:4] if min(len(one), len(other)) > 3 else one == other
