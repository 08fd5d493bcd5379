"""A meeting's agenda holds every item of its list, in order; no point lacks the duty that speaks of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checks._tools import is_lost, names_of
from macros.checks.phrases import pairs_of
from macros.derive.effective import points
from macros.derive.names import Names
from macros.model import Code, Document, Duty, Finding, Meeting, ProvisionId, Rulebook
from macros.model.provision import head_of

INCOMPLETE = Code(
    "agenda-incomplete", "error", "议程缺一项", "An item of a meeting's list is not on its agenda"
)
ORDER = Code("agenda-out-of-order", "warning", "议程的次序与原文不同", "An agenda is not in the text's order")
FORGOTTEN = Code(
    "point-without-its-duty",
    "warning",
    "有职责说到这一点，却没有写在这里",
    "A point lacks the duty that speaks of it",
)

CODES = (INCOMPLETE, ORDER, FORGOTTEN)

_SPEAKS = {
    "rhythm": "(?:每|定期)[^，。；]*召开",
    "chair": "主持(?!全面)",
    "members": "^(?:[^，。；]{0,30})参加(?!.*人数)",
    "quorum": "不得少于|半数|分之",
    "leave": "请假",
    "speaking": "发表意见",
    "decision": "作出决定",
    "record": "记录",
    "minutes": "纪要",
    "follow_up": "落实",
    "deferral": "推迟|延期",
    "ad_hoc": "临时",
    "prepared_by": "起草|撰写|整理|编辑|形成|拟订|提出|报请|记录",
    "signed_by": "签发",
    "issued_by": "印发|发布",
    "kept_by": "保管|归档",
    "addressed_to": "提交|报请|向[^，。；]{1,8}报告",
    "agreed_by": "同意",
    "considered_by": "讨论|研究",
}
"""What an action or its words say that belongs at a point and nowhere else."""


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look at each meeting's agenda, then at the points that name no duty."""
    if is_lost(rulebook, "duties", "meetings", "documents", "provisions"):
        return
    for meeting in rulebook.meetings.values():
        yield from _agenda(rulebook, meeting)
    names = names_of(rulebook)
    for meeting in rulebook.meetings.values():
        yield from _points(rulebook, names, meeting)
    for document in rulebook.documents.values():
        yield from _points(rulebook, names, document)
        yield from _contents(rulebook, document)


def _agenda(rulebook: Rulebook, meeting: Meeting) -> Iterator[Finding]:
    if any(item.duty not in rulebook.duties for item in meeting.agenda):
        return  # an id that names nothing is reported
    listed = [rulebook.duties[item.duty] for item in meeting.agenda if item.duty]
    leads = {str(id.parent) for duty in listed if (id := _point(duty)) is not None}
    known = {duty.id for duty in listed}
    order = list(rulebook.duties)
    for duty in rulebook.duties.values():
        id = _point(duty)
        if id is not None and str(id.parent) in leads and duty.id not in known:
            said = (f"议程里没有“{duty.id}”（{id}）", f'"{duty.id}" ({id}) is not on the agenda')
            hint = ("在议程里按原文的次序写上", "write it on the agenda, in the order of the text")
            later = [at for at, one in enumerate(listed) if order.index(one.id) > order.index(duty.id)]
            yield INCOMPLETE.at(meeting.place("agenda", (later or [len(listed) - 1])[0]), *said, hint)
    before = -1
    for index, duty in enumerate(listed):
        at = order.index(duty.id)
        if at < before:
            said = (f"“{duty.id}”在原文里更靠前", f'"{duty.id}" comes earlier in the text')
            hint = ("按原文的次序排列", "follow the order of the text")
            yield ORDER.at(meeting.place("agenda", index), *said, hint)
        before = max(at, before)


def _contents(rulebook: Rulebook, document: Document) -> Iterator[Finding]:
    """What the words say a document holds is all among its contents, where any of it is."""
    named = [rulebook.duties.get(item.duty or "") for item in document.contents]
    listed = [duty for duty in named if duty is not None]
    used = {fact.duty for _, _, fact in points(document)}
    where = {duty.words[0].at for duty in listed if duty.words}
    for duty in rulebook.duties.values():
        if duty.words and duty.words[0].at in where and duty.id not in used:
            said = (f"内容里没有“{duty.id}”", f'"{duty.id}" is not among the contents')
            hint = ("写进 contents，或别处用到它的地方", "name it in contents, or where else it belongs")
            yield INCOMPLETE.at(document.place("contents", len(document.contents) - 1), *said, hint)


def _point(duty: Duty) -> ProvisionId | None:
    """Return the item of a list that a duty rests on first."""
    id = ProvisionId.parse(duty.words[0].at) if duty.words else None
    return id if id is not None and id.kind == "point" else None


def _points(rulebook: Rulebook, names: Names, thing: Meeting | Document) -> Iterator[Finding]:
    facts = {name: fact for name, _, fact in points(thing)}
    # One duty may be two points of a document (会议记录由专人负责，并妥善保管), but hardly of a meeting.
    used = {fact.duty for fact in facts.values()} if isinstance(thing, Meeting) else set()
    near = [
        duty
        for duty in rulebook.duties.values()
        if duty.id not in used and _near(rulebook, names, thing, duty)
    ]
    for name, pattern in _SPEAKS.items():
        fact = facts.get(name)
        if name not in type(thing).model_fields or (fact is not None and (fact.duty or fact.words)):
            continue
        for duty in near:
            if re.search(pattern, duty.action.zh):
                said = (
                    f"“{duty.id}”说到 {name}，这里没有写它",
                    f'"{duty.id}" speaks of {name}, which does not name it',
                )
                hint = (f"写 {name}，其中 duty: {duty.id}", f"write {name} with duty: {duty.id}")
                yield FORGOTTEN.at(thing.place(name), *said, hint)
                break


def _near(rulebook: Rulebook, names: Names, thing: Meeting | Document, duty: Duty) -> bool:
    """Tell whether a duty speaks of a meeting or document: by name, or in the provision it is named in."""
    if not duty.words or any(citation.at not in rulebook.provisions for citation in duty.words):
        return False
    own = {citation.at for citation in thing.words}
    if isinstance(thing, Document):
        speaks = any(pair in duty.action.zh for pair in pairs_of(thing.name.zh))
        return speaks and bool(own & {citation.at for citation in duty.words})
    words = "\n".join(citation.quote for citation in duty.words) + duty.action.zh
    if not any(found.meetings for found in names.found(words)):
        words = "\n".join(rulebook.provisions[citation.at].zh for citation in duty.words)
    if any(thing.id in found.meetings for found in names.found(words)):
        return duty.modality != "task"
    named = any(found.meetings for found in names.found(words))
    same = {head_of(at) for at in own} & {head_of(citation.at) for citation in duty.words}
    return bool(same) and not named and duty.modality != "task"
