"""A slip in the real data is named at its line, and the command says so with its exit status."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
RULES = "rulebooks/baojiantingfa-2004-13"
TEXT = f"{RULES}/text/2004-02-06.yml"
PROVISIONS = [
    line.split(":")[0]
    for line in (ROOT / "data" / TEXT).read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "data", tmp_path / "data"))


def _check(data: Path) -> tuple[int, list[dict[str, object]]]:
    command = [sys.executable, "-m", "macros.cli", "check", "--data", str(data), "--format", "json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, json.loads(done.stdout)


def _errors(findings: list[dict[str, object]], path: str) -> set[object]:
    return {f["line"] for f in findings if f["severity"] == "error" and str(f["path"]).endswith(path)}


def test_the_data_as_it_stands_has_no_finding(data: Path) -> None:
    assert _check(data) == (0, [])


@pytest.mark.parametrize("provision", PROVISIONS)
def test_one_changed_character_is_reported_at_its_line(provision: str, data: Path) -> None:
    lines = (data / TEXT).read_text(encoding="utf-8").splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith(f"{provision}: "))
    middle = (len(provision) + 2 + len(lines[at])) // 2
    lines[at] = lines[at][:middle] + "错" + lines[at][middle + 1 :]
    (data / TEXT).write_text("\n".join(lines) + "\n", encoding="utf-8")
    status, findings = _check(data)
    assert status == 1
    assert at + 1 in _errors(findings, TEXT)


@pytest.mark.parametrize("article", range(1, 23))
def test_a_deleted_article_is_reported_where_it_should_stand(article: int, data: Path) -> None:
    lines = (data / TEXT).read_text(encoding="utf-8").splitlines()
    first = next(n for n, line in enumerate(lines) if line.startswith(f"art_{article}__"))
    kept = [line for line in lines if not line.startswith(f"art_{article}__")]
    (data / TEXT).write_text("\n".join(kept) + "\n", encoding="utf-8")
    status, findings = _check(data)
    assert status == 1
    assert {first, first + 1, first + 2} & _errors(findings, TEXT)


def test_citing_an_article_that_does_not_exist_is_reported_at_the_citation(data: Path) -> None:
    path = data / RULES / "duties" / "art_9.yml"
    lines = path.read_text(encoding="utf-8").splitlines()
    at = next(n for n, line in enumerate(lines) if line.strip().startswith("art_9__para_2:"))
    lines[at] = lines[at].replace("art_9__para_2", "art_23__para_1")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    status, findings = _check(data)
    assert status == 1
    found = [f for f in findings if str(f["path"]).endswith("duties/art_9.yml") and f["line"] == at + 1]
    assert any("art_23" in str(f["message"]) for f in found)


def test_the_site_is_not_built_over_an_error(data: Path, tmp_path: Path) -> None:
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert "macros/site/hooks.py" in config
    for name in ("docs", "macros", "overrides", "mkdocs.yml"):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, tmp_path / name)
    lines = (data / TEXT).read_text(encoding="utf-8").replace("每月初", "每月末", 1)
    (data / TEXT).write_text(lines, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(tmp_path / "out")]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert "2004-02-06.yml" in done.stderr
    assert not (tmp_path / "out" / "index.html").exists()
