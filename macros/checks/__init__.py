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

from macros.checks import _exceptions
from macros.load.codes import CODES as LOAD_CODES
from macros.model import Code, Finding, Place

if TYPE_CHECKING:
    from macros.load import Loaded

BROKEN = Code("check-failed", "error", "检查自己出了错", "A check has failed itself")
"""Never seen unless this program is at fault; tests hold it to never."""


def modules() -> list[ModuleType]:
    """Return the check modules, sorted by name."""
    found = pkgutil.iter_modules(__path__)
    names = sorted(info.name for info in found if not info.ispkg and not info.name.startswith("_"))
    return [import_module(f"{__name__}.{name}") for name in names]


def all_codes() -> list[Code]:
    """Return every sort of finding, of the loader and of the checks, sorted by name."""
    codes = [
        *LOAD_CODES,
        *_exceptions.CODES,
        BROKEN,
        *(code for module in modules() for code in module.CODES),
    ]
    return sorted(codes, key=lambda code: code.name)


def run(loaded: Loaded) -> list[Finding]:
    """Return what the loader and all checks have found, sorted by path, line, column and code."""
    rulebooks = [*loaded.handbook.rulebooks.values(), *loaded.headless.values()]
    findings = _exceptions.apply(rulebooks, [*loaded.findings, *_found(loaded)], all_codes())
    return sorted(dict.fromkeys(findings), key=lambda finding: finding.order)


def _found(loaded: Loaded) -> Iterator[Finding]:
    rulebooks = [*loaded.handbook.rulebooks.values(), *loaded.headless.values()]
    for module in modules():
        if hasattr(module, "check"):
            for rulebook in rulebooks:
                yield from _guarded(module, module.check(rulebook), rulebook.head.place())
        if hasattr(module, "check_all"):
            yield from _guarded(module, module.check_all(loaded.handbook), None)


def _guarded(module: ModuleType, found: Iterator[Finding], place: Place | None) -> Iterator[Finding]:
    """Yield what a check finds; if it fails itself, the other checks still run and the reader is told."""
    try:
        yield from found
    except Exception as error:  # whatever it is, an editor gets a sentence
        name = module.__name__.rpartition(".")[2]
        said = (f"检查“{name}”自己出了错：{error!r}", f'the check "{name}" has failed itself: {error!r}')
        hint = ("这是程序的毛病，请报告", "this is a fault of the program; please report it")
        yield BROKEN.at(place, *said, hint)
