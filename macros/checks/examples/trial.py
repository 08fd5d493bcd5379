"""Tries an example: makes its mistake in planted data, asks the check, and puts the data back."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import ModuleType

from macros.checks import all_codes, modules, run
from macros.checks.examples import BOOK, GARDEN, SUBJECTS, examples, spoil, written
from macros.load import CODES, load_handbook
from macros.model import Example, Explanation, Finding, Place, Sentence


def explanations(said: Mapping[str, Finding]) -> dict[str, Explanation]:
    """Return every code by subject and name, with its first example and what is said of it."""
    codes = {code.name: code for code in all_codes()}
    shown = sorted(_shown(), key=lambda one: (SUBJECTS.index(one.subject), one.code))
    return {one.code: Explanation(codes[one.code], one, sound(one), said.get(one.code)) for one in shown}


def all_tried(data: Path) -> dict[str, Finding]:
    """Return what is said of each code's first example; `data` is planted, and changed meanwhile."""
    found = {one.code: tried(data, one) for one in _shown()}
    return {code: finding for code, finding in found.items() if finding}


def _shown() -> list[Example]:
    known = {code.name for code in all_codes()}
    return [several[0] for name, several in examples().items() if name in known]


def sound(example: Example) -> str:
    """Return the whole file in which the example's passage stands; nothing for a file too many."""
    path = GARDEN / BOOK / example.file
    return path.read_text(encoding="utf-8") if example.right else ""


def tried(data: Path, example: Example) -> Finding | None:
    """Return what is said of an example's mistake, its path below the folder of the data.

    None where no mistake in data brings the finding, or where this system cannot make it (links).
    """
    if not example.file:
        return None
    file = data / BOOK / example.file
    before = file.read_bytes() if file.exists() else None
    try:
        spoil(data, example)
        found = next((one for one in _asked(data, example.code) if fits(one, data, example)), None)
    except OSError:
        found = None
    finally:
        _put_back(file, before)
    return _below(found, data.parent) if found else None


def fits(finding: Finding, data: Path, example: Example) -> bool:
    """Tell whether a finding is the one that an example is of."""
    path = Path(finding.place.path)
    said = finding.message.en + (finding.hint.en if finding.hint else "")
    if finding.code != example.code or path != data / BOOK / example.found_in or example.says not in said:
        return False
    lines = path.read_bytes().decode("utf-8", "surrogateescape").split("\n") if path.is_file() else [""]
    line = lines[finding.place.line - 1] if finding.place.line <= len(lines) else ""
    return line[finding.place.column - 1 :].startswith(written(example.at))


def _asked(data: Path, code: str) -> list[Finding]:
    """Return the findings of the one check a code belongs to: all of them would take much longer."""
    loaded = load_handbook(data)
    if code in {one.name for one in CODES}:
        return list(loaded.findings)
    module = _owners().get(code)
    if module is None:
        return run(loaded)
    rulebooks = [*loaded.handbook.rulebooks.values(), *loaded.headless.values()]
    found = [one for book in rulebooks for one in (module.check(book) if hasattr(module, "check") else ())]
    return found + list(module.check_all(loaded.handbook) if hasattr(module, "check_all") else ())


@cache
def _owners() -> dict[str, ModuleType]:
    return {code.name: module for module in modules() for code in module.CODES}


def _put_back(file: Path, before: bytes | None) -> None:
    if before is not None:
        file.write_bytes(before)
    elif file.is_dir() and not file.is_symlink():
        shutil.rmtree(file)
    else:
        file.unlink(missing_ok=True)


def _below(finding: Finding, folder: Path) -> Finding:
    """Name the files of a finding as they are called below a folder."""
    prefix = f"{folder.as_posix()}/"

    def short(said: Sentence) -> Sentence:
        return Sentence(said.zh.replace(prefix, ""), said.en.replace(prefix, ""))

    place = finding.place
    return replace(
        finding,
        place=Place(place.path.removeprefix(prefix), place.line, place.column),
        message=short(finding.message),
        hint=short(finding.hint) if finding.hint else None,
    )
