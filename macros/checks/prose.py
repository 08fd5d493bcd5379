"""Editors' prose: no words twice in a row, no English in the Chinese, no half-width marks between signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checks._tools import article_words, clip, walked
from macros.model import Bilingual, Code, Finding, Place, Rulebook
from macros.model.base import TODO
from macros.model.numerals import NUMERAL, number_of

TWICE = Code("word-twice", "warning", "英文里同一个词连写两次", "A word stands twice in a row")
ENGLISH = Code("english-in-chinese", "warning", "中文里留有英文", "English has been left in the Chinese")
HALF_WIDTH = Code(
    "half-width-mark", "warning", "中文里用了半角标点", "A half-width mark stands in Chinese text"
)

PUNCTUATION = Code(
    "punctuation-slip", "warning", "标点或空格写重、写漏", "A mark is doubled or lacks its twin"
)
ARTICLES = Code(
    "article-numbers-differ", "error", "中英文所说的条不同", "Chinese and English name different articles"
)

CODES = (TWICE, ENGLISH, HALF_WIDTH, PUNCTUATION, ARTICLES)

_TWICE = re.compile(r"\b([A-Za-z]+) \1\b", re.IGNORECASE)
_MAY_REPEAT = frozenset({"that", "had", "very"})
_ENGLISH = re.compile(r"[A-Za-z]{2,}(?: [A-Za-z]+)*")
_MAY_QUOTE_ENGLISH = frozenset({"note", "synonyms", "asked_as", "background"})
_SIGN = re.compile("[一-鿿]")
_ABBREVIATION = re.compile(r"[A-Z0-9]+$|SHA")
_HALF_WIDTH = re.compile(r"(?<=[一-鿿”》])[,;:?!()](?!\d)|[,;:?!()](?=[一-鿿“《])")


_DOUBLED = re.compile(r"([,;:])\1|[，；：、。]{2}|  ")
_TWINS = (("（", "）"), ("(", ")"), ("“", "”"), ("《", "》"), ("〔", "〕"), ("[", "]"))
_CHINESE_ARTICLES = re.compile(f"第({NUMERAL}(?:、第?{NUMERAL}){{0,20}})条")
_CHINESE_POINTS = re.compile(f"第({NUMERAL})条第[（(]?({NUMERAL})[）)]?[款项]")
_ENGLISH_POINTS = re.compile(r"(?<![\d)])(\d+)\((\d+)\)(?!\()")
_ENGLISH_ARTICLES = re.compile(r"Articles? (\d+(?:\(\d+\))*(?:(?:, | and | or )\d+(?:\(\d+\))*)*)")


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look at the translations, the headings and every bilingual text of the statements."""
    rules = "\n".join(article_words(rulebook).values())
    for provision in rulebook.provisions.values():
        if provision.text is not None:
            yield from _twice(provision.text.en, provision.places.get("translation"))
            yield from _marks(provision.text.en, provision.places.get("translation"))
        if provision.heading is not None:
            yield from _twice(provision.heading.en, provision.heading.place("en"))
            yield from _marks(provision.heading.en, provision.heading.place("en"))
            yield from _marks(provision.heading.zh, provision.heading.place("zh"))
            yield from _chinese(provision.heading.zh, provision.heading.place("zh"), rules, False)
    for question in rulebook.open_questions.values():
        yield from _asks(question.asks)
    for _, _, trail, element in walked(rulebook):
        if isinstance(element, Bilingual):
            yield from _twice(element.en, element.place("en"))
            yield from _marks(element.en, element.place("en"))
            yield from _marks(element.zh, element.place("zh"))
            yield from _articles(element)
            quoting = bool(_MAY_QUOTE_ENGLISH & set(trail))
            yield from _chinese(element.zh, element.place("zh"), rules, quoting)


def _asks(asks: Bilingual) -> Iterator[Finding]:
    for language, mark, text in (("zh", "？", asks.zh), ("en", "?", asks.en)):
        if mark not in text and TODO not in text:
            said = ("问句没有问号", "a question lacks its mark")
            yield PUNCTUATION.at(asks.place(language), *said, (f"以“{mark}”结尾", f'end it with "{mark}"'))


def _twice(text: str, place: Place | None) -> Iterator[Finding]:
    match = next((one for one in _TWICE.finditer(text) if one[1].lower() not in _MAY_REPEAT), None)
    if match:
        said = (f"“{match[1]}”连写了两次", f'"{match[1]}" stands twice in a row')
        yield TWICE.at(place, *said, ("删去一个", "delete one of the two"))


def _chinese(text: str, place: Place | None, rules: str, quoting: bool) -> Iterator[Finding]:
    """Look for Latin letters and half-width marks, but for those that the rules themselves have."""
    english = _ENGLISH.search(text)
    if (
        english
        and not quoting
        and english.group() not in rules
        and _SIGN.search(text)
        and not _ABBREVIATION.match(english.group())
    ):
        said = (f"中文里有“{clip(english.group())}”", f'"{clip(english.group())}" stands in the Chinese')
        yield ENGLISH.at(place, *said, ("译成中文", "translate it"))
    half = _HALF_WIDTH.search(text)
    if half and text[max(half.start() - 1, 0) : half.end() + 1] not in rules:
        wide = half.group().translate(str.maketrans(",;:?!()", "，；：？！（）"))
        said = (
            f"“{clip(text)}”里有半角的“{half.group()}”",
            f'"{clip(text)}" holds a half-width "{half.group()}"',
        )
        yield HALF_WIDTH.at(place, *said, (f"写作“{wide}”", f'write "{wide}"'))


def _marks(text: str, place: Place | None) -> Iterator[Finding]:
    doubled = _DOUBLED.search(text)
    if doubled:
        shown = doubled.group().replace("  ", "␣␣")
        said = (f"“{shown}”写重了", f'"{shown}" is doubled')
        yield PUNCTUATION.at(place, *said, ("留一个", "keep one"))
    for left, right in _TWINS:
        if text.count(left) != text.count(right):
            lone = left if text.count(left) > text.count(right) else right
            said = (f"“{lone}”没有配对", f'"{lone}" lacks its twin')
            yield PUNCTUATION.at(place, *said, ("补上另一半", "write the other half"))
    if text.count('"') % 2:
        yield PUNCTUATION.at(
            place, "引号没有配对", "a quotation mark lacks its twin", ("补上另一半", "write the other half")
        )


def _articles(text: Bilingual) -> Iterator[Finding]:
    chinese = {
        number_of(one.removeprefix("第"))
        for found in _CHINESE_ARTICLES.findall(text.zh)
        for one in found.split("、")
    }
    english = {
        int(one)
        for found in _ENGLISH_ARTICLES.findall(text.en)
        for one in re.findall(r"\d+", re.sub(r"\(\d+\)", "", found))
    }
    points = [
        {(number_of(article), number_of(point)) for article, point in _CHINESE_POINTS.findall(text.zh)},
        {(int(article), int(point)) for article, point in _ENGLISH_POINTS.findall(text.en)},
    ]
    if chinese == english and points[0] != points[1] and len(points[0]) == len(points[1]):
        shown = [", ".join(f"{article}({point})" for article, point in sorted(found)) for found in points]
        said = (
            f"中文说的是 {shown[0]}，英文是 {shown[1]}",
            f"the Chinese names {shown[0]}, the English {shown[1]}",
        )
        yield ARTICLES.at(text.place("en"), *said, ("使两种文字一致", "make the two agree"))
    if chinese != english:
        zh, en = (", ".join(map(str, sorted(found))) or "–" for found in (chinese, english))
        said = (f"中文说的是第 {zh} 条，英文是 {en}", f"the Chinese names article {zh}, the English {en}")
        yield ARTICLES.at(text.place("en"), *said, ("使两种文字一致", "make the two agree"))
