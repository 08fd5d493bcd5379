"""The Chinese of what duties do, steps are called and facts say is spelt as the words it rests on are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from macros.checks._tools import article_words, words_around, written
from macros.checks.phrases import BRACKETS, INSIDE
from macros.derive.effective import citations, points
from macros.model import Bilingual, Citation, Code, Document, Fact, Finding, Meeting, Role, Rulebook, Term
from macros.model.base import TODO

TYPO = Code("not-quite-the-words", "error", "与原文差一个字", "A phrase differs from the words in a sign")

CODES = (TYPO,)

_LONG = 4
_HAN = re.compile("[㐀-鿿]+")
_AROUND = ((2, 1), (1, 2), (0, 3), (3, 0))
"""Signs before and behind a wrong one that are the words'; none where the phrase begins or ends."""
_JOINS = frozenset("各有应须可宜的就将把由在向对于以为并与和及或其该所而则等")
"""Signs with which an editor joins the words' own pieces."""
_NOT = re.compile("[不未无勿]")

_EDGE = 3
"""Signs at the ends of a phrase by which its place in the words is found."""
_HANGS = 3
_SELDOM = 8
"""A word stands so often at least, and so many times as often as its rest begins or ends a text."""

Slip = tuple[str, str]
"""What the words say, and what stands instead."""


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Compare every text that rests on words with the provisions that hold them."""
    rules = "".join(article_words(rulebook).values())
    cuts, edges = _cut_names(rulebook, rules), _Edges(rulebook)
    for phrase, cited, is_whole in _phrases(rulebook):
        if TODO in phrase.zh or not cited or any(one.at not in rulebook.provisions for one in cited):
            continue
        whole = [rulebook.provisions[one.at].zh for one in cited]
        quotes = [one.quote for one, words in zip(cited, whole, strict=True) if one.quote in words]
        texts = [*quotes, *whole]  # a quote that is wrong itself says nothing
        slip = None
        for signs in (BRACKETS.sub("", phrase.zh), *INSIDE.findall(phrase.zh)):
            if not slip and not any(signs in text for text in texts):
                slip = _slip(signs, texts, 1 + is_whole)
                if slip is None and is_whole:
                    slip = _beyond(signs, words_around(rulebook, cited), rules, cuts)
            slip = slip or edges.cut(signs, texts)
        if slip is None:
            continue
        wanted = f"原文是“{slip[0]}”" if slip[0] else "原文里没有它"
        english = f'the words say "{slip[0]}"' if slip[0] else "the words have none"
        said = (f"这里是“{slip[1]}”，{wanted}", f'"{slip[1]}" stands here, but {english}')
        yield TYPO.at(phrase.place("zh"), *said, ("照原文写", "write it as the words do"))


def _phrases(rulebook: Rulebook) -> Iterator[tuple[Bilingual, tuple[Citation, ...], bool]]:
    """Yield each text with the words it rests on, and whether nothing but these words may stand in it."""
    for duty in rulebook.duties.values():
        yield from ((phrase, duty.words, True) for phrase in duty.phrases)
    facts: list[Fact] = []
    things: list[Meeting | Document] = [*rulebook.meetings.values(), *rulebook.documents.values()]
    for thing in things:
        facts += (fact for _, _, fact in points(thing))
    for procedure in rulebook.procedures.values():
        facts.append(procedure.entry)
        for step in procedure.steps:
            if step.label is not None:
                yield step.label, citations(step, rulebook), False
    named: list[Role | Term | Meeting | Document] = [
        *rulebook.roles.values(),
        *rulebook.terms.values(),
        *rulebook.meetings.values(),
        *rulebook.documents.values(),
    ]
    for one in named:
        yield one.name, one.words, False
    for fact in facts:
        if fact.text is not None:
            yield fact.text, citations(fact, rulebook), False


def _slip(signs: str, texts: list[str], longest: int) -> Slip | None:
    return _transposed(signs, texts) or _replaced(signs, texts, longest) or _one_more_or_less(signs, texts)


def _beyond(signs: str, article: str, rules: str, cuts: dict[str, str]) -> Slip | None:
    """Return a sign that the article or the rules do not have, or a name that has lost one."""
    strange = _strange(signs, article, rules)
    return strange or next(((name, cut) for cut, name in cuts.items() if cut in signs), None)


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


def _replaced(signs: str, texts: list[str], longest: int) -> Slip | None:
    """Return one sign or two that stand between neighbours between which the words have others."""
    for length in range(1, longest + 1):
        for at in range(len(signs) - length + 1):
            end = at + length
            own = signs[at:end]
            if own in _JOINS or not _HAN.fullmatch(own):
                continue
            if any(signs[max(at - 1, 0) : end + 1] in text for text in texts):
                continue
            for left, right in _AROUND if length == 1 else _AROUND[:2]:
                before, after = signs[max(at - left, 0) : at], signs[end : end + right]
                whole = len(before) == left and len(after) == right
                if not whole or (not left and at) or (not right and end < len(signs)):
                    continue
                found = _between(before, after, length, texts)
                if found and found != own:
                    return found, own
    return None


def _between(before: str, after: str, length: int, texts: list[str]) -> str | None:
    """Return the signs, so many, that the words have between two neighbours."""
    for text in texts:
        at = text.find(before)
        while at >= 0:
            start = at + len(before)
            found = text[start : start + length]
            if text.startswith(after, start + length) and _HAN.fullmatch(found):
                return found
            at = text.find(before, at + 1)
    return None


def _one_more_or_less(signs: str, texts: list[str]) -> Slip | None:
    """Return the neighbourhood of a sign that a phrase drops or adds inside words that are the text's."""
    for at in range(2, len(signs) - 1):
        before, after = signs[at - 2 : at], signs[at : at + 2]
        more = signs[at + 1 : at + 3]
        if any(before[1] + after[0] in text for text in texts):
            continue
        found = _between(before, after, 1, texts)
        if found and found not in _JOINS:
            return before + found + after, before + after
        added = len(more) == 2 and any(before + more in text for text in texts)
        if added and signs[at] not in _JOINS and _HAN.fullmatch(signs[at]):
            return before + more, before + signs[at] + more
    return None


class _Edges:
    """Which signs hang together, and which begin or end a run of signs, in all texts of a rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        runs = [run for one in written(rulebook) for run in _HAN.findall(one.text.zh)]
        self.pairs = Counter(run[at : at + 2] for run in runs for at in range(len(run) - 1))
        self.first = Counter(run[0] for run in runs)
        self.last = Counter(run[-1] for run in runs)

    def cut(self, signs: str, texts: list[str]) -> Slip | None:
        """Return the word that a phrase has lost its first or last sign of."""
        if len(signs) < _EDGE:
            return None
        head, tail = signs[:_EDGE], signs[-_EDGE:]
        before = {found for text in texts for found in re.findall(f"(.?){re.escape(head)}", text)}
        after = {found for text in texts for found in re.findall(f"{re.escape(tail)}(.?)", text)}
        for lost, alone, here in ((before, self.first[head[0]], head), (after, self.last[tail[-1]], tail)):
            sign = next(iter(lost), "")
            if len(lost) == 1 and _HAN.match(sign) and sign not in _JOINS:
                word = sign + head[0] if lost is before else tail[-1] + sign
                if self.pairs[word] >= _HANGS and alone * _SELDOM <= self.pairs[word]:
                    return word, here
        return None


def _strange(signs: str, article: str, rules: str) -> Slip | None:
    """Return a sign that the rules do not have, or a "not" where the article has none."""
    absent = (one for one in signs if _HAN.match(one) and one not in rules and one not in _JOINS)
    strange = next(absent, None)
    if strange:
        at = signs.index(strange)
        return "", signs[max(at - 1, 0) : at + 2]
    for match in _NOT.finditer(signs):
        with_next = signs[match.start() : match.end() + 1]
        if with_next not in article:
            return "", with_next
    return None
