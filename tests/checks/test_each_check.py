"""Each check has a failing example here; the unchanged rulebook is the passing twin of them all."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from macros.checks import all_codes, modules
from macros.checks._modality import found_in
from macros.load.codes import CODES as LOAD_CODES
from tests.garden import change, found, plant, told

DEFECTS = Path(__file__).parents[1] / "fixtures" / "garden_defects.yml"
CASES = yaml.safe_load(DEFECTS.read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["code"])
def test_a_defect_is_found_where_it_is(tmp_path: Path, case: dict[str, str]) -> None:
    data = plant(tmp_path)
    change(data, case["file"], case["old"], case["new"])
    findings = found(data)
    fitting = [
        one
        for one in findings
        if told(one, data)[:2] == (case["code"], case["found_in"])
        and told(one, data)[2].startswith(case["at"])
        and case["says"] in one.message.en
    ]
    assert len(fitting) == 1, [(told(one, data), one.message.en) for one in findings]
    assert fitting[0].message.zh and fitting[0].message.zh != fitting[0].message.en


def test_the_unchanged_rulebook_passes(tmp_path: Path) -> None:
    assert found(plant(tmp_path)) == []


def test_every_code_of_a_check_has_a_failing_example() -> None:
    codes = {code.name for code in all_codes()} - {code.name for code in LOAD_CODES}
    assert codes == {case["code"] for case in CASES}


def test_codes_are_unique_and_described() -> None:
    names = [code.name for code in all_codes()]
    assert len(names) == len(set(names))
    assert names == sorted(names)
    assert all(code.zh and code.en for code in all_codes())


def test_every_check_module_is_found() -> None:
    for module in modules():
        assert hasattr(module, "check") or hasattr(module, "check_all"), module.__name__


def test_an_article_beyond_the_last_is_told_how_many_there_are(tmp_path: Path) -> None:
    data = plant(tmp_path)
    change(data, "open-questions.yml", "[art_2]", "[art_23]")
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
