"""Each check has a failing example here; the unchanged rulebook is the passing twin of them all."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from macros.checks import all_codes, modules
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
