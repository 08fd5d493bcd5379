"""Findings as people and programs read them: each module here is one form, found by its name.

A form has `NAME` and `report(findings, page)`, which returns the whole text without a line end.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from macros.model import Code, Finding


@dataclass(frozen=True)
class Page:
    """What a report is written for: its language, whether in colour, how to look up lines and codes."""

    language: str
    """`zh` or `en`."""
    coloured: bool
    lines: Callable[[str], Sequence[str]]
    """The lines of a file by its path as findings name it; none where it cannot be read."""
    codes: Mapping[str, Code]


def forms() -> dict[str, Any]:
    """Return the forms by name, in the order of their names."""
    names = sorted(info.name for info in pkgutil.iter_modules(__path__) if not info.name.startswith("_"))
    modules = [import_module(f"{__name__}.{name}") for name in names]
    return {module.NAME: module for module in modules}


def report(form: str, findings: Sequence[Finding], page: Page) -> str:
    """Return the findings in a form."""
    text: str = forms()[form].report(findings, page)
    return text
