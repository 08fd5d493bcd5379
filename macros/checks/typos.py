"""The Chinese of a duty's act, condition, basis and purpose is spelt as the words it rests on are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from macros.checks._tools import article_words, words_around
from macros.checks.phrases import BRACKETS, INSIDE
from macros.model import Code, Finding, Rulebook

TYPO = Code("not-quite-the-words", "error", "与原文差一个字", "A phrase differs from the words in a sign")

CODES = (TYPO,)

_LONG = 4
_SIGN = re.compile("[㐀-鿿]")
_JOINS = frozenset("应须可宜的就将把由在向对于以为并与和及或其该所而则等")
"""Signs with which an editor joins the words' own pieces."""
_NOT = re.compile("[不未无勿]")

Slip = tuple[str, str]
"""What the words say, and what stands instead."""


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Compare the phrases of every duty whose provisions are there."""
    rules = "".join(article_words(rulebook).values())
    cuts = _cut_names(rulebook, rules)
    for duty in rulebook.duties.values():
        if not duty.words or any(citation.at not in rulebook.provisions for citation in duty.words):
            continue
        whole = [rulebook.provisions[one.at].zh for one in duty.words]
        quotes = [one.quote for one, words in zip(duty.words, whole, strict=True) if one.quote in words]
        texts = [*quotes, *whole]  # a quote that is wrong itself says nothing
        article = words_around(rulebook, duty.words)
        for phrase in duty.phrases:
            pieces = [BRACKETS.sub("", phrase.zh), *INSIDE.findall(phrase.zh)]
            slips = (
                _transposed(signs, texts)
                or _replaced(signs, texts)
                or _one_more_or_less(signs, texts)
                or _strange(signs, article, rules)
                or next(((name, cut) for cut, name in cuts.items() if cut in signs), None)
                for signs in pieces
                if not any(signs in text for text in texts)
            )
            slip = next(filter(None, slips), None)
            if slip is None:
                continue
            wanted = f"原文是“{slip[0]}”" if slip[0] else "原文里没有它"
            english = f'the words say "{slip[0]}"' if slip[0] else "the words have none"
            said = (f"这里是“{slip[1]}”，{wanted}", f'"{slip[1]}" stands here, but {english}')
            yield TYPO.at(phrase.place("zh"), *said, ("照原文写", "write it as the words do"))


def _cut_names(rulebook: Rulebook, rules: str) -> dict[str, str]:
    """Return what remains of each long name of a role or meeting where one sign of it is lost."""
    names = [role.name.zh for role in rulebook.roles.values()]
    names += [meeting.name.zh for meeting in rulebook.meetings.values()]
    cuts = {
        name[:at] + name[at + 1 :]: name
        for name in names
        if len(name) >= _LONG and "（" not in name
        for at in range(1, len(name) - 1)
    }
    return {cut: name for cut, name in cuts.items() if cut not in rules}


def _transposed(signs: str, texts: list[str]) -> Slip | None:
    """Return two signs that have changed places, where the words have them the other way round."""
    for at in range(1, len(signs) - 1):
        before, pair = signs[at - 1], signs[at : at + 2]
        turned = before + pair[::-1]
        right = not any(turned in text for text in texts) or any(pair in text for text in texts)
        if pair[0] != pair[1] and not right:
            return turned, before + pair
    return None


def _replaced(signs: str, texts: list[str]) -> Slip | None:
    """Return a sign or two of a text that a phrase has otherwise, its neighbours being the same."""
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


def _one_more_or_less(signs: str, texts: list[str]) -> Slip | None:
    """Return the neighbourhood of a sign that a phrase drops or adds inside words that are the text's."""
    for text in texts:
        runs = SequenceMatcher(None, text, signs, autojunk=False).get_opcodes()
        for before, (kind, start, end, own_start, own_end), after in zip(
            runs, runs[1:], runs[2:], strict=False
        ):
            sign = text[start:end] or signs[own_start:own_end]
            if kind == "replace" or len(sign) != 1 or sign in _JOINS or not _SIGN.match(sign):
                continue
            if all(run[0] == "equal" and run[2] - run[1] >= 2 for run in (before, after)):
                return text[start - 2 : end + 2], signs[own_start - 2 : own_end + 2]
    return None


def _strange(signs: str, article: str, rules: str) -> Slip | None:
    """Return a sign that the rules do not have, or a "not" where the article has none."""
    absent = (one for one in signs if _SIGN.match(one) and one not in rules and one not in _JOINS)
    strange = next(absent, None)
    if strange:
        at = signs.index(strange)
        return "", signs[max(at - 1, 0) : at + 2]
    for match in _NOT.finditer(signs):
        with_next = signs[match.start() : match.end() + 1]
        if with_next not in article:
            return "", with_next
    return None
