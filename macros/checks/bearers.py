"""Whom the words begin with is who bears the duty, and then it is stated."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from macros.checks._tools import names_of, words_around
from macros.checks.parties import names_lost
from macros.derive.names import Names
from macros.model import Code, Duty, Finding, Party, Rulebook
from macros.model.provision import head_of

OTHER = Code("bearer-against-words", "warning", "引文开头说的是别的角色", "The words begin with another role")
STATED = Code(
    "bearer-is-stated",
    "warning",
    "引文写明了承担者",
    "The words state who bears the duty",
)
ELIDED = Code(
    "elided-bearer-differs",
    "warning",
    "省略的承担者与同条的不同",
    "An elided bearer is not that of the article",
)

SOME = Code(
    "elided-bearer-of-some",
    "warning",
    "省略的承担者只写了一部分",
    "An elided bearer is only part of whom the article enumerates",
)

CODES = (OTHER, STATED, ELIDED, SOME)

_AND = re.compile("[、和及与或]|以及")

_BEFORE_ACT = re.compile("^(?:应当?|须|可以?|不得|负责|，|的)*")
_PASSIVE = "由"
"""Where the words say 由, who acts is named behind it."""


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look at every duty whose words begin with a role or a meeting."""
    yield from _elided(rulebook)
    for duty in rulebook.duties.values():
        if duty.bearer is None:
            continue
        first = _first(rulebook, duty)
        own = {*duty.bearer.roles, *duty.bearer.meetings}
        if first and duty.bearer_source == "stated" and not own & first and not _passive(duty):
            said = (
                f"引文以“{'、'.join(sorted(first))}”开头",
                f'the words begin with "{", ".join(sorted(first))}"',
            )
            yield OTHER.at(duty.bearer.place(), *said, ("核对承担者", "who bears the duty?"))
        if duty.bearer_source in ("inferred", "unsettled") and own & first:
            said = ("引文以承担者开头", "the words begin with the bearer")
            yield STATED.at(duty.place("bearer_source"), *said, ("写 stated", "write stated"))
        elif duty.bearer_source != "stated" and _acts(rulebook, duty, own):
            said = ("引文里承担者后面就是所做的事", "in the words the bearer stands right before the act")
            yield STATED.at(duty.place("bearer_source"), *said, ("写 stated", "write stated"))


def _elided(rulebook: Rulebook) -> Iterator[Finding]:
    """An article that leaves its subject out has named one subject: all who are left out are the same."""
    articles: dict[str, list[tuple[Party, tuple[str, ...]]]] = {}
    for duty in rulebook.duties.values():
        if duty.bearer_source == "elided" and duty.bearer and duty.words:
            if not names_lost(rulebook):
                yield from _unnamed(rulebook, duty, duty.bearer)
            ids = (*duty.bearer.roles, *duty.bearer.meetings)
            articles.setdefault(head_of(duty.words[0].at), []).append((duty.bearer, ids))
    for several in articles.values():
        usual, times = Counter(ids for _, ids in several).most_common(1)[0]
        for bearer, ids in several:
            if ids != usual and times > 1 and times == len(several) - 1:
                said = (
                    f"同一条里省略的都是“{'、'.join(usual)}”",
                    f'all others that this article leaves out are "{", ".join(usual)}"',
                )
                yield ELIDED.at(bearer.place(), *said, ("核对承担者", "who bears the duty?"))


def _unnamed(rulebook: Rulebook, duty: Duty, bearer: Party) -> Iterator[Finding]:
    """What is left out has been named before, in the same article."""
    own = {*bearer.roles, *bearer.meetings}
    words, quote = words_around(rulebook, duty.words[:1]), duty.words[0].quote
    if quote not in words:
        return  # the citation checks speak of it
    so_far = words[: words.find(quote) + len(quote)]
    if not any(own & {*found.roles, *found.meetings} for found in names_of(rulebook).found(so_far)):
        said = ("同条前文没有写出承担者", "the article has not named the bearer before")
        hint = ("由别处推断的写 inferred 和 note", "where it is inferred, write inferred and a note")
        yield ELIDED.at(duty.place("bearer_source"), *said, hint)
    lists = list(_enumerated(names_of(rulebook), words))
    whole = next((ids for ids in lists if own < ids), None)
    if len(own) > 1 and whole and own not in lists:
        left = sorted(whole - own)
        said = (
            f"同条一并写出的还有 {'、'.join(left)}",
            f"the article enumerates {', '.join(left)} with them",
        )
        yield SOME.at(bearer.place(), *said, ("把并列的都写上", "name all who are enumerated"))


def _enumerated(names: Names, words: str) -> Iterator[set[str]]:
    """Yield who is named in one breath: A、B及C."""
    together: set[str] = set()
    end = -1
    for found in names.found(words):
        if not (together and _AND.fullmatch(words[end : found.start])):
            yield together
            together = set()
        together |= found.roles | found.meetings
        end = found.end
    yield together


def _acts(rulebook: Rulebook, duty: Duty, own: set[str]) -> bool:
    """Tell whether the act follows the bearer's name in the words, but for an 应 or 负责."""
    for citation in duty.words:
        for found in names_of(rulebook).found(citation.quote):
            rest = _BEFORE_ACT.sub("", citation.quote[found.end :], count=1)
            if own & {*found.roles, *found.meetings} and rest[:2] == duty.action.zh[:2]:
                return True
    return False


def _first(rulebook: Rulebook, duty: Duty) -> set[str]:
    found = [one for citation in duty.words for one in names_of(rulebook).found(citation.quote)
             if one.start == 0]  # fmt: skip
    return {id for one in found for id in (*one.roles, *one.meetings)}


def _passive(duty: Duty) -> bool:
    return any(_PASSIVE in citation.quote for citation in duty.words)
