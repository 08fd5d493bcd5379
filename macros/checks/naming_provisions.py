"""A provision that editors' prose names is one that there is: 第九条第三款, Article 9(3)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checks._tools import written
from macros.model import Code, Finding, ProvisionId, Rulebook
from macros.model.numerals import NUMERAL, number_of

NONE = Code(
    "prose-names-no-provision", "error", "文字里说的条款不存在", "Prose names a provision that is not there"
)

CODES = (NONE,)

# Behind a 》 another instrument is spoken of; a 款 by itself is one of the article named before it.
_CHINESE = re.compile(
    rf"(?<![》］】）条款])(?=第)(?:第(?P<art>{NUMERAL})条)?(?:第(?P<para>{NUMERAL})款)?(?:第（(?P<point>{NUMERAL})）项)?"
)
_ENGLISH = re.compile(r"\bArticle (?P<art>\d+)(?:\((?P<para>\d+)\))?(?:\((?P<point>\d+)\))?")


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look up every provision that a text of the statements names by its number."""
    known = {(id.article, id.paragraph, id.point) for id in map(ProvisionId.parse, rulebook.provisions) if id}
    articles = {article for article, _, _ in known}
    if not articles - {0} or rulebook.dropped.get("provisions"):
        return
    for one in written(rulebook):
        if one.of_text:
            continue
        for pattern, text, place in (
            (_CHINESE, one.text.zh, one.zh_place),
            (_ENGLISH, one.text.en, one.en_place),
        ):
            for name in _lost(pattern, text, known):
                said = (f"没有“{name}”", f'there is no "{name}"')
                yield NONE.at(place, *said, ("核对条、款、项的序号", "look at the number"))


def _lost(pattern: re.Pattern[str], text: str, known: set[tuple[int, int, int]]) -> Iterator[str]:
    article = 0
    for match in pattern.finditer(text):
        number, paragraph, point = (_number(match[name]) for name in ("art", "para", "point"))
        article = number or article
        if not match.group() or not article:
            continue
        paragraphs = {one for at, one, _ in known if at == article}
        points = {last for at, one, last in known if at == article and one == (paragraph or one)}
        # English numbers a point of a sole paragraph behind the article: Article 4(2).
        sole = (
            {last for at, _, last in known if at == article} if pattern is _ENGLISH and not point else set()
        )
        there = paragraphs and (not paragraph or paragraph in paragraphs | sole) and point in points | {0}
        if not there:
            yield match.group()


def _number(text: str | None) -> int:
    return 0 if not text else int(text) if text.isascii() else number_of(text)
