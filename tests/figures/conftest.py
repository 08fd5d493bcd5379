"""The first rulebook's figures, placed once for all modules here."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from macros.figures.diagram import Diagram, diagram_of
from macros.figures.geometry import Layout
from macros.figures.layout import place
from macros.load import load_handbook
from macros.render.words import Wording

RULES = load_handbook(Path(__file__).parents[2] / "data").handbook.rulebooks["baojiantingfa-2004-13"]
CASES = [(name, language) for name in RULES.procedures for language in ("zh", "en")]


@cache
def diagram(name: str, language: str) -> Diagram:
    return diagram_of(RULES.procedures[name], RULES, language, Wording(language))


@cache
def layout(name: str, language: str) -> Layout:
    return place(diagram(name, language))
