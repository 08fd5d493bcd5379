"""What rests on each character of a provision: also what inherits its words, which coverage does not ask."""

from __future__ import annotations

from collections.abc import Iterator

from macros.derive import effective
from macros.derive.coverage import Span, covered_spans, position
from macros.model import Citation, Excuse, Rulebook

KINDS = ("duties", "meetings", "documents", "procedures", "excuse")
"""What may rest on words, the strongest first: what a word is shown as where several do."""


Resting = tuple[str, str, Citation | Excuse]


def resting_spans(rulebook: Rulebook) -> dict[str, tuple[Span, ...]]:
    """Return all that rests on each provision's words, sorted by where it begins.

    A span's `id` is that of a duty, `<meeting>/<point>`, `<document>/<point>`, `<procedure>/<step>` (a
    procedure's entry has no step), or the place of an excuse among them, from 0.
    """
    spans: dict[str, set[Span]] = {
        provision: {span for span in found if span.kind == "duties"}
        for provision, found in covered_spans(rulebook).items()
    }
    for kind, id, citation in (*_facts(rulebook), *_steps(rulebook), *_excuses(rulebook)):
        if citation.at in spans:
            start = position(rulebook.provisions[citation.at].zh, citation.quote, citation.occurrence)
            if start >= 0:
                spans[citation.at].add(Span(start, start + len(citation.quote), kind, id))
    return {provision: tuple(sorted(found)) for provision, found in spans.items()}


def _facts(rulebook: Rulebook) -> Iterator[Resting]:
    for kind in ("meetings", "documents"):
        for thing in getattr(rulebook, kind).values():
            for point, _, fact in effective.points(thing):
                for citation in effective.citations(fact, rulebook):
                    yield kind, f"{thing.id}/{point}", citation


def _steps(rulebook: Rulebook) -> Iterator[Resting]:
    for procedure in rulebook.procedures.values():
        for citation in effective.citations(procedure.entry, rulebook):
            yield "procedures", f"{procedure.id}/", citation
        for step in procedure.steps:
            edges = [citation for edge in step.next for citation in edge.words]
            for citation in (*effective.citations(step, rulebook), *edges):
                yield "procedures", f"{procedure.id}/{step.id}", citation


def _excuses(rulebook: Rulebook) -> Iterator[Resting]:
    for number, excuse in enumerate(rulebook.coverage):
        yield "excuse", str(number), excuse
