"""The words an open question cites raise it: it asks about them, or what names it rests on them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from macros.checks._steps import all_asked
from macros.checks._tools import clip, stands, walked
from macros.checks.phrases import pairs_of, share
from macros.checks.relevance import cited_beside
from macros.model import Citation, Code, Finding, OpenQuestion, Rulebook, walk

OTHER = Code(
    "question-of-other-words",
    "warning",
    "未决事项引的是别的字",
    "The words an open question cites raise another one",
)

CODES = (OTHER,)

_COMMON = 8
"""Provisions in which a pair of signs may stand and still tell them apart."""
_HALF = 0.5
_NAMED = re.compile("“([^”]+)”")
_TOUCHED = ("duties", "meetings", "documents", "procedures", "roles", "terms")


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Compare every question with its own words, where all that could name it is there."""
    if any(rulebook.dropped.values()):
        return
    related = _related(rulebook)
    times = Counter(pair for one in rulebook.provisions.values() if one.text for pair in {*pairs_of(one.zh)})
    for question in rulebook.open_questions.values():
        cited = [one for one in question.words if stands(rulebook, one)]
        if len(cited) < len(question.words):
            continue  # the citation checks speak of it
        text, told = all_asked(question), False
        for citation in cited:
            shared = any(pair in text and times[pair] <= _COMMON for pair in pairs_of(citation.quote))
            beside = any(
                citation.at == at or citation.at.startswith(f"{at}__") for at in related[question.id]
            )
            if not shared and not beside and share(citation.quote, text) < _HALF:
                said = (
                    f"“{clip(citation.quote)}”不是它所问的",
                    f'"{clip(citation.quote)}" is not what it asks about',
                )
                yield OTHER.at(
                    citation.place("quote"), *said, ("引它所问的字", "cite the words it asks about")
                )
                told = True
        for name in _NAMED.findall(question.asks.zh):
            if cited and not told and not any(_runs_through(name, one.quote) for one in cited):
                said = (f"引文里没有所问的“{name}”", f'the words do not hold the "{name}" it asks about')
                yield OTHER.at(
                    cited[0].place("quote"), *said, ("引它所问的字", "cite the words it asks about")
                )


def _related(rulebook: Rulebook) -> dict[str, set[str]]:
    """Return for each question the provisions of what names it and of what it touches."""
    related: dict[str, set[str]] = defaultdict(set)
    for collection, top, _, model in walked(rulebook):
        named = getattr(model, "question", None)
        if named and collection != "open_questions":
            related[named] |= {one.at for one in cited_beside(rulebook, top, model)}
    dates = {one.at for fact in rulebook.head.dates for one in fact.words}
    for fact in rulebook.head.dates:
        if fact.question:
            related[fact.question] |= dates
    for question in rulebook.open_questions.values():
        related[question.id] |= _touched(rulebook, question)
    return related


def _touched(rulebook: Rulebook, question: OpenQuestion) -> set[str]:
    things = (
        getattr(rulebook, collection).get(id)
        for collection in _TOUCHED
        for id in getattr(question.touches, collection, ())
    )
    cited = (one for thing in things if thing for _, one in walk(thing) if isinstance(one, Citation))
    return {one.at for one in cited} | set(question.touches.provisions)


def _runs_through(name: str, quote: str) -> bool:
    """Tell whether the signs of a name stand in a quote in this order: 会同实施 is in 会同有关部门实施."""
    signs = iter(quote)
    return all(sign in signs for sign in name)
