"""`local.yml`: absent by default, read whole, and what is wrong in it found at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.checks._incremental import check_folder
from macros.load import load_handbook
from tests.garden import plant
from tests.local import FICTIONAL, settle

REAL = Path(__file__).parents[2] / "data"


def test_the_repository_holds_none() -> None:
    assert not (REAL / "local.yml").exists()
    assert load_handbook(REAL).handbook.local == {}


def test_it_is_read_as_written(tmp_path: Path) -> None:
    loaded = load_handbook(settle(plant(tmp_path)))
    assert loaded.findings == ()
    facts = loaded.handbook.local["garden-club"]
    assert facts.roles[0].held_by == ("某甲（虚构）",)
    assert facts.meetings[0].dates == ("2020-04-07", "2020-05-05")


@pytest.mark.parametrize(
    ("old", "new", "code", "at"),
    [
        ("role: president\n", "role: presidnet\n", "unknown-value", (4, 13)),
        ("meeting: gardening-meeting", "meeting: gardning-meeting", "unknown-value", (13, 16)),
        ("rulebook: garden-club", "rulebook: garden-clubs", "unknown-value", (1, 13)),
        ("2020-04-07", "2020-04-31", "bad-date", (15, 11)),
        ("phone:", "telephone:", "unknown-key", (8, 7)),
        ("as_of: 2020-04-01\n", "as_of: today\n", "bad-date", (2, 10)),
        ("        - 2020-05-05\n", "        - 2020-05-05\n    - meeting: gardening-meeting\n      dates:\n"
         "        - 2020-06-02\n", "duplicate-id", (17, 16)),
        ("      held_by:\n", "      held_by: [\n", "yaml-syntax", None),
    ],
)  # fmt: skip
def test_what_is_wrong_is_found_at_its_place(
    tmp_path: Path, old: str, new: str, code: str, at: tuple[int, int] | None
) -> None:
    data = settle(plant(tmp_path), FICTIONAL.replace(old, new))
    found = [one for one in load_handbook(data).findings if one.severity == "error"]
    assert [one.code for one in found] == [code]
    assert found[0].place.path.endswith("local.yml")
    if at:
        assert (found[0].place.line, found[0].place.column) == at
    assert load_handbook(data).handbook.rulebooks.keys() == {"garden-club"}


@pytest.mark.parametrize("text", ["", "# nothing\n", "local: facts\n", "- 1\n"])
def test_what_is_no_list_of_facts_is_a_finding(tmp_path: Path, text: str) -> None:
    loaded = load_handbook(settle(plant(tmp_path), text))
    assert [one.code for one in loaded.findings if one.severity == "error"] in (
        ["empty-file"],
        ["wrong-shape"],
    )
    assert loaded.handbook.local == {}


def test_a_name_that_is_wrong_is_found_again_when_nothing_else_has_changed(tmp_path: Path) -> None:
    data = settle(plant(tmp_path / "data"), FICTIONAL.replace("role: president\n", "role: presidnet\n"))
    first, second = (check_folder(data, tmp_path / "cache") for _ in range(2))
    assert second.remembered == 1
    assert [one.code for one in first.findings] == [one.code for one in second.findings] == ["unknown-value"]
    settle(data)
    assert check_folder(data, tmp_path / "cache").findings == ()
