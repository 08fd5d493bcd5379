"""Every word of the articles lies in a duty or fact, or is excused; no excuse without need."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks._tools import clip, is_lost
from macros.derive.coverage import Span, covered_spans, must_be_covered, position
from macros.model import Code, Excuse, Finding, Provision, ProvisionId, Rulebook

UNCOVERED = Code("words-not-covered", "error", "有字句不属于任何职责", "Words lie in no duty, fact or excuse")
UNUSED = Code("unused-excuse", "error", "豁免没有用处", "An excuse excuses words that need none")
DOUBLE = Code("duplicate-excuse", "error", "同一处豁免了两次", "The same words are excused twice")
OVERLAP = Code("excuse-overlaps-duty", "warning", "豁免与职责重叠", "An excuse overlaps a duty or fact")

CODES = (UNCOVERED, UNUSED, DOUBLE, OVERLAP)


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Report the uncovered words of each provision, then the excuses."""
    if is_lost(rulebook, "duties", "meetings", "documents", "coverage", "provisions"):
        return  # what a lost file covers cannot be known
    spans = covered_spans(rulebook)
    for provision in rulebook.provisions.values():
        id = ProvisionId.parse(provision.id)
        if provision.text is not None and id is not None and id.article:
            yield from _uncovered(rulebook, provision, spans.get(provision.id, ()))
    yield from _excuses(rulebook, spans)


def _uncovered(rulebook: Rulebook, provision: Provision, spans: tuple[Span, ...]) -> Iterator[Finding]:
    words = provision.zh
    open_ = [must_be_covered(character) for character in words]
    lost = [(quote, words.find(quote)) for at, quote in rulebook.dropped_words if at == provision.id]
    ranges = [(span.start, span.end) for span in spans]
    ranges += [(start, start + len(quote)) for quote, start in lost if start >= 0]
    for start, end in ranges:
        open_[start:end] = [False] * (end - start)
    for run in _runs(words, open_):
        said = (
            f"{provision.id} 里“{run}”不属于任何职责",
            f'"{run}" in {provision.id} lies in no duty, fact or excuse',
        )
        hint = (
            "引进一条职责，或在 coverage.yml 里写明豁免的理由",
            "quote it in a duty, or excuse it in coverage.yml with a reason",
        )
        yield UNCOVERED.at(provision.places.get("text"), *said, hint)


def _runs(words: str, open_: list[bool]) -> Iterator[str]:
    """Yield the runs of uncovered words; punctuation does not break a run."""
    run = ""
    for index, character in enumerate(words):
        if open_[index] or (run and not must_be_covered(character)):
            run += character
        elif run:
            yield _trim(run)
            run = ""
    if run:
        yield _trim(run)


def _trim(run: str) -> str:
    end = len(run)
    while end and not must_be_covered(run[end - 1]):
        end -= 1
    return run[:end]


def _excuses(rulebook: Rulebook, spans: dict[str, tuple[Span, ...]]) -> Iterator[Finding]:
    seen: dict[tuple[str, int, str], Excuse] = {}
    for excuse in rulebook.coverage:
        provision = rulebook.provisions.get(excuse.at)
        start = position(provision.zh, excuse.quote, excuse.occurrence) if provision else -1
        if provision is None or start < 0:
            continue  # the citation checks speak of it
        first = seen.setdefault((excuse.at, start, excuse.quote), excuse)
        if first is not excuse:
            line = getattr(first.place(), "line", 0)
            said = (
                f"“{clip(excuse.quote)}”在第 {line} 行已经豁免",
                f'"{clip(excuse.quote)}" is excused already in line {line}',
            )
            yield DOUBLE.at(excuse.place(), *said, ("删去一处", "delete one of the two"))
            continue
        yield from _needed(excuse, start, spans.get(excuse.at, ()))


def _needed(excuse: Excuse, start: int, spans: tuple[Span, ...]) -> Iterator[Finding]:
    wanted = {start + i for i, character in enumerate(excuse.quote) if must_be_covered(character)}
    others = [span for span in spans if span.kind != "excuse"]
    common = {index for span in others for index in range(span.start, span.end)} & wanted
    quote = clip(excuse.quote)
    if common == wanted:
        said = (f"“{quote}”不需要豁免", f'"{quote}" needs no excuse')
        hint = ("它已在职责或事实里，删去这一项", "it lies in a duty or fact already; delete this entry")
        yield UNUSED.at(excuse.place("quote"), *said, hint)
    elif common:
        ids = sorted({span.id for span in others if set(range(span.start, span.end)) & common})
        said = (
            f"豁免“{quote}”与 {'、'.join(ids)} 的引文重叠",
            f'the excuse of "{quote}" overlaps the words of {", ".join(ids)}',
        )
        hint = ("只豁免职责没有引用的字句", "excuse only the words no duty quotes")
        yield OVERLAP.at(excuse.place("quote"), *said, hint)
