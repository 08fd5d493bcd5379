"""Every provision, its words coloured by what rests on them, each span one click from what does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from macros.derive.coverage import Span, must_be_covered
from macros.derive.coverage import pieces as cut
from macros.derive.resting import KINDS, resting_spans
from macros.model import Provision
from macros.render import pieces
from macros.render.desk import Desk
from macros.render.duty import procedure_link
from macros.render.view import View

KIND = "coverage"
SCOPE = "rulebook"
PATH = "coverage/"
ORDER = 120
WIDE = True

STATES = ("duty", "fact", "step", "excuse", "none")
_STATE = dict(zip(KINDS, ("duty", "fact", "fact", "step", "excuse"), strict=True))


@dataclass(frozen=True)
class Run:
    """Words on which the same things rest."""

    text: str
    states: tuple[str, ...]
    """Of what kinds the things are that rest on them, the strongest first."""
    state: str
    """One of `STATES`, or `mark` for punctuation and for what stands outside the articles."""
    link: pieces.Link | None
    """The first thing that rests on them; its title names all."""
    numbers: tuple[int, ...]
    """Which of the row's things rest on them, where there are several."""


@dataclass(frozen=True)
class Thing:
    """Something that rests on words of a row, by its number there."""

    number: int
    kind: str
    link: pieces.Link


@dataclass(frozen=True)
class Row:
    """One provision, its runs, and all that rests on them."""

    id: str
    link: pieces.Link
    runs: tuple[Run, ...]
    things: tuple[Thing, ...]
    bare: bool
    """Whether any word that has to be covered is covered by nothing."""


@dataclass(frozen=True)
class Count:
    """How many characters bear a mark, of all that count; on how many such a thing rests at all."""

    state: str
    signs: int
    share: str
    resting: int
    provisions: int


@dataclass(frozen=True)
class Excused:
    """Words without a duty, and why that is right."""

    id: str
    at: pieces.Link
    quote: str
    reason: pieces.Tag
    note: str


@dataclass(frozen=True, kw_only=True)
class CoverageView(View):
    """The provisions, those outside the articles apart."""

    rows: tuple[Row, ...]
    outside: tuple[Row, ...]
    counts: tuple[Count, ...]
    bare: int
    excused: tuple[Excused, ...]


def view(desk: Desk, entry: str) -> CoverageView:
    """Put the page together."""
    spans = resting_spans(desk.rulebook)
    texts = [provision for provision in desk.rulebook.provisions.values() if provision.text]
    body = [provision for provision in texts if provision.kind in ("paragraph", "point")]
    rows = tuple(_row(desk, provision, spans[provision.id], True) for provision in body)
    return CoverageView(
        title=desk.ui("coverage_title"),
        lead=desk.ui("coverage_lead"),
        rows=rows,
        outside=tuple(_row(desk, one, spans[one.id], False) for one in texts if one not in body),
        counts=_counts(rows),
        bare=sum(row.bare for row in rows),
        excused=tuple(
            Excused(
                f"excuse-{number}",
                desk.link("provisions", excuse.at),
                excuse.quote,
                desk.tag("excuse_reason", excuse.reason),
                desk.of(excuse.note),
            )
            for number, excuse in enumerate(desk.rulebook.coverage)
        ),
    )


def _row(desk: Desk, provision: Provision, spans: tuple[Span, ...], counts: bool) -> Row:
    order = sorted(spans, key=lambda span: (KINDS.index(span.kind), span.start, span.id))
    numbers: dict[tuple[str, str], int] = {}
    for span in order:
        numbers.setdefault((span.kind, span.id), len(numbers) + 1)
    links = {key: _link(desk, *key) for key in numbers}
    runs = []
    for piece in cut(provision.zh, spans):
        by = sorted(piece.by, key=lambda key: numbers[key])
        state = _STATE[by[0][0]] if by else "none" if piece.counts and counts else "mark"
        if not piece.counts:
            state = "mark"
        link = links[by[0]] if by and piece.counts else None
        title = desk.ui("semicolon").join(links[key].text for key in by)
        runs.append(
            Run(
                piece.text,
                tuple(dict.fromkeys(_STATE[key[0]] for key in by)) or (state,),
                state,
                pieces.Link(link.href, link.text, title) if link else None,
                tuple(numbers[key] for key in by) if len(numbers) > 1 and piece.counts else (),
            )
        )
    return Row(
        f"words-{provision.eid}",
        desk.link("provisions", provision.id),
        tuple(runs),
        tuple(Thing(number, _STATE[key[0]], links[key]) for key, number in numbers.items()),
        any(run.state == "none" for run in runs),
    )


def _link(desk: Desk, kind: str, id: str) -> pieces.Link:
    if kind == "excuse":
        reason = desk.rulebook.coverage[int(id)].reason
        return pieces.Link(f"#excuse-{id}", desk.tag("excuse_reason", reason).label)
    thing, _, detail = id.partition("/")
    if kind == "procedures":
        return procedure_link(desk, thing, detail)
    if kind in ("meetings", "documents"):
        link = desk.point_link(kind, thing, detail)
        return pieces.Link(f"{link.href}#point-{detail}", link.text)
    return desk.link(kind, id)


def _counts(rows: Iterable[Row]) -> tuple[Count, ...]:
    marked: Counter[str] = Counter()
    resting: Counter[str] = Counter()
    provisions: dict[str, set[str]] = {state: set() for state in STATES}
    for row in rows:
        for run in row.runs:
            signs = sum(map(must_be_covered, run.text))
            marked[run.state] += signs
            for state in run.states if signs else ():
                resting[state] += signs
                provisions[state].add(row.id)
    of_all = sum(marked[state] for state in STATES) or 1
    return tuple(
        Count(
            state,
            marked[state],
            f"{marked[state] * 100 / of_all:.1f}%",
            resting[state],
            len(provisions[state]),
        )
        for state in STATES
    )
