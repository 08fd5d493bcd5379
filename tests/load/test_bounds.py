"""Input made to hurt: each case was once a traceback, a hang, a leak or gigabytes of memory."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.cli import main
from tests.garden import BOOK, change, found, plant

TEXT = "text/2004-02-06.yml"
SECONDS = 20
"""Far above what any case takes: the alarm tells a hang from a slow machine."""


@pytest.fixture(autouse=True)
def no_hang() -> Iterator[None]:
    def ring(*_: object) -> None:
        raise TimeoutError("the check hangs")

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(SECONDS)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def text_file(data: Path) -> str:
    return next(path for path in sorted((data / BOOK / "text").iterdir())).relative_to(data / BOOK).as_posix()


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return plant(tmp_path).relative_to(tmp_path)


def codes(data: Path) -> set[str]:
    findings = found(data)
    assert not [one for one in findings if one.code == "check-failed"]
    return {one.code for one in findings}


def add(data: Path, path: str, text: str) -> None:
    file = data / BOOK / path
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_no_report_shows_a_line_of_a_file_elsewhere(
    data: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("secret").write_text("password-of-the-runner\n", encoding="utf-8")
    (data / BOOK / "duties" / "art_6.yml").symlink_to(Path("secret").resolve())
    assert main(["check", "--format", form, "--no-cache"]) == 1
    said = capsys.readouterr().out
    assert "link-leaves-data" in said and "password" not in said


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_pipes_and_huge_files_are_never_read(
    data: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(data / BOOK / "duties" / "art_6.yml")
    with (data / BOOK / "duties" / "art_7.yml").open("wb") as file:
        file.truncate(5 << 30)
    assert main(["check", "--format", form, "--no-cache", "--fix"]) == 1
    assert "unreadable-file" in capsys.readouterr().out


def test_a_file_name_can_give_no_command(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (data / BOOK / "duties" / "x\n::error file=a::\x1b[2Jmine\n.yml").write_text("- a: b\n", encoding="utf-8")
    for form in ("text", "github"):
        assert main(["check", "--format", form, "--lang", "en", "--no-cache"]) == 1
        said = capsys.readouterr().out
        assert "\x1b" not in said and "\n::error file=a" not in said and "x\\u000a" in said


def test_a_name_that_is_no_text_is_reported_in_every_form(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (data / BOOK / "duties" / os.fsdecode(b"\xff.yml")).write_text("- a: b\n", encoding="utf-8")
    for form in ("text", "github", "json", "sarif"):
        assert main(["check", "--format", form, "--lang", "en", "--no-cache"]) == 1
        said = capsys.readouterr().out
        assert "missing-key" in said
        if form in ("json", "sarif"):
            json.loads(said.encode("utf-8", "backslashreplace"))


def test_a_value_can_give_no_command_to_a_runner(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(data, "duties/art_3.yml", "- id: hold-tea-meeting", '- id: "##[add-mask]e"')
    for form in ("text", "github"):
        assert main(["check", "--format", form, "--lang", "en", "--no-cache"]) == 1
        assert "##[" not in capsys.readouterr().out


@pytest.mark.parametrize("source", ["/", "/etc/passwd", "../x.txt", "x" * 300, '"a\\0b"'])
def test_a_source_that_cannot_be_is_missing(data: Path, source: str) -> None:
    file = data / BOOK / "rulebook.yml"
    lines = file.read_text(encoding="utf-8").split("\n")
    at = next(number for number, line in enumerate(lines) if "source:" in line)
    lines[at] = f"{lines[at].partition('source:')[0]}source: {source}"
    file.write_text("\n".join(lines), encoding="utf-8")
    finding = next(one for one in found(data) if one.code == "missing-file")
    assert finding.place.line == at + 1


@pytest.mark.parametrize(
    "id",
    [
        "art_1000__para_1", "art_1__para_1000", "art_1__para_1__point_1000", f"art_{'9' * 5000}__para_1",
        f"art_{'9' * 4000}", "art_٣__para_1", '"art_1__para_1\\n"', "art_10000__para_1",
    ],
)  # fmt: skip
def test_numbers_beyond_all_laws_are_findings(data: Path, id: str) -> None:
    text = text_file(data)
    add(data, text, f"? {id}\n: 某\n")
    assert codes(data) & {"bad-id", "unreadable-file", "provision-not-in-source", "provision-missing"}
    add(data, "coverage.yml", f"- at: {id}\n  quote: 某\n  reason: purpose\n")
    assert codes(data)


def test_an_occurrence_beyond_all_texts_is_a_finding(data: Path) -> None:
    line = next(
        line
        for line in (data / BOOK / "duties/art_3.yml").read_text(encoding="utf-8").split("\n")
        if line.startswith("    art_3__para_1: ")
    )
    key, _, quote = line.partition(": ")
    change(data, "duties/art_3.yml", line, f"{key}:\n    - quote: {quote}\n      occurrence: 999999999999999")
    assert "occurrence-too-large" in codes(data)


@pytest.mark.parametrize(
    ("file", "more"),
    [
        ("coverage.yml", "[" + "[]," * 1_200_000 + "]\n"),
        ("coverage.yml", "- a\n" * 900_000),
        ("coverage.yml", "- at: art_1__para_1\n  quote: " + "甲" * 1_000_000 + "\n  reason: purpose\n"),
        ("roles.yml", "".join(f"- id: r-{i}\n  a: {{}}\n" for i in range(60_000))),
        ("roles.yml", "- id: x\n" + "".join(f"  k{i}: x\n" for i in range(60_000))),
        ("terms.yml", "- id: x\n  note: " + "第一、" * 60_000 + "\n"),
    ],
    ids=["brackets", "items", "text", "entries", "keys", "list"],
)
def test_more_than_anybody_writes_is_refused_in_a_sentence(data: Path, file: str, more: str) -> None:
    (data / BOOK / file).write_text(more, encoding="utf-8")
    findings = [one for one in found(data) if one.code in ("unreadable-file", "nested-too-deep")]
    assert [one.place.path for one in findings] == [(data / BOOK / file).as_posix()]


@pytest.mark.parametrize(
    ("path", "old", "more"),
    [
        ("duties/art_3.yml", "zh: 召开茶话会", "zh: 召开茶话会" + "第一、" * 1500),
        ("duties/art_3.yml", "zh: 召开茶话会", "zh: 召开茶话会" + "（" * 4000),
        ("duties/art_3.yml", "zh: 召开茶话会", "zh: " + "召开茶话会" * 900),
        ("duties/art_3.yml", "en: hold the tea meeting", "en: hold the tea meeting" + "s" * 4900),
        ("duties/art_3.yml", "en: hold the tea meeting", "en: hold the " + "ing" * 1600),
    ],
    ids=["numbers", "brackets", "repeated", "s", "ing"],
)
def test_the_longest_text_allowed_is_checked_in_time(data: Path, path: str, old: str, more: str) -> None:
    change(data, path, old, more)
    codes(data)  # the alarm stays silent, and no check fails itself


def test_many_ids_that_name_nothing_are_all_reported(data: Path) -> None:
    add(data, "roles.yml", "".join(f"- id: r-{i}\n" for i in range(3000)))
    wrong = ", ".join(f"r-{i}x" for i in range(3000))
    file = data / BOOK / "open-questions.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("  touches:\n", f"  touches:\n    roles: [{wrong}]\n", 1), encoding="utf-8")
    findings = [one for one in found(data) if one.code == "unknown-id"]
    assert len(findings) == 3000


@pytest.mark.parametrize("escape", ["\\u200b", "\\0", "\\e", "\\u202e", "\\uFEFF"])
def test_an_escape_that_nobody_sees_is_found(data: Path, escape: str) -> None:
    change(data, "duties/art_3.yml", "en: hold the tea meeting", f'en: "hold the {escape}tea meeting"')
    assert "hidden-character" in codes(data)


@pytest.mark.parametrize("folder", ["rulebooks", BOOK, f"{BOOK}source", f"{BOOK}translations"])
def test_a_closed_folder_is_an_error(data: Path, folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = data / folder.rstrip("/")
    names = (f"{closed}/", f"{closed.resolve()}/")
    real = os.stat

    def refuse(path: object, *rest: object, **more: object) -> object:
        if str(path).startswith(names):
            raise PermissionError(13, "Permission denied")
        return real(path, *rest, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(os, "stat", refuse)  # as root, which CI may be, no folder is ever closed
    findings = [one for one in found(data) if one.severity == "error"]
    assert findings and {one.code for one in findings} <= {"unreadable-file", "missing-file"}
