from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from macros.cli import main
from tests.garden import BOOK, change, plant

REAL = Path(__file__).parents[1] / "data"
FILE = "duties/art_3.yml"


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    data = plant(tmp_path)
    change(data, FILE, "召开一次", "召开两次")
    monkeypatch.chdir(tmp_path)
    return data


def test_sound_data_are_counted_in_both_languages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = str(plant(tmp_path))
    assert main(["check", "--data", data, "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "5 articles, 6 paragraphs, 2 points, 11 duties" in said and "0 errors, 0 warnings" in said
    assert main(["check", "--data", data, "--lang", "zh"]) == 0
    assert "5条，6款，2项，11条职责" in capsys.readouterr().out


def test_the_real_data_pass(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--data", str(REAL), "--lang", "en"]) == 0, capsys.readouterr().out
    assert "22 articles, 28 paragraphs, 31 points, " in capsys.readouterr().out


def test_text_shows_the_line_a_caret_and_a_hint(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--lang", "en"]) == 1
    lines = capsys.readouterr().out.split("\n")
    first = next(at for at, line in enumerate(lines) if "error[quote-not-in-provision]" in line)
    assert lines[first].startswith(f"data/{BOOK}{FILE}:10:20: error[quote-not-in-provision] ")
    assert lines[first + 1] == "  10 |     art_3__para_1: 茶话会每周一召开两次"
    assert lines[first + 2].index("^") == lines[first + 1].index("茶")
    assert lines[first + 3] == '  hint: the nearest passage is "茶话会每周一召开一次"'
    assert lines[-2].endswith("; 1 error, 0 warnings")


def test_json(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--format", "json", "--lang", "zh"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert list(found[0]) == ["code", "severity", "path", "line", "column", "message", "hint"]
    (quote,) = [one for one in found if one["code"] == "quote-not-in-provision"]
    assert (quote["path"], quote["line"], quote["column"]) == (f"data/{BOOK}{FILE}", 10, 20)
    assert quote["hint"] == "最相近的是“茶话会每周一召开一次”"


def test_github(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--format", "github", "--lang", "en"]) == 1
    lines = capsys.readouterr().out.split("\n")
    start = f"::error file=data/{BOOK}{FILE},line=10,col=20,title=quote-not-in-provision::"
    assert [line for line in lines if line.startswith(start)]


@pytest.mark.parametrize(("locale", "word"), [("zh_CN.UTF-8", "错误["), ("en_GB.UTF-8", "error[")])
def test_the_language_is_the_locales(
    broken: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, locale: str, word: str
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    main(["check"])
    assert word in capsys.readouterr().out


def test_what_data_hold_cannot_steer_a_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = plant(tmp_path)
    change(data, FILE, "modality: declared", 'modality: "\\e[31mred"')
    assert main(["check", "--data", str(data), "--lang", "en"]) == 1
    said = capsys.readouterr().out
    assert "\x1b" not in said and "\\u001b[31mred" in said


@pytest.mark.parametrize("arguments", [[], ["chek"], ["check", "--format", "xml"], ["export", "json"]])
def test_wrong_use(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--data", str(tmp_path / "none")]) == 2
    assert "no such folder" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["check", "export"])
def test_help_shows_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main([command, "--help"])
    assert left.value.code == 0
    assert f"  rulebook {command}" in capsys.readouterr().out


def test_export(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    assert main(["export", "json", "--data", str(plant(tmp_path)), "--out", str(out)]) == 0
    assert json.loads((out / "api/v1/rulebooks/garden-club.json").read_text("utf-8"))["id"] == "garden-club"
    assert (out / "api/v1/index.json").exists() and (out / "api/v1/schema.json").exists()
    capsys.readouterr()


@pytest.mark.parametrize(
    ("form", "path"),
    [
        ("docx", "en/rulebooks/garden-club/meetings/tea-meeting/tea-meeting-pack.docx"),
        ("ics", "rulebooks/garden-club/calendar/calendar.ics"),
        ("csv", "rulebooks/garden-club/documents/documents.csv"),
    ],
)
def test_each_form_is_written_where_the_handbook_has_it(tmp_path: Path, form: str, path: str) -> None:
    out = tmp_path / "out"
    assert main(["export", form, "--data", str(plant(tmp_path)), "--out", str(out)]) == 0
    assert (out / path).is_file()


def test_the_check_waits_for_no_writer() -> None:
    script = "import sys, macros.cli; print(*sorted({'docx', 'icalendar', 'jinja2'} & set(sys.modules)))"
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert said.strip() == ""


def test_nothing_is_exported_over_errors(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "json", "--out", str(broken / "out")]) == 1
    assert not (broken / "out").exists()
    assert "quote-not-in-provision" in capsys.readouterr().err
