"""The one call to the figures' room: a procedure's drawing as inline SVG."""

from __future__ import annotations

from markupsafe import Markup

from macros import figures
from macros.model import Procedure, Rulebook


def figure(procedure: Procedure, rulebook: Rulebook, language: str) -> Markup:
    """Draw a procedure; the figures' room escapes what it writes."""
    return Markup(figures.draw(procedure, rulebook, language))
