"""Facts of meetings and documents: each has a home, and speaks of its own meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.derive.effective import points
from macros.model import Citation, Code, Document, Fact, Finding, Meeting, Quorum, Rhythm, Rulebook
from macros.model.facts import Unit
from macros.model.provision import head_of

HOMELESS = Code("fact-without-home", "error", "事实没有出处", "A fact names no duty, words or question")
FRACTION = Code("quorum-not-a-fraction", "error", "法定人数不是分数", "A quorum is no fraction of one")
RRULE = Code("bad-recurrence", "error", "周期规则写法不对", "A recurrence is not a rule of RFC 5545")
WRONG_MEETING = Code(
    "words-of-other-meeting",
    "error",
    "引用了另一会议的条款",
    "A meeting's fact rests on words about another meeting",
)

CODES = (HOMELESS, FRACTION, RRULE, WRONG_MEETING)

_NO_BORROWING = (
    "文中未写的写 question，不从邻近条款补",
    "what the text leaves open is a question; fill no gap from a neighbouring article",
)
_UNITS: dict[str, tuple[Unit, ...]] = {
    "DAILY": ("day",), "WEEKLY": ("week",), "MONTHLY": ("month", "quarter", "half-year"), "YEARLY": ("year",),
}  # fmt: skip
_NUMBER_PARTS = {
    "INTERVAL": 10_000, "BYMONTHDAY": 31, "BYMONTH": 12, "BYYEARDAY": 366, "BYWEEKNO": 53,
    "BYSETPOS": 366,
}  # fmt: skip
"""Without COUNT and UNTIL: what a rule orders goes on until the rule is changed."""
_DAY = re.compile(r"[+-]?(?:[1-9]|[1-4]\d|5[0-3])?(?:MO|TU|WE|TH|FR|SA|SU)")


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look at every point of every meeting and document, and at duties' own rhythms."""
    things: list[Meeting | Document] = [*rulebook.meetings.values(), *rulebook.documents.values()]
    for thing in things:
        for name, _, fact in points(thing):
            yield from _home(thing, name, fact)
            if isinstance(fact, Quorum):
                yield from _quorum(fact)
            if isinstance(fact, Rhythm):
                yield from _rhythm(fact)
            if isinstance(thing, Meeting):
                yield from _own_words(rulebook, thing, fact)
    for duty in rulebook.duties.values():
        if duty.rhythm is not None:
            yield from _rhythm(duty.rhythm)


def _home(thing: Meeting | Document, name: str, fact: Fact) -> Iterator[Finding]:
    if fact.duty or fact.question or (fact.words and fact.text):
        return
    said = (f"“{thing.id}”的 {name} 没有出处", f'{name} of "{thing.id}" names no duty, words or question')
    hint = (
        "写 duty；或 words 和 text；文中未写的写 question",
        "write duty, or words with text; what the text leaves open is a question",
    )
    yield HOMELESS.at(fact.place(), *said, hint)


def _quorum(quorum: Quorum) -> Iterator[Finding]:
    if quorum.at_least is None:
        return
    match = re.fullmatch(r"([1-9][0-9]{0,3})/([1-9][0-9]{0,3})", quorum.at_least)
    if match is None or int(match[1]) > int(match[2]):
        said = (
            f"“{quorum.at_least}”不是不大于一的分数",
            f'"{quorum.at_least}" is no fraction between 0 and 1',
        )
        yield FRACTION.at(quorum.place("at_least"), *said, ("写作 1/2", "write it as 1/2"))


def _rhythm(rhythm: Rhythm) -> Iterator[Finding]:
    if rhythm.rrule is None:
        if rhythm.part and not rhythm.every:
            said = ("有 part 而没有 every", "there is a part, but no every")
            yield RRULE.at(rhythm.place("part"), *said, ("写 every: month", "write every: month"))
        return
    wrong = _rule(rhythm.rrule)
    if wrong is None and rhythm.every:
        frequency = dict(part.split("=", 1) for part in rhythm.rrule.split(";"))["FREQ"]
        if rhythm.every not in _UNITS[frequency]:
            wrong = f"FREQ={frequency}, every: {rhythm.every}"
    if wrong is not None:
        said = (
            f"周期规则“{rhythm.rrule}”不对：{wrong}",
            f'the recurrence "{rhythm.rrule}" is wrong: {wrong}',
        )
        hint = ("写作 FREQ=WEEKLY;BYDAY=MO（RFC 5545）", "write it as FREQ=WEEKLY;BYDAY=MO (RFC 5545)")
        yield RRULE.at(rhythm.place("rrule"), *said, hint)


def _rule(rule: str) -> str | None:
    """Return the part of a recurrence rule that is wrong, or nothing."""
    seen = set()
    for part in rule.split(";"):
        key, equals, value = part.partition("=")
        if not equals or not value or key in seen:
            return part or ";"
        seen.add(key)
        if key == "FREQ":
            sound = value in _UNITS
        elif key in ("BYDAY", "WKST"):
            sound = all(_DAY.fullmatch(day) for day in value.split(","))
        elif key in _NUMBER_PARTS:
            sound = all(_in_range(number, _NUMBER_PARTS[key]) for number in value.split(","))
        else:
            sound = False
        if not sound:
            return part
    if "FREQ" not in seen:
        return "FREQ?"
    counted = re.search(r"BYDAY=[^;]*\d", rule)
    return counted.group() if counted and not re.search("FREQ=(?:MONTHLY|YEARLY)", rule) else None


def _in_range(text: str, most: int) -> bool:
    return bool(re.fullmatch(r"[+-]?[1-9][0-9]{0,4}", text)) and abs(int(text)) <= most


def _own_words(rulebook: Rulebook, meeting: Meeting, fact: Fact) -> Iterator[Finding]:
    if meeting.name.zh in (other.name.zh for other in rulebook.meetings.values() if other is not meeting):
        return
    for citation in fact.words:
        other = _speaks_only_of_others(rulebook, meeting, citation.at)
        if other is not None:
            said = (
                f"{citation.at} 说的是{other.name.zh}，不是{meeting.name.zh}",
                f"{citation.at} speaks of the {other.name.en}, not of the {meeting.name.en}",
            )
            yield WRONG_MEETING.at(citation.place("at"), *said, _NO_BORROWING)
    duty = rulebook.duties.get(fact.duty) if fact.duty else None
    found = [_speaks_only_of_others(rulebook, meeting, at) for at in _provisions(duty.words)] if duty else []
    if duty is not None and found and found[0] is not None and all(found):
        said = (
            f"职责“{duty.id}”说的是{found[0].name.zh}，不是{meeting.name.zh}",
            f'the duty "{duty.id}" is about the {found[0].name.en}, not the {meeting.name.en}',
        )
        yield WRONG_MEETING.at(fact.place("duty"), *said, _NO_BORROWING)


def _provisions(words: tuple[Citation, ...]) -> list[str]:
    return list(dict.fromkeys(citation.at for citation in words))


def _speaks_only_of_others(rulebook: Rulebook, meeting: Meeting, at: str) -> Meeting | None:
    """Return the meeting a provision names, or else its article's lead-in, if it is not this one."""
    provision = rulebook.provisions.get(at)
    article = head_of(at)
    lead_in = rulebook.provisions.get(f"{article}__para_1")
    for words in (provision.zh if provision else "", lead_in.zh if lead_in else ""):
        named = [other for other in rulebook.meetings.values() if other.name.zh in words]
        if meeting in named:
            return None
        if named:
            return named[0]
    return None
