"""`rulebook check --fix` on disk: files are tidied whole, others left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.cli import main
from tests.garden import BOOK, plant


def test_fix_tidies_and_then_checks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = plant(tmp_path)
    path = data / BOOK / "duties" / "art_3.yml"
    tidy = path.read_text(encoding="utf-8")
    path.write_bytes(tidy.replace("\n", "  \n", 2).rstrip("\n").encode())
    assert main(["check", "--data", str(data), "--lang", "en", "--no-cache"]) == 0
    assert "space-at-end" in capsys.readouterr().out
    assert main(["check", "--data", str(data), "--lang", "en", "--no-cache", "--fix"]) == 0
    told = capsys.readouterr()
    assert "tidied" in told.err and told.err.strip().endswith("art_3.yml")
    assert "0 errors, 0 warnings" in told.out
    assert path.read_text(encoding="utf-8") == tidy
    assert not list(data.rglob(".*.new"))


def test_fix_leaves_broken_files_and_words_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = plant(tmp_path)
    path = data / BOOK / "duties" / "art_3.yml"
    broken = path.read_text(encoding="utf-8").replace("category:", "category", 1)
    path.write_text(broken, encoding="utf-8")
    source = next((data / BOOK / "source").iterdir())
    before = source.read_bytes()
    assert main(["check", "--data", str(data), "--lang", "en", "--no-cache", "--fix"]) == 1
    capsys.readouterr()
    assert path.read_text(encoding="utf-8") == broken
    assert source.read_bytes() == before
