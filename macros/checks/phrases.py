"""Condition, basis, purpose and action say what the words say, and what the words say is not left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from macros.checks._tools import article_words, clip, head_of, words_around
from macros.model import Code, Duty, Finding, Rulebook

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

TYPO = Code("not-quite-the-words", "error", "与原文差一个字", "A phrase differs from the words in a sign")

CODES = (WITHOUT, LEFT_OUT, FAR, TYPO)

_CONDITION = re.compile(
    "凡|(?<![例比])如(?![何下期实同此])|因故|(?<=[意致定成准])后(?![续者果来])|遇有|(?<![立届当])时，"
)
_BASIS = re.compile(
    "(?<![未不])(?:根据(?![^，。；]{0,4}需要)|按照|依照)"
    "|(?<!上述|同时)(?<![^，。；、一-鿿])(?<![未不])按(?![期时需年月日季周次件比量])"
)
_PURPOSE = re.compile("以便|为了|(?<=，)使(?!用)")
_MARKS = {
    "condition": re.compile("凡|的(?=，|$)|如|若|因故|后|遇有|时|情况|需要"),
    "basis": re.compile("根据|按|依据|依照|视"),
    "purpose": re.compile("以便|使|为了|为|以"),
}
_BRACKETS = re.compile("[（(][^（）()]*[）)]")
_NOT_WORDS = re.compile("[^一-鿿]")

_HARDLY = 0.25
SHARE = 0.5
"""How much of an action, or of a phrase, stands in the words (pairs of signs); ours lie above 0.59."""


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look at the phrases of every duty whose provisions are there."""
    articles = article_words(rulebook)
    for duty in rulebook.duties.values():
        if not duty.words or any(citation.at not in rulebook.provisions for citation in duty.words):
            continue
        quoted = "\n".join(citation.quote for citation in duty.words)
        heads = {head_of(citation.at) for citation in duty.words}
        article = words_around(rulebook, duty.words)
        yield from _phrases(duty, quoted)
        whole = [rulebook.provisions[one.at].zh for one in duty.words]
        quotes = [one.quote for one, words in zip(duty.words, whole, strict=True) if one.quote in words]
        texts = [*quotes, *whole]  # a quote that is wrong itself says nothing
        for phrase in (duty.action, duty.condition, duty.basis, duty.purpose):
            slip = mistyped(phrase.zh, texts) if phrase else None
            if phrase and slip:
                said = (
                    f"原文是“{slip[0]}”，这里是“{slip[1]}”",
                    f'the words say "{slip[0]}", not "{slip[1]}"',
                )
                yield TYPO.at(phrase.place("zh"), *said, ("照原文写", "write it as the words do"))
        if share(duty.action.zh, f"{article}\n{quoted}") < SHARE or (
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
    signs = _NOT_WORDS.sub("", _BRACKETS.sub("", phrase))
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


def mistyped(phrase: str, texts: list[str]) -> tuple[str, str] | None:
    """Return what stands in a text and what a phrase has instead, where they differ in a sign or two only."""
    signs = _BRACKETS.sub("", phrase)
    if any(signs in text for text in texts):
        return None
    for text in texts:
        runs = SequenceMatcher(None, text, signs, autojunk=False).get_opcodes()
        for at, (kind, start, end, own_start, own_end) in enumerate(runs):
            if kind != "replace" or end - start != own_end - own_start or end - start > 2:
                continue
            left = runs[at - 1][2] - runs[at - 1][1] if at and runs[at - 1][0] == "equal" else 0
            after = runs[at + 1] if at + 1 < len(runs) else None
            right = after[2] - after[1] if after and after[0] == "equal" else 0
            if (left + right >= 3 and (left >= 2 or own_start == 0)) or (left >= 1 and right >= 2):
                return text[start:end], signs[own_start:own_end]
    return None
