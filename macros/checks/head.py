"""The head of a rulebook says what the document says: its title, its number, its dates, who is named."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from macros.checks._tools import names_of
from macros.model import Code, Finding, Place, Rulebook
from macros.model.base import TODO
from macros.model.numerals import number_of
from macros.model.rulebook import DateFact, Named

DATE = Code("date-against-words", "error", "日期与原文不符", "A date is not the one the words give")
NAMED = Code("head-against-words", "error", "题头与原文不符", "The head says what the document does not")

CODES = (DATE, NAMED)

_UNVERIFIED = re.compile("未经?(?:核实|查证|核对|证实)|没有(?:核实|查证)|尚未(?:核实|查证)")
_EVENTS = {"in-force": "[施实]行|生效", "printed": "印发|印刷", "adopted": "通过"}
"""What the words of a date speak of, in the order in which it counts."""
_SPACE = re.compile(r"\s+")
_DIGITS = {sign: str(value) for value, sign in enumerate("〇一二三四五六七八九")} | {
    "O": "0",
    "○": "0",
    "零": "0",
}
_CHINESE = re.compile(
    "([〇O○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
_ARABIC = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Compare title, number, dates and names with the words they rest on."""
    head = rulebook.head
    if "*" in rulebook.dropped.get("head", ()) or not rulebook.provisions:
        return
    title = rulebook.provisions.get("title")
    if title is not None:
        yield from _same(head.title.zh, title.zh, head.title.place("zh"))
    yield from _same(head.number.zh, _all(rulebook), head.number.place("zh"))
    for named in (head.issuer, *head.recipients, *head.copies_to, *head.contact, *head.production):
        yield from _named(named)
        yield from _roles(rulebook, named)
    yield from _english(rulebook)
    stated = {date for fact in head.dates for date in dates("".join(one.quote for one in fact.words))}
    for fact in head.dates:
        yield from _date(fact, stated)
        yield from _event(fact)
    yield from _events(head.dates)
    if head.status.state != "not-verified" and _UNVERIFIED.search(head.status.note.zh):
        said = ("说明里写着未经核实", "the note says that it has not been verified")
        hint = ("核实过的，改说明；没有核实的，写 not-verified", "mend the note, or write not-verified")
        yield NAMED.at(head.status.place("state"), *said, hint)


def dates(text: str) -> list[str]:
    """Return the dates a text gives (二OO四年二月六日, 2004年2月6日), each as year-month-day."""
    text = unicodedata.normalize("NFKC", text)
    out = [
        f"{''.join(_DIGITS[sign] for sign in year)}-{number_of(month):02}-{number_of(day):02}"
        for year, month, day in _CHINESE.findall(text)
    ]
    return out + [f"{year}-{int(month):02}-{int(day):02}" for year, month, day in _ARABIC.findall(text)]


def _all(rulebook: Rulebook) -> str:
    return "\n".join(provision.zh for provision in rulebook.provisions.values())


def _same(said: str, words: str, place: Place | None) -> Iterator[Finding]:
    if _SPACE.sub("", said) not in _SPACE.sub("", words):
        text = (f"原文里没有“{said}”", f'the document does not say "{said}"')
        yield NAMED.at(place, *text, ("照原文写", "write it as the document does"))


def _named(named: Named) -> Iterator[Finding]:
    words = "".join(citation.quote for citation in named.words)
    if words:
        label, _, name = named.name.zh.rpartition("：")
        whole = _SPACE.sub("", named.name.zh) in _SPACE.sub("", words)
        for part in () if whole else (label, name) if label else (named.name.zh,):
            yield from _same(part, words, named.name.place("zh"))


def _roles(rulebook: Rulebook, named: Named) -> Iterator[Finding]:
    """The roles of somebody named bear the name, or part of it."""
    if rulebook.dropped.get("roles"):
        return
    found = {id for one in names_of(rulebook).found(named.name.zh) for id in one.roles}
    for index, id in enumerate(named.roles):
        if id in rulebook.roles and id not in found:
            said = (
                f"“{named.name.zh}”里没有“{rulebook.roles[id].name.zh}”（{id}）",
                f'"{named.name.en}" does not name "{rulebook.roles[id].name.en}" ({id})',
            )
            yield NAMED.at(
                named.place("roles", index), *said, ("写这个名称所指的角色", "name the role it is")
            )


def _english(rulebook: Rulebook) -> Iterator[Finding]:
    """The title reads in English as its translation does, and the short title is part of it."""
    head, title = rulebook.head, rulebook.provisions.get("title")
    translation = title.text.en if title is not None and title.text is not None else ""
    if translation and TODO not in translation and translation.casefold() != head.title.en.casefold():
        said = ("与标题的译文不同", "it differs from the translation of the title")
        hint = (f"译文是“{translation}”", f'the translation reads "{translation}"')
        yield NAMED.at(head.title.place("en"), *said, hint)
    for language in ("zh", "en"):
        unit = "." if language == "zh" else r"\w+"
        short, whole = (
            {*re.findall(unit, getattr(one, language).casefold())} for one in (head.short_title, head.title)
        )
        parts = short - whole
        if parts:
            shown = "、".join(sorted(parts)), ", ".join(sorted(parts))
            said = (f"标题里没有“{shown[0]}”", f'the title does not say "{shown[1]}"')
            hint = ("简称取标题里的字", "shorten the title; add nothing")
            yield NAMED.at(head.short_title.place(language), *said, hint)


def _event(fact: DateFact) -> Iterator[Finding]:
    """A date is called after what its words say was done on it."""
    words = "".join(citation.quote for citation in fact.words)
    given = next((event for event, pattern in _EVENTS.items() if re.search(pattern, words)), None)
    if given is None and words and not _CHINESE.sub("", unicodedata.normalize("NFKC", words)):
        given = "dated"  # a date and nothing else
    if given is not None and given != fact.event:
        said = (f"引文说的是 {given}", f"the words say {given}")
        yield DATE.at(fact.place("event"), *said, (f"写 {given}", f"write {given}"))


def _events(facts: tuple[DateFact, ...]) -> Iterator[Finding]:
    """Each thing was done on one date."""
    first: dict[str, DateFact] = {}
    for fact in facts:
        if first.setdefault(fact.event, fact) is not fact:
            said = (f"{fact.event} 写了两次", f"{fact.event} stands twice")
            hint = ("核对各是哪一天的事", "what was done on each of the dates?")
            for one in (first[fact.event], fact):
                yield DATE.at(one.place("event"), *said, hint)


def _date(fact: DateFact, stated: set[str]) -> Iterator[Finding]:
    if fact.on is None:
        return
    own = dates("".join(citation.quote for citation in fact.words))
    allowed = own or [*stated, *(dates(fact.note.zh) if fact.note else ())]
    if allowed and fact.on not in allowed:
        given = "、".join(dict.fromkeys(allowed))
        said = (f"{fact.on} 不是原文的日期（{given}）", f"{fact.on} is not the date of the words ({given})")
        yield DATE.at(fact.place("on"), *said, (f"写 {allowed[0]}", f"write {allowed[0]}"))
