"""The checks: each module here is one, found by its name and run in the order of names.

A check module has `CODES`, the sorts of findings it makes, and `check(rulebook)` or
`check_all(handbook)`, which yield findings.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from macros.load.codes import CODES as LOAD_CODES
from macros.model import Code, Finding

if TYPE_CHECKING:
    from macros.load import Loaded


def modules() -> list[ModuleType]:
    """Return the check modules, sorted by name."""
    names = sorted(info.name for info in pkgutil.iter_modules(__path__) if not info.name.startswith("_"))
    return [import_module(f"{__name__}.{name}") for name in names]


def all_codes() -> list[Code]:
    """Return every sort of finding, of the loader and of the checks, sorted by name."""
    codes = [*LOAD_CODES, *(code for module in modules() for code in module.CODES)]
    return sorted(codes, key=lambda code: code.name)


def run(loaded: Loaded) -> list[Finding]:
    """Return what the loader and all checks have found, sorted by path, line, column and code."""
    findings = [*loaded.findings, *_found(loaded)]
    return sorted(dict.fromkeys(findings), key=lambda finding: finding.order)


def _found(loaded: Loaded) -> Iterator[Finding]:
    rulebooks = [*loaded.handbook.rulebooks.values(), *loaded.headless.values()]
    for module in modules():
        if hasattr(module, "check"):
            for rulebook in rulebooks:
                yield from module.check(rulebook)
        if hasattr(module, "check_all"):
            yield from module.check_all(loaded.handbook)
