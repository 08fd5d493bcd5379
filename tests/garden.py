"""A tiny fictional rulebook on disk, the Garden Club's, and what is found once a line of it is changed."""

from __future__ import annotations

from pathlib import Path

from macros.checks import examples, run
from macros.checks.examples import plant
from macros.load import load_handbook
from macros.model import Finding

__all__ = ["BOOK", "change", "found", "plant"]

BOOK = f"{examples.BOOK}/"


def change(data: Path, path: str, old: str, new: str) -> None:
    """Replace a passage, which has to be there, of a file of the rulebook."""
    file = data / BOOK / path
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    file.write_bytes(text.replace(old, new).encode())


def found(data: Path) -> list[Finding]:
    return run(load_handbook(data))
