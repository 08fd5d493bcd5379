"""A duty's closed lists agree with one another and with its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from macros.checks._tools import clip
from macros.derive.governing import GOVERNING, ONLY_THEN, QUALIFIERS, WORDS, before, found_in
from macros.model import Code, Duty, Finding, Party, ProvisionId, Rulebook, Step

NO_BEARER = Code("bearer-missing", "error", "职责没有承担者", "A duty that has a bearer names none")
EXTRA_BEARER = Code(
    "bearer-not-allowed", "error", "无承担者的职责写了承担者", "A duty without a bearer names one"
)
NO_QUESTION = Code(
    "unsettled-without-question", "error", "承担者未定却没有未决事项", "An unsettled bearer names no question"
)
SETTLED = Code(
    "unsettled-bearer-related",
    "error",
    "承担者未定，关系却已写定",
    "An unsettled bearer has a settled relation",
)
NO_REASON = Code(
    "bearer-without-note", "error", "推断的承担者没有说明", "An inferred bearer does not say why"
)
MODALITY = Code(
    "modality-against-words", "error", "力度与原文不符", "A modality is not that of the governing word"
)
LIST = Code("task-outside-list", "error", "任务不在列举的项里", "A task cites no point of a list")
IN_LIST = Code(
    "list-item-not-task", "error", "列举的项没有写成任务", "An item of a list is not called a task"
)
QUALIFIER = Code(
    "qualifier-without-words", "error", "限定语不在引文里", "A qualifier's word does not stand in the quotes"
)
UNQUALIFIED = Code(
    "words-without-qualifier",
    "warning",
    "引文里的限定语没有写出",
    "A quote holds a qualifier's word, the duty does not",
)
SELF = Code("duty-linked-to-itself", "error", "职责指向自己", "A duty is linked to itself")

BACKWARDS = Code(
    "carries-out-no-earlier-duty", "error", "落实的不是前面的职责", "A task carries out no earlier duty"
)

CODES = (
    NO_BEARER,
    EXTRA_BEARER,
    NO_QUESTION,
    SETTLED,
    NO_REASON,
    MODALITY,
    LIST,
    IN_LIST,
    QUALIFIER,
    UNQUALIFIED,
    SELF,
    BACKWARDS,
)


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look at every duty by itself, then at who performs a step."""
    for duty in rulebook.duties.values():
        yield from _bearer(duty)
        yield from _open_relation(duty, duty.parties)
        if duty.words and all(citation.at in rulebook.provisions for citation in duty.words):
            yield from _modality(rulebook, duty)
            yield from _qualifiers(duty)
        for name in ("carries_out", "fallback"):
            for index, link in enumerate(getattr(duty, name)):
                if link.duty == duty.id:
                    said = (f"“{duty.id}”指向自己", f'"{duty.id}" is linked to itself')
                    hint = ("指向另一项职责", "name another duty")
                    yield SELF.at(duty.place(name, index, "duty"), *said, hint)
        yield from _carried_out(rulebook, duty)
    for procedure in rulebook.procedures.values():
        for step in procedure.steps:
            yield from _open_relation(step, [step.performers] if step.performers else [])


def _carried_out(rulebook: Rulebook, duty: Duty) -> Iterator[Finding]:
    """A task carries out what an earlier article lays down, not what stands beside or behind it."""
    own = ProvisionId.parse(duty.words[0].at) if duty.words else None
    for index, link in enumerate(duty.carries_out):
        other = rulebook.duties.get(link.duty)
        first = ProvisionId.parse(other.words[0].at) if other and other.words else None
        if own is None or first is None or other is duty or not own.article or not first.article:
            continue
        of_another_sort = other is not None and duty.modality == "task" != other.modality
        if first.article >= own.article or of_another_sort:
            said = (
                f"“{link.duty}”不是前面所列的职责，谈不上由“{duty.id}”落实",
                f'"{link.duty}" is no duty listed before, so "{duty.id}" does not carry it out',
            )
            hint = ("指向前面所定的职责", "name the duty laid down before")
            yield BACKWARDS.at(duty.place("carries_out", index, "duty"), *said, hint)


def _bearer(duty: Duty) -> Iterator[Finding]:
    source = duty.bearer_source
    place = duty.place("bearer_source")
    if source in ("stated", "elided", "inferred") and duty.bearer is None:
        said = (
            f"bearer_source 是 {source}，却没有 bearer",
            f"bearer_source is {source}, but there is no bearer",
        )
        hint = (
            "写 bearer；确无承担者的写 bearer_source: none",
            "write a bearer; if there is none, bearer_source: none",
        )
        yield NO_BEARER.at(place, *said, hint)
    if source == "none" and duty.bearer is not None:
        said = ("bearer_source 是 none，却写了 bearer", "bearer_source is none, but there is a bearer")
        hint = ("删去 bearer，或改 bearer_source", "delete the bearer, or change bearer_source")
        yield EXTRA_BEARER.at(duty.place("bearer"), *said, hint)
    asked = duty.question or (duty.bearer.question if duty.bearer else None)
    if source == "none" and duty.question is not None:
        said = (
            "bearer_source 是 none，却指了未决事项",
            "bearer_source is none, but an open question is named",
        )
        hint = ("承担者未定的写 unsettled", "where the bearer is left open, write unsettled")
        yield NO_QUESTION.at(place, *said, hint)
    if source == "unsettled" and asked is None:
        said = ("承担者未定，须指明未决事项", "an unsettled bearer names its open question")
        yield NO_QUESTION.at(place, *said, ("写 question: …", "write question: …"))
    if source == "unsettled" and duty.bearer is not None and duty.bearer.relation != "unstated":
        said = (
            f"承担者未定，关系却是 {duty.bearer.relation}",
            f"the bearer is unsettled, but the relation is {duty.bearer.relation}",
        )
        yield SETTLED.at(
            duty.bearer.place("relation") or duty.place("bearer"),
            *said,
            ("写 relation: unstated", "write relation: unstated"),
        )
    if source == "inferred" and duty.note is None:
        said = ("承担者是推断的，须在 note 里说明理由", "an inferred bearer says why in a note")
        yield NO_REASON.at(
            duty.place("bearer") or place, *said, ("写 note，分 zh 和 en", "write a note, with zh and en")
        )


def _open_relation(holder: Duty | Step, parties: Iterable[Party]) -> Iterator[Finding]:
    """A party that names an open question leaves its relation open, too."""
    for party in parties:
        if party.question is not None and party.relation != "unstated":
            said = (
                f"这一方有未决事项，关系却是 {party.relation}",
                f"the party has an open question, but its relation is {party.relation}",
            )
            hint = (
                "写 relation: unstated，或删去 question",
                "write relation: unstated, or delete the question",
            )
            yield SETTLED.at(party.place("relation") or holder.place(), *said, hint)


def _modality(rulebook: Rulebook, duty: Duty) -> Iterator[Finding]:
    place = duty.place("modality")
    quoted = set().union(*(found_in(citation.quote) for citation in duty.words))
    if duty.modality in GOVERNING:
        only_then = duty.modality == "may" and any(ONLY_THEN.search(one.quote) for one in duty.words)
        if duty.modality in quoted or only_then:
            return
        # One 应 governs all the verbs of its sentence, as long as the subject stays the same.
        elsewhere = duty.bearer_source != "stated" and not quoted
        if elsewhere and any(
            duty.modality in found_in(before(rulebook, citation)) for citation in duty.words
        ):
            return
        word = WORDS[duty.modality]
        said = (
            f"力度（modality）是 {duty.modality}，引文里却没有“{word}”",
            f'the modality is {duty.modality}, but its words hold no "{word}"',
        )
        yield MODALITY.at(place, *said, _suggest(sorted(quoted)))
    elif quoted:
        words = "、".join(WORDS[modality] for modality in sorted(quoted))
        said = (
            f"力度（modality）是 {duty.modality}，引文里却有“{words}”",
            f'the modality is {duty.modality}, but its words hold "{words}"',
        )
        yield MODALITY.at(place, *said, _suggest(sorted(quoted)))
    elif duty.modality == "task":
        ids = [ProvisionId.parse(citation.at) for citation in duty.words]
        if not any(id is not None and id.kind == "point" for id in ids):
            said = (
                "task 是列举里的一项，这里没有引用任何项",
                "a task is an item of a list, but no point is cited here",
            )
            hint = ("直接陈述的写 declared", "a bare statement is declared")
            yield LIST.at(place, *said, hint)
    elif duty.modality == "declared" and _in_list(rulebook, duty):
        said = (
            "所引的是列举里的一项，应写 task",
            "what is cited is an item of a list, and those are tasks",
        )
        yield IN_LIST.at(place, *said, ("写 modality: task", "write modality: task"))


def _in_list(rulebook: Rulebook, duty: Duty) -> bool:
    """Tell whether a duty rests on an item of a list (its paragraph ends in a colon) and nothing else."""
    ids = [ProvisionId.parse(citation.at) for citation in duty.words]
    points = [id for id in ids if id is not None and id.kind == "point"]
    leads = {str(point.parent) for point in points} | {str(id) for id in ids if id not in points}
    heads = [rulebook.provisions[lead].zh for lead in leads if lead in rulebook.provisions]
    return bool(points) and all(head.endswith(("：", ":")) and not _CASES.search(head) for head in heads)


_CASES = re.compile("(?:之一|情形|情况|行为|条件)的?[^。；]{0,30}[：:]$")
"""The lead of a list of cases (有下列行为之一的，由…处罚：), whose items are no tasks."""


def _suggest(found: list[str]) -> tuple[str, str]:
    if found:
        return (f"改为 {'、'.join(found)}，或改引文", f"write {' or '.join(found)}, or change the quotes")
    return (
        "在引文里加上起支配作用的词；没有这样的词则为 declared 或 task",
        "quote the governing word; where there is none, it is declared or task",
    )


def _qualifiers(duty: Duty) -> Iterator[Finding]:
    quotes = [citation.quote for citation in duty.words]
    for index, qualifier in enumerate(duty.qualifiers):
        word, pattern = QUALIFIERS[qualifier]
        if not any(pattern.search(quote) for quote in quotes):
            said = (f"引文里没有“{word}”（{qualifier}）", f'the quotes hold no "{word}" ({qualifier})')
            hint = ("在引文里加上这个词，或删去限定语", "quote the word, or delete the qualifier")
            yield QUALIFIER.at(duty.place("qualifiers", index), *said, hint)
    for citation in duty.words:
        for qualifier, (_, pattern) in QUALIFIERS.items():
            match = pattern.search(citation.quote)
            if match and qualifier not in duty.qualifiers:
                said = (
                    f"引文里有“{clip(match.group())}”，没有限定语 {qualifier}",
                    f'the quote holds "{clip(match.group())}", but the qualifier {qualifier} is not there',
                )
                hint = (f"写 qualifiers: [{qualifier}]", f"write qualifiers: [{qualifier}]")
                yield UNQUALIFIED.at(duty.place("qualifiers"), *said, hint)
