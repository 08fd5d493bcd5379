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


def test_every_file_names_its_schema_once_where_one_rulebook_does(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = plant(tmp_path)
    line = "# yaml-language-server: $schema=../../../docs/assets/schemas/{}.json\n"
    for name in ("rulebook", "roles"):
        path = data / BOOK / f"{name}.yml"
        path.write_text(line.format(name) * (1 + (name == "roles")) + path.read_text(encoding="utf-8"))
    assert main(["check", "--data", str(data), "--lang", "en", "--no-cache"]) == 0
    told = capsys.readouterr().out
    assert "handbook.yml:1:1: warning[schema-line] the first line does not name" in told
    assert "roles.yml:2:1: warning[schema-line] the schema is named twice" in told
    assert main(["check", "--data", str(data), "--lang", "en", "--no-cache", "--fix"]) == 0
    assert "0 errors, 0 warnings" in capsys.readouterr().out
    for path in data.rglob("*.yml"):
        assert "text" in path.parts or path.read_text(encoding="utf-8").count("language-server") == 1, path
