"""Every provision with what covers its words."""

from __future__ import annotations

from dataclasses import dataclass

from macros.derive.coverage import covered_spans
from macros.derive.coverage import pieces as cut
from macros.render import pieces
from macros.render.desk import Desk
from macros.render.view import View

KIND = "coverage"
SCOPE = "rulebook"
PATH = "coverage/"
ORDER = 120
WIDE = True


@dataclass(frozen=True)
class Run:
    """Words covered by the same things."""

    text: str
    state: str
    """`duty`, `fact`, `excuse`, `none`, or `mark` for punctuation that needs no cover."""


@dataclass(frozen=True)
class Row:
    """One provision and its runs."""

    link: pieces.Link
    runs: tuple[Run, ...]
    by: tuple[pieces.Link, ...]
    excuses: tuple[pieces.Tag, ...]
    bare: bool
    """Whether any word is covered by nothing."""


@dataclass(frozen=True, kw_only=True)
class CoverageView(View):
    """The provisions of the body."""

    rows: tuple[Row, ...]
    bare: int


def view(desk: Desk, entry: str) -> CoverageView:
    """Put the page together."""
    spans = covered_spans(desk.rulebook)
    rows = []
    for provision in desk.rulebook.provisions.values():
        if not provision.text or provision.kind not in ("paragraph", "point"):
            continue
        runs = tuple(
            Run(piece.text, _state(piece.by, piece.counts))
            for piece in cut(provision.zh, spans[provision.id])
        )
        kinds = dict.fromkeys((span.kind, span.id) for span in spans[provision.id])
        rows.append(
            Row(
                desk.link("provisions", provision.id),
                runs,
                tuple(desk.link(kind, thing) for kind, thing in kinds if kind != "excuse"),
                tuple(desk.tag("excuse_reason", thing) for kind, thing in kinds if kind == "excuse"),
                any(run.state == "none" for run in runs),
            )
        )
    return CoverageView(
        title=desk.ui("coverage_title"),
        lead=desk.ui("coverage_lead"),
        rows=tuple(rows),
        bare=sum(row.bare for row in rows),
    )


def _state(by: tuple[tuple[str, str], ...], counts: bool) -> str:
    kinds = {kind for kind, _ in by}
    if "duties" in kinds:
        return "duty"
    if kinds & {"meetings", "documents"}:
        return "fact"
    return "excuse" if kinds else "none" if counts else "mark"
