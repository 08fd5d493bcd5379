"""The one call to the figures' room: a procedure's drawing as inline SVG."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from markupsafe import Markup

from macros.model import Procedure, Rulebook


def figure(procedure: Procedure, rulebook: Rulebook, language: str) -> Markup:
    """Draw a procedure; nothing while no figures are to be had, since the steps say it all."""
    if find_spec("macros.figures") is None:
        return Markup("")
    figures = import_module("macros.figures")
    draw = getattr(figures, "draw", None)
    return Markup(draw(procedure, rulebook, language)) if draw else Markup("")
