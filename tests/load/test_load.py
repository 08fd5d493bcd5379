from __future__ import annotations

import os
from pathlib import Path

import pytest

from macros.load import load_handbook
from macros.load.codes import CODES
from macros.model import Citation, walk
from tests.garden import BOOK, change, found, plant, told

DUTIES = "duties/art_3.yml"
TEXT = "text/2020-03-01.yml"

# code, file, passage, replacement, what stands where the finding points, part of its message and hint
DEFECTS = [
    ("not-utf-8", DUTIES, "召开茶话会", "\udce9", "", "not UTF-8"),
    ("hidden-character", DUTIES, "  category:", "\tcategory:", "\tcategory", "a tab here"),
    ("hidden-character", DUTIES, "召开茶话会", "召开\u202e茶话会", "\u202e", "U+202E"),
    ("hidden-character", DUTIES, "- id: hold", "\ufeff- id: hold", "\ufeff", "BOM"),
    ("hidden-character", DUTIES, "召开茶话会", "召开\x00茶话会", "\x00", "U+0000"),
    ("merge-marker", DUTIES, "  category:", "<<<<<<< HEAD\n  category:", "<<<<<<< HEAD", "merge conflict"),
    ("yaml-syntax", DUTIES, "hold the tea", "hold: the tea", ":", "double quotes"),
    ("yaml-feature", DUTIES, "hold the tea", "&a hold the tea", "&a", "an anchor"),
    ("yaml-feature", DUTIES, "hold the tea meeting", "*a", "*a", "an alias"),
    ("yaml-feature", DUTIES, "hold the tea", "!!str hold the tea", "!!str", "a tag"),
    ("yaml-feature", DUTIES, "  category:", "  <<: {}\n  category:", "<<", "merge key"),
    ("yaml-feature", DUTIES, "  category:", "  [a]: b\n  category:", "[a]", "as a key"),
    ("nested-too-deep", DUTIES, "召开茶话会", "[" * 100_000, "[" * 30, "nested too deep"),
    ("text-over-lines", DUTIES, "en: hold the tea", "en: >\n      hold the tea", ">", "never folded"),
    ("text-over-lines", DUTIES, "hold the tea", "hold\n      the tea", "hold", "never folded"),
    ("duplicate-key", DUTIES, "  category:", "  category: garden\n  category:", "category", "in line 4"),
    ("duplicate-id", "duties/art_4.yml", "id: prune", "id: water", "water", "is used already"),
    ("unknown-key", DUTIES, "  category:", "  categry: x\n  category:", "categry", 'mean "category"'),
    ("unknown-key", DUTIES, "  words:\n", "  words:\n    art_2__para_1: {qoute: x}\n", "qoute", "no key"),
    (
        "unknown-key",
        DUTIES,
        "  words:\n",
        "  words:\n    art_2__para_1: {at: x, quote: y}\n",
        "at:",
        "no key",
    ),
    ("missing-key", DUTIES, "  modality: declared\n", "", "id: hold-tea", '"modality" is missing'),
    ("missing-key", DUTIES, "    zh: 召开茶话会\n", "", "en: hold the", '"zh" is missing'),
    ("wrong-shape", DUTIES, "召开茶话会", "''", "''", "a text on one line"),
    ("wrong-shape", DUTIES, "    zh: 召开茶话会\n    en: hold the tea meeting\n", "", "", "keys with values"),
    ("wrong-shape", DUTIES, "\n    art_3__para_1:", " # art_3:", "", "provisions with quotes"),
    (
        "wrong-shape",
        DUTIES,
        "    art_3__para_1:",
        "    - art_3__para_1:",
        "- art_3",
        "provisions with quotes",
    ),
    ("wrong-shape", DUTIES, "- id: hold-tea-meeting\n", "x:\n", "x:", "a list is needed"),
    ("wrong-shape", DUTIES, "  category:", "  inferred: yes\n  category:", "yes", "true or false"),
    ("unknown-value", DUTIES, "modality: declared", "modality: decalred", "decalred", 'mean "declared"'),
    ("bad-id", DUTIES, "id: hold-tea-meeting", "id: Hold Tea", "Hold Tea", "not an id"),
    ("bad-id", TEXT, "art_3__para_1:", "art_3:", "art_3", "art_3__para_1"),
    ("bad-date", DUTIES, "  category:", "  reviewed_on: 2023-02-29\n  category:", "2023-02-29", "no day"),
    ("bad-date", DUTIES, "  category:", "  reviewed_on: 1 May\n  category:", "1 May", "2004-02-06"),
    ("folder-name", "rulebook.yml", "id: garden-club", "id: garden", "garden", "the folder is called"),
    ("missing-file", "rulebook.yml", "2020-03-01.txt", "2020.txt", "2020.txt", "is not there"),
    ("no-such-provision", "headings.yml", "art_5:", "art_6:", "art_6", "did you mean"),
]


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: f"{defect[0]}-{defect[5]}")
def test_a_defect_of_a_file_is_found_where_it_is(tmp_path: Path, defect: tuple[str, ...]) -> None:
    code, path, old, new, at, says = defect
    data = plant(tmp_path)
    file = data / BOOK / path
    text = file.read_text(encoding="utf-8")
    assert text.count(old) >= 1
    file.write_bytes(text.replace(old, new, 1).encode("utf-8", "surrogateescape"))
    findings = [one for one in load_handbook(data).findings if one.code == code]
    assert len(findings) == 1, load_handbook(data).findings
    finding = findings[0]
    assert finding.place.path == file.as_posix()
    assert says in finding.message.en + (finding.hint.en if finding.hint else "")
    if "\udce9" not in new:
        assert told(finding, data)[2].startswith(at)


def test_every_code_of_the_loader_has_a_failing_example() -> None:
    elsewhere = {"unreadable-file", "link-leaves-data", "unknown-file"}
    assert {code.name for code in CODES} == {defect[0] for defect in DEFECTS} | elsewhere


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
    assert found(data) == []


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
    assert [one.code for one in found(data)] == [
        "quote-not-in-provision",
        "unknown-value",
        "words-not-covered",
    ]
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
