"""Facts of meetings and documents, rhythms and quorums agree with the words they rest on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from macros.checks._tools import named_questions, stands
from macros.checks.phrases import share
from macros.derive.effective import citations, points
from macros.model import Code, Document, Fact, Finding, Meeting, Quorum, Rhythm, Rulebook

POINT = Code(
    "fact-against-words", "error", "事实与所引的字不合", "A fact rests on words about something else"
)
RHYTHM = Code("rhythm-against-words", "error", "周期与原文不符", "A rhythm is not the one the words give")
QUORUM = Code("quorum-against-words", "error", "法定人数与原文不符", "A quorum is not the one the words give")
NO_BODY = Code("quorum-without-body", "error", "法定人数没有基数", "A quorum has no body to count")
ASKED = Code(
    "question-of-another-point",
    "warning",
    "未决事项问的是别的方面",
    "A fact names the question of another point",
)

CODES = (POINT, RHYTHM, QUORUM, NO_BODY, ASKED)

_POINTS = {
    "rhythm": "原则上|召开|举行|定期|每|年度|上周|上月|本周|当月|半年",
    "convener": "召集|召开|组织|提议",
    "members": "参加|出席|组成|成员",
    "invitees": "参加|列席|邀请",
    "chair": "主持",
    "quorum": "半数|人数|总数|多少人|分之|名额",
    "leave": "请假|不能(?:出席|参加)|无法(?:出席|参加)",
    "speaking": "发表|意见|发言",
    "decision": "决定|决议|通过",
    "vote": "表决|票",
    "record": "记录",
    "minutes": "纪要",
    "follow_up": "落实|执行|督办|办理",
    "deferral": "推迟|延期|改期|取消",
    "ad_hoc": "临时",
    "prepared_by": "提出|拟|起草|编|整理|记录|形成|制定|制订|报|收集|撰写|负责|填",
    "considered_by": "研究|讨论|审议|审核|制定|考虑",
    "agreed_by": "同意|一致|批准|核准",
    "signed_by": "签",
    "issued_by": "印发|发布|公布|发出|下发|编辑",
    "kept_by": "保管|保存|存|归档",
    "addressed_to": "报|向|发|交|请|送|给",
}
"""What the words of a point speak of; the points left out may speak of anything."""
_ASKED_OF = {**_POINTS, "contents": "写|内容|载|记"}
"""What the question of a point speaks of."""

_MANY = 3
"""Points of one thing that may name a question before it counts as one about all of them."""

_UNITS = {
    "day": "每日|每天|日报",
    "week": "周|星期|礼拜",
    "month": "月",
    "quarter": "季",
    "half-year": "半年",
    "year": "年",
}
_PARTS = {"early": "初|上旬", "middle": "中旬|月中|年中", "late": "末|底|下旬"}
_DAYS = {"MO": "一", "TU": "二", "WE": "三", "TH": "四", "FR": "五", "SA": "六", "SU": "[日天]"}
_HARDLY = 0.4
"""How much of a point's text stands in its words at least; ours lie above 0.5."""
_FREQUENCIES = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"}
_EXACT = {
    "BYMONTHDAY": "[0-9一二三四五六七八九十]+[日号]|月[首末]日|最后一[日天]",
    "BYMONTH": "[0-9一二三四五六七八九十]+月",
    "BYSETPOS": "第[一二三四五]个|[首末]个|最后",
}
"""What the words hold where a rule names a day or a month."""
_FRACTIONS = (
    ("三分之二", "2/3"), ("三分之一", "1/3"), ("四分之三", "3/4"), ("五分之四", "4/5"), ("五分之三", "3/5"),
    ("二分之一", "1/2"), ("半数", "1/2"), ("一半", "1/2"),
)  # fmt: skip


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look at every fact that rests on words, and at the rhythms of duties."""
    things: list[Meeting | Document] = [*rulebook.meetings.values(), *rulebook.documents.values()]
    for thing in things:
        yield from _asked(rulebook, thing)
        for name, _, fact in points(thing):
            cited = citations(fact, rulebook)
            words = "\n".join(citation.quote for citation in cited)
            if not words or not all(stands(rulebook, citation) for citation in cited):
                continue  # the citation checks speak of it
            yield from _point(name, fact, words)
            if fact.text is not None and fact.words and share(fact.text.zh, words) < _HARDLY:
                said = (f"“{fact.text.zh}”不是引文说的", f'the words do not say "{fact.text.zh}"')
                hint = ("照原文写 text", "let the text say what the words say")
                yield POINT.at(fact.text.place("zh"), *said, hint)
            if isinstance(fact, Rhythm):
                yield from _rhythm(fact, words)
            if isinstance(fact, Quorum):
                yield from _quorum(fact, words)
    for duty in rulebook.duties.values():
        if duty.rhythm is not None:
            quoted = "\n".join(citation.quote for citation in (*duty.words, *duty.rhythm.words))
            yield from _rhythm(duty.rhythm, quoted)


def _asked(rulebook: Rulebook, thing: Meeting | Document) -> Iterator[Finding]:
    """Report the question of a point that speaks of another point, which names it too."""
    named = [(name, fact, fact.question) for name, _, fact in points(thing) if fact.question]
    fitting = {(name, id): fits(rulebook, name, id) for name, _, id in named}
    uses = Counter(id for _, _, id in named)
    told = False
    for name, fact, id in named:
        own = fitting[name, id]
        better = max((fit for (other, of), fit in fitting.items() if of == id and other != name), default=0)
        if uses[id] > _MANY or name not in _ASKED_OF:
            continue
        if better > own and (better > own + 1 or isinstance(thing, Meeting)):
            said = (f"“{id}”问的不是 {name}", f'"{id}" does not ask about {name}')
            hint = ("写问到这件事的那一项", "name the question that asks about it")
            yield ASKED.at(fact.place("question"), *said, hint)
            told = True
    if not told:
        yield from _displaced(
            rulebook, thing, [(name, fact, id) for name, fact, id in named if name in _ASKED_OF]
        )


def _displaced(
    rulebook: Rulebook, thing: Meeting | Document, named: list[tuple[str, Fact, str]]
) -> Iterator[Finding]:
    """Report the point that names another's question, where one that touches this thing is named nowhere."""
    kind = "meetings" if isinstance(thing, Meeting) else "documents"
    questions = rulebook.open_questions
    touching = {id for id, one in questions.items() if thing.id in getattr(one.touches, kind)}
    uses = Counter(id for _, _, id in named)
    gains = [
        (fits(rulebook, name, lost) - fits(rulebook, name, id), lost, fact)
        for lost in sorted(touching - {fact.question for _, _, fact in points(thing)})
        for name, fact, id in named
        if fits(rulebook, name, lost) and (uses[id] > 1 or id not in touching)
    ]
    elsewhere = named_questions(rulebook)
    gain, lost, fact = max(gains, key=lambda one: (one[0], one[1] not in elsewhere), default=(-1, "", None))
    if fact is not None and gain >= 0:
        said = (f"没有一点指向“{lost}”", f'no point names "{lost}", which touches this')
        hint = (f"是不是“{lost}”？", f'did you mean "{lost}"?')
        yield ASKED.at(fact.place("question"), *said, hint)


def fits(rulebook: Rulebook, name: str, id: str) -> int:
    """Return 2 if a question asks about a point, 1 if only what is said of the question speaks of it."""
    question = rulebook.open_questions.get(id)
    pattern = _ASKED_OF.get(name)
    if question is None or pattern is None:
        return 0
    if re.search(pattern, question.asks.zh):
        return 2
    return int(any(re.search(pattern, text.zh) for text in (*question.readings, question.stakes)))


def _point(name: str, fact: Fact, words: str) -> Iterator[Finding]:
    pattern = _POINTS.get(name)
    if pattern is None or re.search(pattern, words):
        return
    said = (f"{name} 所依据的字里没有与它有关的词", f"the words under {name} speak of something else")
    hint = (
        "指向说到这件事的职责；原文没有说的，写 question",
        "name the duty that speaks of it; what the text leaves open is a question",
    )
    yield POINT.at(fact.place("duty") if fact.duty else fact.place(), *said, hint)


def _rhythm(rhythm: Rhythm, words: str) -> Iterator[Finding]:
    wanted: list[tuple[str, str, str]] = []
    if rhythm.every:
        wanted.append(("every", rhythm.every, _UNITS[rhythm.every]))
    if rhythm.part:
        wanted.append(("part", rhythm.part, _PARTS[rhythm.part]))
    for key, _, value in (part.partition("=") for part in (rhythm.rrule or "").split(";") if part):
        if key in _EXACT:
            wanted.append(("rrule", f"{key}={value}", _EXACT[key]))
        if key == "FREQ" and value in _FREQUENCIES:
            wanted.append(("rrule", value, _UNITS[_FREQUENCIES[value]]))
        if key == "BYDAY":
            days = [_DAYS[day[-2:]] for day in value.split(",") if day[-2:] in _DAYS]
            wanted += [("rrule", value, f"(?:周|星期|礼拜)[一二三四五六日天、和及]*{day}") for day in days]
    often = (
        unit for unit, words_for in _UNITS.items() if re.search(f"每(?:{words_for.lstrip('每')})", words)
    )
    if not (rhythm.every or rhythm.rrule) and (given := next(often, None)):
        said = (
            "原文写明了多久一次，这里没有 every 也没有 rrule",
            "the words say how often; here neither every nor rrule does",
        )
        yield RHYTHM.at(
            rhythm.place(), *said, (f"写 every: {given}，或写 rrule", f"write every: {given}, or a rrule")
        )
    if rhythm.every == "month" and not rhythm.part:
        given = next((part for part, pattern in _PARTS.items() if re.search(f"月(?:{pattern})", words)), None)
        if given:
            shown = _shown(_PARTS[given])
            said = (
                f"原文写明了“{shown}”，这里没有 part",
                f'the words say "{shown}" ({given}), but there is no part',
            )
            yield RHYTHM.at(rhythm.place("every"), *said, (f"写 part: {given}", f"write part: {given}"))
    if "INTERVAL=" in (rhythm.rrule or "") and not re.search("[隔双两二三四五六]", words):
        wanted.append(("rrule", "INTERVAL", "每两|隔"))
    for key, value, pattern in wanted:
        if not re.search(pattern, words):
            said = (
                f"原文没有说 {value}（{_shown(pattern)}）",
                f"the words do not say {value} ({_shown(pattern)})",
            )
            hint = (
                "按原文写；由别处推知的不写，多久一次没有写明的写 question",
                "write what the words give; leave out what they do not, or name the open question",
            )
            yield RHYTHM.at(rhythm.place(key), *said, hint)


def _shown(pattern: str) -> str:
    """Return what a pattern looks for as a person would say it: its first choice."""
    day = re.search("(一|二|三|四|五|六|日)\\]?$", pattern)
    return f"周{day[1]}" if pattern.startswith("(?:周") and day else pattern.split("|")[0]


def _quorum(quorum: Quorum, words: str) -> Iterator[Finding]:
    if quorum.at_least is None:
        given = next((fraction for name, fraction in _FRACTIONS if name in words), None)
        if given is not None:
            said = (f"原文是 {given}，这里没有 at_least", f"the words say {given}, but at_least is missing")
            hint = (f"写 at_least: {given}", f"write at_least: {given}")
            yield QUORUM.at(quorum.place("duty"), *said, hint)
        return
    given = next((fraction for name, fraction in _FRACTIONS if name in words), None)
    if given is not None and given != quorum.at_least:
        said = (f"原文是 {given}，这里是 {quorum.at_least}", f"the words say {given}, not {quorum.at_least}")
        hint = (f"写 at_least: {given}", f"write at_least: {given}")
        yield QUORUM.at(quorum.place("at_least"), *said, hint)
    if quorum.of is None:
        said = ("没有写 of：是谁的几分之几", "of is missing: a fraction of whom?")
        yield NO_BODY.at(quorum.place("at_least"), *said, ("写 of: should-attend", "write of: should-attend"))
