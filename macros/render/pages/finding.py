"""One kind of finding: what it means, an example of it, what the check says, how to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from macros.model import Explanation
from macros.render import pieces
from macros.render.pages import findings
from macros.render.passages import Block, compared, whole
from macros.render.view import Hall, View

KIND = "finding"
SCOPE = "handbook"
PATH = "how-to-edit/findings/{id}/"
ORDER = 201
UNDER = "findings"
LISTED = False

_STAND_INS = "⟨→"
"""Signs that stand for what cannot be shown in an example."""


@dataclass(frozen=True)
class Told:
    """What the check says of the example."""

    place: str
    line: int
    column: int
    message: str
    hint: str


@dataclass(frozen=True, kw_only=True)
class FindingView(View):
    """The page of one code."""

    severity: pieces.Tag
    about: str
    file: str
    wrong: tuple[Block, ...]
    right: tuple[Block, ...]
    """Empty where the mistake is a file too many."""
    stand_ins: bool
    told: Told | None
    onward: tuple[pieces.Link, ...]


def entries(explanations: Mapping[str, Explanation]) -> Iterable[str]:
    """Return the names of all codes."""
    return tuple(explanations)


def view(hall: Hall, entry: str) -> FindingView:
    """Put the page together."""
    one = hall.explanations[entry]
    example = one.example
    right: tuple[Block, ...] = ()
    wrong = whole(example.wrong) if example.wrong else ()
    if example.right:
        right, wrong = compared(one.sound, one.sound.replace(example.right, example.wrong))
    return FindingView(
        title=entry,
        lead=hall.sentence(one.code.zh if hall.language == "zh" else one.code.en),
        severity=findings.severity(hall, one),
        about=example.about.of(hall.language),
        file=example.file,
        wrong=wrong,
        right=right,
        stand_ins=any(sign in example.wrong for sign in _STAND_INS),
        told=_told(hall, one),
        onward=(
            pieces.Link(hall.href(findings.PATH), hall.ui("findings_all")),
            pieces.Link(hall.href("how-to-edit/"), hall.ui("how_to_edit_title")),
            pieces.Link(f"{hall.href('how-to-use/')}#vocabulary", hall.ui("closed_lists")),
        ),
    )


def _told(hall: Hall, one: Explanation) -> Told | None:
    found = one.finding
    if found is None:
        return None
    hint = found.hint.of(hall.language) if found.hint else ""
    return Told(
        one.example.found_in, found.place.line, found.place.column, found.message.of(hall.language), hint
    )
