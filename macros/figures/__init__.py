"""A procedure as a figure: what is drawn (diagram), where (layout), and how it is written (svg)."""

from __future__ import annotations

from macros.figures.diagram import Wording, diagram_of
from macros.figures.layout import place
from macros.figures.standalone import STYLE
from macros.figures.svg import Address, write, write_alone
from macros.model import Procedure, Rulebook

__all__ = ["Address", "Wording", "draw", "draw_alone", "size"]


def draw(procedure: Procedure, rulebook: Rulebook, language: str, wording: Wording, address: Address) -> str:
    """Return the procedure's figure as inline SVG in `language` ("zh" or "en").

    Each node leads to the `address` of its step; what the figure says of itself comes from `wording`.
    """
    diagram = diagram_of(procedure, rulebook, language, wording)
    return write(diagram, place(diagram), wording, address)


def draw_alone(
    procedure: Procedure, rulebook: Rulebook, language: str, wording: Wording, tag: str, description: str
) -> str:
    """Return the figure as an SVG file of its own; `tag` is the language's name in XML."""
    diagram = diagram_of(procedure, rulebook, language, wording)
    return write_alone(diagram, place(diagram), wording, tag, description, STYLE)


def size(procedure: Procedure, rulebook: Rulebook, language: str, wording: Wording) -> tuple[float, float]:
    """Return how wide and how high the figure is, in pixels, without its legend."""
    layout = place(diagram_of(procedure, rulebook, language, wording))
    return layout.width, layout.height
