"""What stands beside a counterpart's name in the words says in what capacity it takes part: 会同, 向."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checks._tools import names_of
from macros.checks.parties import duties_read, names_lost
from macros.derive.names import Names
from macros.model import Code, Duty, Finding, Party, Rulebook

NEAR = Code(
    "capacity-beside-name",
    "warning",
    "身份与名称旁边的字不合",
    "A capacity is not that of the words beside the name",
)

CODES = (NEAR,)

_BEFORE: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile("会同$"), ("participates",)),
    (re.compile("(?:检查|考核|评估|督办|督促|巡视|监督)$"), ("overseen",)),
    (re.compile("听取$"), ("consulted",)),
    (re.compile("(?:指导|帮助|协助)$"), ("addressed",)),
    (re.compile("向$"), ("informed", "addressed", "consulted", "agrees")),
    (re.compile("(?<!上)报$"), ("informed", "agrees", "decides", "addressed")),
    (re.compile("[^应经]经$"), ("agrees", "decides", "consulted")),
)
"""What stands before a name, and the capacities that it gives."""
_ASSESSED = re.compile("[^，。；]*(?:考核|评估|检查|监督)")
_DOES = {"proposes": re.compile("(?:提出|建议|反映|拟)"), "coordinates": re.compile("(?:统筹)?协调")}
"""What a counterpart of such a capacity does itself, so that it stands behind the name."""
_SUFFERED = ("addressed", "overseen", "informed")
"""Capacities of those to whom something is done."""


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look at every party whose name stands in the words."""
    if names_lost(rulebook):
        return
    names = names_of(rulebook)
    for duty in duties_read(rulebook):
        if duty.bearer and duty.bearer.capacity in _SUFFERED:
            said = (
                f"承担者是做这件事的，不是 {duty.bearer.capacity}",
                f"a bearer does what is to be done; it is not {duty.bearer.capacity}",
            )
            hint = ("对他做的写进 counterparts", "those to whom it is done are counterparts")
            yield NEAR.at(duty.bearer.place("capacity"), *said, hint)
        for party in duty.counterparts:
            yield from _counterpart(names, duty, party)


def _counterpart(names: Names, duty: Duty, party: Party) -> Iterator[Finding]:
    given: set[str] = set()
    does = _DOES.get(party.capacity)
    doing = does is None
    shown = ""
    for citation in duty.words:
        end, before = 0, ""
        for found in names.found(citation.quote):
            # Of an enumeration what stands before the first name counts for all.
            listed = end and citation.quote[end : found.start] in "、和或及与"
            before = before if listed else citation.quote[: found.start]
            end = found.end
            if not found.roles & set(party.roles):
                continue
            behind = citation.quote[found.end :]
            fitting = [capacities for pattern, capacities in _BEFORE if pattern.search(before)]
            if before.endswith("对") and _ASSESSED.match(behind):
                fitting.append(("overseen",))
            given |= {capacity for capacities in fitting for capacity in capacities}
            shown = shown or f"{before[-2:]}{citation.quote[found.start : found.end]}" if fitting else shown
            doing = doing or bool(does and does.match(behind))
    if given and party.capacity not in given:
        said = (
            f"原文是“{shown}”，身份却是 {party.capacity}",
            f'by "{shown}" the capacity is not {party.capacity}',
        )
        wanted = " / ".join(sorted(given))
        hint = (f"写 capacity: {wanted}", f"write capacity: {wanted}")
        yield NEAR.at(party.place("capacity"), *said, hint)
    elif not doing:
        said = (f"原文没有说它自己 {party.capacity}", f"the words do not say that it {party.capacity} itself")
        hint = ("按原文的动词写身份", "give the capacity of the verb in the words")
        yield NEAR.at(party.place("capacity"), *said, hint)
