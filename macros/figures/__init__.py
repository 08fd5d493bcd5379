"""A procedure as a figure: what is drawn (diagram), where (layout), and how it is written (svg)."""

from __future__ import annotations

from macros.figures.diagram import diagram_of
from macros.figures.layout import place
from macros.figures.svg import write
from macros.model import Procedure, Rulebook

__all__ = ["draw"]


def draw(procedure: Procedure, rulebook: Rulebook, language: str) -> str:
    """Return the procedure's figure as inline SVG in `language` ("zh" or "en")."""
    diagram = diagram_of(procedure, rulebook, language)
    return write(diagram, place(diagram))
