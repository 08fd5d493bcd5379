"""Which characters of a provision lie in a duty's or fact's quote, or in an excused span."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from macros.derive import effective
from macros.model import Citation, Excuse, Provision, Rulebook


@dataclass(frozen=True, order=True)
class Span:
    """Characters `start` to `end` of a provision's words, and what covers them."""

    start: int
    end: int
    kind: str
    """`duties`, `meetings`, `documents` or `excuse`."""
    id: str
    """The id of the duty, meeting or document; the reason of an excuse."""


@dataclass(frozen=True)
class Piece:
    """A run of characters covered by the same things (by nothing, if `by` is empty)."""

    text: str
    by: tuple[tuple[str, str], ...]
    counts: bool
    """Whether it holds any character that has to be covered."""


def must_be_covered(character: str) -> bool:
    """Tell whether a character counts: all but punctuation, symbols' kin and white space do."""
    return not (character.isspace() or unicodedata.category(character)[0] in "PZC")


def position(words: str, quote: str, occurrence: int | None) -> int:
    """Return where the quote's occurrence (from 1) begins in the words, or -1."""
    at = -1
    for _ in range(occurrence or 1):
        at = words.find(quote, at + 1)
        if at < 0:
            return -1
    return at


def start_in(provision: Provision, cited: Citation | Excuse) -> int:
    """Return where what is cited begins in a provision's words, or -1 if it is another's or not there."""
    return position(provision.zh, cited.quote, cited.occurrence) if cited.at == provision.id else -1


def covered_spans(rulebook: Rulebook) -> dict[str, tuple[Span, ...]]:
    """Return the covered spans of each provision that has words, sorted by where they begin."""
    spans: dict[str, set[Span]] = {
        provision.id: set() for provision in rulebook.provisions.values() if provision.text
    }
    for kind, thing_id, citation in _covering(rulebook):
        if citation.at not in spans:
            continue
        start = position(rulebook.provisions[citation.at].zh, citation.quote, citation.occurrence)
        if start >= 0:
            spans[citation.at].add(Span(start, start + len(citation.quote), kind, thing_id))
    return {provision: tuple(sorted(found)) for provision, found in spans.items()}


def pieces(words: str, spans: tuple[Span, ...]) -> tuple[Piece, ...]:
    """Cut a provision's words where what covers them changes."""
    cuts = sorted({0, len(words), *(span.start for span in spans), *(span.end for span in spans)})
    out = []
    for start, end in pairwise(cuts):
        by = dict.fromkeys((span.kind, span.id) for span in spans if span.start <= start and end <= span.end)
        text = words[start:end]
        out.append(Piece(text, tuple(by), any(map(must_be_covered, text))))
    return tuple(out)


def _covering(rulebook: Rulebook) -> Iterator[tuple[str, str, Citation | Excuse]]:
    for duty in rulebook.duties.values():
        for citation in (*duty.words, *(duty.rhythm.words if duty.rhythm else ())):
            yield "duties", duty.id, citation
    for kind in ("meetings", "documents"):
        for thing in getattr(rulebook, kind).values():
            for _, _, fact in effective.points(thing):
                for citation in fact.words:
                    yield kind, thing.id, citation
    for excuse in rulebook.coverage:
        yield "excuse", excuse.reason, excuse
