"""Whom a verb of the words turns to (会同, 报, 向, 协助 …) is a party of the duty."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checks._tools import names_of, stands
from macros.derive.names import Names
from macros.model import Code, Duty, Finding, Party, Rulebook
from macros.model.duty import Origin

LEFT_OUT = Code(
    "counterpart-left-out",
    "warning",
    "没有写动词所对的一方",
    "The words turn to somebody the duty leaves out",
)

CODES = (LEFT_OUT,)

_TURNS_TO = re.compile(
    "会同|协同|配合|协助|指导|帮助|督促|(?<!拟上)报请?|提请|提交给?|呈报?|递交|反馈给?|通报|征求|听取|请示|组织|调动"
    "|(?<!、)协调(?:解决)?|检查|考核|确定|(?:收集|刊发)(?:、整理|、刊发)?|需要|根据(?=大家的意见)|(?<![方取走])向|(?:(?<=[，。；应须再])|^)与|商"
    "|对(?=[^，。；]{1,16}(?:负责|管理|考核|评估|监督|检查))|经(?=[^，。；]{1,14}(?:同意|批准|授权|审定|决定))"
)
_RAISED = re.compile("批办|交办|拟发|决定的|布置的")
"""What makes of a name the one who raised the object of a duty (会领导批办的重大事项)."""
_GOES_ON = re.compile("^[、或和及与]|^或者|^以及")


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look at every name that stands right behind such a verb in the quotes or the action of a duty."""
    if any(rulebook.dropped.get(collection) for collection in ("roles", "meetings", "terms")):
        return
    names = names_of(rulebook)
    for duty in rulebook.duties.values():
        if all(stands(rulebook, citation) for citation in duty.words):
            yield from _duty(rulebook, names, duty)


def _duty(rulebook: Rulebook, names: Names, duty: Duty) -> Iterator[Finding]:
    parties: tuple[Party | Origin, ...] = (*duty.parties, *duty.origin)
    bearing = {*duty.bearer.roles, *duty.bearer.meetings} if duty.bearer else set()
    turned_to: tuple[Party | Origin, ...] = (*duty.counterparts, *duty.origin)
    others = {id for party in turned_to for id in (*party.roles, *party.meetings)}
    used = bearing | others
    if any(not (party.roles or party.meetings) for party in parties):
        return  # somebody is left open: it may be the one
    for text in (*(citation.quote for citation in duty.words), duty.action.zh):
        turned = 0
        ends = {match.end() for match in _TURNS_TO.finditer(text)}
        for found in names.found(text):
            raised = _RAISED.match(text, found.end)
            listed = turned and found.start - turned <= 3 and _GOES_ON.search(text[turned:])
            if not (found.start in ends or listed or raised):
                continue
            turned = found.end
            ids = found.roles | found.meetings
            # Whom one of his own kind turns to stands as a counterpart, too.
            own_kind = text.endswith("向", 0, found.start) and ids & bearing and not ids & others
            if not own_kind and (ids & used or any(_within(rulebook, id, used) for id in ids)):
                continue
            name = text[found.start : found.end]
            verb = text[max(0, found.start - 4) : found.end]
            said = (
                f"“…{verb}”说到“{name}”，职责里没有这一方",
                f'"…{verb}" turns to "{name}", who is no party of the duty',
            )
            hint = (
                "写进 counterparts，并写身份（capacity）；交办、决定其事的写进 origin",
                "name it among the counterparts, with its capacity; as origin if it raised the matter",
            )
            place = duty.place("counterparts", 0) if duty.counterparts else duty.place()
            yield LEFT_OUT.at(place, *said, hint)
            return


def _within(rulebook: Rulebook, id: str, used: set[str]) -> bool:
    """Tell whether a role stands for one that is named: its whole or one of its members."""
    role = rulebook.roles.get(id)
    if role is None:
        return False
    return bool(
        {member.role for member in role.members} & used or (role.part_of and role.part_of.role in used)
    )
