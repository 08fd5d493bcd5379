from __future__ import annotations

import os
from pathlib import Path

import pytest

from macros.load import load_handbook
from macros.model import Citation, walk
from tests.garden import BOOK, change, found, plant

DUTIES = "duties/art_3.yml"


def test_no_depth_of_nesting_brings_the_reader_down(tmp_path: Path) -> None:
    data = plant(tmp_path)
    change(data, DUTIES, "召开茶话会", "[" * 100_000)
    assert [one.code for one in load_handbook(data).findings] == ["nested-too-deep"]


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        ("召开".encode("gb18030"), "not-utf-8"),
        (b"\x00", "hidden-character"),
        ("\ufeff".encode(), "hidden-character"),
        ("\u202e".encode(), "hidden-character"),
    ],
)
def test_bytes_that_nobody_sees_are_found_at_their_column(tmp_path: Path, broken: bytes, code: str) -> None:
    data = plant(tmp_path)
    file = data / BOOK / DUTIES
    content = file.read_bytes().replace("zh: 召开茶话会".encode(), b"zh: " + broken)
    file.write_bytes(content)
    (finding,) = load_handbook(data).findings
    line = content[: content.index(broken)].count(b"\n") + 1
    assert (finding.code, finding.place.line, finding.place.column) == (code, line, 9)


def test_a_link_out_of_the_data_is_not_followed(tmp_path: Path) -> None:
    data = plant(tmp_path)
    secret = tmp_path / "outside.yml"
    secret.write_text("- id: stolen\n", encoding="utf-8")
    (data / BOOK / "duties" / "art_6.yml").symlink_to(secret)
    assert [one.code for one in load_handbook(data).findings] == ["link-leaves-data"]


def test_a_link_that_runs_in_a_circle_and_a_folder_for_a_file_are_findings(tmp_path: Path) -> None:
    data = plant(tmp_path)
    (data / BOOK / "duties" / "art_6.yml").symlink_to(data / BOOK / "duties" / "art_6.yml")
    (data / BOOK / "duties" / "art_7.yml").mkdir()
    assert [one.code for one in load_handbook(data).findings] == ["unreadable-file", "unreadable-file"]


def test_a_file_nobody_reads_is_a_warning(tmp_path: Path) -> None:
    data = plant(tmp_path)
    (data / BOOK / "duties" / "art_6.yaml").write_text("x", encoding="utf-8")
    (data / BOOK / "dutys.yml").write_text("x", encoding="utf-8")
    (data / BOOK / "README.md").write_text("x", encoding="utf-8")
    found = load_handbook(data).findings
    assert [(one.code, one.severity) for one in found] == [("unknown-file", "warning")] * 2


def test_windows_line_ends_are_read(tmp_path: Path) -> None:
    data = plant(tmp_path)
    file = data / BOOK / DUTIES
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert [(one.code, one.severity, one.place.line) for one in found(data)] == [("line-end", "warning", 1)]


def test_scalars_stay_text(tmp_path: Path) -> None:
    data = plant(tmp_path)
    change(data, DUTIES, "hold the tea meeting", "No")
    duty = load_handbook(data).handbook.rulebooks["garden-club"].duties["hold-tea-meeting"]
    assert duty.action.en == "No"


def test_one_broken_entry_is_dropped_and_brings_no_flood(tmp_path: Path) -> None:
    data = plant(tmp_path)
    change(data, "duties/art_5.yml", "- id: study\n", "- id: study\n  colour: red\n")
    loaded = load_handbook(data)
    assert [one.code for one in found(data)] == ["unknown-key"]
    book = loaded.handbook.rulebooks["garden-club"]
    assert "study" not in book.duties and "act" in book.duties
    assert book.knows("duties", "study") and not book.knows("duties", "studdy")


@pytest.mark.parametrize("path", ["duties/art_5.yml", "open-questions.yml", "text/2020-03-01.yml"])
def test_an_unreadable_file_brings_no_flood(tmp_path: Path, path: str) -> None:
    data = plant(tmp_path)
    (data / BOOK / path).write_text("- {", encoding="utf-8")
    assert [one.code for one in found(data)] == ["yaml-syntax"]


def test_statements_are_checked_although_the_head_is_broken(tmp_path: Path) -> None:
    data = plant(tmp_path)
    change(data, "rulebook.yml", "state: not-verified", "state: gone")
    change(data, DUTIES, "每周一召开", "每周二召开")
    # The rhythm and the words left over follow from the quote, and are not spoken of until it stands.
    assert {one.code for one in found(data)} == {"quote-not-in-provision", "unknown-value"}
    loaded = load_handbook(data)
    assert list(loaded.headless) == ["garden-club"] and not loaded.handbook.rulebooks


def test_every_value_knows_its_place(tmp_path: Path) -> None:
    data = plant(tmp_path)
    book = load_handbook(data).handbook.rulebooks["garden-club"]
    duty = book.duties["ask-leave"]
    lines = (data / BOOK / "duties" / "art_2.yml").read_text(encoding="utf-8").split("\n")

    def at(place: object) -> str:
        line, column = getattr(place, "line", 0), getattr(place, "column", 0)
        return lines[line - 1][column - 1 :]

    assert at(duty.place("modality")) == "must"
    assert at(duty.place("qualifiers", 0)) == "beforehand]"
    assert at(duty.words[0].place("at")).startswith("art_2__para_2")
    assert at(duty.words[0].place("quote")).startswith("因故")
    assert at(duty.words[0].place("occurrence")).startswith("因故")
    assert duty.bearer is not None and at(duty.bearer.place("roles", 0)) == "gardeners], relation: each}"
    assert at(duty.action.place("en")) == "ask the President for leave"
    assert at(duty.place("note")) == "id: ask-leave"
    for collection in ("duties", "roles", "procedures", "meetings", "documents", "open_questions"):
        for thing in getattr(book, collection).values():
            for trail, element in walk(thing):
                inherent = isinstance(element, Citation) or trail[-1:] not in [("touches",), ("synonyms",)]
                assert not inherent or element.place() is not None, trail  # type: ignore[attr-defined]


def test_paths_are_relative_to_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = plant(tmp_path)
    change(data, DUTIES, "modality: declared", "modality: x")
    monkeypatch.chdir(tmp_path)
    expected = f"data/{BOOK}{DUTIES}"
    assert [one.place.path for one in load_handbook(data).findings] == [expected]
    assert [one.place.path for one in load_handbook(Path("data")).findings] == [expected]
    assert os.sep == "\\" or expected.startswith("data/")


def test_labels_follow_from_the_ids(tmp_path: Path) -> None:
    provisions = load_handbook(plant(tmp_path)).handbook.rulebooks["garden-club"].provisions
    labels = {id: (one.label.zh, one.label.en, one.printed) for id, one in provisions.items()}
    assert labels["art_2"] == ("第二条", "Article 2", "第二条")
    assert labels["art_2__para_2"] == ("第二条第二款", "Article 2(2)", "")
    assert labels["art_3__para_1"] == ("第三条", "Article 3", "")
    assert labels["art_4__para_1__point_2"] == ("第四条第（二）项", "Article 4(2)", "（二）")
    assert labels["notice__line_1"] == ("通知第1行", "Notice, line 1", "")
    assert labels["title"] == ("标题", "Title", "")
    assert labels["colophon__line_1"] == ("版记第1行", "Closing lines, line 1", "")
    assert next(one for one in provisions if one.startswith("art_4")) == "art_4"
    assert provisions["art_4"].text is None and provisions["art_4"].heading is not None


def test_an_empty_or_missing_folder_is_a_finding(tmp_path: Path) -> None:
    assert [one.code for one in load_handbook(tmp_path / "none").findings] == ["missing-file"]
    (tmp_path / "data").mkdir()
    assert [one.code for one in load_handbook(tmp_path / "data").findings] == ["missing-file"]
