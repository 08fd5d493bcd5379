"""Every word of the articles lies in a duty or fact, or is excused; no excuse without need."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from macros.checks._tools import clip, inside, is_lost, stands
from macros.checks.phrases import share
from macros.derive.coverage import Span, covered_spans, must_be_covered, position, start_in
from macros.model import Citation, Code, Excuse, Finding, Place, Provision, ProvisionId, Rulebook
from macros.model.provision import head_of

UNCOVERED = Code("words-not-covered", "error", "有字句不属于任何职责", "Words lie in no duty, fact or excuse")
UNUSED = Code("unused-excuse", "error", "豁免没有用处", "An excuse excuses words that need none")
DOUBLE = Code("duplicate-excuse", "error", "同一处豁免了两次", "The same words are excused twice")
OVERLAP = Code("excuse-overlaps-duty", "warning", "豁免与职责重叠", "An excuse overlaps a duty or fact")

REASON = Code("excuse-reason", "error", "豁免的理由不合", "An excuse's reason does not fit its words")

SORTED = Code("excuse-order", "warning", "豁免没有按原文排列", "Excuses are not in the order of the text")

CODES = (REASON, SORTED, UNCOVERED, UNUSED, DOUBLE, OVERLAP)


_SPOKEN_OF = 0.55
"""How much of an act (pairs of signs) must stand in the words that it speaks of."""

_DOES = 0.9
"""How much of uncovered words must stand in an act that quotes other words."""


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Report the uncovered words of each provision, then the excuses."""
    if is_lost(rulebook, "duties", "meetings", "documents", "coverage", "provisions"):
        return  # what a lost file covers cannot be known
    spans = covered_spans(rulebook)
    misquoted = {
        element.at
        for _, _, element in inside(rulebook)
        if isinstance(element, Citation | Excuse) and not stands(rulebook, element)
    }
    for provision in rulebook.provisions.values():
        id = ProvisionId.parse(provision.id)
        if provision.text is not None and id is not None and id.article and provision.id not in misquoted:
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
    for start, run in _runs(words, open_):
        said = (
            f"{provision.id} 里“{run}”不属于任何职责",
            f'"{run}" in {provision.id} lies in no duty, fact or excuse',
        )
        hint = (
            "在一项职责里引用它，或在 coverage.yml 里写明豁免的理由",
            "quote it in a duty, or excuse it in coverage.yml with a reason",
        )
        place = _beside(rulebook, provision, run, start)
        yield UNCOVERED.at(place, *said, hint)
        gap = _gap(rulebook, provision, run, start)
        if gap is not None and place is not None and abs(gap.line - place.line) > 1:
            said = (
                f"{provision.id} 里“{run}”不属于任何职责：这里少了一项？",
                f'"{run}" in {provision.id} lies in no duty, fact or excuse: is a duty missing here?',
            )
            yield UNCOVERED.at(gap, *said, hint)


_CUT = 3
"""Signs that may have been cut off a quote: beside an excuse they are its own."""


def _introduces(provision: Provision) -> bool:
    return provision.zh.endswith(("：", ":"))


def _looks_excusable(provision: Provision, run: str) -> bool:
    """Tell whether words stand where an excuse usually does: a lead-in, a definition, the commencement."""
    return _introduces(provision) or any(
        re.match(rf"(?:本\w{{1,4}}|为|根据)?(?:{pattern})", run) for pattern in _REASONS.values()
    )


def _beside(rulebook: Rulebook, provision: Provision, run: str, start: int) -> Place | None:
    """Return where the words should be quoted: at the quote they touch, else the next duty of the article."""
    excusable = _looks_excusable(provision, run)
    cut_off = _cut_off(rulebook, provision, run, start, excusable)
    speaking = cut_off or _speaking_of(rulebook, provision, run)
    if speaking is not None:
        return speaking
    if len(run) <= _CUT or not any(
        one.at == provision.id for duty in rulebook.duties.values() for one in duty.words
    ):
        for excuse in rulebook.coverage:
            at = start_in(provision, excuse)
            if at >= 0 and start in (at + len(excuse.quote), at - len(run)):
                return excuse.place("quote")
    if excusable:
        numbers = {id: number for number, id in enumerate(rulebook.provisions)}
        own_place = (numbers[provision.id], start)
        excuses = [
            (
                numbers[one.at],
                position(rulebook.provisions[one.at].zh, one.quote, one.occurrence),
                one.place(),
            )
            for one in rulebook.coverage
            if one.at in numbers
        ]
        after = [place for number, at, place in excuses if (number, at) > own_place]
        if excuses:
            return after[0] if after else excuses[-1][2]
    for duty in rulebook.duties.values():
        for citation in duty.words:
            if citation.at == provision.id:
                at = position(provision.zh, citation.quote, citation.occurrence)
                end = at + len(citation.quote)
                between = provision.zh[end:start] or provision.zh[start + len(run) : at]
                touches = end <= start or at >= start + len(run)
                if at >= 0 and touches and not any(map(must_be_covered, between)):
                    return citation.place("quote")
    return _next(rulebook, provision, start) or provision.places.get("text")


def _gap(rulebook: Rulebook, provision: Provision, run: str, start: int) -> Place | None:
    """Return where a duty may be missing: whole clauses are uncovered, or much that begins one."""
    around = f"。{provision.zh}。"
    ends = not must_be_covered(around[start]) and not must_be_covered(around[start + len(run) + 1])
    whole = ends or (not must_be_covered(around[start]) and len(run) > _CUT)
    return _next(rulebook, provision, start) if whole and not _introduces(provision) else None


def _next(rulebook: Rulebook, provision: Provision, start: int) -> Place | None:
    """Return where the next duty of the article begins, else where its last one ends; None without any."""
    article, numbers = head_of(provision.id), {id: number for number, id in enumerate(rulebook.provisions)}
    last: Place | None = None
    for duty in rulebook.duties.values():
        if not duty.words or head_of(duty.words[0].at) != article:
            continue
        cited = [one for one in duty.words if one.at in rulebook.provisions and head_of(one.at) == article]
        if not cited:
            continue
        # The words of a list may stand before those of its point.
        at = max(
            (numbers[one.at], position(rulebook.provisions[one.at].zh, one.quote, one.occurrence))
            for one in cited
        )
        if at > (numbers[provision.id], start):
            return duty.place()
        last = duty.place("review") or duty.place()
    return last


def _cut_off(rulebook: Rulebook, provision: Provision, run: str, start: int, excusable: bool) -> Place | None:
    """Return the quote that the words seem cut off from: its duty does just that, or no mark parts them."""
    found: list[tuple[bool, bool, Place | None]] = []
    for duty in rulebook.duties.values():
        said = "".join(phrase.zh for phrase in duty.phrases)
        for citation in duty.words:
            at = start_in(provision, citation)
            if at < 0:
                continue
            parted = start not in (at + len(citation.quote), at - len(run))
            does = len(run) > 1 and share(run, said) >= _DOES
            if does or not (parted or excusable):
                found.append((not does, parted, citation.place("quote")))
    return min(found, key=lambda one: one[:2])[2] if found else None


def _speaking_of(rulebook: Rulebook, provision: Provision, run: str) -> Place | None:
    """Return where a duty of the article clearly quotes other words than those its act speaks of."""
    found: list[tuple[float, Place | None]] = []
    for duty in rulebook.duties.values():
        place = duty.place()
        if place is None or PurePosixPath(place.path).stem != head_of(provision.id):
            continue
        quoted = "".join(citation.quote for citation in duty.words)
        here, there = share(duty.action.zh, run), share(duty.action.zh, quoted)
        if duty.words and here > _SPOKEN_OF > there:
            found.append(((here - there) * len(duty.action.zh), duty.words[0].place("quote")))
    return max(found, key=lambda one: one[0])[1] if found else None


def _runs(words: str, open_: list[bool]) -> Iterator[tuple[int, str]]:
    """Yield where each run of uncovered words begins, and the run; punctuation does not break it."""
    start, run = 0, ""
    for index, character in enumerate(words):
        if open_[index] or (run and not must_be_covered(character)):
            start = start if run else index
            run += character
        elif run:
            yield start, _trim(run)
            run = ""
    if run:
        yield start, _trim(run)


def _trim(run: str) -> str:
    end = len(run)
    while end and not must_be_covered(run[end - 1]):
        end -= 1
    return run[:end]


def _excuses(rulebook: Rulebook, spans: dict[str, tuple[Span, ...]]) -> Iterator[Finding]:
    seen: dict[tuple[str, int, str], Excuse] = {}
    last = ("", -1)
    for excuse in rulebook.coverage:
        provision = rulebook.provisions.get(excuse.at)
        start = position(provision.zh, excuse.quote, excuse.occurrence) if provision else -1
        if provision is None or start < 0:
            continue  # the citation checks speak of it
        if excuse.at == last[0] and start < last[1]:
            said = ("按原文，它应在前一项之前", "by the text, it stands before the entry above")
            yield SORTED.at(excuse.place(), *said, ("按条文的次序排列", "keep to the order of the text"))
        last = (excuse.at, start)
        first = seen.setdefault((excuse.at, start, excuse.quote), excuse)
        if first is not excuse:
            line = getattr(first.place(), "line", 0)
            said = (
                f"“{clip(excuse.quote)}”在第 {line} 行已经豁免",
                f'"{clip(excuse.quote)}" is excused already in line {line}',
            )
            yield DOUBLE.at(excuse.place(), *said, ("删去一处", "delete one of the two"))
            continue
        unneeded = list(_needed(excuse, start, spans.get(excuse.at, ())))
        yield from unneeded or _reason(rulebook, excuse)


_REASONS = {
    "definition": "简称|是指|系指|所称|以下称|指(?![导示定派令])",
    "scope": "适用",
    "purpose": "为了?|根据|依据",
    "commencement": "施行|实行|生效|废止",
    "interpretation-only": "解释",
}
"""What the words excused for each reason speak of; a lead-in stands before a list."""


def _reason(rulebook: Rulebook, excuse: Excuse) -> Iterator[Finding]:
    pattern = _REASONS.get(excuse.reason)
    fits = re.search(pattern, excuse.quote) if pattern else _introduces(rulebook.provisions[excuse.at])
    if not fits:
        said = (
            f"“{clip(excuse.quote)}”看不出是 {excuse.reason}",
            f'"{clip(excuse.quote)}" does not look like a {excuse.reason}',
        )
        hint = (
            "换成合适的理由；都不合适的，就是一项职责",
            "give the reason that fits; if none does, it is a duty",
        )
        yield REASON.at(excuse.place("reason"), *said, hint)


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
