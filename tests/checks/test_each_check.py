"""Each code has a failing example; the unchanged rulebook is the passing twin of them all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from macros.checks import all_codes, modules, run
from macros.checks.examples import GARDEN, SUBJECTS, examples, plant, spoil
from macros.checks.examples.trial import fits
from macros.derive.governing import found_in
from macros.load import load_handbook
from macros.model import Example
from tests.garden import change, found

EXAMPLES = [one for several in examples().values() for one in several if one.file]
NOT_OF_DATA = {"check-failed"}
"""What no mistake in data brings about."""


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: f"{one.code}-{one.says}")
def test_a_mistake_is_found_where_it_is(tmp_path: Path, example: Example) -> None:
    data = plant(tmp_path)
    spoil(data, example)
    findings = found(data)
    fitting = [one for one in findings if fits(one, data, example)]
    assert len(fitting) == 1, [(one.code, one.place, one.message.en, one.hint) for one in findings]
    assert fitting[0].message.zh and fitting[0].message.zh != fitting[0].message.en


def test_the_unchanged_rulebook_passes(tmp_path: Path) -> None:
    assert found(plant(tmp_path)) == []


def test_every_code_has_an_example_and_is_explained_in_both_languages() -> None:
    assert sorted(examples()) == sorted(code.name for code in all_codes())
    for code, several in examples().items():
        about = several[0].about
        assert 25 <= len(about.zh) <= 160 and 70 <= len(about.en) <= 500, code
        assert about.zh.endswith("。") and about.en.endswith("."), code
        assert (code in NOT_OF_DATA) is not several[0].file, code


def test_every_file_of_examples_is_read_and_short() -> None:
    files = {path.stem: path for path in GARDEN.parent.glob("*.yml")}
    assert set(files) == set(SUBJECTS)
    lengths = {name: len(path.read_text(encoding="utf-8").splitlines()) for name, path in files.items()}
    assert {name: length for name, length in lengths.items() if length > 300} == {}


def test_a_check_that_fails_itself_is_told_and_stops_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = plant(tmp_path)
    change(data, "roles.yml", "id: florist", "id: Florist")

    def check(_rulebook: object) -> Iterator[object]:
        yield from ()
        raise ValueError("no such thing")

    failing = SimpleNamespace(__name__="macros.checks.failing", CODES=(), check=check)
    monkeypatch.setattr("macros.checks.modules", lambda: [failing, *modules()])
    codes = {one.code for one in run(load_handbook(data))}
    assert {"check-failed", "bad-id", "unknown-id"} <= codes


def test_codes_are_unique_and_described() -> None:
    names = [code.name for code in all_codes()]
    assert len(names) == len(set(names))
    assert names == sorted(names)
    assert all(code.zh and code.en for code in all_codes())


def test_every_check_module_is_found() -> None:
    assert len(modules()) > 20
    for module in modules():
        assert hasattr(module, "check") or hasattr(module, "check_all"), module.__name__


def test_an_article_beyond_the_last_is_told_how_many_there_are(tmp_path: Path) -> None:
    data = plant(tmp_path)
    change(data, "open-questions.yml", "[art_2, art_3]", "[art_23, art_3]")
    hint = found(data)[0].hint
    assert hint is not None and hint.en == "the rules have articles 1 to 5"


def test_a_character_that_is_no_governing_word_makes_no_must() -> None:
    # 应参加会议人员 in the quorum's words and 请假 in those of asking leave change nothing.
    assert found_in("不得少于应参加会议人员总数的半数") == {"must-not"}
    assert found_in("应事先向会长请假") == {"must"}
    assert found_in("副主任应参加会议") == {"must"}
    assert found_in("报请分管领导协调相应工作") == set()
    assert found_in("请及时反馈") == {"request"}
    assert found_in("会议可根据需要确定") == {"may"}
    assert found_in("可行的办法") == set()
