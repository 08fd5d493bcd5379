"""What people ask for leads to one article, and each phrase stands among those of its language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from macros.checks._tools import elements
from macros.model import Code, Element, Finding, Handbook, Rulebook
from macros.model.provision import head_of
from macros.model.vocabulary import AskedAs, Term

ELSEWHERE = Code(
    "asked-elsewhere", "warning", "同一种问法通向两条", "The same question leads to two articles"
)
OTHER_LANGUAGE = Code(
    "phrase-in-other-language",
    "warning",
    "问法写在了另一种语言里",
    "A phrase stands among those of the other language",
)

AGAIN = Code("asked-again", "warning", "同一种问法写了两次", "The same way of asking stands twice")

CODES = (ELSEWHERE, OTHER_LANGUAGE, AGAIN)

_CHINESE = re.compile("[\u4e00-\u9fff]")
_LATIN = re.compile("[A-Za-z]")


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look at all phrases of a rulebook that only the search uses."""
    yield from _elsewhere(rulebook)
    yield from _again(rulebook.asked)
    for _, element in elements(rulebook):
        if isinstance(element, AskedAs):
            yield from _languages(element)
        elif isinstance(element, Term):
            yield from _languages(element.asked_as)


def check_all(handbook: Handbook) -> Iterator[Finding]:
    """Look at everyday words, which belong to no rulebook."""
    yield from _again([entry.say for entry in handbook.everyday])
    for entry in handbook.everyday:
        yield from _languages(entry.say)
        yield from _languages(entry.means)


def _elsewhere(rulebook: Rulebook) -> Iterator[Finding]:
    known: dict[str, AskedAs] = {}
    for asked in rulebook.asked:
        for phrase, trail in _phrases(asked):
            before = known.setdefault(phrase.lower(), asked)
            if head_of(before.at) != head_of(asked.at):
                said = (f"“{phrase}”已经问到“{before.at}”", f'"{phrase}" asks for "{before.at}" already')
                hint = (
                    "只留在最能回答它的一条里，或者改得更具体",
                    "keep it at the article that answers it best, or make it more exact",
                )
                yield ELSEWHERE.at(asked.place(*trail), *said, hint)


def _again(entries: Iterable[Element]) -> Iterator[Finding]:
    """Report an entry that asks only what others ask, and a phrase that its own entry holds already."""
    known: set[str] = set()
    for entry in entries:
        own = [(phrase.lower(), trail) for phrase, trail in _phrases(entry)]
        if own and all(phrase in known for phrase, _ in own):
            said = ("这里的问法前面都已经写过", "all that is asked here stands above already")
            yield AGAIN.at(entry.place(), *said, ("删去这一项", "delete this entry"))
        seen: set[tuple[str, str]] = set()
        for phrase, trail in own:
            if (trail[0], phrase) in seen:
                said = (f"“{phrase}”已经写过", f'"{phrase}" stands here already')
                yield AGAIN.at(entry.place(*trail), *said, ("删去一处", "delete one of the two"))
            seen.add((trail[0], phrase))
            known.add(phrase)


def _languages(element: Element) -> Iterator[Finding]:
    for phrase, trail in _phrases(element, ("en",)):
        # "what is 全保会" is asked in English.
        if _CHINESE.search(phrase) and not _LATIN.search(phrase):
            said = (f"“{phrase}”是中文，却写在 en 下", f'"{phrase}" is Chinese, and stands under "en"')
            yield OTHER_LANGUAGE.at(element.place(*trail), *said, ("移到 zh 下", 'move it to "zh"'))
    for phrase, trail in _phrases(element, ("zh",)):
        # A word such as ICS is used in Chinese too; two words are not.
        if phrase.isascii() and " " in phrase:
            said = (f"“{phrase}”是英文，却写在 zh 下", f'"{phrase}" is English, and stands under "zh"')
            yield OTHER_LANGUAGE.at(element.place(*trail), *said, ("移到 en 下", 'move it to "en"'))


def _phrases(
    element: Element, languages: tuple[str, ...] = ("zh", "en")
) -> Iterator[tuple[str, tuple[str, int]]]:
    """Return every phrase, and where it stands in its element."""
    for language in languages:
        for index, phrase in enumerate(getattr(element, language)):
            yield phrase, (language, index)
