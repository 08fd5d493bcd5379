"""Times, dates, shares and numbers of the Chinese stand in the English."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checks._english import Pair, pairs
from macros.checks._tools import walked
from macros.checks.head import dates
from macros.model import Bilingual, Code, Finding, Rulebook
from macros.model.base import TODO
from macros.model.numerals import number_of

NUMBER = Code("translation-number", "error", "译文里的数字与原文不符", "A number is lost in translation")
CODES = (NUMBER,)

_TIMES = (
    ("周一|星期一", "monday"), ("周二|星期二", "tuesday"), ("周三|星期三", "wednesday"),
    ("周四|星期四", "thursday"), ("周五|星期五", "friday"), ("周六|星期六", "saturday"),
    ("周[日天]|星期[日天]", "sunday"), ("季度|每季", "quarter"), ("年度|[每全]年|年[底初]", "annual|year"),
    ("半年", "half-year|half a year|six months|semi-?annual"),
    ("月", "month|january|february|march|april|may|june|july|august|september|october|november|december"),
    ("(?<![四外圆])周(?![边围长密转到知年岁折])|星期", "week|monday"),
    ("每[日天]|当日", "daily|every day|each day|same day"),
    ("上周", "last week|previous week"), ("上月", "last month|previous month"),
    ("本周", "(?:current|this) week"), ("[本当]月", "(?:current|this) month"),
    ("上[周月年]", "last|previous"), ("下一?[周月年季次届]|下个", "next"),
    ("(?<=[年月周季度])初", "early|beginning|start"), ("初步", "preliminary|initial"),
    ("每(?![两二三四五六])[^，。；]*?一次", "once"), ("两次|二次", "twice"), ("半数|一半", "half"),
    ("三分之一", "third"), ("三分之二", "two.thirds"),
)  # fmt: skip
"""Times and shares: what stands in the Chinese stands in the English, and the other way round."""
_BOTH_WAYS = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "quarter", "once", "twice",
     "half-year|half a year|six months|semi-?annual", "next", "two.thirds"}
)  # fmt: skip

_SAID = ("procedures", "meetings", "documents", "terms")
"""What says in its own words when and how many; open questions put it more freely."""
_ASIDE = frozenset({"note", "background", "synonyms", "asked_as"})


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Compare every translation, then the texts of the duties."""
    for collection, _, trail, model in walked(rulebook):
        if isinstance(model, Bilingual) and TODO not in model.en:
            yield from _digits(model)
            if collection in _SAID and not _ASIDE & set(trail):
                yield from _times(Pair(model.zh, model.en, model.place("en"), False))
    for pair in pairs(rulebook):
        if TODO in pair.en:
            continue  # it is still to be translated
        yield from _times(pair)
        if pair.of_text:
            yield from _numbers(pair)


def _digits(text: Bilingual) -> Iterator[Finding]:
    """Numbers of two digits and more (years, document and telephone numbers) are the same in both."""
    chinese = set(_LONG.findall(_THOUSANDS.sub("", _DATE.sub("", text.zh))))
    english = set(_LONG.findall(_THOUSANDS.sub("", text.en)))
    lost = sorted(chinese - english) if not _TEN_THOUSANDS.search(text.zh) else []
    if lost:
        said = (f"英文里没有数字 {lost[0]}", f"the English lacks the number {lost[0]}")
        yield NUMBER.at(text.place("en"), *said, ("两种文字写同样的数字", "write the same number in both"))


def _times(pair: Pair) -> Iterator[Finding]:
    english = pair.en.lower()
    for chinese, pattern in _TIMES:
        wanted = re.search(chinese, pair.zh)
        # The year of a half-year is none.
        there = re.search(rf"(?<!half-)(?<!half a )\b(?:{pattern})", english)
        if wanted and not there:
            said = (f"“{wanted.group()}”没有译出", f'"{wanted.group()}" is not translated')
            yield NUMBER.at(pair.place, *said, ("照原文写时间和数目", "give times and shares as in the text"))
        elif there and not wanted and pattern in _BOTH_WAYS and pair.of_text:
            said = (f"译文里的“{there.group()}”原文没有", f'the text holds nothing for "{there.group()}"')
            yield NUMBER.at(pair.place, *said, ("照原文写时间和数目", "give times and shares as in the text"))


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_DATE = re.compile(r"(\d{1,2}|[一二三四五六七八九十]{1,2})月(?:(\d{1,2}|[一二三四五六七八九十]{1,3})日)?")
_LONG = re.compile(r"\d{2,}")
_TEN_THOUSANDS = re.compile(r"(\d+)万")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")


def _dates(pair: Pair) -> Iterator[Finding]:
    for year, number, day in (map(int, date.split("-")) for date in dates(pair.zh)):
        if not 1 <= number <= len(_MONTHS):
            continue
        wanted = f"{day} {_MONTHS[number - 1]} {year}"
        if wanted not in pair.en and f"{_MONTHS[number - 1]} {day}, {year}" not in pair.en:
            said = (f"日期应译作“{wanted}”", f'the date is "{wanted}" in English')
            yield NUMBER.at(pair.place, *said, ("照原文写日期", "give the date as in the text"))
            return
    for match in _DATE.finditer(pair.zh):
        month, day = (int(part) if part.isdecimal() else number_of(part) for part in match.groups("0"))
        if not 1 <= month <= len(_MONTHS):
            continue
        name = _MONTHS[month - 1]
        wanted = f"{day} {name}" if day else name
        if not re.search(rf"\b{wanted}\b|\b{name} {day}\b", pair.en):
            said = (f"“{match.group()}”应译作“{wanted}”", f'"{match.group()}" is "{wanted}" in English')
            yield NUMBER.at(pair.place, *said, ("照原文写日期", "give the date as in the text"))


def _numbers(pair: Pair) -> Iterator[Finding]:
    yield from _dates(pair)
    chinese = _TEN_THOUSANDS.sub(r"\g<1>0000", _THOUSANDS.sub("", _DATE.sub("", pair.zh)))
    wanted = re.findall(r"\d+", chinese)
    there = re.findall(r"\d+", _THOUSANDS.sub("", pair.en))
    lost = [digits for digits in wanted if digits not in there]
    if lost:
        said = (f"译文里没有数字 {lost[0]}", f"the translation lacks the number {lost[0]}")
        yield NUMBER.at(pair.place, *said, ("照原文写数字", "write the number as in the text"))
