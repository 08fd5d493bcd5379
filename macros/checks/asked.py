"""What people ask for leads to one article, and each phrase stands among those of its language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from macros.checks._tools import Phrase, everyday_phrases, phrases, phrases_of
from macros.model import Code, Element, Finding, Handbook, Rulebook
from macros.model.provision import head_of
from macros.model.vocabulary import AskedAs

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
    yield from _one_entry_each(rulebook)
    yield from _languages(phrases(rulebook))


def check_all(handbook: Handbook) -> Iterator[Finding]:
    """Look at everyday words, which belong to no rulebook."""
    yield from _again([entry.say for entry in handbook.everyday])
    yield from _languages(everyday_phrases(handbook))


def _elsewhere(rulebook: Rulebook) -> Iterator[Finding]:
    known: dict[str, AskedAs] = {}
    for asked in rulebook.asked:
        for phrase in phrases_of(asked):
            before = known.setdefault(phrase.text.lower(), asked)
            if head_of(before.at) != head_of(asked.at):
                said = (
                    f"“{phrase.text}”已经问到“{before.at}”",
                    f'"{phrase.text}" asks for "{before.at}" already',
                )
                hint = (
                    "只留在最能回答它的一条里，或者改得更具体",
                    "keep it at the article that answers it best, or make it more exact",
                )
                yield ELSEWHERE.at(phrase.place, *said, hint)


def _one_entry_each(rulebook: Rulebook) -> Iterator[Finding]:
    """Report two entries for one provision, at both: either may be meant for another."""
    of: dict[str, list[AskedAs]] = {}
    for asked in rulebook.asked:
        of.setdefault(asked.at, []).append(asked)
    for at, several in of.items():
        for asked in several if len(several) > 1 else ():
            said = (f"{at} 有 {len(several)} 项问法", f"{len(several)} entries ask for {at}")
            hint = ("合成一项，或改成它所问的条款", "join them, or name the provision that is asked for")
            yield AGAIN.at(asked.place("at"), *said, hint)


def _again(entries: Iterable[Element]) -> Iterator[Finding]:
    """Report an entry that asks only what others ask, and a phrase that its own entry holds already."""
    known: set[str] = set()
    for entry in entries:
        own = list(phrases_of(entry))
        if own and all(phrase.text.lower() in known for phrase in own):
            said = ("这里的问法前面都已经写过", "all that is asked here stands above already")
            yield AGAIN.at(entry.place(), *said, ("删去这一项", "delete this entry"))
        seen: set[tuple[str, str]] = set()
        for phrase in own:
            text = phrase.text.lower()
            if (phrase.language, text) in seen:
                said = (f"“{text}”已经写过", f'"{text}" stands here already')
                yield AGAIN.at(phrase.place, *said, ("删去一处", "delete one of the two"))
            seen.add((phrase.language, text))
            known.add(text)


def _languages(several: Iterable[Phrase]) -> Iterator[Finding]:
    for phrase in several:
        text = phrase.text
        # "what is 全保会" is asked in English, and a word such as ICS in Chinese too; two words are not.
        if phrase.language == "en" and _CHINESE.search(text) and not _LATIN.search(text):
            said = (f"“{text}”是中文，却写在 en 下", f'"{text}" is Chinese, and stands under "en"')
            yield OTHER_LANGUAGE.at(phrase.place, *said, ("移到 zh 下", 'move it to "zh"'))
        elif phrase.language == "zh" and text.isascii() and " " in text:
            said = (f"“{text}”是英文，却写在 zh 下", f'"{text}" is English, and stands under "zh"')
            yield OTHER_LANGUAGE.at(phrase.place, *said, ("移到 en 下", 'move it to "en"'))
