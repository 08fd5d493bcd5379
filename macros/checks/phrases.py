"""Condition, basis, purpose and action say what the words say, and what the words say is not left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checks._tools import article_words, clip, words_around
from macros.model import Code, Duty, Finding, Rulebook
from macros.model.provision import head_of

WITHOUT = Code(
    "phrase-without-words",
    "error",
    "条件、依据或目的没有出处",
    "A condition, basis or purpose is not in the words",
)
LEFT_OUT = Code(
    "phrase-left-out",
    "warning",
    "引文里的条件、依据没有写出",
    "The words hold a condition, basis or purpose not given",
)
FAR = Code(
    "action-far-from-words", "error", "职责的内容与原文相去太远", "An action is not what the words say"
)

CODES = (WITHOUT, LEFT_OUT, FAR)

_CONDITION = re.compile(
    "凡|(?<![例比])如(?![何下期实同此])|因故|(?<=[意致定成准])后(?![续者果来])|遇有|(?<![立届当])时，"
)
_BASIS = re.compile(
    "(?<![未不])(?:根据(?![^，。；]{0,4}需要)|按照|依照)"
    "|(?<!上述|同时)(?<![^，。；、一-鿿])(?<![未不])按(?![期时需年月日季周次件比量])"
)
_NEED = re.compile("根据[^，。；]{1,4}需要")
"""A basis, or a condition."""
_PURPOSE = re.compile("以便|为了|(?<=，)使(?!用)")
_MARKS = {
    "condition": re.compile("凡|的(?=，|$)|如|若|因故|后|遇有|时|情况|需要"),
    "basis": re.compile("根据|按|依据|依照|视"),
    "purpose": re.compile("以便|使|为了|为|以"),
}
INSIDE = re.compile("[（(]([^（）()]*)[）)]")
BRACKETS = re.compile("[（(][^（）()]*[）)]")
_NOT_WORDS = re.compile("[^一-鿿]")

_HARDLY = 0.25
_ALMOST = 0.7
SHARE = 0.5
"""How much of an action, or of a phrase, stands in the words (pairs of signs); ours lie above 0.59."""


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look at the phrases of every duty whose provisions are there."""
    articles = article_words(rulebook)
    rules = "\n".join(articles.values())
    for duty in rulebook.duties.values():
        if not duty.words or any(citation.at not in rulebook.provisions for citation in duty.words):
            continue
        quoted = "\n".join(citation.quote for citation in duty.words)
        heads = {head_of(citation.at) for citation in duty.words}
        article = words_around(rulebook, duty.words)
        yield from _phrases(duty, quoted)
        # An object may be taken from another article (召集理事会 where the words say 由副会长召集).
        borrowed = share(duty.action.zh, quoted) >= _HARDLY and share(duty.action.zh, rules) >= _ALMOST
        if (share(duty.action.zh, f"{article}\n{quoted}") < SHARE and not borrowed) or (
            share(duty.action.zh, quoted) < _HARDLY
            and any(duty.action.zh in words for head, words in articles.items() if head not in heads)
        ):
            said = (
                f"“{clip(duty.action.zh)}”与所引的条文少有相同的字",
                f'"{clip(duty.action.zh)}" has few words in common with the article it cites',
            )
            hint = (
                "用原文的字句写 action，或改引文",
                "write the action in the words' own terms, or change the quotes",
            )
            yield FAR.at(duty.action.place("zh"), *said, hint)


def share(phrase: str, words: str) -> float:
    """Return how many of a phrase's pairs of neighbouring signs stand in the words, from 0 to 1."""
    pairs = pairs_of(phrase)
    return sum(pair in words for pair in pairs) / len(pairs) if pairs else 1.0


def pairs_of(phrase: str) -> list[str]:
    """Return the pairs of neighbouring signs of a phrase, brackets and marks left out."""
    signs = _NOT_WORDS.sub("", BRACKETS.sub("", phrase))
    return [signs[at : at + 2] for at in range(len(signs) - 1)]


def _phrases(duty: Duty, quoted: str) -> Iterator[Finding]:
    for name, mark in _MARKS.items():
        phrase = getattr(duty, name)
        if phrase is None:
            continue
        if not mark.search(quoted) or share(phrase.zh, quoted) < SHARE:
            said = (
                f"引文里没有这个 {name}：“{clip(phrase.zh)}”",
                f'the words hold no such {name}: "{clip(phrase.zh)}"',
            )
            hint = ("在引文里加上它，或删去", "quote it, or delete it")
            yield WITHOUT.at(phrase.place("zh"), *said, hint)
    for name, pattern in (("condition", _CONDITION), ("basis", _BASIS), ("purpose", _PURPOSE)):
        if getattr(duty, name) is not None:
            continue
        for citation in duty.words:
            match = pattern.search(citation.quote)
            if name == "basis" and duty.condition is None:
                match = match or _NEED.search(citation.quote)
            if match:
                rest = citation.quote[match.start() :]
                said = (
                    f"引文里有“{clip(rest, 12)}”，职责没有 {name}",
                    f'the words hold "{clip(rest, 12)}", but the duty has no {name}',
                )
                hint = (
                    f"写 {name}，分 zh 和 en，或少引几个字",
                    f"write a {name}, with zh and en, or quote fewer words",
                )
                yield LEFT_OUT.at(duty.place(), *said, hint)
                break
