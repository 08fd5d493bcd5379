"""The head of a rulebook says what the document says: its title, its number, its dates, who is named."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from macros.model import Code, Finding, Place, Rulebook
from macros.model.numerals import number_of
from macros.model.rulebook import DateFact, Named

DATE = Code("date-against-words", "error", "日期与原文不符", "A date is not the one the words give")
NAMED = Code("head-against-words", "error", "题头与原文不符", "The head says what the document does not")

CODES = (DATE, NAMED)

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
    stated = {date for fact in head.dates for date in dates("".join(one.quote for one in fact.words))}
    for fact in head.dates:
        yield from _date(fact, stated)


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


def _date(fact: DateFact, stated: set[str]) -> Iterator[Finding]:
    if fact.on is None:
        return
    own = dates("".join(citation.quote for citation in fact.words))
    allowed = own or [*stated, *(dates(fact.note.zh) if fact.note else ())]
    if allowed and fact.on not in allowed:
        given = "、".join(dict.fromkeys(allowed))
        said = (f"{fact.on} 不是原文的日期（{given}）", f"{fact.on} is not the date of the words ({given})")
        yield DATE.at(fact.place("on"), *said, (f"写 {allowed[0]}", f"write {allowed[0]}"))
