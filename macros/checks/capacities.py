"""A capacity is the one the words give: who chairs is said to 主持, who decides to 决定."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice

from macros.checks._tools import names_of
from macros.derive.names import Names
from macros.model import Citation, Code, Duty, Finding, Party, Place, Rulebook, Step
from macros.model.duty import Capacity

AGAINST = Code(
    "capacity-against-words", "error", "身份与原文不符", "A capacity is not the one the words give"
)

BARE = Code(
    "counterpart-without-capacity", "error", "相关方没有写身份", "A counterpart has no capacity of its own"
)

EACH = Code(
    "decided-by-each", "error", "几个角色各自作同一个决定", "Several roles each take the same decision"
)

CODES = (AGAINST, BARE, EACH)

WORDS: dict[Capacity, tuple[str, re.Pattern[str]]] = {
    "chairs": ("主持", re.compile("主持(?!全面)")),
    "decides": (
        "决定、签发、确定",
        re.compile("决定|签发|确定|批准|审定|审批|核准|通过|选举|罢免|任免|表决"),
    ),
    "agrees": ("同意、一致", re.compile("同意|一致|通过|批准")),
    "coordinates": ("协调", re.compile("协调|统筹")),
    "proposes": ("提出、建议、意见", re.compile("提出|提请|建议|意见|方案")),
    "participates": ("参加、会同", re.compile("参加|参与|会同|出席|列席|共同|协调有关|配合")),
    "consulted": ("意见、汇报、听取", re.compile("意见|汇报|听取|反映|征求|经验|商")),
    "informed": ("报、反馈、通知", re.compile("报|反馈|告知|通知|通报|抄送|公布|公告|送")),
    "addressed": (
        "请、提交、协助、指导",
        re.compile("请|交|指导|帮助|协助|协调|调动|管理|督促|沟通|要求|服务|向|对|委托"),
    ),
    "overseen": ("检查、督办、考核", re.compile("检查|督办|督促|考核|评估|监督|巡视|管理")),
}
"""The words of each capacity, as shown and as looked for; `responsible` has none of its own."""

_VERBS: tuple[tuple[re.Pattern[str], Capacity], ...] = (
    (re.compile("(?:负责)?主持(?!全面)"), "chairs"),
    (re.compile("签发|(?:研究)?决定(?!的)|批准|审定"), "decides"),
    (re.compile("同意"), "agrees"),
)
"""What a name directly before the verb makes of whoever bears it."""
_COORDINATES: tuple[re.Pattern[str], Capacity] = (re.compile("(?:统筹)?协调"), "coordinates")

_AGREED = re.compile("(?:协?商|达成|取得|意见)一致")

_ACTIONS: tuple[tuple[re.Pattern[str], Capacity], ...] = (
    (re.compile("主持(?!全面)"), "chairs"),
    (re.compile("签发|(?:研究)?决定|作出决定|确定"), "decides"),
    (re.compile("同意"), "agrees"),
    (re.compile("统筹协调|协调"), "coordinates"),
    (re.compile("参加|参与"), "participates"),
    (re.compile("(?:[就对][^，]*?|会同[^，]{2,6})?(?:提出|形成)[^，]*(?:意见|建议|方案)"), "proposes"),
)
"""What the verb an action begins with makes of its bearer."""


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Compare the capacity of each party with the quotes of its duty."""
    names = names_of(rulebook)
    for duty in rulebook.duties.values():
        if not duty.words:
            continue
        if duty.bearer:
            found = chain(
                _verb(names, duty, duty.bearer),
                _action(duty, duty.bearer),
                _word(duty.words, duty.bearer, duty.place("bearer")),
            )
            yield from islice(found, 1)  # one wrong capacity is one finding
            yield from _each(duty.bearer, duty.place("bearer"))
        for index, party in enumerate(duty.counterparts):
            place = duty.place("counterparts", index)
            found = chain(
                _asked(names, duty, party, place), _agreed(duty, party), _word(duty.words, party, place)
            )
            yield from islice(found, 1)
            if party.capacity == "responsible":
                said = (
                    "相关方要写身份；负责的是承担者",
                    "a counterpart has a capacity; the bearer is responsible",
                )
                hint = (f"身份有：{'、'.join(WORDS)}", f"the capacities are: {', '.join(WORDS)}")
                yield BARE.at(duty.place("counterparts", index), *said, hint)
    for procedure in rulebook.procedures.values():
        for step in procedure.steps:
            if step.performers:
                yield from _performer(names, step, step.performers)


def _performer(names: Names, step: Step, party: Party) -> Iterator[Finding]:
    """Compare the capacity of who performs a step with the step's own words."""
    place = party.place("capacity") or step.place("performers")
    for citation in step.words:
        for found in names.found(citation.quote):
            if not (found.roles | found.meetings) & {*party.roles, *party.meetings}:
                continue
            for pattern, capacity in (*_VERBS, _COORDINATES):
                match = pattern.match(citation.quote, found.end)
                if match and party.capacity != capacity:
                    name = citation.quote[found.start : match.end()]
                    said = (
                        f"原文说“{name}”，身份却是 {party.capacity}",
                        f'the words say "{name}", but the capacity is {party.capacity}',
                    )
                    hint = (f"写 capacity: {capacity}", f"write capacity: {capacity}")
                    yield AGAINST.at(place, *said, hint)
                    return
    if step.words:
        yield from _word(step.words, party, place)


def _each(party: Party, place: Place | None) -> Iterator[Finding]:
    if party.capacity == "decides" and party.relation == "each" and len(party.roles) > 1:
        said = ("几个角色不能各自作同一个决定", "several roles cannot each take the one decision")
        hint = (
            "任一个决定的写 one-of，共同决定的写 all-of；没有写明的写 unstated 和 question",
            "write one-of if any of them decides, all-of if they decide together; where the text leaves it"
            " open, unstated with a question",
        )
        yield EACH.at(party.place("relation") or place, *said, hint)


def _word(words: tuple[Citation, ...], party: Party, place: Place | None) -> Iterator[Finding]:
    if party.capacity == "responsible":
        return
    shown, pattern = WORDS[party.capacity]
    if any(pattern.search(citation.quote) for citation in words):
        return
    said = (
        f"身份是 {party.capacity}，引文里却没有“{shown}”之类的字",
        f"the capacity is {party.capacity}, but the words hold none such as {shown}",
    )
    hint = (
        "按原文的动词写身份；没有专门的动词则为 responsible",
        "give the capacity of the verb in the words; without a special verb it is responsible",
    )
    yield AGAINST.at(party.place("capacity") or place, *said, hint)


def _verb(names: Names, duty: Duty, party: Party) -> Iterator[Finding]:
    ids = {*party.roles, *party.meetings}
    for citation in duty.words:
        for found in names.found(citation.quote):
            if not (found.roles | found.meetings) & ids:
                continue
            for pattern, capacity in _VERBS:
                match = pattern.match(citation.quote, found.end)
                if match is None or party.capacity == capacity or match.group() in _object(duty):
                    continue
                name = citation.quote[found.start : match.end()]
                said = (
                    f"原文说“{name}”，身份却是 {party.capacity}",
                    f'the words say "{name}", but the capacity is {party.capacity}',
                )
                yield _rather(duty, party, capacity, said)
                return


def _asked(names: Names, duty: Duty, party: Party, place: Place | None) -> Iterator[Finding]:
    """Compare the capacity of one who is asked to do something (请…协调) with the verb behind the name."""
    for citation in duty.words:
        for found in names.found(citation.quote):
            if not found.roles & set(party.roles) or not citation.quote[: found.start].endswith("请"):
                continue
            for pattern, capacity in (*_VERBS, _COORDINATES):
                if pattern.match(citation.quote, found.end) and party.capacity != capacity:
                    name = citation.quote[found.start - 1 : found.end]
                    said = (
                        f"原文请他{WORDS[capacity][0]}（“{name}…”），身份却是 {party.capacity}",
                        f'by the words "{name}…" the capacity is not {party.capacity}',
                    )
                    hint = (f"写 capacity: {capacity}", f"write capacity: {capacity}")
                    yield AGAINST.at(party.place("capacity") or place, *said, hint)


def _agreed(duty: Duty, party: Party) -> Iterator[Finding]:
    """Report one who is only consulted where the words ask for agreement (协商一致)."""
    agreed = next((match for one in duty.words if (match := _AGREED.search(one.quote))), None)
    if agreed and party.capacity == "consulted":
        said = (
            f"原文是“{agreed.group()}”，身份却是 consulted",
            f'the words say "{agreed.group()}", but the capacity is consulted',
        )
        yield _rather(duty, party, "agrees", said)


def _action(duty: Duty, party: Party) -> Iterator[Finding]:
    """Compare the capacity with the verb that the action begins with."""
    for pattern, capacity in _ACTIONS:
        match = pattern.match(duty.action.zh)
        if match and party.capacity != capacity and not _object(duty):
            said = (
                f"职责是“{match.group()}”，身份却是 {party.capacity}",
                f'the act is "{match.group()}", but the capacity is {party.capacity}',
            )
            yield _rather(duty, party, capacity, said)
            return


def _rather(duty: Duty, party: Party, capacity: str, said: tuple[str, str]) -> Finding:
    hint = (f"写 capacity: {capacity}", f"write capacity: {capacity}")
    return AGAINST.at(party.place("capacity") or duty.place("bearer"), *said, hint)


def _object(duty: Duty) -> str:
    """Return the action where somebody else's verb is only its object (采取主任、副主任研究决定…的方式)."""
    return duty.action.zh if duty.action.zh.endswith(("方式", "制")) else ""
