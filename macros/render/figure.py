"""The one door to the figures' room: a procedure's drawing, inline and as a file of its own."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from macros import figures
from macros.model import Procedure, Rulebook
from macros.render import words
from macros.render.desk import Desk

FILE = "figure.svg"
"""What the file beside a procedure's page is called."""
BESIDE = 640
"""The widest figure, in pixels, that leaves room for the steps beside it."""
_ACROSS = 1.1
"""From this ratio of width to height a figure stands larger on a sheet across."""


@dataclass(frozen=True)
class Figure:
    """A drawing for a page; the figures' room escapes what it writes."""

    svg: Markup
    wide: bool
    """Whether it takes the whole width of a page."""
    across: bool
    """Whether it has a sheet across on paper."""
    file: str


def figure(desk: Desk, procedure: Procedure) -> Figure:
    """Draw a procedure; a step leads to its words, an end that is not settled to its question."""
    questions = {step.id: step.question for step in procedure.steps if step.kind == "unsettled"}

    def address(step: str) -> str:
        question = questions.get(step)
        return desk.href("question", question) if question else f"#step-{step}"

    wording = words.Wording(desk.language)
    svg = figures.draw(procedure, desk.rulebook, desk.language, wording, address)
    width, height = figures.size(procedure, desk.rulebook, desk.language, wording)
    wide = width > BESIDE
    return Figure(Markup(svg), wide, wide and width > height * _ACROSS, FILE)


def figure_file(procedure: Procedure, rulebook: Rulebook, language: str) -> str:
    """Return the figure as an SVG file that says what it shows and whose rules it shows."""
    head = rulebook.head
    description = words.ui(
        "figure_description",
        language,
        title=head.title.of(language),
        number=head.number.of(language),
        name=procedure.name.of(language),
    )
    tag, wording = words.HTML_LANGUAGE[language], words.Wording(language)
    return figures.draw_alone(procedure, rulebook, language, wording, tag, description)
