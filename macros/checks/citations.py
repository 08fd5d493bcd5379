"""Every quote stands in its provision letter for letter, and names one passage only."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from macros.checks._tools import Hint, clip, inside
from macros.model import Citation, Code, Excuse, Finding, Rulebook

NOT_THERE = Code(
    "quote-not-in-provision", "error", "引文不在条款里", "A quote does not stand in its provision"
)
TWICE = Code(
    "quote-stands-twice", "error", "引文出现不止一次", "A quote stands more than once and does not say which"
)
TOO_LARGE = Code(
    "occurrence-too-large",
    "error",
    "没有第这么多次出现",
    "A quote does not stand in its provision that often",
)

MARK = Code("quote-ends-in-mark", "warning", "引文以标点开头或结尾", "A quote begins or ends with a mark")

CODES = (NOT_THERE, TWICE, TOO_LARGE, MARK)

_MARKS = "，、；。"


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look for every quote in the words of its provision."""
    for _, _, element in inside(rulebook):
        if isinstance(element, Citation | Excuse) and element.at in rulebook.provisions:
            yield from _quote(rulebook, element)
            if element.quote.strip(_MARKS) != element.quote:
                said = (f"“{clip(element.quote)}”以标点开头或结尾", "this quote begins or ends with a mark")
                hint = ("引到标点之前；少引了的补全", "quote up to the mark; add what was left out")
                yield MARK.at(element.place("quote"), *said, hint)


def count(words: str, quote: str) -> int:
    """Count where a quote begins in the words, overlapping ones too."""
    return sum(words.startswith(quote, at) for at in range(len(words) - len(quote) + 1))


def _quote(rulebook: Rulebook, citation: Citation | Excuse) -> Iterator[Finding]:
    words = rulebook.provisions[citation.at].zh
    found = count(words, citation.quote)
    quote = clip(citation.quote)
    if not found:
        said = (f"{citation.at} 里没有“{quote}”", f'"{quote}" does not stand in {citation.at}')
        yield NOT_THERE.at(citation.place("quote"), *said, _nearest(rulebook, citation))
    elif found > 1 and citation.occurrence is None:
        said = (
            f"“{quote}”在 {citation.at} 里出现 {found} 次",
            f'"{quote}" stands {found} times in {citation.at}',
        )
        hint = (
            "引得长一些，或写 occurrence: 1（第几次）",
            "quote more words, or say which with occurrence: 1",
        )
        yield TWICE.at(citation.place("quote"), *said, hint)
    elif citation.occurrence is not None and not 1 <= citation.occurrence <= found:
        said = (
            f"“{quote}”在 {citation.at} 里只出现 {found} 次",
            f'"{quote}" stands only {found} time{"s" if found > 1 else ""} in {citation.at}',
        )
        hint = (f"occurrence 最大为 {found}", f"occurrence is {found} at most")
        yield TOO_LARGE.at(citation.place("occurrence"), *said, hint)


def _nearest(rulebook: Rulebook, citation: Citation | Excuse) -> Hint | None:
    """Name the provision that does hold the quote, else the passage most like it."""
    quote, own = citation.quote, rulebook.provisions[citation.at]
    for provision in rulebook.provisions.values():
        if quote in provision.zh:
            return (f"它在 {provision.id} 里", f"it stands in {provision.id}")
    if own.text is None:
        parts = [part.id for part in rulebook.provisions.values() if part.parent == own.id]
        return (f"条文属于它的款：{'、'.join(parts)}", f"the words are its paragraphs': {', '.join(parts)}")
    words = own.zh
    runs = [
        run for run in SequenceMatcher(None, words, quote, autojunk=False).get_matching_blocks() if run.size
    ]
    if not runs or max(run.size for run in runs) < 2:
        return None
    start = max(0, runs[0].a - runs[0].b)
    last = runs[-1]
    end = last.a + last.size + len(quote) - (last.b + last.size)
    if end - start > 2 * len(quote):  # the runs lie far apart: the longest alone is what was meant
        longest = max(runs, key=lambda run: run.size)
        start = max(0, longest.a - longest.b)
        end = start + len(quote)
    passage = words[start:end].strip("，。；、：")
    return (f"最相近的是“{passage}”", f'the nearest passage is "{passage}"')
