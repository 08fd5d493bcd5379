"""A tiny fictional rulebook on disk, the Garden Club's, and what is found once a line of it is changed."""

from __future__ import annotations

import shutil
from pathlib import Path

from macros.checks import run
from macros.load import load_handbook
from macros.model import Finding

FIXTURE = Path(__file__).parent / "fixtures" / "garden"
BOOK = "rulebooks/garden-club/"


def plant(folder: Path) -> Path:
    """Copy the sound rulebook; line ends are made the same on every system."""
    data = folder / "data"
    shutil.copytree(FIXTURE, data)
    for path in data.rglob("*.*"):
        path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n"))
    return data


def change(data: Path, path: str, old: str, new: str) -> None:
    """Replace a passage, which has to be there, of a file of the rulebook."""
    file = data / BOOK / path
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    file.write_bytes(text.replace(old, new).encode())


def found(data: Path) -> list[Finding]:
    return run(load_handbook(data))


def told(finding: Finding, data: Path) -> tuple[str, str, str]:
    """Return a finding's code, its file and the text that stands where it points."""
    path = Path(finding.place.path)
    lines = path.read_text(encoding="utf-8").split("\n") if path.is_file() else [""]
    line = lines[finding.place.line - 1] if finding.place.line <= len(lines) else ""
    name = path.relative_to(data / BOOK) if path.is_relative_to(data / BOOK) else path.relative_to(data)
    return finding.code, name.as_posix(), line[finding.place.column - 1 :]
